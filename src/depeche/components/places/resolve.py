"""Choosing among homonyms by the article: countries and regions told, nearness to its other places, size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

from depeche.components.places.evidence import Evidence
from depeche.components.places.lexicons import capitals, kept_words
from depeche.components.places.sighting import Sighting, own_town
from depeche.gazetteer import Entry
from depeche.gazetteer.keys import normalise
from depeche.values.places import haversine_km

COUNTRY_WEIGHT = 4.0
LOCAL_WEIGHT = 1.5
UNTOLD_COUNTRY = -2.0
UNIT_TOLD = 1.5
WRONG_LEVEL = -4.0
DEFINITE = 1.5  # « au Guatemala » is the country, « à Guatemala » the town
SPELLED = 0.3
OWN_NAME = 1.7
SURE_MARGIN = 1.5
_PROMINENCE = {
    "country": 4.0,
    "admin1": 2.0,
    "natural": 2.0,
    "area": 2.0,
    "admin2": 0.6,
    "site": 0.6,
    "admin3": 0.0,
}
_NEARNESS = ((30.0, 2.0), (80.0, 1.2), (200.0, 0.6), (400.0, 0.2))


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place already chosen: where it stands in the text and on the map."""

    start_char: int
    latitude: float
    longitude: float


def _size(entry: Entry) -> float:
    if entry.kind in _PROMINENCE:
        return _PROMINENCE[entry.kind]
    return min(3.0, max(0.0, log10(entry.population) - 3)) if entry.population else 0.0


def _level(entry: Entry, sighting: Sighting) -> float:
    """How well the kind of place fits the words around the name."""
    context = sighting.context
    if sighting.text[0].islower() and sighting.text.split()[0] in kept_words():
        return 3.0 if entry.kind in ("natural", "area") else WRONG_LEVEL  # « en mer Rouge »
    if context.levels:
        return 3.0 - context.levels.index(entry.kind) if entry.kind in context.levels else WRONG_LEVEL
    if context.cues & {"natural", "feature"}:
        return 2.0 if entry.kind == "natural" else 0.0
    if "definite" in context.cues and entry.kind in ("country", "admin1", "area"):
        return DEFINITE
    if entry.kind in ("town", "site", "quarter"):
        return 2.0 if context.cues & {"strong", "place", "road", "ground"} else 0.8
    return 0.0


def _country(entry: Entry, evidence: Evidence, near: dict[str, float]) -> float:
    share = evidence.relative(entry.country)
    score = COUNTRY_WEIGHT * share + LOCAL_WEIGHT * near.get(entry.country, 0.0)
    return score if share or not evidence.weights else score + UNTOLD_COUNTRY


def _units(entry: Entry, evidence: Evidence) -> float:
    told = evidence.units.get(entry.country, set())
    names = {normalise(unit) for unit in (entry.admin1, entry.admin2) if unit}
    return UNIT_TOLD * len(names & told) if entry.kind not in ("admin1", "country") else 0.0


def _nearness(entry: Entry, sighting: Sighting, anchors: Sequence[Anchor]) -> float:
    best = 0.0
    for anchor in anchors:
        if anchor.start_char == sighting.start_char:
            continue
        away = haversine_km(entry.latitude, entry.longitude, anchor.latitude, anchor.longitude)
        best = max(best, next((score for limit, score in _NEARNESS if away <= limit), 0.0))
    return best


def _spelled(entry: Entry, sighting: Sighting) -> float:
    """A town's own name outranks the other spelling of a greater one."""
    spelled = SPELLED if sighting.text == entry.name else 0.0
    return spelled + (OWN_NAME if own_town(entry, sighting.text) else 0.0)


def score(entry: Entry, sighting: Sighting, evidence: Evidence, anchors: Sequence[Anchor]) -> float:
    """How well a place fits a sighting in its article."""
    near = evidence.near(sighting.start_char, sighting.end_char)
    capital = (
        1.0 if entry.country in capitals().get(normalise(sighting.text), ()) and entry.kind == "town" else 0.0
    )
    return (
        _size(entry) + _level(entry, sighting) + _country(entry, evidence, near) + _units(entry, evidence)
        + _nearness(entry, sighting, anchors) + capital + _spelled(entry, sighting)
    )  # fmt: skip


def choose(
    sighting: Sighting, entries: Sequence[Entry], evidence: Evidence, anchors: Sequence[Anchor]
) -> tuple[Entry | None, float]:
    """The best place for a sighting and its margin over the next one elsewhere (more than 25 km away)."""
    ranked = sorted(
        ((score(entry, sighting, evidence, anchors), -index) for index, entry in enumerate(entries)),
        reverse=True,
    )
    if not ranked:
        return None, 0.0
    best = entries[-ranked[0][1]]
    for value, index in ranked[1:]:
        other = entries[-index]
        if haversine_km(best.latitude, best.longitude, other.latitude, other.longitude) > 25:
            return best, ranked[0][0] - value
    return best, 10.0
