"""The year of a date that is told without one."""

from __future__ import annotations

from depeche.values.dates.anchors import Anchors
from depeche.values.dates.expressions import Calendar
from depeche.values.dates.spans import calendar_day, day_span, month_span
from depeche.values.edtf import DateSpan

AHEAD_DAYS, RECENT_DAYS = 120, 60  # « samedi 5 juin » told in May; a slip of the weekday a month ago


def year_of(value: Calendar, anchors: Anchors) -> int | None:
    """The year of a date told without one."""
    published = anchors.published
    if published is None or (anchors.year and not value.shift):
        return anchors.year
    if published.precision == "year":
        return None if value.shift else published.start.year
    year = _year_by_direction(value, published, future=anchors.future)
    return _weekday_year(value, published, year) if year and value.weekday is not None else year


def _year_by_direction(value: Calendar, published: DateSpan, *, future: bool) -> int | None:
    """The latest year that puts the date on or before publication; the next one for what is yet to come."""
    year = published.start.year
    told = _in_year(value, year)
    if told is None:  # 29 February
        return next((near for near in range(year, year - 8, -1) if _in_year(value, near)), None)
    if value.shift > 0 or (future and not value.shift):
        return year if told.end >= published.start else year + 1
    if value.shift < 0 and value.day is None:  # « mars dernier » told in March is last year's
        return year if told.end < published.start else year - 1
    return year if told.start <= published.end else year - 1


def _in_year(value: Calendar, year: int) -> DateSpan | None:
    if value.day is None:
        return month_span(year, value.month or 1)
    day = calendar_day(year, value.month or 1, value.day)
    return day_span(day) if day else None


def _weekday_year(value: Calendar, published: DateSpan, year: int) -> int:
    """« samedi 5 juin »: the year in which that day is a Saturday, when it is near; else the calendar date
    stands.

    The year on or before publication gives way to the next where the day is soon to come, and to the one
    before where it is not recent: a weekday that contradicts a recent date is a slip.
    """
    told, after, before = (_in_year(value, candidate) for candidate in (year, year + 1, year - 1))
    if told is None or told.start.weekday() == value.weekday:
        return year
    if after and after.start.weekday() == value.weekday and (after.start - published.end).days <= AHEAD_DAYS:
        return year + 1
    recent = (published.start - told.start).days <= RECENT_DAYS
    return year - 1 if not recent and before and before.start.weekday() == value.weekday else year
