"""The one day of a night whose hour is told: « dans la nuit de mardi à mercredi, vers 1 h » is Wednesday.

The evening hours of a night belong to its first day, those after midnight to its second; « vers minuit »
tells neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from depeche.components.dates.clauses import clause_words
from depeche.components.dates.find import Found
from depeche.components.dates.state import Read, State
from depeche.values.dates import day_span
from depeche.values.edtf import DateSpan

MORNING, EVENING = 8, 18  # hours: the night lies before the one and after the other
_HOUR = re.compile(r"\d{1,2}")
_LINK = re.compile(r"[\s,]+")


def hour_of_night(read: Read, found: Sequence[Found], state: State) -> Read:
    """A night of two days narrowed to one by the hour told right beside it."""
    night = read.mention.resolved
    if read.mention.rule not in ("night_weekdays", "night_days") or night is None:
        return read
    if (night.end - night.start).days != 1:
        return read
    for item in found:
        if item.rule.kind == "time" and _beside(item, read, state):
            day = _day(night, item, state)
            if day is not None:
                return read._replace(mention=read.mention.model_copy(update={"resolved": day}))
    return read


def _beside(item: Found, read: Read, state: State) -> bool:
    """Whether nothing but small words stands between an hour and a night."""
    first, last = (item.end, read.start) if item.end <= read.start else (read.end, item.start)
    if last < first:
        return False
    words = [word for word in _LINK.split(state.lower[first:last]) if word]
    return all(clause_words("hour").fullmatch(word) for word in words)


def _day(night: DateSpan, item: Found, state: State) -> DateSpan | None:
    """The day of the night that an hour falls on."""
    told, before = state.lower[item.start : item.end], state.lower[: item.start].split()[-1:]
    words = {*before, *told.split()}
    if "minuit" in words:
        late = "après" in words
        return day_span(night.end if late else night.start) if late or "avant" in words else None
    hour = _HOUR.search(told)
    if hour is None:
        return None
    if int(hour[0]) <= MORNING:
        return day_span(night.end)
    return day_span(night.start) if int(hour[0]) >= EVENING else None
