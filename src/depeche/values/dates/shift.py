"""So many days, weeks, months or years from a known date, as precise as that date allows."""

from __future__ import annotations

from datetime import date, timedelta

from depeche.values.dates.expressions import Shift
from depeche.values.dates.spans import (
    add_months,
    calendar_day,
    day_span,
    interval_span,
    month_span,
    week_span,
    weekend_span,
    year_span,
)
from depeche.values.edtf import DateSpan

MONTH_LIMIT_DAYS = (
    3  # « hier » in an article dated to the month is read as that month (annotation guidelines, Date)
)
WEEKEND = 5  # up to Friday, « ce week-end » told as past is the last one


def shift_from(base: DateSpan, shift: Shift, *, future: bool = False) -> DateSpan | None:
    """The span so many units from `base`; None when the base is too vague to say.

    Weeks come to ISO weeks, months to months: « il y a trois semaines » tells no day. `future` decides which
    « ce week-end » is meant.

    >>> shift_from(day_span(date(2025, 5, 28)), Shift(amount=-1, unit="week")).edtf
    '2025-05-19/2025-05-25'
    """
    if shift.unit == "day":
        return _days(base, shift)
    if shift.exact and shift.unit in ("month", "year"):
        return _same_day(base, shift)
    if shift.unit in ("week", "weekend"):
        return _weeks(base, shift, future=future)
    if shift.unit in ("month", "quarter", "half"):
        return _months(base, shift)
    return _years(base, shift)


def _days(base: DateSpan, shift: Shift) -> DateSpan | None:
    if base.precision == "day":
        return _plus(base.start, shift.amount)
    if base.precision == "interval" and (base.end - base.start).days <= MONTH_LIMIT_DAYS:
        return _plus(base.start, shift.amount)  # past midnight: the day of the onset
    near = abs(shift.amount) <= MONTH_LIMIT_DAYS
    if near and (base.precision == "month" or (base.precision == "year" and shift.anchor == "publication")):
        return base
    return base if shift.amount == 0 else None


def _same_day(base: DateSpan, shift: Shift) -> DateSpan | None:
    """« deux ans jour pour jour avant »: the same day of another month or year."""
    if base.precision != "day":
        return None
    months = shift.amount * (12 if shift.unit == "year" else 1)
    day = calendar_day(*add_months(base.start.year, base.start.month, months), base.start.day)
    return day_span(day) if day else None


def _plus(day: date, amount: int) -> DateSpan | None:
    try:
        return day_span(day + timedelta(days=amount))
    except OverflowError:
        return None


def _weeks(base: DateSpan, shift: Shift, *, future: bool) -> DateSpan | None:
    amount = shift.amount
    if base.precision not in ("day", "week"):
        return base if abs(amount) <= 1 and base.precision == "month" else None
    if shift.unit == "weekend" and not amount and not future and base.start.weekday() < WEEKEND:
        amount = -1  # « ce week-end » told on a Monday
    moved = _plus(base.start, 7 * amount)
    if moved is None:
        return None
    return week_span(moved.start) if shift.unit == "week" else weekend_span(moved.start)


def _months(base: DateSpan, shift: Shift) -> DateSpan | None:
    if base.precision not in ("day", "month", "week") and base.start.strftime("%Y%m") != base.end.strftime(
        "%Y%m"
    ):
        return None
    size = {"month": 1, "quarter": 3, "half": 6}[shift.unit]
    start = (base.start.month - 1) // size * size + 1
    year, month = add_months(base.start.year, start, shift.amount * size)
    if not 1 <= year <= 9999:
        return None
    if size == 1:
        return month_span(year, month)
    return interval_span(month_span(year, month), month_span(*add_months(year, month, size - 1)))


def _years(base: DateSpan, shift: Shift) -> DateSpan | None:
    size = {"year": 1, "decade": 10, "century": 100}[shift.unit]
    if base.precision == "month" and shift.anchor == "narrative" and size == 1:
        return month_span(base.start.year + shift.amount, base.start.month)
    if base.start.year != base.end.year:
        return None
    start = base.start.year if size == 1 else (base.start.year - size // 100) // size * size + size // 100
    first = start + shift.amount * size
    if not 1 <= first <= 9999 - size:
        return None
    return year_span(first) if size == 1 else interval_span(year_span(first), year_span(first + size - 1))
