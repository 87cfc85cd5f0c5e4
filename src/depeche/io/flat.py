"""An event record as one row of plain columns, for CSV and for the table."""

from __future__ import annotations

from collections.abc import Iterable

from depeche.records import Casualties, CasualtyKind, EventRecord, Role

_TOLLS: tuple[CasualtyKind, ...] = ("killed", "injured", "missing", "abducted", "arrested", "displaced")
_ROLES: dict[str, Role] = {"perpetrators": "perpetrator", "targets": "target", "claimants": "claimant"}

COLUMNS = (
    "id", "document_id", "title", "published", "source", "url", "type", "date", "date_start", "date_end",
    "date_precision", "places", "admin1", "country", "latitude", "longitude", "geonameid", "place_precision",
    "perpetrators", "targets", "claimants",
    *(f"{kind}_{bound}" for kind in _TOLLS for bound in ("low", "high")),
    "casualties", "trigger", "evidence", "confidence",
)  # fmt: skip


def toll(record: EventRecord, kind: CasualtyKind) -> tuple[int | None, int | None] | None:
    """Bounds of one kind summed over the groups of victims; None when the record tells no such toll.

    The high bound is open as soon as one group's is.
    """
    entries = [entry for entry in record.casualties if entry.kind == kind]
    if not entries:
        return None
    lows = [entry.low for entry in entries if entry.low is not None]
    highs = [entry.high for entry in entries if entry.high is not None]
    return sum(lows) if lows else None, sum(highs) if len(highs) == len(entries) else None


def bounds(low: int | None, high: int | None) -> str:
    """A count as people write it: `41`, `40-85`, `16+` (at least), `≤20` (at most).

    >>> bounds(40, 85), bounds(16, None), bounds(None, 20)
    ('40-85', '16+', '≤20')
    """
    if low == high:
        return str(low)
    if high is None:
        return f"{low}+"
    return f"≤{high}" if low is None else f"{low}-{high}"


def _entry(entry: Casualties) -> str:
    return f"{bounds(entry.low, entry.high)} {entry.kind} {entry.group}"


def _joined(parts: Iterable[str | None]) -> str:
    return "; ".join(dict.fromkeys(part for part in parts if part))


def flat_row(record: EventRecord) -> dict[str, object]:
    """The record by column; several values in one cell are joined by `; `; coordinates: the first place's."""
    date, document = record.date, record.document
    first = record.places[0] if record.places else None
    row: dict[str, object] = {
        "id": record.id, "document_id": document.id, "title": document.title, "published": document.published,
        "source": document.source, "url": document.url, "type": record.type, "country": record.country,
        "places": _joined(place.name for place in record.places),
        "admin1": _joined(place.admin1 for place in record.places),
        "casualties": _joined(map(_entry, record.casualties)),
        "trigger": record.trigger.text,
        "evidence": _joined(" ".join(span.text.split()) for span in record.evidence),
        "confidence": record.confidence,
    }  # fmt: skip
    if date is not None:
        row |= {"date": date.edtf, "date_start": date.start.isoformat(), "date_end": date.end.isoformat(),
                "date_precision": date.precision}  # fmt: skip
    if first is not None:
        row |= {"latitude": first.latitude, "longitude": first.longitude, "geonameid": first.geonameid,
                "place_precision": first.precision}  # fmt: skip
    for column, role in _ROLES.items():
        row[column] = _joined(actor.name for actor in record.actors_as(role))
    for kind in _TOLLS:
        row[f"{kind}_low"], row[f"{kind}_high"] = toll(record, kind) or (None, None)
    return row
