"""The fillers of each slot of an incident, chosen among what its mentions say."""

from __future__ import annotations

from collections import defaultdict

from depeche.components.events.compare import place_key
from depeche.components.events.model import DateFiller, EventMention, Incident, PlaceFiller
from depeche.components.events.settings import type_table
from depeche.records import EventType


def event_type(incident: Incident) -> EventType | None:
    """The type with the best rank among those that the mentions speak for; the first mentions weigh most."""
    votes: dict[EventType, float] = defaultdict(float)
    for position, mention in enumerate(incident.mentions):
        for type_, weight in mention.types:
            votes[type_] += weight * (1.0 if position < 2 else 0.5)
    if not votes:
        return None
    rank = type_table("rank")
    strongest = max(votes.values())
    able = [type_ for type_, vote in votes.items() if vote >= min(0.9, 0.34 * strongest)]
    lead = _lead_type(incident)
    if lead is not None and lead not in ("armed_attack", "killing", "explosion", "clash"):
        specific = set(type_table("specific").get(lead, ()))
        able = [type_ for type_ in able if type_ == lead or type_ in specific]
    elif lead is not None:
        specific = set(type_table("specific").get(lead, ())) | {lead}
        able = [type_ for type_ in able if type_ in specific]
    return max(able, key=lambda type_: (rank[type_], votes[type_])) if able else lead


def _lead_type(incident: Incident) -> EventType | None:
    """The type of the incident's first strong trigger, weapons included."""
    for mention in incident.mentions:
        strong = [(type_, weight) for type_, weight in mention.types if weight >= 1.0]
        if strong:
            rank = type_table("rank")
            first = [
                strong[0],
                *(item for item in strong[1:] if item[0] in type_table("specific").get(strong[0][0], ())),
            ]
            return max(first, key=lambda item: float(rank[item[0]]))[0]
    weak = [item for mention in incident.mentions for item in mention.types]
    return max(weak, key=lambda item: item[1])[0] if weak else None


def event_date(incident: Incident) -> DateFiller | None:
    """The incident's date: explicit calendar days before relative ones, days before months, early before late."""
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
    fillers = list(unique.values())
    specific = [f for f in fillers if f.place.precision in ("town", "unresolved")]
    for level in ("admin2", "admin1", "country"):
        if specific:
            break
        specific = [f for f in fillers if f.place.precision == level]
    return specific


def _place_mentions(incident: Incident) -> list[EventMention]:
    """Mentions whose places count: the first that names a precise one, with those of its own sentence."""
    placed = [mention for mention in incident.mentions if mention.places]
    precise = [
        m for m in placed if any(f.place.precision in ("town", "unresolved", "admin2") for f in m.places)
    ]
    named = [mention for mention in precise if mention.triggers and not mention.bare]
    if named:
        return [named[0]]
    return precise[:1] or placed


def event_country(incident: Incident, places: list[PlaceFiller], fallback: str | None) -> str | None:
    """The country of the chosen places, else of any place told with the incident, else the article's."""
    for filler in (*places, *(filler for mention in incident.mentions for filler in mention.places)):
        if filler.place.country is not None:
            return filler.place.country
    return fallback
