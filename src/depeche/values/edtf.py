"""Dates as EDTF strings (ISO 8601-2): `2025-05-23`, `2025-05`, `2025` or an interval `a/b`."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Literal

from depeche.values.base import Value

Precision = Literal["day", "week", "month", "season", "year", "interval"]

_SIMPLE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


class DateSpan(Value):
    """A resolved date: an EDTF string with its first and last day."""

    edtf: str
    start: date
    end: date
    precision: Precision


def _simple(text: str) -> DateSpan:
    match = _SIMPLE.fullmatch(text)
    if match is None:
        raise ValueError(f"not an EDTF date: {text!r}")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return DateSpan(edtf=text, start=date(year, 1, 1), end=date(year, 12, 31), precision="year")
    if month in _SEASONS and day is None:
        first, last = _SEASONS[month]
        last_year = year + (last < first)
        last_day = calendar.monthrange(last_year, last)[1]
        return DateSpan(
            edtf=text, start=date(year, first, 1), end=date(last_year, last, last_day), precision="season"
        )
    if not 1 <= month <= 12:
        raise ValueError(f"not a month: {text!r}")
    if day is None:
        last_day = calendar.monthrange(year, month)[1]
        return DateSpan(
            edtf=text, start=date(year, month, 1), end=date(year, month, last_day), precision="month"
        )
    exact = date(year, month, day)
    return DateSpan(edtf=text, start=exact, end=exact, precision="day")


def parse_edtf(text: str) -> DateSpan:
    """Read an EDTF date of the contract.

    Raises:
        ValueError: the text is no EDTF date, no calendar date, or an interval that ends before it starts.

    >>> parse_edtf("2025-05").end.isoformat()
    '2025-05-31'
    >>> parse_edtf("2025-05-23/2025-05-24").precision
    'interval'
    """
    if "/" not in text:
        return _simple(text)
    first, last = text.split("/", 1)
    start, end = _simple(first).start, _simple(last).end
    if end < start:
        raise ValueError(f"interval ends before it starts: {text!r}")
    days = (end - start).days
    week = start.weekday() == 0 and days == 6
    return DateSpan(edtf=text, start=start, end=end, precision="week" if week else "interval")
