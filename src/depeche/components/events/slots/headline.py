"""The place that the headline tells, for the acts that are told with none."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from depeche.components.events.compare import place_key
from depeche.components.events.index import index_of, spans
from depeche.components.events.model import DateFiller, Incident, PlaceFiller


class Headline:
    """The places of a headline.

    Attributes:
        named: the one precise place that it names with an act.
        town: the one town of a headline that tells no act (« Marioupol, un an après »).
        opening: the place, wide or not, that it opens with (« Togo : deux morts dans un attentat »).
    """

    def __init__(self, doc: Doc, incidents: Sequence[Incident]) -> None:
        self.named = _named(incidents)
        self.town = _town(doc)
        self.opening = _opening(doc)

    def place(self, incident: Incident, date: DateFiller | None) -> list[PlaceFiller]:
        """The place for an incident that has none; an undated act is not put where the headline opens."""
        placed = any(mention.places for mention in incident.mentions)
        if self.named is not None and not placed:
            return [self.named]
        if date is None:
            return []
        if self.town is not None and not placed:
            return [self.town]
        return self.opened(incident)

    def opened(self, incident: Incident) -> list[PlaceFiller]:
        """The place that the headline opens with, for the act that it tells."""
        return [self.opening] if self.opening is not None and incident.first.in_title else []


def _named(incidents: Sequence[Incident]) -> PlaceFiller | None:
    found = {
        place_key(filler): filler
        for incident in incidents
        for mention in incident.mentions
        if mention.in_title
        for filler in mention.places
        if filler.place.precision == "town"
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _town(doc: Doc) -> PlaceFiller | None:
    named = {
        place_key(filler): filler
        for span in spans(doc, "places")
        for filler in [PlaceFiller(span, span._.place, "place.title")]
        if span.end_char <= doc._.title_end
        and filler.place.role == "location"
        and filler.place.precision == "town"
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _opening(doc: Doc) -> PlaceFiller | None:
    for span in spans(doc, "places"):
        if span.end_char > doc._.title_end:
            return None
        after = index_of(doc).text[span.end_char : span.end_char + 3]
        if span._.place.role == "dateline" and after.lstrip().startswith(":"):
            return PlaceFiller(span, span._.place, "place.heading")
    return None
