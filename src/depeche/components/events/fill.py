"""The fillers of each slot of an incident, chosen among what its mentions say."""

from __future__ import annotations

from collections import defaultdict

from depeche.components.events.compare import place_key
from depeche.components.events.landmarks import without_landmarks
from depeche.components.events.model import DateFiller, EventMention, Incident, PlaceFiller
from depeche.components.events.settings import type_table
from depeche.components.events.typing import MEANS_WEIGHT, SOFT, told_weapons
from depeche.records import EventType


# Types that the weapon told in the same sentence gives to the act.
_MEANS: dict[str, tuple[EventType, ...]] = {
    "armed_attack": ("explosion", "killing"),
    "disaster": ("shelling", "air_strike"),
    "accident": ("shelling", "air_strike"),
}
Lead = tuple[EventType, float]


def event_type(incident: Incident) -> EventType | None:
    """The lead type of the incident, or a more specific one that its other mentions speak for.

    A type that only tolls speak for (« tués ») gives way to any other; a lead as strong as « a ouvert le feu » gives
    way to more specific types alone (`types.toml`, table `specific`); « frappe » or « bombardement » take the type of
    the weapon told with them.
    """
    votes = _votes(incident)
    lead = _lead_type(incident)
    if lead is None:
        return None
    rank = type_table("rank")
    if lead[1] >= SOFT:
        able = [type_ for type_ in _upgrades(incident, lead) if votes.get(type_, 0.0) >= 1.0]
    else:
        able = [type_ for type_, vote in votes.items() if vote >= 0.4]
    best = max([lead[0], *able], key=lambda type_: (float(rank[type_]), votes[type_]))
    return _by_weapon(incident, best, lead)


def _votes(incident: Incident) -> dict[EventType, float]:
    votes: dict[EventType, float] = defaultdict(float)
    for position, mention in enumerate(incident.mentions):
        for type_, weight in mention.types:
            votes[type_] += weight * (1.0 if position < 3 else 0.5)
    return votes


def _by_weapon(incident: Incident, best: EventType, lead: Lead) -> EventType:
    """Weapons told anywhere in the incident: they settle a soft lead, and a bomber makes a bombing a suicide bombing."""
    told = told_weapons([mention.sent for mention in incident.mentions])
    if best in ("air_strike", "armed_attack", "shelling") and lead[1] == SOFT:
        aerial, ground = told.get("air_strike", 0), told.get("shelling", 0)
        if ground > aerial:
            return "shelling"
        if aerial:
            return "air_strike"
    if told.get("suicide_bombing") and best == "explosion":
        return "suicide_bombing"
    return best


def _upgrades(incident: Incident, lead: Lead) -> set[EventType]:
    """More specific types that may stand for the lead; a bare « attentat » takes the means told with it."""
    table = type_table("specific")
    able = set(table.get(lead[0], ()))
    if lead[0] == "air_strike":
        able.discard("shelling")
    first = incident.first
    if lead[0] == "armed_attack" and first.triggers and first.main._.trigger.form.endswith("attentat"):
        able |= set(table["attentat"])
    return able


def _lead_type(incident: Incident) -> Lead | None:
    """The type of the incident's first strong trigger, its weapon included, else of its strongest weak one."""
    rank = type_table("rank")
    for mention in sorted(incident.mentions, key=lambda mention: mention.in_title):
        strong = [item for item in mention.types if item[1] >= SOFT]
        if not strong:
            continue
        main = mention.main._.trigger.type
        first = next((item for item in strong if item[0] == main), strong[0])
        weapons = [item for item in strong if item[1] == MEANS_WEIGHT and item[0] in _MEANS.get(first[0], ())]
        if weapons:
            return weapons[0]
        related = type_table("specific").get(first[0], ())
        return max(
            [first, *(item for item in strong if item[0] in related)], key=lambda item: float(rank[item[0]])
        )
    weak = [item for mention in incident.mentions for item in mention.types]
    return max(weak, key=lambda item: (item[1], float(rank[item[0]]))) if weak else None


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
    fillers = without_landmarks(list(unique.values()))
    specific = [f for f in fillers if f.place.precision in ("town", "unresolved")]
    for level in ("admin2", "admin1", "country"):
        if specific:
            break
        specific = [f for f in fillers if f.place.precision == level]
    return specific


def _place_mentions(incident: Incident) -> list[EventMention]:
    """Mentions whose places count: the first of the body that names a precise one with an event word, else any."""
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


def event_country(incident: Incident, places: list[PlaceFiller], fallback: str | None) -> str | None:
    """The country of the chosen places, else of any place told with the incident, else the article's."""
    for filler in (*places, *(filler for mention in incident.mentions for filler in mention.places)):
        if filler.place.country:
            return filler.place.country
    return fallback
