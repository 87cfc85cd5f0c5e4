"""Which countries and regions an article speaks of: the prior by which homonyms are chosen."""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from math import sqrt

from spacy.tokens import Doc

from depeche.components.lemma_patterns import doc_keys_cached
from depeche.components.places.beside import coded_country
from depeche.components.places.lexicons import armed_groups, capitals, demonyms, particles, services
from depeche.components.places.sighting import Sighting, own_town
from depeche.gazetteer import Entry
from depeche.gazetteer.keys import normalise

HOME_SHARE = 0.25  # of the weight of the country that is told most
LOCAL_CHARS = 160
PARTED = 0.4
_ENDS = re.compile(r"[.!?;]\s|\n")
DEMONYM_TOLD = 0.5
BORDER_TOLD = 0.2
_WEIGHTS = {
    "country": 1.5, "demonym": 1.0, "capital": 1.0, "admin1": 1.0, "large": 0.8, "small": 0.3,
    "dateline": 0.3, "border": 0.3, "scene": 1.0, "group": 0.3, "service": 1.5,
}  # fmt: skip
LARGE = 50_000

Demonym = tuple[int, str, tuple[str, ...]]
Counts = dict[tuple[str, str, str], float]


@dataclass(slots=True)
class Evidence:
    """Countries told by an article.

    `weights`: country -> weight; `told`: (character, country, weight), in order; `units`: spelling keys
    of the first- and second-level units told, by country; `ends`: where the sentences end.
    """

    weights: dict[str, float] = field(default_factory=dict)
    told: list[tuple[int, str, float]] = field(default_factory=list)
    units: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    ends: list[int] = field(default_factory=list)

    def share(self, country: str) -> float:
        """The country's weight as a part of all, 0 to 1."""
        total = sum(self.weights.values())
        return self.weights.get(country, 0.0) / total if total else 0.0

    def relative(self, country: str) -> float:
        """The country's weight as a part of the greatest, 0 to 1."""
        greatest = max(self.weights.values(), default=0.0)
        return self.weights.get(country, 0.0) / greatest if greatest else 0.0

    def at_home(self, country: str) -> bool:
        """Whether the article speaks of a country more than in passing."""
        return self.relative(country) >= HOME_SHARE

    def near(self, start: int, end: int) -> dict[str, float]:
        """Countries told around some characters: country -> 1 beside them, less farther away."""
        first = bisect.bisect_left(self.told, (start - LOCAL_CHARS, "", 0.0))
        found: dict[str, float] = {}
        for position, country, weight in self.told[first:]:
            if position > end + LOCAL_CHARS:
                break
            away = max(0, start - position, position - end)
            if self._parted(start, position):
                weight *= PARTED
            found[country] = max(found.get(country, 0.0), weight * (1 - away / LOCAL_CHARS))
        return found

    def _parted(self, start: int, position: int) -> bool:
        """« Au Brésil, … à Santa Maria. Aux États-Unis, … »: the country of another sentence says less."""
        return bisect.bisect_left(self.ends, start) != bisect.bisect_left(self.ends, position)

    def best(self) -> str | None:
        """The country that the article names most."""
        return max(self.weights, key=lambda country: self.weights[country], default=None)

    def main(self, places: Sequence[Sighting]) -> str | None:
        """The country that the article is mainly about: that it names most and where its places lie."""
        scenes: dict[tuple[str, str], int] = defaultdict(int)
        for place in places:
            if place.role == "location" and place.choice is not None and place.choice.kind != "country":
                scenes[place.choice.country, normalise(place.text)] += 1
        weights = defaultdict(float, self.weights)
        for (country, _), count in scenes.items():
            weights[country] += _WEIGHTS["scene"] * sqrt(count)
        weights.pop("", None)
        return max(weights, key=lambda country: weights[country], default=None)


def demonym_countries(doc: Doc) -> list[Demonym]:
    """Demonyms and adjectives of a document: (token, form, countries)."""
    table = demonyms()
    found = []
    for index, form in enumerate(keys[0] for keys in doc_keys_cached(doc)):
        if index and doc[index - 1].lower_ in particles("birth"):
            continue
        if form in table:
            found.append((index, form, table[form]))
        elif "-" in form and form.rsplit("-", 1)[-1] in table:
            last = form.rsplit("-", 1)[-1]
            found.append((index, last, table[last]))
    return found


def _kind(sighting: Sighting) -> tuple[str, list[Entry]]:
    """Which sort of evidence a sighting is, and the places that carry it."""
    entries = sighting.entries
    for kind in ("country", "admin1"):
        chosen = [entry for entry in entries if entry.kind == kind]
        if chosen:
            return kind, chosen
    held = capitals().get(normalise(sighting.text), ())
    chosen = [entry for entry in entries if entry.country in held]
    if chosen:
        return "capital", chosen
    own = [entry for entry in entries if own_town(entry, sighting.text)]
    chosen = [entry for entry in own or entries if entry.population >= LARGE]
    return ("large", chosen) if chosen else ("small", own or list(entries))


