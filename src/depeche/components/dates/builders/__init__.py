"""What matched units mean: a builder turns the units of a mention into an expression, or None for no date."""

from __future__ import annotations

from collections.abc import Callable

from depeche.components.dates.builders import absolute, joined, relative
from depeche.components.dates.builders.joined import completed
from depeche.components.dates.builders.units import Units
from depeche.values.dates import DateExpression

__all__ = ["BUILDERS", "Units", "completed"]

Builder = Callable[[Units], DateExpression | None]

# The names that rule files use.
BUILDERS: dict[str, Builder] = {
    builder.__name__: builder
    for builder in (
        absolute.calendar,
        absolute.named_attacks,
        absolute.feast_day,
        absolute.decade,
        absolute.century,
        absolute.quarter,
        absolute.ordinal_weekday,
        absolute.season,
        absolute.feast,
        joined.stretch,
        joined.part_of,
        relative.weekday,
        relative.deictic,
        relative.today,
        relative.last_night,
        relative.period,
        relative.recent,
        relative.ago,
        relative.later,
        relative.hours,
        relative.eve,
        relative.day_before,
        relative.before_event,
        relative.next_night,
        relative.event_day,
        relative.same,
        relative.nearby,
        relative.clock,
        relative.reference,
        relative.none,
    )
}
