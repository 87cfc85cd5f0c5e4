"""`depeche_casualties`: how many were killed, injured, missing, abducted, arrested or displaced, and of whom.

Writes `doc.spans["casualties"]` and `span._.casualty`. A counted phrase becomes a casualty when its noun says what
happened (« dix blessés »), or a predicate governs it by the parse or by its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from depeche import extensions  # noqa: F401
from depeche.components.casualties.counted import Counted
from depeche.components.casualties.unnumbered import counted_phrases
from depeche.components.casualties.elsewhere import Found, bare_tolls, slain_attackers
from depeche.components.casualties.groups import party_group
from depeche.components.casualties.predicates import (
    Predicate,
    find_predicates,
    governs,
    left_predicate,
    right_predicate,
)
from depeche.components.casualties.quantities import final_quantity, negated_zero
from depeche.components.casualties.scope import is_subset, scope_of
from depeche.components.negation import negated
from depeche.components.lemma_patterns import agreement_keys_cached, doc_keys_cached
from depeche.records import VictimGroup
from depeche.values.casualties import CasualtyMention


def _own_kind(doc: Doc, predicates: Sequence[Predicate], phrase: Counted, barrier: int) -> Found | None:
    """What the phrase's own noun, the parse, or its place says of it."""
    if phrase.kind is not None and phrase.kind != "displaced":
        return phrase, phrase.kind, phrase.head, "casualty.noun"
    told = _predicated(doc, predicates, phrase, barrier)
    if told is not None and phrase.quantity.rule != "none" and negated(doc[told[2]]):
        told = None
    if told is None and phrase.kind is not None:
        return phrase, phrase.kind, phrase.head, "casualty.noun"
    return told


def _predicated(doc: Doc, predicates: Sequence[Predicate], phrase: Counted, barrier: int) -> Found | None:
    """What a predicate says of the phrase: a participle beside it, then the parse, then its place."""
    adjacent = next(
        (p for p in predicates if phrase.end <= p.start <= phrase.end + 1 and p.voice != "noun"), None
    )
    if (
        adjacent is not None
        and adjacent.start < barrier
        and doc[phrase.end : adjacent.start].text not in (",", "a", "et", "ont")
    ):
        by_place = right_predicate(doc, predicates, phrase, barrier)
        if by_place is adjacent:
            return phrase, adjacent.kind, adjacent.start, f"casualty.participle.{adjacent.form}"
    for predicate in predicates:
        if governs(doc, predicate, phrase):
            return phrase, predicate.kind, predicate.start, f"casualty.parse.{predicate.form}"
    left = left_predicate(doc, predicates, phrase)
    if left is not None:
        return phrase, left.kind, left.start, f"casualty.left.{left.form}"
    right = right_predicate(doc, predicates, phrase, barrier)
    if right is not None:
        return phrase, right.kind, right.start, f"casualty.right.{right.form}"
    return None


def _joined(doc: Doc, first: Counted, second: Counted) -> bool:
    """Whether two counted phrases are coordinated with nothing of weight between them."""
    between = [token for token in doc[first.end : second.start] if not token.is_space]
    return (
        bool(between)
        and len(between) <= 3
        and all(
            token.lower_
            in (
                ",",
                "(",
                ":",
                "et",
                "ou",
                "ainsi",
                "que",
                "puis",
                "au",
                "moins",
                "également",
                "de",
                "d'",
                "d’",
            )
            for token in between
        )
    )


def find_casualties(doc: Doc) -> list[Found]:
    """Counted phrases with the kind of what happened to them, coordination included."""
    phrases = counted_phrases(doc, agreement_keys_cached(doc))
    predicates = find_predicates(doc, doc_keys_cached(doc))
    found: dict[int, Found] = {}
    for position, phrase in enumerate(phrases):
        barrier = _barrier(doc, phrases, position)
        own = _own_kind(doc, predicates, phrase, barrier)
        if own is not None:
            found[position] = own
    for position in range(1, len(phrases)):
        before = found.get(position - 1)
        if (
            position not in found
            and before is not None
            and _joined(doc, phrases[position - 1], phrases[position])
            and (
                before[3] != "casualty.noun"
                or _opens_breakdown(doc, phrases[position - 1], phrases[position], found)
            )
        ):
            found[position] = (phrases[position], before[1], before[2], "casualty.coordinated")
    told = _without_appositions(doc, [found[position] for position in sorted(found)])
    slain = slain_attackers(doc, predicates, phrases)
    return sorted([*told, *slain, *bare_tolls(doc, told)], key=lambda item: item[0].start)