def _trusted(sighting: Sighting) -> bool:
    cues = sighting.context.cues
    if sighting.covered or cues & {"person", "group", "media"} or sighting.label in ("PER", "ORG", "MISC"):
        return False
    return sighting.label == "LOC" or bool(cues & {"strong", "place", "road", "ground"})


@cache
def _passing() -> frozenset[str]:
    """Nouns before a demonym that tells a neighbour, or whence people away from home come."""
    return particles("border") | particles("abroad")


def _from_demonyms(doc: Doc, told: Sequence[Demonym], evidence: Evidence, counts: Counts) -> None:
    for index, form, countries in told:
        kind = "border" if index and doc[index - 1].lower_ in _passing() else "demonym"
        for country in countries:
            counts[kind, form, country] += 1 / len(countries) ** 2
            evidence.told.append(
                (doc[index].idx, country, DEMONYM_TOLD if kind == "demonym" else BORDER_TOLD)
            )


def _from_name(sighting: Sighting, evidence: Evidence, counts: Counts, direct: frozenset[str]) -> None:
    """Count a name for the countries of its places; for those told outright (`direct`) alone, if any."""
    kind, entries = _kind(sighting)
    if not entries or (kind in ("large", "small") and not _trusted(sighting)):
        return
    countries = tuple(dict.fromkeys(entry.country for entry in entries if entry.country))
    if direct and kind != "country":
        every = {entry.country for entry in sighting.entries}
        countries = tuple(country for country in direct if country in every) or countries
    cues = sighting.context.cues
    shown = "border" if "home" in cues else kind
    if "dateline" in cues and "heading" not in cues:
        shown = "dateline"
    for country in countries:
        counts[shown, normalise(sighting.text), country] += 1 / len(countries) ** 2
        if kind in ("country", "admin1", "capital") and len(countries) == 1 and shown == kind:
            evidence.told.append((sighting.start_char, country, 1.0))
    for entry in sighting.entries:
        if entry.kind in ("admin1", "admin2"):
            evidence.units[entry.country].add(normalise(entry.name))


def _from_groups(sightings: Sequence[Sighting], counts: Counts) -> None:
    """An armed group speaks, faintly, for the countries where it acts: « la CODECO a attaqué Roe »."""
    for sighting in sightings:
        key = normalise(sighting.text)
        countries = armed_groups().get(key, ())
        for country in countries:
            counts["group", key, country] += 1 / len(countries)


def _from_codes(doc: Doc, sightings: Sequence[Sighting], counts: Counts) -> None:
    """« Arolla (VS) »: a unit's code speaks for its country, be the town known or not."""
    text = doc.text  # spelt out anew each time it is asked for
    for sighting in sightings:
        country = coded_country(text, sighting.end_char)
        if country is not None:
            counts["admin1", normalise(sighting.text), country] += 1


def _from_services(doc: Doc, counts: Counts) -> None:
    """Rescuers, police and courts speak for their country in an article that names none.

    The regional press does not say in which country its towns lie: « le Samu », « la police cantonale ».
    """
    keys = doc_keys_cached(doc)
    for index in range(len(keys)):
        for _, _, countries in services().matches_at(keys, index):
            for country in countries:
                counts["service", "", country] += 1 / len(countries)


def gather(doc: Doc, sightings: Sequence[Sighting], demonyms_told: Sequence[Demonym]) -> Evidence:
    """Evidence of an article: countries and demonyms, then, in their light, capitals, units and towns.

    Repetition counts by its square root.
    """
    counts: Counts = defaultdict(float)
    evidence = Evidence(ends=[match.start() for match in _ENDS.finditer(doc.text)])
    _from_demonyms(doc, demonyms_told, evidence, counts)
    countries = [
        sighting
        for sighting in sightings
        if any(entry.kind == "country" for entry in sighting.entries) and sighting.covered != "PER"
    ]  # not the given name of « Dominique Bernard »
    for sighting in countries:
        _from_name(sighting, evidence, counts, frozenset())
    direct = frozenset(country for kind, _, country in counts if kind != "border")
    _from_codes(doc, sightings, counts)
    if not direct:
        _from_services(doc, counts)
    for sighting in sightings:
        if all(entry.kind != "country" for entry in sighting.entries):
            _from_name(sighting, evidence, counts, direct)
    _from_groups(sightings, counts)
    weights: dict[str, float] = defaultdict(float)
    for (kind, _, country), count in counts.items():
        weights[country] += _WEIGHTS[kind] * sqrt(count)
    evidence.weights = dict(weights)
    evidence.told.sort()
    return evidence
