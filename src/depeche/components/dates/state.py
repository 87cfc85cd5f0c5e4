"""What has been read of a text so far, for the dates that count from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from depeche.components.dates.find import Found
from depeche.components.dates.scan import folded
from depeche.components.dates.tense import speaks_of_future
from depeche.components.dates.years import YearContext, told_year
from depeche.values.dates import (
    Anchors,
    Calendar,
    DateMention,
    Feast,
    Nearby,
    Season,
    Shift,
    Stretch,
    Weekday,
    day_span,
    resolve,
)
from depeche.values.edtf import DateSpan

TWIN_DAYS = 7  # « mardi » and « mardi 1er juin » in one article: how far ahead the latter may lie
SENTENCE_REACH = 500  # characters
SENTENCE_END = re.compile(r"[.!?]\s|\n")
TENSED = (Calendar, Weekday, Stretch, Season, Feast)
FROM_EVENT = frozenset({"eve_of_event", "later_event", "before_event"})  # rules that count from an event


class Read(NamedTuple):
    """A date of a text: character offsets, end exclusive, and what it comes to."""

    start: int
    end: int
    mention: DateMention


class State:
    """The narrative's current date, the last day of telling, the year told, the weekdays told with their
    dates."""

    def __init__(self, text: str, published: DateSpan | None, found: Sequence[Found]) -> None:
        self.text = text
        self.lower = folded(text)
        self.published = published
        self.narrative: DateSpan | None = None
        self._narrative_end = 0  # where it is told
        self._told: DateSpan | None = None  # the last date of an event that does not count from another
        self._aside: tuple[int, DateSpan] | None = None  # where a day of telling ends, and the day
        self._framed: DateSpan | None = None  # the last day told with its weekday
        self._last_day: DateSpan | None = None  # the last day or night told, whatever year is named since
        self._night: DateSpan | None = None  # the last night told as one of two days
        self._years = YearContext(text, published, found)
        self._weekdays = self._weekdays_told(found)

    @property
    def day(self) -> DateSpan | None:
        """The publication date, when known to the day."""
        return self.published if self.published and self.published.precision == "day" else None

    def anchors(self, item: Found) -> Anchors:
        """What is known where the date stands."""
        year = self._years.year_for(item)
        weekend = isinstance(item.value, Shift) and item.value.unit == "weekend"
        tensed = weekend or isinstance(item.value, TENSED)
        future = tensed and speaks_of_future(self.text, item.start, item.end)
        if future and year and self.published and year < self.published.start.year:
            future = False
        return Anchors(published=self.published, narrative=self._counted_from(item), year=year, future=future)

    def _counted_from(self, item: Found) -> DateSpan | None:
        """The date that « la veille » counts from: the event's, or that of telling in the same sentence."""
        if item.rule.name in FROM_EVENT:
            return self._told or self.narrative or (self.day if item.rule.name == "before_event" else None)
        if isinstance(item.value, Nearby):
            return self._hours_from(item)
        if self._aside is None:
            return self.narrative
        position, span = self._aside
        if isinstance(item.value, Shift) and item.value.amount == 0 and span.precision == "day":
            # « ce jour-là »: the last day told; not that of telling in « tués mardi, a-t-il dit mercredi »
            beside = self.narrative is not None and self.same_sentence(self._narrative_end, position)
            return self.narrative if beside else span
        return span if self.same_sentence(position, item.start) or self.narrative is None else self.narrative

    def _hours_from(self, item: Found) -> DateSpan | None:
        """The day of an hour: « durant la nuit » is the night told before; a year in passing has none."""
        night, last = self._night, self._last_day
        if item.part == "night" and night is not None and last is not None and last.start <= night.end:
            return night
        passing = self.narrative is not None and self.narrative.precision in ("year", "season")
        return (last or self.day) if passing else self.narrative

    def same_night(self, span: DateSpan | None) -> DateSpan | None:
        """« cette nuit-là », « la même nuit »: both days of the night told last."""
        night = self._night
        inside = night is not None and span is not None and night.start <= span.start <= night.end
        return night if inside else span

    def same_sentence(self, start: int, end: int) -> bool:
        """Whether no sentence ends between two offsets, not far apart."""
        return end - start <= SENTENCE_REACH and not SENTENCE_END.search(self.text, start, end)

    def weekday(self, value: Weekday) -> DateSpan | None:
        """The day of a bare weekday from one told with its date in the article; None when none helps."""
        if value.which != "near":
            return None
        twin = self._weekdays.get(value.weekday)
        if twin is not None or self.published is not None or self._framed is None:
            return twin
        ahead = (value.weekday - self._framed.start.weekday()) % 7
        return day_span(self._framed.start + timedelta(days=ahead))

    def _weekdays_told(self, found: Sequence[Found]) -> dict[int, DateSpan]:
        """Days of « lundi 6 février », for a bare « lundi » elsewhere in the article.

        Where the publication day is known, only of days that are about to come: the one before needs no help.
        """
        told: dict[int, DateSpan] = {}
        for item in found:
            if not isinstance(item.value, Calendar) or item.value.weekday is None:
                continue
            span = resolve(item.value, self.anchors(item))
            if span is None or span.precision != "day":
                continue
            if self.day is None or 0 < (span.start - self.day.start).days <= TWIN_DAYS:
                told.setdefault(span.start.weekday(), span)
        return told

    def advance(self, item: Found, read: Read) -> None:
        """Take a date into account for what comes after it."""
        span, mention = read.mention.resolved, read.mention
        if item.rule.name == "year_heading" and (told := told_year(item)):
            self._years.head(told, item.end)
        if span is None:
            return
        if mention.role in ("announcement", "since"):
            self._aside = (read.end, span)
        if mention.relative == "publication":
            self._years.end()
        if mention.role != "event":
            return
        if mention.relative != "publication":
            self._years.tell(item, span)
        if isinstance(item.value, Calendar) and item.value.weekday is not None:
            self._framed = span
        if span.precision == "day" or (span.precision == "interval" and (span.end - span.start).days == 1):
            self._last_day = span
            self._night = span if item.part == "night" and span.precision == "interval" else self._night
        before = self.narrative
        coarse = span.precision in ("year", "season") or (span.end - span.start).days > 31
        if coarse and before is not None and span.start <= before.start <= span.end:
            return
        self.narrative, self._narrative_end, self._aside = span, read.end, None
        if mention.relative != "narrative":
            self._told = span
