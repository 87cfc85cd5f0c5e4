"""What the words of a date say, before the document is known: small frozen values."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import SkipValidation

from depeche.values.base import Value
from depeche.values.edtf import DateSpan

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]
Anchor = Literal["publication", "narrative"]
Relative = Literal["none", "publication", "narrative"]
Role = Literal["event", "announcement", "publication", "since", "until", "duration", "birth", "other"]
Kind = Literal["date", "time", "reference", "vague"]


class Calendar(Value):
    """A calendar date, as complete as the words make it: « le 23 mai », « mai 2025 », « en 2019 », « le 3 ».

    `shift` is -1 for « mars dernier », +1 for « mars prochain ».
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int = 0


class Weekday(Value):
    """A weekday, 0 for Monday: bare or « ce » (near), « dernier », « prochain », or counted from the
    narrative."""

    weekday: int
    which: Literal["near", "last", "next", "before", "after"] = "near"


class Shift(Value):
    """So many units from an anchor: « hier », « il y a trois mois », « la veille », « l'an dernier ».

    `exact` is true of « deux ans jour pour jour »: as exact as the day counted from.
    """

    amount: int
    unit: Unit
    anchor: Anchor = "publication"
    exact: bool = False


class Season(Value):
    """A season, by its EDTF number 21 (spring) to 24 (winter)."""

    season: int
    year: int | None = None
    shift: int = 0


class Feast(Value):
    """A feast on a fixed day (`month`, `day`) or so many days from Easter.

    `shift` moves it (« la veille de Noël »); `near` is true of the one at hand (« cette fête de Pentecôte »).
    """

    month: int | None = None
    day: int | None = None
    easter: int | None = None
    year: int | None = None
    shift: int = 0
    near: bool = False


class OrdinalWeekday(Value):
    """« le premier dimanche de mars »: the `ordinal`-th weekday (-1: the last) of a month or season."""

    ordinal: int
    weekday: int
    month: int | None = None
    season: int | None = None
    year: int | None = None


class Years(Value):
    """A run of whole years or part of a year: decade, century, half, quarter."""

    first: int | None = None
    last: int | None = None
    first_month: int = 1
    last_month: int = 12


class Stretch(Value):
    """From one date to another: « du 3 au 5 mars », « la nuit de lundi à mardi »."""

    first: Annotated[DateExpression, SkipValidation]
    last: Annotated[DateExpression, SkipValidation]


class Nearby(Value):
    """A clock time or part of the day with no day of its own: it has the day of the narrative."""

    anchor: Anchor = "narrative"


class Reference(Value):
    """Now, the past or the future with no date: « désormais », « ces derniers jours », « à l'avenir »."""

    when: Literal["present", "past", "future", "none"]


DateExpression = (
    Calendar | Weekday | Shift | Season | Feast | OrdinalWeekday | Years | Stretch | Nearby | Reference
)


class DateMention(Value):
    """A date of the text, with what it was found by and what it comes to.

    Attributes:
        value: what the words say.
        resolved: the days it comes to, None when the document does not tell.
        role: whose date it is: of an event told (default), of the announcement, of the publication, the start
        of a
            state (`since`), a birth …
        explicit: calendar day and month are told.
        relative: what it was resolved against.
        rule: name of the rule that found it.
        kind: a date; a time of the day; a reference (« désormais »); or vague (« ces derniers jours »).
        part: part of the day, when told (« soir »: evening).
        edge: `start`, `mid` or `end` of the period (« fin mars »).
    """

    value: Annotated[DateExpression, SkipValidation]
    resolved: Annotated[DateSpan | None, SkipValidation] = None
    role: Role = "event"
    explicit: bool = False
    relative: Relative = "none"
    rule: str = ""
    kind: Kind = "date"
    part: str | None = None
    edge: str | None = None


Stretch.model_rebuild()
DateMention.model_rebuild()
