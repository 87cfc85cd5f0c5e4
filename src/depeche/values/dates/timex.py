"""TimeML TIMEX3 values of mentions, for comparison with corpora annotated so."""

from __future__ import annotations

from datetime import timedelta

from depeche.values.dates.expressions import DateMention, Reference, Shift, Stretch, Years
from depeche.values.edtf import DateSpan

_REFERENCES = {"present": "PRESENT_REF", "past": "PAST_REF", "future": "FUTURE_REF", "none": ""}
_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}


def timex_value(mention: DateMention) -> str:
    """The TIMEX3 value at day granularity or coarser; "" when the mention has none.

    TimeML writes a week `1999-W20`, a decade `196X`, a century `18XX`, autumn `1999-FA`, a quarter `2003-Q1`,
    and gives a night from one day to the next its first day (TimeML Annotation Guidelines 1.2.1, 2.2.2).
    """
    value, span = mention.value, mention.resolved
    if isinstance(value, Reference):
        return _REFERENCES[value.when]
    if span is None:
        return ""
    if isinstance(value, Years):
        return _years(value, span)
    if isinstance(value, Stretch) and mention.part == "night":
        deictic = isinstance(value.last, Shift) and value.last.anchor == "publication"
        return (span.end if deictic else span.start).isoformat()
    if span.precision == "season":
        return f"{span.edtf[:4]}-{_SEASONS[span.edtf[5:]]}"
    if span.precision == "week":
        return _week(span)
    if isinstance(value, Shift) and value.unit == "weekend":
        return f"{_week(span)}-WE"
    if isinstance(value, Shift) and value.unit == "decade":
        return f"{span.edtf[:3]}X"
    return span.edtf


def _week(span: DateSpan) -> str:
    year, week, _ = (span.end - timedelta(days=3)).isocalendar()
    return f"{year:04d}-W{week:02d}"


def _years(value: Years, span: DateSpan) -> str:
    years = span.end.year - span.start.year
    if years == 9:
        return f"{span.end.year // 10}X"
    if years == 99:
        return f"{(span.end.year - 1) // 100}XX"
    months = value.last_month - value.first_month
    if months == 2:
        return f"{span.start.year}-Q{value.last_month // 3}"
    if months == 5:
        return f"{span.start.year}-H{value.last_month // 6}"
    return span.edtf
