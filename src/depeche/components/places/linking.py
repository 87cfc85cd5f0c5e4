"""Which place a trigger's event happened at: candidates in the order of their closeness to the trigger."""

from __future__ import annotations

from typing import Literal, NamedTuple

from spacy.tokens import Doc, Span, Token

from depeche.values.places import PlaceMention, PlaceRole

Scope = Literal["syntax", "clause", "sentence", "narrative", "paragraph"]
_BASE: dict[Scope, float] = {
    "syntax": 0.95,
    "clause": 0.85,
    "sentence": 0.7,
    "narrative": 0.5,
    "paragraph": 0.35,
}
_ROLE_FACTOR: dict[PlaceRole, float] = {
    "location": 1.0, "dateline": 0.1, "government": 0.1, "origin": 0.15, "medical": 0.15, "speaker": 0.3,
    "institution": 0.1, "other": 0.2,
}  # fmt: skip
_FINENESS = {"town": 1.0, "unresolved": 0.95, "admin2": 0.9, "admin1": 0.75, "country": 0.6}


class PlaceCandidate(NamedTuple):
    """A place that may be where an event happened.

    `span` is in `doc.spans["places"]`, `place` one of the mentions it bears; `score` 0 to 1.
    """

    span: Span
    score: float
    reason: str
    scope: Scope
    place: PlaceMention


def mentions(span: Span) -> tuple[PlaceMention, ...]:
    """All places that a span names, in text order."""
    first: PlaceMention = span._.place
    return (first, *first.also)


def _clause(token: Token) -> int:
    """Index of the verb that heads the token's clause."""
    for head in (token, *token.ancestors):
        if head.dep_ in ("ROOT", "conj", "ccomp", "advcl", "acl", "acl:relcl", "parataxis") and head.pos_ in (
            "VERB",
            "AUX",
        ):
            return int(head.i)
    return int(token.sent.root.i)


def _scope(trigger: Span, span: Span) -> tuple[Scope, str] | None:
    doc: Doc = trigger.doc
    sentence = trigger.sent
    if sentence.start <= span.start < sentence.end:
        if doc.has_annotation("DEP"):
            if trigger.root.is_ancestor(span.root):
                return "syntax", "hangs on the trigger"
            if _clause(trigger.root) == _clause(span.root):
                return "clause", "same clause"
        return "sentence", "same sentence"
    between = doc.text[min(trigger.end_char, span.end_char) : max(trigger.start_char, span.start_char)]
    same_paragraph = "\n" not in between
    if span.start < trigger.start and same_paragraph:
        return "narrative", "told before in the paragraph"
    return ("paragraph", "elsewhere in the paragraph") if same_paragraph else None


def _distance(trigger: Span, span: Span) -> int:
    return max(trigger.start - span.end, span.start - trigger.end, 0)


def candidate_places(trigger: Span) -> list[PlaceCandidate]:
    """Places of its paragraph that the event of a trigger may have happened at, best first.

    A region or country gives way to a town of the same scope that it may hold; places with another role than
    `location` come last.
    """
    found = []
    for span in trigger.doc.spans.get("places", ()):
        told = _scope(trigger, span)
        if told is None:
            continue
        scope, reason = told
        near = 1 / (1 + _distance(trigger, span) / 40)
        for place in mentions(span):
            value = (
                _BASE[scope]
                * _ROLE_FACTOR[place.role]
                * (0.7 + 0.3 * _FINENESS[place.precision])
                * (0.85 + 0.15 * near)
            )
            found.append(PlaceCandidate(span, round(value, 4), reason, scope, place))
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.place.start_char))
