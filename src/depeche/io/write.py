"""Records out: JSON Lines, CSV, or a table for a terminal."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Protocol

from rich.console import Console

from depeche.io.flat import COLUMNS, flat_row
from depeche.io.sink import ByteSink
from depeche.io.table import TableRows
from depeche.records import EventRecord


class RecordWriter(Protocol):
    """Takes records one by one."""

    def write(self, record: EventRecord) -> None:
        """Write one record.

        Raises:
            OutputError: it cannot be written; nothing of it is left.
        """

    def close(self) -> None:
        """End the output."""


class JsonlWriter:
    """One JSON object a line."""

    def __init__(self, sink: ByteSink) -> None:
        self._sink = sink

    def write(self, record: EventRecord) -> None:
        """Write one line."""
        self._sink.write(record.to_json().encode("utf-8", "replace") + b"\n")

    def close(self) -> None:
        """End the output."""
        self._sink.close()


class CsvWriter:
    """One row an event, under a header; UTF-8, comma, quoted where needed."""

    def __init__(self, sink: ByteSink) -> None:
        self._sink = sink
        self._line = io.StringIO()
        self._writer = csv.DictWriter(self._line, COLUMNS, restval="")
        self._writer.writeheader()
        self._flush()

    def _flush(self) -> None:
        self._sink.write(self._line.getvalue().encode("utf-8", "replace"))
        self._line.seek(0)
        self._line.truncate()

    def write(self, record: EventRecord) -> None:
        """Write one row."""
        self._writer.writerow(flat_row(record))
        self._flush()

    def close(self) -> None:
        """End the output."""
        self._sink.close()


class TableWriter:
    """Aligned columns, as wide as the terminal (or 120 characters)."""

    def __init__(self, sink: ByteSink, width: int = 120, *, color: bool = False) -> None:
        self._sink = sink
        self._rows = TableRows(width)
        self._text = io.StringIO()
        self._console = Console(file=self._text, width=width, force_terminal=color, no_color=not color)

    def write(self, record: EventRecord) -> None:
        """Write one event."""
        self._console.print(self._rows.row(record))
        self._sink.write(self._text.getvalue().encode("utf-8", "replace"))
        self._text.seek(0)
        self._text.truncate()

    def close(self) -> None:
        """End the output."""
        self._sink.close()


FORMATS: dict[str, Callable[[ByteSink], RecordWriter]] = {
    "jsonl": JsonlWriter,
    "csv": CsvWriter,
    "table": TableWriter,
}
