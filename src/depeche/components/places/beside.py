"""Homonyms decided by the unit told right beside: « Vienne (Isère) », « Bienne (BE) », « Mora, au Cameroun ».

A writer adds the unit to tell which of several towns is meant: it holds the town, so all others go.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from depeche.components.places.lexicons import cues
from depeche.components.places.sighting import Sighting
from depeche.gazetteer import Entry, Gazetteer
from depeche.gazetteer.keys import normalise
from depeche.resources import lexicon
from depeche.values.places import haversine_km

UNIT_KM = 110.0  # a town whose second-level unit no source tells lies about that near the unit's seat
_UNITS = frozenset({"country", "admin1", "admin2"})
_CODE = re.compile(r"\s?\(([A-Z]{2}|\d[\dAB])\)")


@cache
def _codes() -> dict[str, tuple[str, str, str]]:
    """Code in brackets -> country, kind and name of the unit."""
    rows = lexicon("places", "unit_codes.csv", columns=("code", "country", "kind", "unit", "source"))
    return {row["code"]: (row["country"], row["kind"], row["unit"]) for row in rows}


def coded_country(text: str, end: int) -> str | None:
    """The country of a code in brackets right after a name: « Arolla (VS) »."""
    code = _CODE.match(text, end)
    return _codes()[code[1]][0] if code is not None and code[1] in _codes() else None


def settle(text: str, sightings: Sequence[Sighting], gazetteer: Gazetteer) -> None:
    """Keep of each name the places inside the unit told beside it, and of the unit those that hold one.

    Args:
        text: the document.
        sightings: its names in text order, with their contexts.
        gazetteer: knows the units that codes stand for.
    """
    for town, unit in zip_longest(sightings, sightings[1:]):
        if not town.entries:
            continue
        code = _CODE.match(text, town.end_char)
        if code is not None and code[1] in _codes():
            _keep(town, _coded(code[1], gazetteer))
        elif unit is not None and cues("between")["unit"].fullmatch(text[town.end_char : unit.start_char]):
            holding = _keep(town, unit.entries)
            if holding:
                unit.entries = holding
                unit.context.cues.add("contained")


def _coded(code: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    country, kind, name = _codes()[code]
    return tuple(e for e in gazetteer.exact(name) if e.country == country and e.kind == kind)


def _keep(town: Sighting, units: Sequence[Entry]) -> tuple[Entry, ...]:
    """Narrow a name to what the units hold, if anything; returns the units that hold some."""
    units = [unit for unit in units if unit.kind in _UNITS]
    held = tuple(entry for entry in town.entries if any(_holds(unit, entry) for unit in units))
    if not held:
        return ()
    holding = tuple(unit for unit in units if any(_holds(unit, entry) for entry in held))
    town.entries = held
    town.context.cues.add("contained")
    return holding


def _holds(unit: Entry, entry: Entry) -> bool:
    if unit.country != entry.country or entry.kind == "country" or unit is entry:
        return False
    if unit.kind == "country":
        return True
    if entry.kind == "admin1":
        return False
    if unit.kind == "admin1":
        return normalise(entry.admin1 or "") == normalise(unit.name)
    if entry.admin2:
        return normalise(entry.admin2) == normalise(unit.name)
    near = haversine_km(unit.latitude, unit.longitude, entry.latitude, entry.longitude) <= UNIT_KM
    return near and entry.admin1 == unit.admin1
