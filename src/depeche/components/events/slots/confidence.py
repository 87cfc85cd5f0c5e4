"""How sure a record is: a logistic sum of what supports it (`data/events/weights.toml`, table `confidence`).

The weights were fitted by `benchmarks/confidence.py` on corpus/gold/dev and press: the chance that type,
date, places and toll are all right.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from depeche.components.events.model import DateFiller, Incident, PlaceFiller, RoleFiller
from depeche.components.events.settings import weights
from depeche.components.events.slots.tolls import TollEntry


def features(
    incident: Incident,
    date: DateFiller | None,
    places: Sequence[PlaceFiller],
    actors: Sequence[RoleFiller],
    tolls: Sequence[TollEntry],
) -> dict[str, float]:
    """What speaks for and against a record, each 0 or 1 unless its name says a count."""
    return {
        **_of_words(incident),
        **_of_date(incident, date),
        **_of_places(incident, places),
        **_of_tolls(incident, tolls),
        "perpetrator": float(any(actor.role == "perpetrator" for actor in actors)),
        "named_actor": float(any(actor.actor.named for actor in actors if actor.role != "target")),
    }


def _of_words(incident: Incident) -> dict[str, float]:
    triggers = [trigger for mention in incident.mentions for trigger in mention.triggers]
    strong = {trigger._.trigger.type for trigger in triggers if trigger._.trigger.strength == "strong"}
    told = sum(bool(mention.triggers) for mention in incident.mentions)
    return {
        "bias": 1.0,
        "strong_trigger": float(bool(strong)),
        "one_type": float(len(strong) == 1),
        "many_types": float(len(strong) > 2),
        "two_mentions": float(told in (2, 3)),
        "many_mentions": float(told > 3),
        "headline": float(incident.first.in_title),
        "background": float("background" in incident.first.qualifiers),
        "plural": float(incident.first.plural),
    }


def _of_date(incident: Incident, date: DateFiller | None) -> dict[str, float]:
    told = {f.span._.date.resolved.edtf for mention in incident.mentions for f in mention.dates}
    return {
        "no_date": float(date is None),
        "date_explicit": float(date is not None and date.span._.date.explicit),
        "date_of_clause": float(date is not None and date.score >= 1.0),
        "date_of_narrative": float(date is not None and date.rule == "date.narrative"),
        "date_month": float(date is not None and date.span._.date.resolved.precision == "month"),
        "rival_dates": float(len(told) > 1),
    }


def _of_places(incident: Incident, places: Sequence[PlaceFiller]) -> dict[str, float]:
    told = {
        f.place.name for mention in incident.mentions for f in mention.places if f.place.precision == "town"
    }
    return {
        "no_place": float(not places),
        "one_place": float(len(places) == 1),
        "many_places": float(len(places) > 2),
        "place_unresolved": float(any(not filler.place.resolved for filler in places)),
        "place_wide": float(bool(places) and places[0].place.precision in ("country", "admin1")),
        "place_borrowed": float(any(filler.rule == "place.same" for filler in places)),
        "rival_places": float(len(told) > len(places)),
    }


def _of_tolls(incident: Incident, tolls: Sequence[TollEntry]) -> dict[str, float]:
    counts = [span._.casualty.quantity.value for m in incident.mentions for span in m.casualties]
    return {
        "toll": float(bool(tolls)),
        "one_toll": float(len(tolls) == 1),
        "many_tolls": float(len(tolls) > 2),
        "toll_vague": float(any(entry.unnumbered for entry in tolls)),
        "toll_of_one": float(any(entry.quantity.value == 1 for entry in tolls)),
        "toll_repeated": float(len(counts) > len(set(counts))),
        "tolls_dropped": float(len(set(counts)) > len(tolls)),
    }


def confidence(
    incident: Incident,
    date: DateFiller | None,
    places: Sequence[PlaceFiller],
    actors: Sequence[RoleFiller],
    tolls: Sequence[TollEntry],
) -> float:
    """The chance, from 0 to 1, that type, date, places and toll are all right."""
    table = weights("confidence")
    told = features(incident, date, places, actors, tolls)
    score = sum(table.get(name, 0.0) * value for name, value in told.items())
    return round(1 / (1 + exp(-score)), 2)
