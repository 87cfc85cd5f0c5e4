"""The sides of a clash: « des combats entre X et Y », « ont opposé X à Y », « X s'est accroché avec Y »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from depeche.components.events.index import index_of, spans
from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import phrases, words
from depeche.components.events.syntax.subjects import actor_at
from depeche.components.lemma_patterns import plain

_REACH = 26  # tokens between « opposer » and its second side
_APART = 5  # tokens between two sides: « X à ceux du groupe Y »


def between() -> frozenset[str]:
    """« entre », before both sides."""
    return words("roles", "function", "between")


def opposing_verb(trigger: Span) -> Token | None:
    """« des combats ont opposé le M23 aux miliciens »: the verb that names both sides."""
    verb: Token = trigger.doc[trigger._.trigger.head].head
    told = verb.lemma_.lower() in phrases("roles", "opposed", "verbs")
    return verb if told and trigger._.trigger.frame == "recip" else None


def opposed_sides(verb: Token) -> Iterator[RoleFiller]:
    """The two sides after « opposer », whatever day or place stands between it and the first."""
    doc, first = verb.doc, None
    for span in index_of(doc).within("actors", verb.i + 1, min(verb.sent.end, verb.i + _REACH)):
        if span._.actor.bias in ("thing", "count"):
            continue
        if first is not None and not _joined(doc, first.end, span.start):
            return
        yield RoleFiller("perpetrator", span, span._.actor, "role.noun.opposer", 0.9)
        if first is not None:
            return
        first = span


def joined_sides(doc: Doc, tokens: Sequence[Token]) -> Iterator[Token]:
    """« ont opposé éleveurs et cultivateurs »: the side after « et » or « à », where the parse lost it."""
    for token in tokens:
        span = actor_at(doc, token)
        if span is None:
            continue
        for other in index_of(doc).within("actors", span.end, min(span.sent.end, span.end + _APART)):
            if other._.actor.bias not in ("thing", "count") and _joined(doc, span.end, other.start):
                yield doc[other._.actor.head]
            break


def _joined(doc: Doc, start: int, end: int) -> bool:
    told = [plain(token.text) for token in doc[start:end]]
    if not told or len(told) > _APART or any(token.pos_ in ("VERB", "AUX") for token in doc[start:end]):
        return False
    return not words("roles", "opposed", "joining").isdisjoint(told) and "," not in told[1:]


def fought_with(verb: Token) -> Iterator[Token]:
    """« se sont accrochés mardi avec des combattants de X », « se sont heurtés à X »: the other side."""
    doc = verb.doc
    for span in index_of(doc).within("actors", verb.i + 1, min(verb.sent.end, verb.i + _REACH // 2)):
        if any(token.pos_ in ("VERB", "AUX") or token.text in ";:" for token in doc[verb.i + 1 : span.start]):
            return
        led = {plain(token.text) for token in doc[max(verb.i + 1, span.start - 2) : span.start]}
        if span._.actor.bias not in ("thing", "count") and led & words("roles", "opposed", "against"):
            yield doc[span._.actor.head]
            return


def side_before(doc: Doc, subjects: list[Token]) -> Iterator[Token]:
    """« la Brigade 444 et la Force al-Radaa se sont affrontées »: the first side, where the parse lost it."""
    span = actor_at(doc, subjects[0]) if len(subjects) == 1 else None
    if span is not None:
        for other in spans(doc, "actors"):
            told = [word.lower_ for word in doc[other.end : span.start]]
            if told and told[0] in words("roles", "function", "and") and len(told) <= 2:
                yield doc[other._.actor.head]


def _counted(span: Span) -> bool:
    """« les combats ont fait 700 morts et 100.000 déplacés »: those counted are no side."""
    heads = {casualty._.casualty.head for casualty in spans(span.doc, "casualties")}
    return span._.actor.head in heads


def a_side(keys: Sequence[tuple[str, ...]], start: int, span: Span, frame: str) -> bool:
    """« des combats entre l'armée et les rebelles », « avec les rebelles »: one of those who fight.

    The dead told of the fight are no side, save the second side after « entre »: « entre des soldats et deux
    miliciens, abattus ».
    """
    if frame != "recip":
        return False
    near = range(max(start, span.start - 3), span.start)
    sides = words("roles", "function", "sides")
    if not any(not sides.isdisjoint(keys[i]) for i in near):
        return False
    if any(token.text in ";:" for token in span.doc[start : span.start]):
        return False
    first = max(start, span.start - _REACH // 2)
    led = any(not between().isdisjoint(keys[i]) for i in range(first, span.start))
    return led or not _counted(span)


def disputing(trigger: Span) -> Iterator[RoleFiller]:
    """« un différend entre éleveurs et pêcheurs a dégénéré en heurts »: the sides of the dispute."""
    if trigger._.trigger.frame != "recip":
        return
    doc, sent = trigger.doc, trigger.sent
    for token in doc[sent.start : trigger.start]:
        if token.lemma_.lower() not in words("roles", "opposed", "disputes"):
            continue
        led = next((t for t in doc[token.i + 1 : token.i + 6] if t.lower_ in between()), None)
        if led is None:
            continue
        sides = [
            span
            for span in index_of(doc).within("actors", led.i + 1, trigger.start)
            if span._.actor.bias not in ("thing", "count")
        ]
        if len(sides) > 1 and sides[0].start <= led.i + 4 and _joined(doc, sides[0].end, sides[1].start):
            for span in sides[:2]:
                yield RoleFiller("perpetrator", span, span._.actor, "role.noun.entre", 0.8)
        return
