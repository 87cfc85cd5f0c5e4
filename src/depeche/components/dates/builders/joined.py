"""Two dates told together."""

from __future__ import annotations

from depeche.components.dates.builders.absolute import calendar
from depeche.components.dates.builders.relative import deictic, weekday
from depeche.components.dates.builders.units import DAY_CODES, Units, first
from depeche.values.dates import Calendar, DateExpression, Stretch, Weekday


def stretch(units: Units) -> DateExpression | None:
    """« la nuit du 3 au 4 mai », « la nuit de lundi à mardi »."""
    joint = next(i for i, unit in enumerate(units) if unit.code in ("AU", "A"))
    if first(units[joint:], *DAY_CODES) and first(units[:joint], *DAY_CODES):
        left, right = calendar(units[:joint]), calendar(units[joint:])
        return Stretch(first=completed(left, right), last=right) if left and right else None
    if first(units[joint:], *DAY_CODES):  # « de dimanche à lundi 3 mars »: the night ends on that day
        right = calendar(units[joint:])
        if isinstance(right, Calendar) and right.day and right.day > 1:
            left = right.model_copy(update={"day": right.day - 1, "weekday": None})
            return Stretch(first=left, last=right)
        return right
    left, right = weekday(units[:joint]), weekday(units[joint:])
    return Stretch(first=left, last=right) if left and right else None


def part_of(units: Units) -> DateExpression | None:
    """« la soirée de lundi », « la nuit du 3 mai », « la journée d'hier »."""
    if first(units, "DEICTIC"):
        return deictic(units)
    return calendar(units) if first(units, "MONTH", "ABBR", "SEPT") else weekday(units)


def completed(left: DateExpression, right: DateExpression) -> DateExpression:
    """The earlier of two dates told together, with what it lacks taken from the later."""
    if isinstance(left, Weekday) and isinstance(right, Weekday) and left.which == "near":
        return left.model_copy(update={"which": right.which})
    if not isinstance(left, Calendar) or not isinstance(right, Calendar):
        return left
    filled: dict[str, int | None] = {}
    if left.month is None and left.year is None:
        filled["month"] = right.month
    month = left.month or filled.get("month")
    if left.year is None and right.year is not None and month is not None:
        filled["year"] = right.year - (right.month is not None and month > right.month)
    if left.year is None and not left.shift:
        filled["shift"] = right.shift
    return left.model_copy(update=filled)
