"""Records out, whole or not at all."""

from __future__ import annotations

import csv
import datetime
import errno
import io
import json
import os
from pathlib import Path

import pytest

from depeche.errors import OutputError
from depeche.io.flat import COLUMNS, flat_row, toll
from depeche.io.sink import FileSink, check_writable
from depeche.io.write import FORMATS, CsvWriter, JsonlWriter
from depeche.records import Casualties, DocumentRef, EventActor, EventDate, EventPlace, EventRecord, TextSpan


def span(text: str) -> dict[str, object]:
    return {"text": text, "start_char": 0, "end_char": len(text)}


def record() -> EventRecord:
    day = datetime.date(2025, 5, 23)
    tolls = [
        ("killed", "military", 40, 85),
        ("killed", "civilian", 3, None),
        ("injured", "civilian", None, 20),
    ]
    return EventRecord(
        id="a-1",
        document=DocumentRef(id="a", title="Bilan ; « 41 »,\n suite"),
        type="armed_attack",
        date=EventDate(edtf="2025-05-23", start=day, end=day, precision="day", **span("le 23 mai 2025")),
        places=(
            EventPlace(
                name="Dioura",
                admin1="Mopti",
                country="ML",
                latitude=14.8,
                longitude=-5.2,
                precision="town",
                **span("Dioura"),
            ),
            EventPlace(name="Mondoro", country="ML", precision="unresolved", **span("Mondoro")),
        ),
        country="ML",
        actors=(EventActor(role="perpetrator", name="JNIM", actor_type="rebel", **span("Jnim")),),
        casualties=tuple(Casualties(kind=k, group=g, low=lo, high=hi, **span("x")) for k, g, lo, hi in tolls),
        trigger=TextSpan(**span("attaqué")),
        evidence=(TextSpan(**span("Le camp\na été attaqué.")),),
        confidence=0.9,
    )


class Memory:
    """A sink that keeps what it takes."""

    def __init__(self) -> None:
        self.calls: list[bytes] = []

    def write(self, data: bytes) -> None:
        self.calls.append(data)

    def close(self) -> None:
        pass


def test_a_line_of_json_is_one_write() -> None:
    sink = Memory()
    JsonlWriter(sink).write(record())
    assert len(sink.calls) == 1
    assert EventRecord.model_validate(json.loads(sink.calls[0])) == record()


def test_csv_keeps_one_row_an_event() -> None:
    sink = Memory()
    writer = CsvWriter(sink)
    writer.write(record())
    (row,) = csv.DictReader(io.StringIO(b"".join(sink.calls).decode()))
    assert len(sink.calls) == 2  # header, row
    assert (row["places"], row["title"], row["evidence"]) == (
        "Dioura; Mondoro",
        record().document.title,
        "Le camp a été attaqué.",
    )
    assert (row["killed_low"], row["killed_high"], row["injured_low"], row["injured_high"]) == (
        "43",
        "",
        "",
        "20",
    )
    assert (row["missing_low"], row["latitude"]) == ("", "14.8")


def test_every_column_is_known() -> None:
    assert set(flat_row(record())) <= set(COLUMNS)


def test_tolls_add_up_over_groups_with_open_bounds() -> None:
    assert toll(record(), "killed") == (43, None)
    assert toll(record(), "injured") == (None, 20)
    assert toll(record(), "missing") is None


def test_the_table_shows_each_event_under_one_header() -> None:
    sink = Memory()
    writer = FORMATS["table"](sink)
    writer.write(record())
    writer.write(record())
    text = b"".join(sink.calls).decode()
    assert text.count("by whom") == 1
    assert text.count("Dioura") == 2
    assert "43+" in text
    assert max(map(len, text.splitlines())) <= 120


def test_a_write_that_fails_leaves_no_half_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.jsonl"
    sink = FileSink.open(path)
    sink.write(b"first\n")
    real = os.write

    def full(descriptor: int, data: memoryview) -> int:
        if len(data) < 7:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(descriptor, data[:4])

    monkeypatch.setattr("depeche.io.sink.os.write", full)
    with pytest.raises(OutputError, match=r"out\.jsonl: cannot be written \(No space left"):
        sink.write(b"second line\n")
    sink.close()
    assert path.read_bytes() == b"first\n"


def test_an_interrupt_in_the_middle_of_a_line_takes_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.jsonl"
    sink = FileSink.open(path)
    real = os.write

    def interrupted(descriptor: int, data: memoryview) -> int:
        real(descriptor, data[:4])
        raise KeyboardInterrupt

    monkeypatch.setattr("depeche.io.sink.os.write", interrupted)
    with pytest.raises(KeyboardInterrupt):
        sink.write(b"first line\n")
    assert path.read_bytes() == b""


def test_a_missing_folder_is_told_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"missing does not exist"):
        check_writable(tmp_path / "missing" / "out.jsonl")
    with pytest.raises(OutputError, match="it is a folder"):
        check_writable(tmp_path)
