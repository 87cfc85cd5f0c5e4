"""The year that a date without one takes from a date told close by."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from depeche.components.dates.clauses import clause_words
from depeche.components.dates.find import Found
from depeche.components.dates.roles import role_of
from depeche.values.dates import Anchors, Calendar, Feast, Season, Stretch, resolve
from depeche.values.edtf import DateSpan

REACH = 400  # characters, in the same paragraph, over which a year told is taken
_SENTENCE_END = re.compile(r"[.!?;]\s")
LONE_REACH = 1500  # the same in an article without publication date


@cache
def _relative() -> re.Pattern[str]:
    """A relative behind a comma, up to the end of the clause."""
    return re.compile(rf",\s{clause_words('relative').pattern}[^,]*$")


class Told(NamedTuple):
    """A year told: where, and the month and day told with it, 0 when none."""

    position: int
    year: int
    month: int
    day: int


def lacks_year(item: Found) -> bool:
    """Whether the date is told without its year, and may take one."""
    value = item.value.last if isinstance(item.value, Stretch) else item.value
    return isinstance(value, Calendar | Season | Feast) and value.year is None


def told_year(item: Found) -> Told | None:
    """The year that a mention tells, if it does."""
    value = item.value.last if isinstance(item.value, Stretch) else item.value
    if isinstance(value, Calendar) and value.year is not None:
        return Told(item.start, value.year, value.month or 0, value.day or 0)
    if isinstance(value, Season) and value.year is not None:  # « à l'automne 2016 … le 8 décembre »
        span = resolve(value, Anchors())
        return Told(item.start, value.year, span.start.month, 0) if span else None
    return None


class YearContext:
    """The year current in the text: a date that tells one sets it, one counted from publication ends it."""

    def __init__(self, text: str, published: DateSpan | None, found: Sequence[Found]) -> None:
        self._text = text
        self._published = published
        lower = text.lower()
        births = [item for item in found if role_of(lower, item.start, item.end) == "birth"]
        self._all = [told for item in found if (told := told_year(item)) and item not in births]
        self._all = self._all if published is None else []
        self._current: Told | None = None
        self._heading: Told | None = None
        self._until = 0  # where the heading's reach ends

    def tell(self, item: Found, span: DateSpan | None) -> None:
        """A date of an event was read; later dates without a year follow it."""
        told = told_year(item)
        if told is None and span is not None and lacks_year(item):
            told = Told(item.start, span.start.year, span.start.month, span.start.day)
        self._current = told

    def head(self, told: Told, end: int) -> None:
        """A line that is a year: the dates below it are of that year, up to the next such line.

        A year that opens an entry of a list (« 2015 : … ») is that of its line alone.
        """
        line = self._text[end:].partition("\n")[0]
        self._until = end + len(line) if line.strip(" :") else len(self._text)
        self._heading = told

    def end(self) -> None:
        """A date counted from publication was read."""
        self._current = None

    def year_for(self, item: Found) -> int | None:
        """The year for a date without one, or None.

        With a publication date known, only dates that move on from the one told take its year: « en décembre
        2001 … le 22 octobre » does not speak of October 2001.
        """
        if not lacks_year(item):
            return None
        if self._heading is not None and item.start < self._until:
            return self._heading.year
        if self._published is None:
            return self._lone_year(item.start)
        told = self._current
        if told is None or item.start - told.position > REACH or told.year > self._published.end.year:
            return None
        between = self._text[told.position : item.start]
        if "\n" in between or self._in_passing(told, between):
            return None
        value = item.value.last if isinstance(item.value, Stretch) else item.value
        month, day = getattr(value, "month", None) or 12, getattr(value, "day", None) or 31
        return told.year if (month, day) >= (told.month, told.day) else None

    def _in_passing(self, told: Told, between: str) -> bool:
        """« ceux, qui ont pris le pouvoir en février 2021, … le séisme du 28 mars »: a year in passing.

        Told in a relative that a comma closes, or as the start of what lasts (« Depuis leur retour en août
        2021, les attentats avaient diminué. Le 30 septembre, … »).
        """
        clause = _SENTENCE_END.split(self._text[max(0, told.position - REACH) : told.position])[-1]
        if "," not in between:
            return False
        if _SENTENCE_END.search(between):
            return bool(clause_words("lasting").search(clause.rpartition(",")[2].lower()))
        return bool(_relative().search(clause))

    def _lone_year(self, position: int) -> int | None:
        """The year told before; else that of the first date told after with its month, no bare year.

        « Le séisme du 28 mars … En 2008, le cyclone … » does not speak of March 2008.
        """
        if not self._all:
            return None
        index = bisect_left(self._all, position, key=lambda told: told.position)
        near = self._all[max(0, index - 1)]
        if near.position > position and not near.month:
            return None
        return near.year if abs(near.position - position) <= LONE_REACH else None
