"""Dates as a text tells them, partial or relative, and the pure functions that resolve them.

An expression is what the words say (« le 23 mai », « mardi dernier », « deux jours plus tard »); `resolve`
turns it into a `DateSpan` against `Anchors`: the publication date, the narrative's current date, a year told
close by.
"""

from __future__ import annotations

from depeche.values.dates.anchors import Anchors
from depeche.values.dates.expressions import (
    Anchor,
    Calendar,
    DateExpression,
    DateMention,
    Feast,
    Kind,
    Nearby,
    OrdinalWeekday,
    Reference,
    Relative,
    Role,
    Season,
    Shift,
    Stretch,
    Unit,
    Weekday,
    Years,
)
from depeche.values.dates.resolve import resolve
from depeche.values.dates.spans import day_span, interval_span, month_span, week_span, year_span
from depeche.values.dates.timex import timex_value

__all__ = [
    "Anchor",
    "Anchors",
    "Calendar",
    "DateExpression",
    "DateMention",
    "Feast",
    "Kind",
    "Nearby",
    "OrdinalWeekday",
    "Reference",
    "Relative",
    "Role",
    "Season",
    "Shift",
    "Stretch",
    "Unit",
    "Weekday",
    "Years",
    "day_span",
    "interval_span",
    "month_span",
    "resolve",
    "timex_value",
    "week_span",
    "year_span",
]
