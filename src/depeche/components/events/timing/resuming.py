"""Several dated acts in one sentence: « … à Gao ; le 24 mai, des tueurs … ».

A part begins behind a stop or a conjunction that a day follows at once, where the part before has a verb and
a day of its own. Each act, place, day and toll is of its part.
"""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Span

from depeche.components.events.index import index_of, sentence_spans
from depeche.components.events.settings import words
from depeche.components.events.timing.turns import turns

REACH = 7  # tokens between the link and the day


def part_of(span: Span) -> int:
    """The number of the part of its sentence that a span stands in; 0 where it has but one."""
    return sum(start <= span.start for start, _ in parts(span.sent))


def opening_day(span: Span) -> Span | None:
    """The day that opens the part of a span, none in the first."""
    opened = [day for start, day in parts(span.sent) if start <= span.start]
    return opened[-1] if opened else None


def parts(sent: Span) -> tuple[tuple[int, Span | None], ...]:
    """Where a sentence takes up another act: the first token of each part, and the day told last."""
    return index_of(sent.doc).once("parts", sent, _all_parts)


def _all_parts(sent: Span) -> tuple[tuple[int, Span | None], ...]:
    """The parts that a day opens, and those that only turn to another act of the same day."""
    dated = _parts(sent)
    starts = {start for start, _ in dated}
    dates = [d for d in index_of(sent.doc).dates(since=False) if sent.start <= d.start and d.end <= sent.end]
    turned: list[tuple[int, Span | None]] = []
    for turn in turns(sent):
        if starts.isdisjoint((turn, turn + 1)):
            before = [day for day in dates if day.end <= turn]
            turned.append((turn, before[-1] if before else None))
    return tuple(sorted([*dated, *turned], key=lambda part: part[0]))


def _parts(sent: Span) -> tuple[tuple[int, Span], ...]:
    dates = [d for d in index_of(sent.doc).dates(since=False) if sent.start <= d.start and d.end <= sent.end]
    if len(dates) < 2:
        return ()
    found: list[tuple[int, Span]] = []
    begin = sent.start
    for before, day in pairwise(dates):
        link = _link(day, max(begin, before.end - 1))
        if link is None or before._.date.resolved == day._.date.resolved:
            continue
        if _acts_from(day) and any(word.pos_ == "VERB" for word in sent.doc[begin:link]):
            found.append((link, day))
            begin = link
    return tuple(found)


def _acts_from(day: Span) -> bool:
    return any(span.start >= day.end for span in sentence_spans(day.sent, "triggers"))


def _link(day: Span, begin: int) -> int | None:
    """The token behind the stop or conjunction that a day follows with no verb between, « c'est » apart."""
    doc = day.doc
    for index in range(day.start - 1, max(begin, day.start - REACH), -1):
        word = doc[index]
        if word.text == ";" or word.lower_ in words("dating", "resuming", "links"):
            return index + 1
        if word.pos_ == "VERB":
            return None
    return None
