"""Gold events and records seen alike: an incident is, slot by slot, a list of fillers.

A single-valued slot (type, date, country) is a list of one filler or none, so that null on both sides counts
for nothing, null on one side is a miss or a spurious filler, and two different values are one of each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from depeche.evaluation.assignment import best_pairs
from depeche.evaluation.gold import GoldArticle, GoldCasualty, GoldEvent
from depeche.evaluation.names import actor_closeness, place_closeness
from depeche.records import Casualties, EventRecord, Role
from depeche.values.edtf import parse_edtf

SLOTS = ("type", "date", "place", "country", "perpetrator", "target", "claimant", "casualty",
         "casualty_group")  # fmt: skip
ROLES: tuple[Role, ...] = ("perpetrator", "target", "claimant")


@dataclass(frozen=True, slots=True)
class Filler:
    """One value in one slot.

    Attributes:
        value: what is compared: the name, the type, the country; first and last day; kind, low, high (and
            group).
        label: the value as shown to a person.
        words: the words of the article it was read from, None in gold.
        field: the record's field, as `Provenance.field` names it (`places[0]`), None in gold.
    """

    value: tuple[Any, ...]
    label: str
    words: str | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """An event on either side of the comparison."""

    slots: dict[str, tuple[Filler, ...]]
    optional: bool = False
    record: EventRecord | None = None

    @property
    def type(self) -> str:
        """The event type."""
        return self.slots["type"][0].label


def _date(edtf: str | None, words: str | None = None) -> tuple[Filler, ...]:
    if edtf is None:
        return ()
    span = parse_edtf(edtf)
    return (Filler((span.start, span.end), edtf, words, "date"),)


def _tolls(entries: Sequence[GoldCasualty | Casualties], *, grouped: bool) -> tuple[Filler, ...]:
    fillers = []
    for index, entry in enumerate(entries):
        bounds = "/".join("null" if bound is None else str(bound) for bound in (entry.low, entry.high))
        value = (entry.kind, entry.low, entry.high, *((entry.group,) if grouped else ()))
        words = entry.text if isinstance(entry, Casualties) else None
        fillers.append(Filler(value, f"{entry.kind} {entry.group} {bounds}", words, f"casualties[{index}]"))
    return tuple(fillers)


def gold_incident(event: GoldEvent) -> Incident:
    """A gold event slot by slot."""
    names = {"place": event.places, "perpetrator": event.perpetrators, "target": event.targets,
             "claimant": event.claimed_by, "country": (event.country,) if event.country else ()}  # fmt: skip
    slots = {slot: tuple(Filler((name,), name) for name in told) for slot, told in names.items()}
    slots["type"] = (Filler((event.type,), event.type),)
    slots["date"] = _date(event.date)
    slots["casualty"] = _tolls(event.casualties, grouped=False)
    slots["casualty_group"] = _tolls(event.casualties, grouped=True)
    return Incident(slots, event.optional)


def record_incident(record: EventRecord) -> Incident:
    """A record slot by slot, each filler with its words and its field."""
    slots: dict[str, tuple[Filler, ...]] = {
        "type": (Filler((record.type,), record.type, record.trigger.text, "type"),),
        "date": _date(record.date.edtf, record.date.text) if record.date else (),
        "place": tuple(
            Filler((place.name,), place.name, place.text, f"places[{index}]")
            for index, place in enumerate(record.places)
        ),
        "country": (Filler((record.country,), record.country, None, "country"),) if record.country else (),
        "casualty": _tolls(record.casualties, grouped=False),
        "casualty_group": _tolls(record.casualties, grouped=True),
    }
    for role in ROLES:
        slots[role] = tuple(
            Filler((actor.name,), actor.name, actor.text, f"actors[{index}]")
            for index, actor in enumerate(record.actors)
            if actor.role == role
        )
    return Incident(slots, record=record)


def gold_incidents(article: GoldArticle) -> tuple[Incident, ...]:
    """All events of a gold article."""
    return tuple(gold_incident(event) for event in article.events)


def closeness(slot: str) -> Callable[[Filler, Filler], float]:
    """How two fillers of a slot compare: 1.0 the same, 0.9 the same by containment (names), 0.0 different.

    Dates are the same when their first and last days are (so a week or a month
    written as an interval compares by days); casualty entries on kind, low and high, with the group for
    `casualty_group`; names by `names.place_closeness` and `names.actor_closeness`; type and country by
    equality.
    """
    if slot == "place":
        return lambda gold, read: place_closeness(gold.value[0], read.value[0])
    if slot in ROLES:
        return lambda gold, read: actor_closeness(gold.value[0], read.value[0])
    return lambda gold, read: float(gold.value == read.value)


def match(slot: str, gold: Sequence[Filler], read: Sequence[Filler]) -> list[tuple[int, int]]:
    """Pairs (gold index, read index) of the same fillers: as many as can be, each filler used once."""
    if not gold or not read:
        return []
    compare = closeness(slot)
    return best_pairs(np.array([[compare(one, two) for two in read] for one in gold]))
