"""Date arithmetic: what is said and what is known, in; days, out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.values.dates import (
    Anchors,
    Calendar,
    DateMention,
    Feast,
    Reference,
    Shift,
    Stretch,
    Weekday,
    Years,
    day_span,
    interval_span,
    month_span,
    resolve,
    timex_value,
    week_span,
)
from depeche.values.dates.spans import add_months, easter
from depeche.values.edtf import parse_edtf

WEDNESDAY = Anchors(published=parse_edtf("2025-05-28"))
MAY = Anchors(published=parse_edtf("2025-05"))
UNKNOWN = Anchors()
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


def edtf(value: object, anchors: Anchors) -> str | None:
    span = resolve(value, anchors)  # type: ignore[arg-type]
    return span.edtf if span else None


@pytest.mark.parametrize(
    ("value", "anchors", "expected"),
    [
        (Calendar(month=5, day=23), WEDNESDAY, "2025-05-23"),
        (Calendar(month=5, day=28), WEDNESDAY, "2025-05-28"),
        (Calendar(month=5, day=29), WEDNESDAY, "2024-05-29"),
        (Calendar(month=12), WEDNESDAY, "2024-12"),
        (Calendar(month=5), WEDNESDAY, "2025-05"),
        (Calendar(month=5, shift=-1), WEDNESDAY, "2024-05"),
        (Calendar(month=9, shift=1), WEDNESDAY, "2025-09"),
        (Calendar(month=5, day=23), MAY, "2025-05-23"),
        (Calendar(month=6, day=3), MAY, "2024-06-03"),
        (Calendar(month=5, day=23), UNKNOWN, None),
        (Calendar(month=5, day=23), Anchors(year=2019), "2019-05-23"),
        (Calendar(month=2, day=30), WEDNESDAY, None),
        (Calendar(month=2, day=29), WEDNESDAY, "2024-02-29"),
        (Calendar(year=2019), UNKNOWN, "2019"),
        (Calendar(day=5), WEDNESDAY.model_copy(update={"narrative": parse_edtf("2020-03-03")}), "2020-03-05"),
        (Calendar(day=5), WEDNESDAY, None),
    ],
)
def test_calendar_dates(value: Calendar, anchors: Anchors, expected: str | None) -> None:
    assert edtf(value, anchors) == expected


def test_date_to_come_keeps_the_year_when_the_sentence_speaks_of_the_future() -> None:
    future = WEDNESDAY.model_copy(update={"future": True})
    assert edtf(Calendar(month=6, day=3), future) == "2025-06-03"
    assert edtf(Calendar(month=5, day=3), future) == "2026-05-03"


def test_weekday_decides_the_year_of_a_date_soon_to_come() -> None:
    assert edtf(Calendar(month=6, day=7, weekday=5), WEDNESDAY) == "2025-06-07"


def test_calendar_date_wins_over_a_weekday_that_contradicts_it() -> None:
    assert edtf(Calendar(month=5, day=20, weekday=0), WEDNESDAY) == "2025-05-20"
    assert edtf(Calendar(year=2016, month=12, day=23, weekday=2), WEDNESDAY) == "2016-12-23"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Weekday(weekday=1), "2025-05-27"),
        (Weekday(weekday=2), "2025-05-28"),
        (Weekday(weekday=3), "2025-05-22"),
        (Weekday(weekday=2, which="last"), "2025-05-21"),
        (Weekday(weekday=1, which="last"), "2025-05-27"),
        (Weekday(weekday=2, which="next"), "2025-06-04"),
    ],
)
def test_weekday_against_a_publication_day(value: Weekday, expected: str) -> None:
    assert edtf(value, WEDNESDAY) == expected


def test_bare_weekday_and_yesterday_give_the_month_when_only_the_month_is_known() -> None:
    assert edtf(Weekday(weekday=1), MAY) == "2025-05"
    assert edtf(Shift(amount=-1, unit="day"), MAY) == "2025-05"


def test_nothing_is_invented_without_a_publication_date() -> None:
    for value in (Weekday(weekday=1), Shift(amount=-1, unit="day"), Shift(amount=0, unit="week")):
        assert edtf(value, UNKNOWN) is None


@pytest.mark.parametrize(
    ("amount", "unit", "expected"),
    [
        (-1, "day", "2025-05-27"),
        (-1, "week", "2025-05-19/2025-05-25"),
        (0, "weekend", "2025-05-24/2025-05-25"),
        (-1, "month", "2025-04"),
        (-1, "year", "2024"),
        (-6, "month", "2024-11"),
        (0, "quarter", "2025-04/2025-06"),
        (0, "decade", "2020/2029"),
    ],
)
def test_shifts_from_publication(amount: int, unit: str, expected: str) -> None:
    assert edtf(Shift(amount=amount, unit=unit), WEDNESDAY) == expected  # type: ignore[arg-type]


def test_day_counted_from_a_night_counts_from_its_onset() -> None:
    night = Anchors(narrative=parse_edtf("2017-01-01/2017-01-02"))
    assert edtf(Shift(amount=5, unit="day", anchor="narrative"), night) == "2017-01-06"


def test_day_counted_from_a_month_is_not_told() -> None:
    told = Anchors(narrative=parse_edtf("2017-01"))
    assert edtf(Shift(amount=1, unit="day", anchor="narrative"), told) == "2017-01"
    assert edtf(Shift(amount=9, unit="day", anchor="narrative"), told) is None


def test_night_between_two_weekdays_runs_forward() -> None:
    night = Stretch(first=Weekday(weekday=2), last=Weekday(weekday=3))
    assert edtf(night, WEDNESDAY) == "2025-05-21/2025-05-22"


def test_feasts() -> None:
    assert edtf(Feast(month=12, day=25), WEDNESDAY) == "2024-12-25"
    assert edtf(Feast(easter=1, year=2019), UNKNOWN) == "2019-04-22"
    assert edtf(Feast(month=12, day=25, shift=-1, year=2023), UNKNOWN) == "2023-12-24"


@pytest.mark.parametrize(
    ("year", "expected"), [(1999, "1999-04-04"), (2019, "2019-04-21"), (2025, "2025-04-20")]
)
def test_easter(year: int, expected: str) -> None:
    assert easter(year).isoformat() == expected


@given(days, st.integers(0, 6))
def test_bare_weekday_is_within_the_week_before(day: date, weekday: int) -> None:
    span = resolve(Weekday(weekday=weekday), Anchors(published=day_span(day)))
    assert span is not None
    assert span.start.weekday() == weekday
    assert 0 <= (day - span.start).days < 7


@given(days, st.integers(1, 12), st.integers(1, 28))
def test_date_without_year_is_the_last_one_on_or_before_publication(
    published: date, month: int, day: int
) -> None:
    span = resolve(Calendar(month=month, day=day), Anchors(published=day_span(published)))
    assert span is not None
    assert 0 <= (published - span.start).days <= 366


@given(days)
def test_week_holds_its_day(day: date) -> None:
    week = week_span(day)
    assert week.start <= day <= week.end
    assert (week.precision, week.start.weekday()) == ("week", 0)


@given(days, days)
def test_interval_is_ordered_or_none(first: date, last: date) -> None:
    span = interval_span(day_span(first), day_span(last))
    assert (span is None) == (last < first)


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(-500, 500))
def test_months_add_up(year: int, month: int, amount: int) -> None:
    assert add_months(*add_months(year, month, amount), -amount) == (year, month)


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        (DateMention(value=Reference(when="present")), "PRESENT_REF"),
        (DateMention(value=Calendar(year=2019), resolved=parse_edtf("2019")), "2019"),
        (DateMention(value=Shift(amount=-1, unit="week"), resolved=week_span(date(2025, 5, 20))), "2025-W21"),
        (DateMention(value=Years(first=1960, last=1969), resolved=parse_edtf("1960/1969")), "196X"),
        (DateMention(value=Years(first=1801, last=1900), resolved=parse_edtf("1801/1900")), "18XX"),
        (DateMention(value=Calendar(month=5, day=3)), ""),
    ],
)
def test_timex_values(mention: DateMention, expected: str) -> None:
    assert timex_value(mention) == expected


def test_month_span_ends_on_its_last_day() -> None:
    assert month_span(2024, 2).end == date(2024, 2, 29)