def _without_appositions(doc: Doc, told: list[Found]) -> list[Found]:
    """« Le suspect, un réfugié de 31 ans, a été arrêté »: one person told twice."""
    kept: list[Found] = []
    for item in told:
        if kept:
            last, phrase = kept[-1][0], item[0]
            single = {last.quantity.rule, phrase.quantity.rule} <= {"one", "the_one"}
            if single and kept[-1][2] == item[2] and doc[last.end : phrase.start].text.strip() == ",":
                continue
        kept.append(item)
    return kept


def _opens_breakdown(doc: Doc, first: Counted, second: Counted, found: dict[int, Found]) -> bool:
    """« sept morts (deux civils et cinq assaillants) », « 12 blessés : dix soldats … »: the parts of a total."""
    start = first.end
    while start < second.start and doc[start].is_space:
        start += 1
    if second.kind is not None or second.group is None:
        return False
    return doc[start].text in ("(", ":") or any(
        phrase is first and rule == "casualty.coordinated" for phrase, _, _, rule in found.values()
    )


def _barrier(doc: Doc, phrases: Sequence[Counted], position: int) -> int:
    """Start of the next counted phrase that is not coordinated with this one."""
    current = phrases[position]
    for following in phrases[position + 1 :]:
        if following.start >= current.end:
            if is_subset(doc, following):
                continue
            if not _joined(doc, current, following):
                return following.start
            current = following
    return len(doc)


def _group(
    doc: Doc, phrase: Counted, kind: str, earlier: CasualtyMention | None, joined: bool
) -> VictimGroup:
    """The group of a count: its noun's, a party named beside it, else that of the count it is coordinated with."""
    if phrase.group is not None and phrase.kind != kind:
        return phrase.group
    named = party_group(doc, phrase)
    if named is not None:
        return named
    if earlier is not None and (phrase.ellipsis or (joined and phrase.kind is not None)):
        return earlier.group
    return phrase.group or "unspecified" if phrase.kind is None else "unspecified"


def mentions(doc: Doc) -> list[tuple[Counted, CasualtyMention]]:
    """Casualty mentions of a doc in text order."""
    result: list[tuple[Counted, CasualtyMention]] = []
    for phrase, kind, predicate, rule in find_casualties(doc):
        quantity = negated_zero(doc, phrase) or final_quantity(doc, phrase)
        if quantity is None:
            continue
        near = _neighbour(doc, phrase, result)
        joined = near is not None and doc[near[0].head].sent.start == doc[phrase.head].sent.start
        group = _group(doc, phrase, kind, near[1] if near else None, joined)
        if (
            kind == "arrested"
            and rule.endswith("capturer")
            and group in ("civilian", "unspecified", "peacekeeper")
        ):
            kind = "abducted"
        mention = CasualtyMention.model_validate(
            {
                "kind": kind,
                "group": group,
                "quantity": quantity,
                "scope": scope_of(doc, phrase),
                "predicate": predicate,
                "head": phrase.head,
                "rule": rule,
            }
        )
        result.append((phrase, mention))
    return result


def _neighbour(
    doc: Doc, phrase: Counted, earlier: Sequence[tuple[Counted, CasualtyMention]]
) -> tuple[Counted, CasualtyMention] | None:
    """The count before this one, at most a sentence back, that an ellipsis or a bare noun may lean on."""
    if not earlier:
        return None
    last, mention = earlier[-1]
    return (last, mention) if phrase.start - last.end < 40 else None


def set_annotations(doc: Doc, found: Sequence[tuple[Counted, CasualtyMention]]) -> None:
    """Write the mentions into the doc; the only place that does."""
    spans = []
    for phrase, mention in found:
        span = Span(doc, phrase.start, max(phrase.end, phrase.start + 1), label="CASUALTY")
        span._.casualty = mention
        spans.append(span)
    doc.spans["casualties"] = spans


@Language.component(
    "depeche_casualties",
    assigns=["doc.spans", "span._.casualty"],
    requires=["span._.number", "span._.actor", "token.dep", "token.lemma"],
)
def depeche_casualties(doc: Doc) -> Doc:
    """Find the casualties of a doc."""
    set_annotations(doc, mentions(doc))
    return doc


__all__ = ["depeche_casualties", "find_casualties", "mentions", "set_annotations"]
