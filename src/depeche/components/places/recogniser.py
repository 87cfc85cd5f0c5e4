"""The places of a document: scan, read, gather, vote, choose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from depeche.components.places.beside import settle
from depeche.components.places.capitals import find_capitals
from depeche.components.places.context import ContextReader
from depeche.components.places.contracted import restore_article
from depeche.components.places.evidence import Evidence, demonym_countries, gather
from depeche.components.places.landmarks import mark_landmarks
from depeche.components.places.lexicons import capitals, signs, threshold
from depeche.components.places.resolve import SURE_MARGIN, Anchor, choose
from depeche.components.places.roles import role
from depeche.components.places.scan import Scanner
from depeche.components.places.sighting import Sighting
from depeche.components.places.vote import STRONG, judge, read_entity
from depeche.gazetteer import Entry, Gazetteer
from depeche.gazetteer.keys import normalise

HOME = 0.3
SETTLEMENTS = ("town", "site", "quarter")
TOLD_BESIDE = 0.25
TOWNS = 0.5
KNOWN_POPULATION = 100_000
_WELL_KNOWN = frozenset({"country", "admin1", "natural", "area"})
_ELSEWHERE = frozenset({"dateline", "home", "institution", "speaker", "government"})
_BLOCKING = frozenset({"group", "media", "person"})


class Recogniser:
    """Finds and resolves the places of documents with one gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.scanner = Scanner(gazetteer)

    def find(self, doc: Doc) -> tuple[list[Sighting], Evidence]:
        """Places of a document in text order, with choices and roles, and the countries it speaks of."""
        text = doc.text  # joined from all tokens at each reading
        sightings = self._read(doc, text)
        demonyms = demonym_countries(doc)
        evidence = gather(doc, sightings, demonyms)
        taken = self._take(doc, sightings, evidence)
        self._choose(taken, evidence)
        for sighting in taken:
            sighting.role = role(sighting)
        taken += find_capitals(doc, text, evidence, demonyms, taken, self.gazetteer)
        taken.sort(key=lambda sighting: sighting.start_char)
        mark_landmarks(doc, text, taken)
        return taken, evidence

    def _read(self, doc: Doc, text: str) -> list[Sighting]:
        reader = ContextReader(doc, text)
        previous = None
        sightings = []
        for sighting in self.scanner.scan(doc):
            restore_article(doc, sighting, self.gazetteer)
            read_entity(doc, sighting)
            sighting.context = reader.read(sighting, previous)
            sightings.append(sighting)
            previous = sighting
        settle(text, sightings, self.gazetteer)
        return sightings

    def _near(self, sighting: Sighting, evidence: Evidence) -> tuple[Entry, ...]:
        """Places whose name sounds alike, in the countries that the article speaks of most."""
        near = self.gazetteer.find(sighting.text).near
        return tuple(entry for entry in near if evidence.relative(entry.country) >= HOME)

    def _take(self, doc: Doc, sightings: Sequence[Sighting], evidence: Evidence) -> list[Sighting]:
        """The sightings that are places; a name taken once by a strong cue is taken elsewhere too."""
        seen: set[str] = set()
        blocked = {normalise(sighting.text) for sighting in sightings if sighting.context.cues & _BLOCKING}
        scored = []
        for sighting in sightings:
            near = not sighting.entries and bool(self._near(sighting, evidence))
            sighting.score = judge(doc, sighting, evidence, near=near)
            if normalise(sighting.text) in blocked and not sighting.entries:
                sighting.score += signs()["blocked"]
            if sighting.score >= threshold() and (sighting.context.cues & STRONG or sighting.label == "LOC"):
                seen.add(normalise(sighting.text))
            scored.append(sighting)
        taken = []
        for sighting in scored:
            lone = sighting.label in ("", "LOC") and not sighting.covered
            if (
                sighting.score < threshold()
                and lone
                and normalise(sighting.text) in seen
                and sighting.score > -1
            ):
                sighting.score += threshold()
                sighting.rule += "+seen"
            if sighting.score >= threshold():
                taken.append(sighting)
        return taken

    def _choose(self, sightings: Sequence[Sighting], evidence: Evidence) -> None:
        """First without, then with the nearness to places that were sure at first."""
        anchors: list[Anchor] = []
        for sighting in sightings:
            entries = self._candidates(sighting, evidence)
            entry, margin = choose(sighting, entries, evidence, ())
            if entry is not None and margin >= SURE_MARGIN and entry.kind not in ("country", "admin1"):
                anchors.append(Anchor(sighting.start_char, entry.latitude, entry.longitude))
        for sighting in sightings:
            entries = self._candidates(sighting, evidence)
            sighting.choice, _ = choose(sighting, entries, evidence, anchors)
        towns = _towns(sightings)
        for sighting in sightings:
            if sighting.choice is None:
                sighting.country = self._told_country(sighting, evidence, towns)

    def _candidates(self, sighting: Sighting, evidence: Evidence) -> tuple[Entry, ...]:
        """Places that the article may mean: well known ones and those in countries that it speaks of.

        By name, else by sound. Of a small town elsewhere it does not speak: it means another place, which the
        gazetteer lacks.
        """
        entries = sighting.entries
        if "region" in sighting.context.cues:  # « en Lorraine »: « en » leads to no town
            entries = tuple(entry for entry in entries if entry.kind not in SETTLEMENTS)
        if not evidence.weights or (sighting.entries and not entries):
            return entries
        told = evidence.near(sighting.start_char, sighting.end_char)
        kept = tuple(
            entry for entry in entries
            if entry.kind in _WELL_KNOWN or entry.population >= KNOWN_POPULATION
            or evidence.relative(entry.country) >= HOME or told.get(entry.country, 0.0) >= TOLD_BESIDE
        )  # fmt: skip
        return kept or self._near(sighting, evidence)

    def _told_country(self, sighting: Sighting, evidence: Evidence, towns: Mapping[str, float]) -> str | None:
        """The country of a place that the gazetteer lacks: the article's, or the one told beside it.

        Towns told tell more than the nation of an army (« un drone israélien a frappé Kounine »).
        """
        near = evidence.near(sighting.start_char, sighting.end_char)

        def told(country: str) -> tuple[float, str]:
            return (
                evidence.share(country) + near.get(country, 0.0) ** 2 + TOWNS * towns.get(country, 0.0),
                country,
            )

        return max({*near, *evidence.weights}, default=None, key=told)


def _towns(sightings: Sequence[Sighting]) -> dict[str, float]:
    """The part of the towns told that lies in each country, capitals left out."""
    held = Counter(
        sighting.choice.country
        for sighting in sightings
        if sighting.choice is not None
        and sighting.choice.kind in SETTLEMENTS
        and not sighting.context.cues & _ELSEWHERE
        and sighting.choice.country not in capitals().get(normalise(sighting.text), ())
    )
    return {country: count / held.total() for country, count in held.items()}
