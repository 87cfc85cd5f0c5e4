"""Dates that count from publication or from the date just told, and references."""

from __future__ import annotations

from depeche.components.dates.builders.units import Units, direction, first, number
from depeche.values.dates import Anchor, DateExpression, Nearby, Reference, Shift, Stretch, Weekday
from depeche.values.dates import Unit as UnitName

COUNT_CODES = ("UN", "INT31", "INT99", "YEAR", "NUMBER", "WORD31", "WORDNUM", "SEPT")
SPAN_CODES = (
    "DAYUNIT", "WEEK", "MOIS", "AN", "CENTURY", "DECADE", "WEEKEND", "QUARTER", "HALF", "PART", "NIGHT",
)  # fmt: skip
DAY_HOURS = 24
EIGHT = 8  # « huit jours plus tard » counts days, « il y a huit jours » is a week ago
WEEKS_IN_DAYS = {8: 1, 15: 2}  # « huit jours », « quinze jours »: one week, two weeks (Le Bon Usage)


def weekday(units: Units) -> DateExpression | None:
    """« mardi », « mardi dernier », « le mardi suivant »."""
    day, way = number(units, "WEEKDAY"), direction(units)
    if day is None:
        return None
    if first(units, "SUIVANT", "PRECEDENT", "APRES", "AVANT"):
        return Weekday(weekday=day, which="after" if way > 0 else "before")
    return Weekday(weekday=day, which="next" if way > 0 else "last" if way < 0 else "near")


def deictic(units: Units) -> DateExpression | None:
    """« hier », « aujourd'hui »."""
    return Shift(amount=number(units, "DEICTIC") or 0, unit="day")


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
    return Shift(amount=direction(units), unit=_unit_name(units))


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
    count = number(units, *COUNT_CODES)
    if count is None:
        return None
    unit = _unit_name(units)
    if unit == "week" and count == 1 and anchor == "narrative":  # as exact as « deux jours plus tard »
        return Shift(amount=7 * sign, unit="day", anchor=anchor)
    if unit == "day" and count in WEEKS_IN_DAYS and (count != EIGHT or anchor != "narrative"):
        return Shift(amount=sign * WEEKS_IN_DAYS[count], unit="week", anchor=anchor)
    exact = first(units, "EXACT") is not None
    return Shift(amount=sign * count, unit=unit, anchor=anchor, exact=exact)


def eve(units: Units) -> DateExpression | None:
    """« la veille », « le lendemain »."""
    return Shift(amount=number(units, "VEILLE", "LENDEMAIN") or 0, unit="day", anchor="narrative")


def day_before(units: Units) -> DateExpression | None:
    """« au lendemain de l'attaque », told as the news opens: the attack was the day before publication."""
    return Shift(amount=-1, unit="day")


def hours(units: Units) -> DateExpression | None:
    """« deux heures plus tard »: the same day; « vingt-quatre heures plus tôt »: the day before."""
    count = number(units, *COUNT_CODES)
    if first(units, "FEW") or count is None or count % DAY_HOURS:
        return Nearby()
    sign = 1 if first(units, "LATER") else -1
    return Shift(amount=sign * count // DAY_HOURS, unit="day", anchor="narrative")


def before_event(units: Units) -> DateExpression | None:
    """« une semaine après un attentat »: the attack came before what is told."""
    value = eve(units) if first(units, "LENDEMAIN") else later(units)
    return value.model_copy(update={"amount": -value.amount}) if isinstance(value, Shift) else value


def next_night(units: Units) -> DateExpression | None:
    """« la nuit suivante »: from the day told to the next."""
    return Stretch(
        first=Shift(amount=0, unit="day", anchor="narrative"),
        last=Shift(amount=1, unit="day", anchor="narrative"),
    )


def event_day(units: Units) -> DateExpression | None:
    """« le lendemain de l'attaque »: counted from an event, which is not known here."""
    return Reference(when="none")


def same(units: Units) -> DateExpression | None:
    """« le même jour », « cette année-là », « la semaine suivante »."""
    return Shift(amount=direction(units), unit=_unit_name(units), anchor="narrative")


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


def none(units: Units) -> DateExpression | None:
    """No date: the rule only keeps others from these words."""
    return None
