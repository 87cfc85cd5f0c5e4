"""EDTF dates of the contract."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.values.edtf import parse_edtf


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2025-05-23", "2025-05-23", "2025-05-23", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2019", "2019-01-01", "2019-12-31", "year"),
        ("2019-21", "2019-03-01", "2019-05-31", "season"),
        ("2019-24", "2019-12-01", "2020-02-29", "season"),
        ("2025-05-19/2025-05-25", "2025-05-19", "2025-05-25", "week"),
        ("2025-05-23/2025-05-24", "2025-05-23", "2025-05-24", "interval"),
        ("2025-05/2025-06", "2025-05-01", "2025-06-30", "interval"),
    ],
)
def test_a_date_spans_its_days(text: str, start: str, end: str, precision: str) -> None:
    span = parse_edtf(text)
    assert (span.start.isoformat(), span.end.isoformat(), span.precision) == (start, end, precision)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hier",
        "2025-13",
        "2025-00",
        "2025-02-30",
        "2025-5-3",
        "25-05-23",
        "2025-05-24/2025-05-23",
        "2025/",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (three messages)
        parse_edtf(text)


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_every_day_reads_back(day: datetime.date) -> None:
    assert parse_edtf(day.isoformat()).start == day
