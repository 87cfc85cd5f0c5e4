"""`depeche_places`: the places that a text names, with their points on the map and their roles.

Writes `doc.spans["places"]`, `span._.place` and `doc._.country`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from depeche import extensions  # noqa: F401
from depeche.components.places.linking import PlaceCandidate, candidate_places
from depeche.components.places.recogniser import Recogniser
from depeche.components.places.sighting import Sighting
from depeche.gazetteer import Entry, packaged
from depeche.records import PlacePrecision
from depeche.values.places import PlaceMention

__all__ = ["PlaceCandidate", "Places", "candidate_places"]

_PRECISION: dict[str, PlacePrecision] = {
    "country": "country", "admin1": "admin1", "admin2": "admin2", "admin3": "admin2", "area": "admin1",
    "natural": "admin2", "town": "town", "quarter": "town", "site": "town",
}  # fmt: skip


def _admin1(entry: Entry) -> str | None:
    return entry.name if entry.kind == "admin1" and not entry.admin1 else entry.admin1


def _precision(sighting: Sighting) -> PlacePrecision:
    """The level that the text tells: « le territoire d'Irumu » is no town, « à Matiacoali » no commune."""
    entry, context = sighting.choice, sighting.context
    if entry is None:
        return "unresolved"
    if entry.kind == "town" and context.levels and "town" not in context.levels:
        return "admin2"
    if entry.kind == "admin3" and not context.levels and context.cues & {"strong", "place", "road"}:
        return "town"
    return _PRECISION[entry.kind]


def _unknown_unit(sighting: Sighting) -> bool:
    """« en Alsace », « le secteur de Walendu Pitsi »: a unit or a region that no gazetteer knows."""
    levels, cues = sighting.context.levels, sighting.context.cues
    own = bool(levels) and "town" not in levels and "list" not in cues
    return sighting.choice is None and (own or "region" in cues)


def to_mention(sighting: Sighting) -> PlaceMention:
    """The value of a sighting that was taken for a place."""
    entry = sighting.choice
    return PlaceMention(
        name=sighting.shown,
        start_char=sighting.start_char,
        end_char=sighting.end_char,
        admin1=_admin1(entry) if entry else None,
        country=(entry.country or None) if entry else sighting.country,
        latitude=entry.latitude if entry else None,
        longitude=entry.longitude if entry else None,
        geonameid=entry.geonameid if entry else None,
        precision=_precision(sighting),
        role=sighting.role,
        radius_km=sighting.context.radius_km,
        rule=sighting.rule + ("+unit" if _unknown_unit(sighting) else ""),
    )


class Places:
    """The component.

    Args:
        layers: gazetteer files of the user, beside the packaged ones.

    Raises:
        ConfigurationError: a layer cannot be read.
    """

    def __init__(self, layers: Sequence[Path] = ()) -> None:
        self.recogniser = Recogniser(packaged(tuple(layers)))

    def match(self, doc: Doc) -> tuple[list[tuple[int, int, PlaceMention]], str | None]:
        """Places as (first token, end token, value), one a stretch of tokens, and the main country."""
        sightings, evidence = self.recogniser.find(doc)
        grouped: dict[tuple[int, int], list[PlaceMention]] = {}
        for sighting in sightings:
            grouped.setdefault((sighting.start, sighting.end), []).append(to_mention(sighting))
        return list(self._spans(grouped)), evidence.main(sightings)

    def _spans(
        self, grouped: dict[tuple[int, int], list[PlaceMention]]
    ) -> Iterator[tuple[int, int, PlaceMention]]:
        for (start, end), (first, *others) in grouped.items():
            yield start, end, first.model_copy(update={"also": tuple(others)}) if others else first

    def set_annotations(
        self, doc: Doc, matches: Sequence[tuple[int, int, PlaceMention]], country: str | None
    ) -> None:
        """Write the matches to the document."""
        spans = []
        for start, end, mention in matches:
            span = Span(doc, start, end, label="place")
            span._.place = mention
            spans.append(span)
        doc.spans["places"] = spans
        doc._.country = country

    def __call__(self, doc: Doc) -> Doc:
        matches, country = self.match(doc)
        self.set_annotations(doc, matches, country)
        return doc


@Language.factory(
    "depeche_places",
    assigns=["doc.spans", "span._.place", "doc._.country"],
    requires=["doc.ents"],
    default_config={"layers": []},
)
def make_places(nlp: Language, name: str, layers: list[str]) -> Places:
    """The factory of `depeche_places`; `layers` are further gazetteer files."""
    return Places([Path(layer) for layer in layers])
