"""The subject of a finite verb by reading leftwards, across what stands inserted between the two.

« un commando d'hommes masqués, descendus de deux voitures, a ouvert le feu », « une brigade qui, le 3 mai, à
X, avait lynché »: a parse that loses the subject hangs it on a date or on the verb before. Read from the verb
to the left, a relative or a conjunction opens the clause of the finite verb last seen; the subject is the
nearest actor that belongs to no such clause, is led by no preposition and agrees with its verb in number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from depeche.components.events.index import index_of, spans
from depeche.components.events.settings import phrases, words
from depeche.components.events.syntax.subjects import clause_verb, perceived
from depeche.components.lemma_patterns import plain

_REACH = 45  # tokens between a subject and its verb
_CLAUSE = frozenset({"conj", "advcl", "xcomp", "ccomp"})


def act_among(subjects: Iterable[Token]) -> bool:
    """« l'attaque des rebelles a tué »: the subject is the act itself, no actor stands for it."""
    for token in subjects:
        told = index_of(token.doc).within("triggers", token.sent.start, token.sent.end)
        if any(act._.trigger.head == token.i for act in told):
            return True
    return False


def across(verb: Token) -> list[Token]:
    """Heads of the actors that are the subject of a verb in the active voice, or none."""
    first = _verb_group(verb)
    if not first:
        return []
    doc, sent = verb.doc, verb.sent
    left = doc[first - 1]
    if perceived(verb) or left.i < sent.start or plain(left.text) in words("across", "subject", "pronouns"):
        return []
    finite = next(token for token in doc[first:] if _is_finite(token))
    ends = {span.end: span for span in spans(doc, "actors") if sent.start <= span.start < first}
    return list(_read(doc, finite, first, max(sent.start, first - _REACH), ends))


def adjacent(verb: Token) -> list[Token]:
    """The actor that stands just before a finite verb and agrees with it, led by nothing."""
    first = _verb_group(verb)
    if not first:
        return []
    finite = next(token for token in verb.doc[first:] if _is_finite(token))
    for span in spans(verb.doc, "actors"):
        if span.end == first and span.start >= verb.sent.start and _may_be_subject(span, finite, first):
            return [verb.doc[span._.actor.head]]
    return []


def _is_finite(token: Token) -> bool:
    return "VerbForm=Fin" in token.morph and token.pos_ in ("VERB", "AUX")


def _verb_group(verb: Token) -> int | None:
    """The first token of the finite verb that a verb shares, its clitics with it: « s'y sont | disputé »."""
    current = clause_verb(verb) if verb.lower_.endswith(phrases("roles", "participles", "present")) else verb
    for _ in range(4):
        found = [t for t in (*current.children, current) if _is_finite(t) and t.i <= current.i]
        if found:
            start = min(t.i for t in found)
            while start > verb.sent.start and plain(verb.doc[start - 1].text) in words(
                "across", "subject", "clitics"
            ):
                start -= 1
            return start
        if current.dep_ not in _CLAUSE or current.head.i >= current.i:
            return None
        current = current.head
    return None


def _read(doc: Doc, finite: Token, first: int, limit: int, ends: dict[int, Span]) -> Iterator[Token]:
    open_verbs, index = 0, first
    while index > limit:
        span = ends.get(index)
        if span is not None:
            if not open_verbs and _may_be_subject(span, finite, first):
                yield from _with_coordinated(span, ends)
                return
            index = max(span.start, limit)
            continue
        index -= 1
        token = doc[index]
        if token.text in ";:":
            return
        if plain(token.text) in words("across", "clause", "openers") or token.pos_ == "SCONJ":
            if not open_verbs:
                if plain(token.text) in words("across", "clause", "subjects"):
                    yield from _antecedent(doc, token, finite, ends)
                return
            open_verbs -= 1
        elif _is_finite(token) and not _interrupts(token):
            open_verbs += 1


def _interrupts(verb: Token) -> bool:
    """« les rebelles, a indiqué le maire, ont … »: a verb between commas before its own subject."""
    return verb.i > verb.sent.start and verb.nbor(-1).is_punct


def counted_start(span: Span) -> int:
    """The start of a noun phrase with its determiner, number and what counts it: « près de 300 | colons »."""
    doc, start, first = span.doc, span.start, span.sent.start
    counting = words("across", "phrase", "counting")
    while start > first:
        before = doc[start - 1]
        low = plain(before.text)
        if before.is_quote and start == span.start:
            start -= 1  # « des « bandits » »
            continue
        if before.pos_ in ("DET", "NUM", "ADJ") or low in counting:
            start -= 1
            continue
        if low in words("across", "phrase", "articles") and start > first + 1:
            led = doc[start - 2]
            if led.lemma_.lower() in words("roles", "gathering", "nouns") or plain(led.text) in counting:
                start -= 2
                continue
            if low == "des" and (led.is_punct or led.pos_ == "SCONJ" or _dated(led)):
                start -= 1  # the article, whatever the tagger says
        break
    return start


