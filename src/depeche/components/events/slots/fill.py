"""The fillers of each slot of an incident, chosen among what its mentions say."""

from __future__ import annotations

from collections.abc import Sequence

from depeche.components.events.acts.landmarks import (
    at_sea,
    is_landmark,
    is_quarter,
    is_resident,
    is_spot,
    without_landmarks,
)
from depeche.components.events.compare import best_date, compare_dates, is_exact, level, place_key
from depeche.components.events.model import DateFiller, EventMention, Incident, PlaceFiller
from depeche.components.events.slots.scenes import scene_places
from depeche.values.dates import DateMention
from depeche.values.edtf import DateSpan

QUARTER_KM = 30.0
FEW_DAYS, MONTH = 10, 31
TOWN_KM = 8.0


def event_date(incident: Incident) -> DateFiller | None:
    """The incident's date: explicit days before relative ones, days before months, early before late."""
    found = [filler for mention in incident.mentions for filler in mention.dates]
    if not found:
        return None

    def key(filler: DateFiller) -> tuple[float, ...]:
        date = filler.span._.date
        return (
            filler.score
            + _grain(date.resolved)
            + 0.2 * _is_night(date)
            + 0.5 * date.explicit
            - 0.3 * (date.relative == "narrative"),
            -filler.span.start,
        )

    return max(found, key=key)


def _is_night(date: DateMention) -> bool:
    """« la nuit de vendredi à samedi » tells more than « vendredi soir » or « samedi »."""
    return date.part == "night" and date.resolved is not None and date.resolved.precision == "interval"


def _grain(days: DateSpan) -> float:
    """How precisely a date tells: a day or a few told by their ends, a month, more."""
    length = (days.end - days.start).days
    told = days.precision in ("day", "interval") and length <= FEW_DAYS
    return 1.0 if told else 0.1 if length <= MONTH else 0.0


def event_places(incident: Incident) -> list[PlaceFiller]:
    """The most specific places, each once: regions and countries go when something inside is named."""
    unique: dict[str, PlaceFiller] = {}
    for mention in _place_mentions(incident):
        for filler in mention.places:
            unique.setdefault(place_key(filler), filler)
    fillers = without_landmarks(list(unique.values()))
    if not any(is_exact(filler) for filler in fillers):
        fillers = scene_places(incident, fillers) or fillers
    specific = [f for f in fillers if is_exact(f)]
    for wanted in ("admin2", "admin1", "country"):
        if specific:
            break
        specific = [f for f in fillers if level(f) == wanted]
    return specific


def _place_mentions(incident: Incident) -> list[EventMention]:
    """Mentions whose places count: the first of the body with an event word and a precise one, else any."""
    placed = [mention for mention in incident.mentions if mention.places]
    precise = [m for m in placed if any(is_exact(f) or level(f) == "admin2" for f in m.places)]
    exact = [m for m in precise if any(is_exact(filler) for filler in m.places)]
    exact = [m for m in exact if not all(is_resident(filler) for filler in m.places)] or exact
    spots = [mention for mention in exact if any(is_spot(filler) for filler in mention.places)]
    if spots:
        return spots[:1]
    for told in (exact, precise):
        named = [mention for mention in told if mention.triggers and not mention.bare]
        for group in (
            [m for m in named if not m.in_title],
            named,
            [m for m in told if not m.in_title],
            told,
        ):
            if group:
                return [_narrowest(_dated(group), exact)]
    return placed


def _dated(mentions: Sequence[EventMention]) -> EventMention:
    """The mention that tells the day tells the village; a lede without one may name the nearest town."""
    first = mentions[0]
    if any(best_date(mention) is not None for mention in mentions if mention is first):
        return first
    return next((mention for mention in mentions if best_date(mention) is not None), first)


def _narrowest(first: EventMention, exact: Sequence[EventMention]) -> EventMention:
    """A quarter told later, in the body, is more precise than its town, told first."""
    towns = [filler for filler in first.places if filler.place.precision == "town"]
    if not towns or any(is_quarter(filler) for filler in first.places):
        return first
    for mention in exact:
        quarters = [filler for filler in mention.places if is_quarter(filler)]
        quarters = quarters or _parts(mention.places, towns)
        if not quarters or mention.in_title or mention is first or _other_day(mention, first):
            continue
        if all(_inside(quarter, towns) for quarter in quarters):
            return mention
    return first


def _parts(places: Sequence[PlaceFiller], towns: Sequence[PlaceFiller]) -> list[PlaceFiller]:
    """« À Musaga et à Nyakabiga », after « à Bujumbura »: other places, all in the town told first."""
    here = [filler for filler in places if is_exact(filler) and not is_landmark(filler)]
    keys = {place_key(town) for town in towns}
    if any(place_key(filler) in keys for filler in here):
        return []
    away = [filler.place.distance_km(town.place) for filler in here for town in towns]
    return here if away and all(km is not None and km <= TOWN_KM for km in away) else []


def _other_day(mention: EventMention, first: EventMention) -> bool:
    one, two = best_date(mention), best_date(first)
    return one is not None and two is not None and compare_dates(one, two) != "same"


def _inside(quarter: PlaceFiller, towns: Sequence[PlaceFiller]) -> bool:
    if not quarter.place.resolved:
        return True
    away = [quarter.place.distance_km(town.place) for town in towns]
    return any(distance is not None and distance <= QUARTER_KM for distance in away)


def event_country(incident: Incident, places: list[PlaceFiller], fallback: str | None) -> str | None:
    """The country of the chosen places, else of any place told with the incident, else the article's."""
    if places and all(at_sea(filler) for filler in places):
        return places[0].place.country
    for filler in (*places, *(filler for mention in incident.mentions for filler in mention.places)):
        if filler.place.country:
            return filler.place.country
    return fallback
