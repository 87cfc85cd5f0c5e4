"""What an incident must tell of itself to become a record."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from depeche.components.events.acts.typing import SOFT
from depeche.components.events.model import DateFiller, Incident, PlaceFiller, RoleFiller
from depeche.components.events.settings import words
from depeche.components.events.slots.tolls import TollEntry

_WIDE = frozenset(("country", "admin1", "unresolved"))


def _boundless(entry: TollEntry) -> bool:
    """« des milliers de morts »: with no day told, the dead of a plague or a war rather than of an act."""
    return entry.unnumbered and (entry.quantity.low or 0) >= 100


def _died(incident: Incident, tolls: Sequence[TollEntry], actors: Sequence[RoleFiller]) -> bool:
    """One person who « est mort », with no word for a cause and nobody who did it: a death, not an act."""
    forms = {span._.trigger.form for mention in incident.mentions for span in mention.triggers}
    if not forms or not forms <= words("reporting", "deaths", "forms"):
        return False
    if any(filler.role != "target" for filler in actors):
        return False
    dead = [entry for entry in tolls if entry.mention.kind == "killed"]
    armed = any(entry.mention.group in ("military", "police", "peacekeeper", "militant") for entry in dead)
    told_as_toll = any(entry.mention.rule == "casualty.noun" for entry in dead)  # « faisant un mort »
    return not armed and not told_as_toll and all(entry.quantity.value == 1 for entry in tolls)


def _of_day(date: DateFiller | None) -> bool:
    return date is not None and date.span._.date.resolved.precision in ("day", "interval")


def _of_a_year(
    incident: Incident, date: DateFiller | None, places: Sequence[PlaceFiller], tolls: Sequence[TollEntry]
) -> bool:
    """« En 2023, 94 femmes ont été tuées en France »: what a year or a season cost, by no one act.

    An act told by a noun in the singular (« un attentat a fait dix morts en 2019 ») or in a town is one.
    """
    if date is None or date.span._.date.resolved.precision not in ("year", "season"):
        return False
    if any(filler.place.precision not in _WIDE for filler in places):
        return False
    several = any((entry.quantity.low or 0) >= 2 for entry in tolls)
    return several and not any(_one_act(span) for m in incident.mentions for span in m.triggers)


def _one_act(span: Span) -> bool:
    """« l'attentat », « a enlevé »: a word for an act, and neither its dead nor acts in the plural."""
    trigger = span._.trigger
    if trigger.strength != "strong":
        return False
    if trigger.pos == "N":
        return "Number=Plur" not in span.doc[trigger.head].morph
    return bool(trigger.type != "killing")


def _plain(incident: Incident, date: DateFiller | None, actors: Sequence[RoleFiller]) -> bool:
    """« La tempête a touché le Nord jeudi », « des rebelles ont pris lundi le contrôle de Kati »: no toll."""
    forms = {span._.trigger.form for mention in incident.mentions for span in mention.triggers}
    taken = any(filler.role == "perpetrator" for filler in actors) and forms & words(
        "types", "taking", "forms"
    )
    if (
        taken and date is not None and forms & words("types", "lasting", "forms")
    ):  # « encerclent la ville depuis janvier »
        return True
    return _of_day(date) and bool(taken or forms & words("types", "plain", "forms"))


def _suffered(date: DateFiller | None, tolls: Sequence[TollEntry], actors: Sequence[RoleFiller]) -> bool:
    """« avait déjà visé l'immeuble le 13 mars », « le convoi a été pris en embuscade: sept morts »."""
    if not any(filler.role == "target" for filler in actors):
        return False
    several = any((entry.quantity.low or 0) >= 2 and not entry.unnumbered for entry in tolls)
    return _of_day(date) or several


def tells_enough(
    incident: Incident,
    date: DateFiller | None,
    places: Sequence[PlaceFiller],
    tolls: Sequence[TollEntry],
    actors: Sequence[RoleFiller],
    *,
    brief: bool,
) -> bool:
    """A record of a brief needs a date, a place, a toll or a named actor; one of an article, two of them.

    Any author counts in an article, where one of them alone is right too seldom (gold/dev).

    Weak triggers and words that only tell victims need a toll beside the date or the place.
    """
    strengths = {span._.trigger.strength for mention in incident.mentions for span in mention.triggers}
    named = any(filler.actor.named for filler in actors if filler.role != "target")
    count = (date is not None) + bool(places) + bool(tolls) + named
    if "recalled" in incident.first.qualifiers and date is None and not tolls:
        return False
    if _died(incident, tolls, actors) or _of_a_year(incident, date, places, tolls):
        return False
    armed = "weak" in strengths and any(
        weight > SOFT for mention in incident.mentions for _, weight in mention.types
    )  # « des roquettes se sont abattues sur »: the weapon tells the act
    if "strong" not in strengths and not armed:
        exact = any(not _boundless(entry) for entry in tolls)
        told = (date is not None or (bool(places) and exact)) and bool(strengths & {"weak", "toll", "found"})
        told = told and bool(tolls)
        placed = "weak" in strengths and bool(places) and date is not None
        return told or (placed and (named or _plain(incident, date, actors)))
    if brief and not incident.first.plural:
        return count >= 1
    described = not named and any(filler.role == "perpetrator" for filler in actors)
    return count + described + _suffered(date, tolls, actors) >= 2
