"""Days, weeks, months and years as `DateSpan`, and the calendar arithmetic on them."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import lru_cache

from depeche.values.edtf import DateSpan, parse_edtf

EASTER_YEARS = range(1583, 4100)


@lru_cache(maxsize=4096)
def day_span(day: date) -> DateSpan:
    """One day.

    >>> day_span(date(2025, 5, 23)).edtf
    '2025-05-23'
    """
    return DateSpan(edtf=day.isoformat(), start=day, end=day, precision="day")


@lru_cache(maxsize=1024)
def month_span(year: int, month: int) -> DateSpan:
    """One month.

    >>> month_span(2025, 5).edtf
    '2025-05'
    """
    return parse_edtf(f"{year:04d}-{month:02d}")


@lru_cache(maxsize=512)
def year_span(year: int) -> DateSpan:
    """One year."""
    return parse_edtf(f"{year:04d}")


@lru_cache(maxsize=512)
def season_span(year: int, season: int) -> DateSpan:
    """One season, EDTF 21 (spring) to 24 (winter, named by the year it begins in)."""
    return parse_edtf(f"{year:04d}-{season:02d}")


@lru_cache(maxsize=1024)
def interval_span(first: DateSpan, last: DateSpan) -> DateSpan | None:
    """From the first day of one to the last day of the other; None when they are in the wrong order."""
    if last.end < first.start or last.start < first.start:
        return None
    if first.edtf == last.edtf:
        return first
    return parse_edtf(f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}")


def week_span(day: date) -> DateSpan:
    """The ISO week of a day, Monday to Sunday.

    >>> week_span(date(2025, 5, 23)).edtf
    '2025-05-19/2025-05-25'
    """
    monday = day - timedelta(days=day.weekday())
    return _days(monday, monday + timedelta(days=6))


def weekend_span(day: date) -> DateSpan:
    """Saturday and Sunday of a day's ISO week."""
    monday = day - timedelta(days=day.weekday())
    return _days(monday + timedelta(days=5), monday + timedelta(days=6))


@lru_cache(maxsize=1024)
def _days(first: date, last: date) -> DateSpan:
    return parse_edtf(f"{first.isoformat()}/{last.isoformat()}")


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none (30 February).

    >>> calendar_day(2025, 2, 30) is None
    True
    """
    if not 1 <= month <= 12 or not 1 <= year <= 9999 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def add_months(year: int, month: int, amount: int) -> tuple[int, int]:
    """Year and month so many months away.

    >>> add_months(2025, 1, -2)
    (2024, 11)
    """
    index = year * 12 + month - 1 + amount
    return index // 12, index % 12 + 1


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (anonymous algorithm, Meeus 1991).

    >>> easter(1999).isoformat()
    '1999-04-04'
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    skew = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * skew) // 451
    month, day = divmod(h + skew - 7 * m + 114, 31)
    return date(year, month, day + 1)
