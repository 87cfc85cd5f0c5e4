"""Calendar dates, years and parts of years, seasons, feasts."""

from __future__ import annotations

import re

from depeche.components.dates.builders.units import DAY_CODES, Units, direction, first, number
from depeche.values.dates import Calendar, DateExpression, Feast, OrdinalWeekday, Season, Years

CENTURY = 100
YEAR_PIVOT = 50  # « 03/12/24 » is 2024, « 97 » is 1997
FIXED_FEASTS = {(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11)}  # Code du travail, L3133-1
FIRST_ATTACKS = (9, 11)  # « les attentats du 11 septembre », with no year, are those of 2001


def full_year(short: int) -> int:
    """A year told by its last two digits.

    >>> full_year(24), full_year(97)
    (2024, 1997)
    """
    return short if short >= CENTURY else 2000 + short if short < YEAR_PIVOT else 1900 + short


def calendar(units: Units) -> DateExpression | None:
    """Day, month, year as far as told."""
    weekday = number(units, "WEEKDAY")
    numeric = first(units, "NUMDATE", "NUMDAYMONTH")
    if numeric:
        return _numeric(numeric.value, weekday)
    month_at = next((i for i, unit in enumerate(units) if unit.code in ("MONTH", "ABBR", "SEPT")), None)
    year = number(units, "YEAR")
    if month_at is None:
        short = number(units, "INT99")
        if year is None and short is not None:
            year = full_year(short)
        day = None if year else number(units, *DAY_CODES)
        return Calendar(year=year, day=day, weekday=weekday) if year or day else None
    month = 9 if units[month_at].code == "SEPT" else int(units[month_at].value)
    day = number(units[:month_at], *DAY_CODES)
    return Calendar(year=year, month=month, day=day, weekday=weekday, shift=direction(units))


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
    start = number(units, "YEAR", "INT99", "WORDNUM", "INT31", "NUMBER")
    if start is None or start % 10 or (start >= CENTURY and not 1000 < start < 2100):
        return None
    start = start if start >= CENTURY else 1900 + start
    return Years(first=start, last=start + 9)


def century(units: Units) -> DateExpression | None:
    """« le XIXe siècle »."""
    count = number(units, "ROMAN")
    return Years(first=(count - 1) * CENTURY + 1, last=count * CENTURY) if count else None


def quarter(units: Units) -> DateExpression | None:
    """« le premier trimestre 2023 »."""
    size = 3 if first(units, "QUARTER") else 6
    ordinal = number(units, "WORD31", "ORDINAL") if not first(units, "LAST") else 12 // size
    if ordinal is None or not 1 <= ordinal <= 12 // size:
        return None
    return Years(first=number(units, "YEAR"), first_month=(ordinal - 1) * size + 1, last_month=ordinal * size)


def ordinal_weekday(units: Units) -> DateExpression | None:
    """« le premier dimanche de mars »."""
    weekday = number(units, "WEEKDAY")
    ordinal = -1 if first(units, "LAST") else number(units, "WORD31", "ORDINAL")
    if weekday is None or ordinal is None or ordinal > 5:
        return None
    month, season = number(units, "MONTH", "ABBR"), number(units, "SEASON")
    return OrdinalWeekday(
        ordinal=ordinal, weekday=weekday, month=month, season=season, year=number(units, "YEAR")
    )


def season(units: Units) -> DateExpression | None:
    """« l'été dernier », « le printemps 2012 »."""
    told = number(units, "SEASON")
    return Season(season=told, year=number(units, "YEAR"), shift=direction(units)) if told else None


def feast(units: Units) -> DateExpression | None:
    """« Noël », « la veille de Pâques »."""
    told = first(units, "FEAST", "FEASTDAY")
    if told is None:
        return None
    shift, year = number(units, "VEILLE", "LENDEMAIN") or 0, number(units, "YEAR")
    near = first(units, "CE") is not None
    if told.value[0] in "+-":
        return Feast(easter=int(told.value), year=year, shift=shift, near=near)
    month, day = told.value.split("-")
    return Feast(month=int(month), day=int(day), year=year, shift=shift, near=near)
