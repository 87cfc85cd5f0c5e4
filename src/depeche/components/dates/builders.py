"""What matched units mean: each builder turns the units of a mention into an expression, or None for no date."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from depeche.components.dates.scan import Unit
from depeche.values.dates import (
    Anchor,
    Calendar,
    DateExpression,
    Feast,
    Nearby,
    OrdinalWeekday,
    Reference,
    Season,
    Shift,
    Stretch,
    Weekday,
    Years,
)
from depeche.values.dates import (
    Unit as UnitName,
)

Units = Sequence[Unit]
CENTURY = 100
YEAR_PIVOT = 50  # « 03/12/24 » is 2024, « 97 » is 1997
NEXT_CODES, LAST_CODES = ("NEXT", "SUIVANT", "APRES"), ("LAST", "PRECEDENT", "AVANT")
DAY_CODES = ("INT31", "WORD31")
COUNT_CODES = ("UN", "INT31", "INT99", "YEAR", "NUMBER", "WORD31", "WORDNUM", "SEPT")
SPAN_CODES = (
    "DAYUNIT",
    "WEEK",
    "MOIS",
    "AN",
    "CENTURY",
    "DECADE",
    "WEEKEND",
    "QUARTER",
    "HALF",
    "PART",
    "NIGHT",
)
WEEKS_IN_DAYS = {8: 1, 15: 2}  # « huit jours », « quinze jours »: one week, two weeks (Le Bon Usage)
FIXED_FEASTS = {(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11)}  # Code du travail, L3133-1
FIRST_ATTACKS = (9, 11)  # « les attentats du 11 septembre », with no year, are those of 2001


def first(units: Units, *codes: str) -> Unit | None:
    """The first unit with one of the codes."""
    return next((unit for unit in units if unit.code in codes), None)


def _number(units: Units, *codes: str) -> int | None:
    unit = first(units, *codes)
    return int(unit.value) if unit else None


def _direction(units: Units) -> int:
    if first(units, *NEXT_CODES):
        return 1
    return -1 if first(units, *LAST_CODES) else 0


def full_year(short: int) -> int:
    """A year told by its last two digits.

    >>> full_year(24), full_year(97)
    (2024, 1997)
    """
    return short if short >= CENTURY else 2000 + short if short < YEAR_PIVOT else 1900 + short


def calendar(units: Units) -> DateExpression | None:
    """Day, month, year as far as told."""
    weekday = _number(units, "WEEKDAY")
    numeric = first(units, "NUMDATE", "NUMDAYMONTH")
    if numeric:
        return _numeric(numeric.value, weekday)
    month_at = next((i for i, unit in enumerate(units) if unit.code in ("MONTH", "ABBR", "SEPT")), None)
    year = _number(units, "YEAR")
    if month_at is None:
        short = _number(units, "INT99")
        if year is None and short is not None:
            year = full_year(short)
        day = None if year else _number(units, *DAY_CODES)
        return Calendar(year=year, day=day, weekday=weekday) if year or day else None
    month = 9 if units[month_at].code == "SEPT" else int(units[month_at].value)
    day = _number(units[:month_at], *DAY_CODES)
    return Calendar(year=year, month=month, day=day, weekday=weekday, shift=_direction(units))


def _numeric(text: str, weekday: int | None) -> Calendar | None:
    parts = [int(part) for part in re.split(r"[./-]", text)]
    if len(parts) == 3 and parts[0] > CENTURY:
        parts.reverse()
    day, month = parts[0], parts[1]
    year = full_year(parts[2]) if len(parts) == 3 else None
    return (
        Calendar(year=year, month=month, day=day, weekday=weekday)
        if 1 <= month <= 12 and 1 <= day <= 31
        else None
    )


def named_attacks(units: Units) -> DateExpression | None:
    """« les attentats du 11 septembre » with no year."""
    value = calendar(units)
    if isinstance(value, Calendar) and (value.month, value.day) == FIRST_ATTACKS:
        return Calendar(year=2001, month=value.month, day=value.day)
    return value


def feast_day(units: Units) -> DateExpression | None:
    """« le 14-Juillet »: a day of feast; « le 11-Septembre » is a name."""
    value = calendar(units)
    return value if isinstance(value, Calendar) and (value.month, value.day) in FIXED_FEASTS else None


def decade(units: Units) -> DateExpression | None:
    """« les années 60 », « les années 1990 »."""
    start = _number(units, "YEAR", "INT99", "WORDNUM", "INT31", "NUMBER")
    if start is None or start % 10 or (start >= CENTURY and not 1000 < start < 2100):
        return None
    start = start if start >= CENTURY else 1900 + start
    return Years(first=start, last=start + 9)


def century(units: Units) -> DateExpression | None:
    """« le XIXe siècle »."""
    number = _number(units, "ROMAN")
    return Years(first=(number - 1) * CENTURY + 1, last=number * CENTURY) if number else None


def quarter(units: Units) -> DateExpression | None:
    """« le premier trimestre 2023 »."""
    size = 3 if first(units, "QUARTER") else 6
    ordinal = _number(units, "WORD31", "ORDINAL") if not first(units, "LAST") else 12 // size
    if ordinal is None or not 1 <= ordinal <= 12 // size:
        return None
    return Years(
        first=_number(units, "YEAR"), first_month=(ordinal - 1) * size + 1, last_month=ordinal * size
    )


def ordinal_weekday(units: Units) -> DateExpression | None:
    """« le premier dimanche de mars »."""
    weekday = _number(units, "WEEKDAY")
    ordinal = -1 if first(units, "LAST") else _number(units, "WORD31", "ORDINAL")
    if weekday is None or ordinal is None or ordinal > 5:
        return None
    month, season = _number(units, "MONTH", "ABBR"), _number(units, "SEASON")
    return OrdinalWeekday(
        ordinal=ordinal, weekday=weekday, month=month, season=season, year=_number(units, "YEAR")
    )


def weekday(units: Units) -> DateExpression | None:
    """« mardi », « mardi dernier », « le mardi suivant »."""
    number = _number(units, "WEEKDAY")
    if number is None:
        return None
    direction = _direction(units)
    if first(units, "SUIVANT", "PRECEDENT", "APRES", "AVANT"):
        return Weekday(weekday=number, which="after" if direction > 0 else "before")
    return Weekday(weekday=number, which="next" if direction > 0 else "last" if direction < 0 else "near")


def deictic(units: Units) -> DateExpression | None:
    """« hier », « aujourd'hui »."""
    return Shift(amount=_number(units, "DEICTIC") or 0, unit="day")