def _may_be_subject(span: Span, finite: Token, first: int) -> bool:
    doc, start = span.doc, counted_start(span)
    if span._.actor.bias in ("thing", "count") or not _agrees(span, start, finite):
        return False
    if start == span.start and not span._.actor.named and doc[start].pos_ != "PROPN":
        return False  # « X, père de deux enfants, »: a bare noun is in apposition
    if start > span.sent.start:
        before = doc[start - 1]
        if before.lower_ in words("across", "phrase", "joining") and _joins_led(span, start):
            return False
        led = plain(before.text) in words("across", "phrase", "opening") or before.pos_ in ("SCONJ", "CCONJ")
        glued = doc[start].text[:1].isupper() and doc[start].pos_ == "DET"  # a title with no stop before it
        opens = led or before.is_punct or before.is_space or _dated(before)
        if before.text == "(" or not (opens or glued):
            return False
    follows = doc[span.end]
    relative = plain(follows.text) in words("across", "clause", "after")
    joined = follows.lower_ in words("across", "phrase", "joining") and finite.morph.get("Number", []) == [
        "Plur"
    ]
    return span.end == first or follows.is_punct or relative or joined


def _dated(token: Token) -> bool:
    """« où le 10 janvier 2021 | des soldats ont exécuté »: a day beside the subject."""
    near = index_of(token.doc).within("dates", max(token.sent.start, token.i - 6), token.i + 1)
    return any(date.end == token.i + 1 for date in near)


def _joins_led(span: Span, start: int) -> bool:
    """« les combats entre l'armée et les rebelles ont fait … »: what « et » joins is led by a preposition."""
    doc = span.doc
    for other in spans(doc, "actors"):
        if other.end == start - 1:
            first = counted_start(other)
            led = doc[first - 1] if first > span.sent.start else None
            return led is not None and led.pos_ == "ADP"
    return doc[start - 2].pos_ in ("NOUN", "PROPN", "ADJ") if start > span.sent.start + 1 else False


def _agrees(span: Span, start: int, finite: Token) -> bool:
    doc = span.doc
    number = finite.morph.get("Number", [])
    own = doc[span.start].morph.get("Number", []) or doc[span._.actor.head].morph.get("Number", [])
    if not own:
        own = ["Sing"] if _alone(span) else ["Plur"]
    if not number or own == number:
        return True
    gathered = any(
        token.lemma_.lower() in words("roles", "gathering", "nouns") for token in doc[start : span.start]
    )
    joined = start > span.sent.start and doc[start - 1].lower_ in words("across", "phrase", "joining")
    return gathered or (joined and number == ["Plur"])


def _alone(span: Span) -> bool:
    """A name with no plural article: one group, « le JNIM », unlike « les FSR »."""
    before = span.doc[span.start - 1] if span.start > span.sent.start else None
    if before is None or plain(before.text) in words("across", "phrase", "plural"):
        return before is None
    return "Number=Plur" not in before.morph


def _with_coordinated(span: Span, ends: dict[int, Span]) -> Iterator[Token]:
    doc, start = span.doc, counted_start(span)
    if start > span.sent.start and doc[start - 1].lower_ in words("across", "phrase", "joining"):
        other = ends.get(start - 1)
        if other is not None:
            yield doc[other._.actor.head]
    yield doc[span._.actor.head]


def _antecedent(doc: Doc, relative: Token, finite: Token, ends: dict[int, Span]) -> Iterator[Token]:
    """The actor before « qui »: « l'appui d'une brigade qui, à X, avait lynché ».

    In « une embuscade de X qui a fait », a noun that agrees as well stands before « de »: the act is meant.
    """
    end = relative.i - (doc[relative.i - 1].text == ",")
    before = [end]
    if doc[end - 1].text == ")":  # « les X (leurs lettres), qui »
        outside = next((t.i for t in reversed(doc[relative.sent.start : end]) if t.text == "("), end)
        before = [outside, end - 1]
    near = (span for stop in before if (span := ends.get(stop)) is not None)
    span = next((found for found in near if found._.actor.bias not in ("thing", "count")), None)
    if span is None or not _agrees(span, counted_start(span), finite):
        return
    start = counted_start(span)
    if start > span.sent.start + 1 and plain(doc[start - 1].text) in words("roles", "function", "of"):
        number = doc[start - 2].morph.get("Number", [])
        if doc[start - 2].pos_ == "NOUN" and number == finite.morph.get("Number", []):
            return
    yield from _with_coordinated(span, ends)
