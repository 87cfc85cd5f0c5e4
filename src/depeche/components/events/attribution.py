"""Claims and accusations, and actors that only speak."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span

from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import role_phrases
from depeche.components.lemma_patterns import PatternIndex, doc_keys_cached

_NEGATION = frozenset({"ne", "n'", "pas", "jamais", "aucun", "aucune", "personne", "ni"})
_ARMED_TYPES = frozenset(
    {"rebel", "militia", "gang", "unknown_armed", "state_forces", "police", "peacekeepers"}
)


@cache
def _index(table: str, key: str) -> PatternIndex[str]:
    return PatternIndex([(phrase, phrase) for phrase in role_phrases(table, key)])


def _matches(doc: Doc, start: int, end: int, table: str, key: str) -> Iterator[tuple[int, int, str]]:
    keys = doc_keys_cached(doc)
    for index in range(start, end):
        for stop, _, phrase in _index(table, key).matches_at(keys, index):
            yield index, stop, phrase


def _actor_after(doc: Doc, end: int, limit: int) -> Span | None:
    """The actor that starts right after a cue, an article or a short title between."""
    for span in doc.spans.get("actors", ()):
        if end <= span.start <= end + 4 and span.start < limit:
            return span if not any(token.text in ";:.," for token in doc[end : span.start]) else None
    return None


def _actor_before(doc: Doc, start: int, sent_start: int) -> Span | None:
    """The nearest armed actor before a verb of claiming."""
    found = [
        span
        for span in doc.spans.get("actors", ())
        if sent_start <= span.start and span.end <= start and span._.actor.actor_type in _ARMED_TYPES
    ]
    return found[-1] if found else None


def _negated(doc: Doc, start: int, sent_start: int) -> bool:
    return any(
        token.lower_.replace("’", "'") in _NEGATION for token in doc[max(sent_start, start - 6) : start]
    )


def claimants(sent: Span) -> Iterator[RoleFiller]:
    """Who claimed it: « revendiquée par le JNIM », « le Jnim a revendiqué l'attaque »; both claimant and perpetrator."""
    doc = sent.doc
    for start, end, phrase in _matches(doc, sent.start, sent.end, "claimed", "by"):
        if not _negated(doc, start, sent.start):
            yield from _claim(_actor_after(doc, end, sent.end), f"claim.{phrase}")
    for start, end, phrase in _matches(doc, sent.start, sent.end, "claimed", "subject"):
        follows = doc[end].lower_ if end < len(doc) else ""
        if follows == "par" or _negated(doc, start, sent.start) or "VerbForm=Inf" in doc[start].morph:
            continue
        yield from _claim(_actor_before(doc, start, sent.start), f"claim.{phrase}")


def _claim(span: Span | None, rule: str) -> Iterator[RoleFiller]:
    if span is not None and span._.actor.actor_type in _ARMED_TYPES:
        yield RoleFiller("claimant", span, span._.actor, rule, 1.0)
        yield RoleFiller("perpetrator", span, span._.actor, rule, 1.0)


def accused(sent: Span) -> Iterator[RoleFiller]:
    """Who is accused of it: « attribuée à », « imputé au », « l'armée accuse les rebelles »."""
    doc = sent.doc
    for start, end, phrase in _matches(doc, sent.start, sent.end, "accused", "before"):
        if _negated(doc, start, sent.start):
            continue
        span = _actor_after(doc, end, sent.end)
        if span is not None and span._.actor.actor_type in _ARMED_TYPES:
            yield RoleFiller("perpetrator", span, span._.actor, f"accused.{phrase}", 0.8)


def is_source(span: Span) -> bool:
    """Whether an actor only speaks: « selon l'armée », « a indiqué la police »."""
    doc, sent = span.doc, span.sent
    for _, end, _ in _matches(doc, max(sent.start, span.start - 6), span.start, "sources", "before"):
        if (
            end <= span.start
            and span.start - end <= 2
            and not any(token.text in ";:.," for token in doc[end : span.start])
        ):
            return True
    return False
