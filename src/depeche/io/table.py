"""The table of events for a terminal: fixed columns, so that rows appear as they are found."""

from __future__ import annotations

from rich.console import OverflowMethod
from rich.table import Table

from depeche.io.flat import bounds, toll
from depeche.records import EventRecord

# Title, share of the width left by the fixed columns, or fixed width.
_FIXED = {"date": 11, "type": 15, "killed": 7, "injured": 7, "conf.": 5}
_SHARED = {"place": 0.32, "by whom": 0.22, "against": 0.22, "article": 0.24}
_ORDER = ("date", "type", "place", "by whom", "against", "killed", "injured", "conf.", "article")
_STYLES = {
    "date": "green",
    "type": "bold",
    "place": "cyan",
    "by whom": "red",
    "against": "yellow",
    "article": "dim",
}
_SMALLEST = 8


def _cells(record: EventRecord) -> dict[str, str]:
    places = ", ".join(dict.fromkeys(place.name for place in record.places))
    country = f" ({record.country})" if record.country else ""
    tolls = {kind: toll(record, kind) for kind in ("killed", "injured")}
    return {
        "date": record.date.edtf.replace("/", "/ ") if record.date else "-",  # an interval takes two lines
        "type": record.type,
        "place": (places or "-") + country,
        "by whom": ", ".join(actor.name for actor in record.actors_as("perpetrator")) or "-",
        "against": ", ".join(actor.name for actor in record.actors_as("target")) or "-",
        "conf.": f"{record.confidence:.2f}",
        "article": record.document.id,
        **{kind: bounds(*found) if found else "-" for kind, found in tolls.items()},
    }


class TableRows:
    """Rows of one table, each rendered by itself; the first one carries the header."""

    def __init__(self, width: int) -> None:
        gaps = 2 * len(_ORDER)
        left = width - sum(_FIXED.values()) - gaps
        shared = {name: max(_SMALLEST, int(left * share)) for name, share in _SHARED.items()}
        self._widths = _FIXED | shared
        self._first = True

    def row(self, record: EventRecord) -> Table:
        """One event as a table of one row."""
        table = Table(
            box=None, show_header=self._first, header_style="underline", padding=(0, 1), pad_edge=False
        )
        self._first = False
        for name in _ORDER:
            clipped = name == "article"
            overflow: OverflowMethod = "ellipsis" if clipped else "fold"
            table.add_column(
                name, width=self._widths[name], overflow=overflow, no_wrap=clipped, style=_STYLES.get(name)
            )
        cells = _cells(record)
        table.add_row(*(cells[name] for name in _ORDER))
        return table
