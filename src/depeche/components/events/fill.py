"""The fillers of each slot of an incident, chosen among what its mentions say."""

from __future__ import annotations

from collections.abc import Sequence

from depeche.components.events.compare import place_key
from depeche.components.events.landmarks import without_landmarks
from depeche.components.events.model import DateFiller, EventMention, Incident, PlaceFiller


def event_date(incident: Incident) -> DateFiller | None:
    """The incident's date: explicit days before relative ones, days before months, early before late."""
    found = [filler for mention in incident.mentions for filler in mention.dates]
    if not found:
        return None

    def key(filler: DateFiller) -> tuple[float, ...]:
        date = filler.span._.date
        day = date.resolved.precision in ("day", "interval")
        return (
            filler.score + day + 0.5 * date.explicit - 0.3 * (date.relative == "narrative"),
            -filler.span.start,
        )

    return max(found, key=key)


def event_places(incident: Incident) -> list[PlaceFiller]:
    """The most specific places, each once: regions and countries go when something inside is named."""
    unique: dict[str, PlaceFiller] = {}
    for mention in _place_mentions(incident):
        for filler in mention.places:
            unique.setdefault(place_key(filler), filler)
    fillers = without_landmarks(list(unique.values()))
    specific = [f for f in fillers if f.place.precision in ("town", "unresolved")]
    for level in ("admin2", "admin1", "country"):
        if specific:
            break
        specific = [f for f in fillers if f.place.precision == level]
    return specific


def _place_mentions(incident: Incident) -> list[EventMention]:
    """Mentions whose places count: the first of the body with an event word and a precise one, else any."""
    placed = [mention for mention in incident.mentions if mention.places]
    precise = [
        m for m in placed if any(f.place.precision in ("town", "unresolved", "admin2") for f in m.places)
    ]
    named = [mention for mention in precise if mention.triggers and not mention.bare]
    for group in (
        [m for m in named if not m.in_title],
        named,
        [m for m in precise if not m.in_title],
        precise,
    ):
        if group:
            return group[:1]
    return placed


def headline_place(incidents: Sequence[Incident]) -> PlaceFiller | None:
    """The one precise place that the headline names, for the acts that are told with none."""
    found = {
        place_key(filler): filler
        for incident in incidents
        for mention in incident.mentions
        if mention.in_title
        for filler in mention.places
        if filler.place.precision == "town"
    }
    return next(iter(found.values())) if len(found) == 1 else None


def event_country(incident: Incident, places: list[PlaceFiller], fallback: str | None) -> str | None:
    """The country of the chosen places, else of any place told with the incident, else the article's."""
    for filler in (*places, *(filler for mention in incident.mentions for filler in mention.places)):
        if filler.place.country:
            return filler.place.country
    return fallback
