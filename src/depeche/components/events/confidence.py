"""How sure a record is: a sum of what supports it (`data/events/weights.toml`, table `confidence`)."""

from __future__ import annotations

from collections.abc import Sequence

from depeche.components.events.model import DateFiller, Incident, PlaceFiller, RoleFiller
from depeche.components.events.settings import weights
from depeche.components.events.tolls import TollEntry


def confidence(
    incident: Incident,
    date: DateFiller | None,
    places: Sequence[PlaceFiller],
    actors: Sequence[RoleFiller],
    tolls: Sequence[TollEntry],
) -> float:
    """A number from 0 to 1; above 0.8 the record is meant to be right in type, date, place and toll."""
    table = weights("confidence")
    strong = any(
        span._.trigger.strength == "strong" for mention in incident.mentions for span in mention.triggers
    )
    score = table["base"] + (table["strong_trigger"] if strong else table["weak_trigger"])
    if date is None:
        score += table["no_date"]
    else:
        score += table["date_day"] if date.span._.date.resolved.precision == "day" else table["date_other"]
        score += table["own_date"] * (date.score >= 1.0)
    if not places:
        score += table["no_place"]
    else:
        score += table["place_resolved"] if places[0].place.resolved else table["place_unresolved"]
    score += table["toll"] * bool(tolls)
    score += table["perpetrator"] * any(actor.role == "perpetrator" for actor in actors)
    score += table["syntax_role"] * any(actor.strength >= 0.85 for actor in actors)
    score += table["two_mentions"] * (sum(bool(mention.triggers) for mention in incident.mentions) > 1)
    score += table["plural_trigger"] * incident.first.plural
    return round(min(max(score, table["floor"]), table["ceiling"]), 2)
