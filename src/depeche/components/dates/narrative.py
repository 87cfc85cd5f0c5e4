"""Reading a text's dates in order: each is resolved against publication and the date told before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from depeche.components.dates.find import Found, find
from depeche.components.dates.roles import role_of
from depeche.components.dates.scan import folded
from depeche.components.dates.tense import speaks_of_future
from depeche.components.dates.years import YearContext, lacks_year
from depeche.values.dates import (
    Anchors,
    Calendar,
    DateMention,
    Feast,
    Nearby,
    Reference,
    Relative,
    Role,
    Season,
    Shift,
    Stretch,
    Weekday,
    interval_span,
    resolve,
)
from depeche.values.edtf import DateSpan, parse_edtf

TWIN_DAYS = 7  # « mardi » and « mardi 1er juin » in one article: how far ahead the latter may lie
SENTENCE_END = re.compile(r"[.!?]\s|\n")
TENSED = (Calendar, Weekday, Stretch, Season, Feast)


class Read(NamedTuple):
    """A date of a text: character offsets, end exclusive, and what it comes to."""

    start: int
    end: int
    mention: DateMention


class Reading(NamedTuple):
    """All dates of a text, in order.

    Attributes:
        dates: what tells a day or a longer period, and vague expressions (« ces derniers jours »).
        times: clock times, parts of the day and references (« désormais »), which take their day from the dates.
        intervals: pairs of dates told as the ends of an interval, over the words of both.
    """

    dates: tuple[Read, ...]
    times: tuple[Read, ...]
    intervals: tuple[Read, ...]


class _State:
    """What has been read so far."""

    def __init__(self, text: str, published: DateSpan | None, found: Sequence[Found]) -> None:
        self.text = text
        self.lower = folded(text)
        self.published = published
        self.narrative: DateSpan | None = None
        self.announced: tuple[int, DateSpan] | None = None  # where a day of telling ends, and the day
        self.years = YearContext(text, published, found)
        self.weekdays: dict[int, DateSpan] = {}

    def anchors(self, item: Found) -> Anchors:
        """What is known where the date stands."""
        year = self.years.year_for(item)
        future = isinstance(item.value, TENSED) and speaks_of_future(self.text, item.start, item.end)
        if future and year and self.published and year < self.published.start.year:
            future = False
        return Anchors(published=self.published, narrative=self.told_before(item), year=year, future=future)

    def told_before(self, item: Found) -> DateSpan | None:
        """The date that « la veille » counts from: the event's, or the announcement's in the same sentence."""
        if self.announced is None:
            return self.narrative
        position, span = self.announced
        same_sentence = not SENTENCE_END.search(self.text, position, item.start)
        return span if same_sentence or self.narrative is None else self.narrative


def read_dates(text: str, published: str | None = None, header: tuple[int, int] | None = None) -> Reading:
    """Find and resolve every date of a text.

    Args:
        text: the article.
        published: publication date, EDTF day, month or year; None when unknown.
        header: characters of the publication date in the text; dates inside have the role `publication`.
    """
    found = find(text)
    state = _State(text, parse_edtf(published) if published else None, found)
    state.weekdays = _weekdays_told(found, state)
    dates: list[Read] = []
    times: list[Read] = []
    intervals: list[Read] = []
    opening: Read | None = None
    for item in found:
        read = _read(item, state, header)
        if item.rule.kind in ("time", "reference"):
            times.append(read)
            continue
        if opening is not None and (interval := _interval(opening, read)):
            intervals.append(interval)
        dates.append(read)
        opening = read if item.opens else None
        _advance(state, item, read)
    return Reading(tuple(dates), tuple(times), tuple(intervals))


def _weekdays_told(found: Sequence[Found], state: _State) -> dict[int, DateSpan]:
    """Days of « lundi 6 février », for a bare « lundi » elsewhere in the article.

    Where the publication day is known, only of days that are about to come: the nearest one before needs no help.
    """
    told: dict[int, DateSpan] = {}
    today = state.published.start if state.published and state.published.precision == "day" else None
    for item in found:
        if not isinstance(item.value, Calendar) or item.value.weekday is None:
            continue
        span = resolve(item.value, state.anchors(item))
        if span is None or span.precision != "day":
            continue
        if today is None or 0 < (span.start - today).days <= TWIN_DAYS:
            told.setdefault(span.start.weekday(), span)
    return told


def _read(item: Found, state: _State, header: tuple[int, int] | None) -> Read:
    anchors = state.anchors(item)
    resolved = resolve(item.value, anchors)
    if isinstance(item.value, Weekday) and item.value.which == "near":
        resolved = state.weekdays.get(item.value.weekday, resolved)
    role: Role = "event"
    if header and item.start < header[1] and item.end > header[0]:
        role = "publication"
    elif item.rule.name == "named_attacks" and resolved and resolved.start.year == 2001:
        role = "other"
    elif item.rule.kind in ("date", "vague"):
        role = role_of(state.lower, item.start, item.end)
    mention = DateMention(
        value=item.value,
        resolved=resolved,
        role=role,
        explicit=item.explicit,
        relative=_relative(item, anchors),
        rule=item.rule.name,
        kind=item.rule.kind,
        part=item.part,
        edge=item.edge,
    )
    return Read(item.start, item.end, mention)


def _relative(item: Found, anchors: Anchors) -> Relative:
    value = item.value.last if isinstance(item.value, Stretch) else item.value
    if isinstance(value, Shift):
        return value.anchor
    if isinstance(value, Weekday):
        return "narrative" if value.which in ("before", "after") else "publication"
    if isinstance(value, Nearby) or (isinstance(value, Calendar) and value.day and not value.month):
        return "narrative"
    if isinstance(value, Reference) or not lacks_year(item):
        return "none"
    return "narrative" if anchors.year else "publication"


def _interval(first: Read, last: Read) -> Read | None:
    """The interval from one mention to the next, when both are known and in order."""
    left, right = first.mention.resolved, last.mention.resolved
    if left is None or right is None:
        return None
    span = interval_span(left, right)
    if span is None:
        return None
    value = Stretch(first=first.mention.value, last=last.mention.value)
    return Read(first.start, last.end, last.mention.model_copy(update={"value": value, "resolved": span}))


def _advance(state: _State, item: Found, read: Read) -> None:
    """What the next relative date, and the next one without a year, counts from."""
    span, mention = read.mention.resolved, read.mention
    if span is None:
        return
    if mention.role == "announcement":
        state.announced = (read.end, span)
    if mention.relative == "publication":
        state.years.end()
    if mention.role != "event":
        return
    if mention.relative != "publication":
        state.years.tell(item, span)
    told = state.narrative
    coarse = span.precision in ("year", "season") or (span.end - span.start).days > 31
    if not (coarse and told is not None and span.start <= told.start <= span.end):
        state.narrative, state.announced = span, None
