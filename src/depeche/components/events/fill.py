"""The fillers of each slot of an incident, chosen among what its mentions say."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from depeche.components.events.compare import best_date, compare_dates, place_key
from depeche.components.events.index import spans
from depeche.components.events.landmarks import at_sea, is_quarter, is_spot, without_landmarks
from depeche.components.events.model import DateFiller, EventMention, Incident, PlaceFiller
from depeche.values.dates import DateMention
from depeche.values.edtf import DateSpan

QUARTER_KM = 30.0
FEW_DAYS, MONTH = 10, 31
_EXACT = ("town", "unresolved")


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
    specific = [f for f in fillers if f.place.precision in ("town", "unresolved")]
    for level in ("admin2", "admin1", "country"):
        if specific:
            break
        specific = [f for f in fillers if f.place.precision == level]
    return specific


def _place_mentions(incident: Incident) -> list[EventMention]:
    """Mentions whose places count: the first of the body with an event word and a precise one, else any."""
    placed = [mention for mention in incident.mentions if mention.places]
    precise = [m for m in placed if any(f.place.precision in (*_EXACT, "admin2") for f in m.places)]
    exact = [m for m in precise if any(_exact(filler) for filler in m.places)]
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
                return [_narrowest(group[0], exact)]
    return placed


def _exact(filler: PlaceFiller) -> bool:
    """A town or village, not a unit named after one (« le territoire de Beni »)."""
    return filler.place.precision in _EXACT


def _narrowest(first: EventMention, exact: Sequence[EventMention]) -> EventMention:
    """A quarter told later, in the body, is more precise than its town, told first."""
    towns = [filler for filler in first.places if filler.place.precision == "town"]
    if not towns or any(is_quarter(filler) for filler in first.places):
        return first
    for mention in exact:
        quarters = [filler for filler in mention.places if is_quarter(filler)]
        if not quarters or mention.in_title or mention is first or _other_day(mention, first):
            continue
        if all(_inside(quarter, towns) for quarter in quarters):
            return mention
    return first


def _other_day(mention: EventMention, first: EventMention) -> bool:
    one, two = best_date(mention), best_date(first)
    return one is not None and two is not None and compare_dates(one, two) != "same"


def _inside(quarter: PlaceFiller, towns: Sequence[PlaceFiller]) -> bool:
    if not quarter.place.resolved:
        return True
    away = [quarter.place.distance_km(town.place) for town in towns]
    return any(distance is not None and distance <= QUARTER_KM for distance in away)


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


def title_town(doc: Doc) -> PlaceFiller | None:
    """The one town of a headline that tells no act (« Marioupol, un an après »): the text's « la ville »."""
    named = {
        place_key(filler): filler
        for span in spans(doc, "places")
        for filler in [PlaceFiller(span, span._.place, "place.title")]
        if span.end_char <= doc._.title_end
        and filler.place.role == "location"
        and filler.place.precision == "town"
    }
    return next(iter(named.values())) if len(named) == 1 else None


def event_country(incident: Incident, places: list[PlaceFiller], fallback: str | None) -> str | None:
    """The country of the chosen places, else of any place told with the incident, else the article's."""
    if places and all(at_sea(filler) for filler in places):
        return places[0].place.country
    for filler in (*places, *(filler for mention in incident.mentions for filler in mention.places)):
        if filler.place.country:
            return filler.place.country
    return fallback