def today(units: Units) -> DateExpression | None:
    """« ce matin », « cette nuit »."""
    return Shift(amount=0, unit="day")


def last_night(units: Units) -> DateExpression | None:
    """« la nuit dernière »: from the day before to the day of publication."""
    return Stretch(first=Shift(amount=-1, unit="day"), last=Shift(amount=0, unit="day"))


def _unit_name(units: Units) -> UnitName:
    span = first(units, *SPAN_CODES)
    name = span.value if span and span.code not in ("PART", "NIGHT") else "day"
    return name  # type: ignore[return-value]


def period(units: Units) -> DateExpression | None:
    """« la semaine dernière », « cette année », « le week-end »."""
    return Shift(amount=_direction(units), unit=_unit_name(units))


def recent(units: Units) -> DateExpression | None:
    """« ces derniers jours »: no date."""
    return Reference(when="future" if first(units, "NEXT") else "past")


def ago(units: Units) -> DateExpression | None:
    """« il y a trois jours », « dans deux mois »."""
    return _counted(units, "publication")


def later(units: Units) -> DateExpression | None:
    """« deux jours plus tard », « une semaine auparavant »."""
    return _counted(units, "narrative")


def _counted(units: Units, anchor: Anchor) -> DateExpression | None:
    sign = 1 if first(units, "LATER", "DANS", "APRES") else -1
    if first(units, "FEW"):
        return Reference(when="none" if anchor == "narrative" else "future" if sign > 0 else "past")
    count = _number(units, *COUNT_CODES)
    if count is None:
        return None
    unit = _unit_name(units)
    if unit == "week" and count == 1 and anchor == "narrative":  # as exact as « deux jours plus tard »
        return Shift(amount=7 * sign, unit="day", anchor=anchor)
    if unit == "day" and count in WEEKS_IN_DAYS:
        return Shift(amount=sign * WEEKS_IN_DAYS[count], unit="week", anchor=anchor)
    return Shift(amount=sign * count, unit=unit, anchor=anchor)


