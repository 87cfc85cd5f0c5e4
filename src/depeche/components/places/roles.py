"""What a place does in its sentence: only a `location` is where something happened."""

from __future__ import annotations

from depeche.components.places.lexicons import capitals
from depeche.components.places.scan import prominent
from depeche.components.places.sighting import Sighting
from depeche.gazetteer.keys import normalise
from depeche.values.places import PlaceRole

FAR_KM = 150.0  # a town so far away only tells where the region is: « à 550 km à l'est d'Ankara »
_HERE = frozenset({"strong", "place", "road", "natural", "feature", "ground", "building"})


def role(sighting: Sighting) -> PlaceRole:
    """The role of a sighting by its context; the first that fits, from the surest sign to the weakest."""
    cues = sighting.context.cues
    if "dateline" in cues and not cues & {"place", "road", "ground"}:
        return "dateline"
    if cues & {"group", "media", "person"}:
        return "institution"
    if "building" in cues and "speech" in cues:
        return "institution"
    if "institution" in cues and not sighting.context.levels:
        return "institution"
    if "own_name" in cues and "contained" not in cues and not prominent(sighting.entries):
        return "other"
    if cues & {"street", "sides"} or ("ground" in cues and not _situates(sighting)):
        return "other"
    if "medical" in cues:
        return "medical"
    if cues & {"origin", "home", "line"}:
        return "origin"
    if "speaker" in cues and not cues & {"place", "road", "ground"}:
        return "speaker"
    if _government(sighting):
        return "government"
    if (sighting.context.radius_km or 0.0) >= FAR_KM:
        return "other"
    return "location"


def _situates(sighting: Sighting) -> bool:
    """« la mosquée de Lyon », « une synagogue de Djerba »: where a building stands, and no name of its own.

    A building told as one of several has no name, so that the words behind « de » tell its town.
    """
    return _town(sighting) or not sighting.context.cues.isdisjoint(("contained", "indefinite"))


def _town(sighting: Sighting) -> bool:
    """Whether the name is that of a settlement or a unit, not only of the building or ground before it."""
    return sighting.choice is not None and sighting.choice.kind != "site"


def _government(sighting: Sighting) -> bool:
    """A capital or a country that speaks or acts: « Paris a condamné », « selon Moscou »."""
    cues = sighting.context.cues
    entry = sighting.choice
    capital = entry is not None and entry.country in capitals().get(normalise(sighting.text), ())
    if entry is None or not (capital or entry.kind == "country") or cues & _HERE:
        return False
    return ("speech" in cues and "weak" not in cues) or "government" in cues
