"""Short ways to write gold events and records in tests."""

from __future__ import annotations

from typing import Any

from depeche.evaluation import GoldArticle, GoldEvent
from depeche.records import EventRecord
from depeche.values.edtf import parse_edtf


def toll(text: str) -> dict[str, Any]:
    """`killed military 41/null` as a casualty entry."""
    kind, group, bounds = text.split()
    low, high = (None if bound == "null" else int(bound) for bound in bounds.split("/"))
    return {"kind": kind, "group": group, "low": low, "high": high}


def event(
    type: str, date: str | None = None, places: str = "", tolls: tuple[str, ...] = (), **more: Any
) -> GoldEvent:
    """A gold event; places in one string, `|` between two."""
    return GoldEvent(
        type=type,
        date=date,
        places=tuple(places.split("|")) if places else (),
        casualties=tuple(toll(text) for text in tolls),
        **more,
    )


def gold(*events: GoldEvent, id: str = "a", text: str | None = None) -> GoldArticle:
    """A gold article."""
    return GoldArticle(id=id, events=events, text=text)


def words(text: str) -> dict[str, Any]:
    """A text span that starts at 0."""
    return {"text": text, "start_char": 0, "end_char": len(text)}


def record(
    type: str,
    date: str | None = None,
    places: str = "",
    tolls: tuple[str, ...] = (),
    *,
    id: str = "a",
    country: str | None = None,
    confidence: float = 0.5,
    rules: dict[str, str] | None = None,
    **actors: tuple[str, ...],
) -> EventRecord:
    """A record; actors by role (`perpetrator=("JNIM",)`), rules by field."""
    span = parse_edtf(date) if date else None
    return EventRecord.model_validate(
        {
            "id": f"{id}-1",
            "document": {"id": id},
            "type": type,
            "date": span.model_dump() | words(f"le {date}") if span else None,
            "places": [
                {"name": name, "precision": "town"} | words(name) for name in places.split("|") if name
            ],
            "country": country,
            "actors": [
                {"role": role, "name": name, "actor_type": "other"} | words(name)
                for role, names in actors.items()
                for name in names
            ],
            "casualties": [toll(text) | words(text) for text in tolls],
            "trigger": words(type),
            "confidence": confidence,
            "provenance": [{"field": field, "rule": rule} | words("…") for field, rule in rules.items()]
            if rules is not None
            else None,
        }
    )