def before_event(units: Units) -> DateExpression | None:
    """« une semaine après un attentat »: the attack came before what is told."""
    value = eve(units) if first(units, "LENDEMAIN") else later(units)
    return value.model_copy(update={"amount": -value.amount}) if isinstance(value, Shift) else value


def eve(units: Units) -> DateExpression | None:
    """« la veille », « le lendemain »."""
    return Shift(amount=_number(units, "VEILLE", "LENDEMAIN") or 0, unit="day", anchor="narrative")


def day_before(units: Units) -> DateExpression | None:
    """« au lendemain de l'attaque », told as the news opens: the attack was the day before publication."""
    return Shift(amount=-1, unit="day")


def next_night(units: Units) -> DateExpression | None:
    """« la nuit suivante »: from the day told to the next."""
    return Stretch(
        first=Shift(amount=0, unit="day", anchor="narrative"), last=Shift(amount=1, unit="day", anchor="narrative")
    )


def event_day(units: Units) -> DateExpression | None:
    """« le lendemain de l'attaque »: counted from an event, which is not known here."""
    return Reference(when="none")


def same(units: Units) -> DateExpression | None:
    """« le même jour », « cette année-là », « la semaine suivante »."""
    return Shift(amount=_direction(units), unit=_unit_name(units), anchor="narrative")


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


def season(units: Units) -> DateExpression | None:
    """« l'été dernier », « le printemps 2012 »."""
    number = _number(units, "SEASON")
    return Season(season=number, year=_number(units, "YEAR"), shift=_direction(units)) if number else None


def feast(units: Units) -> DateExpression | None:
    """« Noël », « la veille de Pâques »."""
    told = first(units, "FEAST", "FEASTDAY")
    if told is None:
        return None
    shift, year = _number(units, "VEILLE", "LENDEMAIN") or 0, _number(units, "YEAR")
    near = first(units, "CE") is not None
    if told.value[0] in "+-":
        return Feast(easter=int(told.value), year=year, shift=shift, near=near)
    month, day = told.value.split("-")
    return Feast(month=int(month), day=int(day), year=year, shift=shift, near=near)


def nearby(units: Units) -> DateExpression | None:
    """A time or part of the day: the day is the narrative's."""
    return Nearby()


def clock(units: Units) -> DateExpression | None:
    """« 22 h », « 4 h mardi »."""
    return weekday(units) if first(units, "WEEKDAY") else Nearby()


def reference(units: Units) -> DateExpression | None:
    """« désormais », « l'avenir », « le prochain »."""
    told = first(units, "NOW", "SOON", "PAST", "ADJNOW", "FUTURE", "ADJFUTURE")
    if told:
        return Reference(when=told.value)  # type: ignore[arg-type]
    return Reference(when="future" if first(units, "NEXT") else "past")


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


def none(units: Units) -> DateExpression | None:
    """No date: the rule only keeps others from these words."""
    return None


BUILDERS: dict[str, Callable[[Units], DateExpression | None]] = {
    builder.__name__: builder
    for builder in (
        calendar, named_attacks, feast_day, decade, century, quarter, ordinal_weekday, weekday, deictic, today,
        last_night, period, recent, ago, later, eve, day_before, before_event, next_night, event_day, same, stretch, part_of, season, feast, nearby,
        clock, reference, none,
    )
}  # fmt: skip
