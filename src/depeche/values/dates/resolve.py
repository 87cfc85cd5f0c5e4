"""Resolution of date expressions: pure functions from what is said and what is known to a `DateSpan` or None.

What the document does not tell stays None; a publication date known to the month gives the month and never a
day.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from depeche.values.dates.anchors import Anchors
from depeche.values.dates.expressions import (
    Calendar,
    DateExpression,
    Feast,
    Nearby,
    OrdinalWeekday,
    Season,
    Shift,
    Stretch,
    Weekday,
    Years,
)
from depeche.values.dates.shift import shift_from
from depeche.values.dates.spans import (
    calendar_day,
    day_span,
    easter,
    interval_span,
    month_span,
    season_span,
    year_span,
)
from depeche.values.dates.year_of import year_of
from depeche.values.edtf import DateSpan

MONTHS_BACK = 3  # « samedi 10 » is of this month or one just past
SEASON_STARTS = {21: (3, 20), 22: (6, 21), 23: (9, 22), 24: (12, 21)}


def resolve(value: DateExpression, anchors: Anchors) -> DateSpan | None:
    """The days that an expression comes to, or None when the anchors do not tell.

    >>> from depeche.values.edtf import parse_edtf
    >>> resolve(Calendar(month=5, day=23), Anchors(published=parse_edtf("2025-05"))).edtf
    '2025-05-23'
    >>> resolve(Weekday(weekday=1), Anchors(published=parse_edtf("2025-05-28"))).edtf
    '2025-05-27'
    >>> resolve(Shift(amount=-1, unit="day", anchor="narrative"), Anchors()) is None
    True
    """
    reader = _READERS.get(type(value))
    return reader(value, anchors) if reader else None


def _calendar(value: Calendar, anchors: Anchors) -> DateSpan | None:
    if value.month is None:
        if value.day is not None and value.weekday is not None:
            return _weekday_and_day(value.weekday, value.day, anchors)
        if value.day is not None:
            return _bare_day(value.day, anchors)
        return year_span(value.year) if value.year else None
    year = value.year if value.year else year_of(value, anchors)
    if year is None:
        return None
    if value.day is None:
        return month_span(year, value.month)
    day = calendar_day(year, value.month, value.day)
    return day_span(day) if day else None


def _weekday_and_day(weekday: int, day: int, anchors: Anchors) -> DateSpan | None:
    """« samedi 10 »: the nearest month, back from publication, in which the 10th is a Saturday."""
    known = anchors.published or anchors.narrative
    if known is None:
        return None
    first = known.end.replace(day=1)
    for _ in range(MONTHS_BACK):
        exact = calendar_day(first.year, first.month, day)
        if exact and exact.weekday() == weekday:
            return day_span(exact)
        first = (first - timedelta(days=1)).replace(day=1)
    return _weekday(Weekday(weekday=weekday), anchors)


def _bare_day(day: int, anchors: Anchors) -> DateSpan | None:
    """« le 3 » takes month and year of the narrative."""
    told = anchors.narrative
    if told is None or told.precision not in ("day", "month", "interval"):
        return None
    if told.start.strftime("%Y%m") != told.end.strftime("%Y%m"):
        return None
    exact = calendar_day(told.start.year, told.start.month, day)
    return day_span(exact) if exact else None


def _weekday(value: Weekday, anchors: Anchors) -> DateSpan | None:
    if value.which in ("before", "after"):
        return _weekday_from_narrative(value, anchors)
    today = anchors.today
    if today is None:
        return anchors.published if value.which != "next" else None
    back = (today.weekday() - value.weekday) % 7
    if value.which == "next" or (value.which == "near" and anchors.future and back):
        return day_span(today + timedelta(days=7 - back))
    if value.which == "last":
        back = back or 7
    return day_span(today - timedelta(days=back))


def _weekday_from_narrative(value: Weekday, anchors: Anchors) -> DateSpan | None:
    told = anchors.narrative
    if told is None or told.precision not in ("day", "interval", "week"):
        return None
    if value.which == "after":
        return day_span(told.end + timedelta(days=(value.weekday - told.end.weekday() - 1) % 7 + 1))
    return day_span(told.start - timedelta(days=(told.start.weekday() - value.weekday - 1) % 7 + 1))


def _shift(value: Shift, anchors: Anchors) -> DateSpan | None:
    base = anchors.published if value.anchor == "publication" else anchors.narrative
    if base is None:
        return None
    return shift_from(base, value, future=anchors.future)


def _season(value: Season, anchors: Anchors) -> DateSpan | None:
    if value.year:
        return season_span(value.year, value.season)
    if anchors.published is None:
        return season_span(anchors.year, value.season) if anchors.year else None
    if anchors.year and not value.shift:
        return season_span(anchors.year, value.season)
    span = season_span(anchors.published.start.year, value.season)
    today = anchors.published.end
    if value.shift > 0 or anchors.future:
        return span if span.end > today else season_span(span.start.year + 1, value.season)
    begun = span.end < anchors.published.start if value.shift < 0 else span.start <= today
    return span if begun else season_span(span.start.year - 1, value.season)


def _feast(value: Feast, anchors: Anchors) -> DateSpan | None:
    year = value.year or anchors.year
    if year:
        return _feast_in(value, year)
    if anchors.published is None or anchors.published.precision == "year":
        return None
    here = _feast_in(value, anchors.published.start.year)
    if here is None or value.near:
        return here
    if anchors.future and here.end < anchors.published.start:
        return _feast_in(value, here.start.year + 1)
    return (
        here
        if anchors.future or here.start <= anchors.published.end
        else _feast_in(value, here.start.year - 1)
    )


def _feast_in(value: Feast, year: int) -> DateSpan | None:
    if value.easter is not None:
        return day_span(easter(year) + timedelta(days=value.easter + value.shift))
    day = calendar_day(year, value.month or 1, value.day or 1)
    return day_span(day + timedelta(days=value.shift)) if day else None


def _ordinal(value: OrdinalWeekday, anchors: Anchors) -> DateSpan | None:
    if value.month:
        span = _calendar(Calendar(year=value.year, month=value.month), anchors)
        first = span.start if span else None
    else:
        span = _season(Season(season=value.season or 21, year=value.year), anchors)
        first = date(span.start.year, *SEASON_STARTS[value.season or 21]) if span else None
    if span is None or first is None:
        return None
    if value.ordinal < 0:
        return day_span(span.end - timedelta(days=(span.end.weekday() - value.weekday) % 7))
    day = first + timedelta(days=(value.weekday - first.weekday()) % 7 + 7 * (value.ordinal - 1))
    return day_span(day)


def _stretch(value: Stretch, anchors: Anchors) -> DateSpan | None:
    if anchors.future and isinstance(value.last, Shift) and value.last.anchor == "publication":
        to_come = Shift(amount=value.last.amount + 1, unit="day")  # « cette nuit », yet to come
        value = Stretch(first=value.last, last=to_come)
    last = resolve(value.last, anchors)
    first = resolve(value.first, anchors)
    if first is None or last is None:
        return None
    if (
        isinstance(value.first, Weekday)
        and first.precision == last.precision == "day"
        and first.start > last.start
    ):
        first = day_span(first.start - timedelta(days=7))
    return interval_span(first, last)


def _years(value: Years, anchors: Anchors) -> DateSpan | None:
    first = value.first
    if first is None:  # « le premier trimestre »: of the year told, else of the publication's
        first = anchors.year or (anchors.published.start.year if anchors.published else None)
    if first is None:
        return None
    last = value.last or first
    if (value.first_month, value.last_month) == (1, 12):
        return interval_span(year_span(first), year_span(last))
    return interval_span(month_span(first, value.first_month), month_span(last, value.last_month))


def _nearby(value: Nearby, anchors: Anchors) -> DateSpan | None:
    told = anchors.narrative if value.anchor == "narrative" else None
    return told or anchors.published


_READERS: dict[type, Callable[[Any, Anchors], DateSpan | None]] = {
    Calendar: _calendar,
    Weekday: _weekday,
    Shift: _shift,
    Season: _season,
    Feast: _feast,
    OrdinalWeekday: _ordinal,
    Stretch: _stretch,
    Years: _years,
    Nearby: _nearby,
}
