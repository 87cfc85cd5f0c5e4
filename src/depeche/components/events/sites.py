"""What a blast or a shell hit, told by where it took place: « devant l'hôtel », « sur le marché »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Span

from depeche.components.events.index import holds_weapon, index_of
from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import folded, phrases, words
from depeche.components.lemma_patterns import fold_word

REACH = 12


def sites(sent: Span, triggers: Sequence[Span]) -> Iterator[RoleFiller]:
    """The first thing after a trigger or a weapon told that stands behind a preposition of place."""
    types = words("cast", "sites", "types")
    for trigger in triggers:
        if trigger._.trigger.type not in types or trigger._.trigger.strength not in (
            "strong",
            "weak",
            "means",
        ):
            continue
        for span in index_of(sent.doc).within("actors", trigger.end, min(sent.end, trigger.end + REACH)):
            if not _is_site(span) or _parted(trigger, span):
                continue
            if _led(span):
                yield RoleFiller("target", span, span._.actor, "role.site", 0.6)


def _is_site(span: Span) -> bool:
    actor = span._.actor
    return (
        actor.unit == "thing"
        and actor.bias == "thing"
        and actor.key.split()[0] not in folded("cast", "settlements", "nouns")
        and not holds_weapon(span)
    )


def _parted(trigger: Span, span: Span) -> bool:
    """A finite verb or a stop between the two starts another statement."""
    return any(
        token.text in ";.:()"
        or (token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in token.morph and token.i > trigger.end + 2)
        for token in span.doc[trigger.end : span.start]
    )


def _led(span: Span) -> bool:
    """Whether a preposition of place stands before the thing, its determiners and numbers skipped."""
    doc = span.doc
    start = span.start
    while start > span.sent.start and doc[start - 1].pos_ in ("DET", "NUM", "ADJ"):
        start -= 1
    before = " ".join(fold_word(token.text) for token in doc[max(span.sent.start, start - 3) : start])
    after = " ".join(fold_word(token.text) for token in doc[start : span.start])
    return any(before.endswith(led) or after.startswith(led) for led in _prepositions())


@cache
def _prepositions() -> tuple[str, ...]:
    return tuple(" ".join(map(fold_word, led.split())) for led in phrases("cast", "sites", "led"))
