"""`depeche extract`: what goes where, and every kind of bad input."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from depeche.records import EventRecord
from samples import ENGLISH, FLASH, Command

RELATIVE = "Vendredi, des hommes armés ont attaqué le village de Dioura, au Mali, tuant 41 soldats."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles, one of them without event."""
    home = tmp_path / "articles"
    home.mkdir()
    (home / "a.txt").write_text(FLASH, encoding="utf-8")
    (home / "b.txt").write_text("Le prix du mil a baissé sur les marchés de la région.", encoding="utf-8")
    (home / "c.md").write_text(f"# Attaque à Dioura\n\n{FLASH}", encoding="utf-8")
    return home


def documents(lines: str) -> list[str]:
    return [json.loads(line)["document"]["id"] for line in lines.splitlines()]


def test_a_folder_gives_json_lines_on_a_pipe(command: Command, folder: Path) -> None:
    result = command("extract", folder)
    records = [EventRecord.model_validate_json(line) for line in result.out.splitlines()]
    assert [record.document.id for record in records] == ["a", "c"]
    assert records[0].document.source == (folder / "a.txt").as_posix()
    assert result.code == 0
    assert len(result.err) == 1
    assert result.err[0].startswith("depeche: 3 articles, 2 events; ")


def test_a_file_takes_the_records(command: Command, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.jsonl"
    out.write_text("old", encoding="utf-8")
    result = command("extract", folder, "-o", out)
    assert (result.code, result.out) == (0, "")
    assert documents(out.read_text(encoding="utf-8")) == ["a", "c"]


def test_the_output_may_lie_in_the_folder_that_is_read(command: Command, folder: Path) -> None:
    for _ in range(2):
        assert command("extract", folder, "-o", folder / "events.jsonl").code == 0
    assert documents((folder / "events.jsonl").read_text(encoding="utf-8")) == ["a", "c"]


@pytest.mark.parametrize("how", [("--format", "csv"), ("-o", "events.csv")])
def test_csv_has_one_row_an_event(
    command: Command, folder: Path, how: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = command("extract", folder, *how)
    text = result.out or Path("events.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["document_id"], row["date"], row["killed_low"]) for row in rows] == [
        ("a", "2025-05-23", "41"),
        ("c", "2025-05-23", "41"),
    ]


def test_the_table_is_readable(command: Command, folder: Path) -> None:
    result = command("extract", folder, "--format", "table")
    assert "Dioura (ML)" in result.out
    assert "armed_attack" in result.out


def test_workers_keep_the_order(command: Command, folder: Path) -> None:
    assert command("extract", folder, "--workers", "2").out == command("extract", folder).out


def test_the_publication_date_of_the_command_line_yields_to_metadata_alone(
    command: Command, tmp_path: Path
) -> None:
    path = tmp_path / "a.jsonl"
    rows = [
        {"id": "none", "text": RELATIVE},
        {"id": "row", "text": RELATIVE, "published": "2025-05-15"},
        {"id": "text", "text": f"Bamako, 13 mai 2025 (AFP) - {RELATIVE}"},
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    lines = command("extract", path, "--published", "2025-05-27").out.splitlines()
    dates = {row["document"]["id"]: row["date"]["edtf"] for row in map(json.loads, lines)}
    assert dates == {"none": "2025-05-23", "row": "2025-05-09", "text": "2025-05-23"}


def test_provenance_is_told_when_asked_for(command: Command, folder: Path) -> None:
    (record,) = map(json.loads, command("extract", folder / "a.txt", "--provenance").out.splitlines())
    assert {"type", "date", "places[0]"} <= {item["field"] for item in record["provenance"]}
    (record,) = map(json.loads, command("extract", folder / "a.txt").out.splitlines())
    assert "provenance" not in record


def test_low_confidence_is_left_out(command: Command, folder: Path) -> None:
    assert command("extract", folder, "--min-confidence", "1").out == ""


# Bad input


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.txt"], "missing.txt: no such file or folder"),
        (["a.txt", "missing.txt"], "missing.txt: no such file or folder"),
        (["empty"], "empty: no article in this folder"),
        (["a.txt", "--format", "xml"], "unknown format « xml »"),
        (["a.txt", "--published", "hier"], "--published hier"),
        (["a.txt", "--published", "2025-02-30"], "--published 2025-02-30"),
        (["a.txt", "--workers", "0"], "--workers 0"),
        (["a.txt", "--workers", "many"], "--workers"),
        (["a.txt", "--min-confidence", "3"], "--min-confidence 3"),
        (["a.txt", "--registry", "none.csv"], "none.csv: no such registry file"),
        (["a.txt", "--registry", "a.txt"], "a.txt: "),
        (["a.txt", "--model", "nowhere"], "nowhere: no spaCy pipeline there"),
        (["a.txt", "--modle", "x"], "--modle"),
        ([], "PATH"),
    ],
)
def test_a_wrong_argument_is_one_line_and_exit_2(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text(FLASH, encoding="utf-8")
    result = command("extract", *arguments, "-o", "out.jsonl")
    assert (result.code, result.out, len(result.err)) == (2, "", 1)
    assert said in result.err[0]
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty.txt: empty"),
        ("spaces.txt", b" \r\n\t", "spaces.txt: empty"),
        ("image.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0" + bytes(range(256)), "image.txt: a binary file"),
        ("english.txt", ENGLISH.encode(), "english.txt: not French (it reads as « en »)"),
        ("long.txt", b"attaque " * 625_000, "long.txt: 5,000,000 bytes; an article may have 4,000,000"),
        ("wide.txt", b"attaque " * 130_000, "wide.txt: 1,040,000 characters; an article may have 1,000,000"),
    ],
)
def test_what_is_no_article_is_skipped_with_one_warning(
    command: Command, folder: Path, name: str, data: bytes, said: str
) -> None:
    (folder / name).write_bytes(data)
    result = command("extract", folder)
    assert (result.code, documents(result.out)) == (0, ["a", "c"])
    assert len(result.err) == 2
    assert result.err[0].startswith("depeche: warning: ")
    assert said in result.err[0]
    assert "3 articles, 2 events; 1 skipped (" in result.err[1]


@pytest.mark.parametrize("codec", ["cp1252", "utf-16", "utf-16-le", "utf-8-sig"])
def test_other_encodings_are_read(command: Command, tmp_path: Path, codec: str) -> None:
    path = tmp_path / "a.txt"
    text = FLASH.replace("tuant", "d’où il a tué").replace(",", ",\r\n")
    path.write_bytes(text.encode(codec))
    (record,) = map(json.loads, command("extract", path).out.splitlines())
    assert text[record["trigger"]["start_char"] : record["trigger"]["end_char"]] == record["trigger"]["text"]


def test_a_broken_row_fails_the_run_at_its_end(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    good = json.dumps({"id": "x", "text": FLASH})
    path.write_text("\n".join([good, '{"id": ', '{"id": "no"}', good]), encoding="utf-8")
    result = command("extract", path)
    assert (result.code, documents(result.out)) == (1, ["x", "x"])
    assert [line.split(": ")[1:3] for line in result.err[:2]] == [
        ["error", f"{path}:2"],
        ["error", f"{path}:3"],
    ]
    assert "2 articles, 2 events; 2 failed" in result.err[2]


@pytest.mark.parametrize(
    ("output", "said"), [("missing/out.jsonl", "the folder missing does not exist"), (".", "it is a folder")]
)
def test_an_output_that_cannot_be_is_told_first(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch, output: str, said: str
) -> None:
    monkeypatch.chdir(folder.parent)
    result = command("extract", folder, "-o", output)
    assert (result.code, result.out, len(result.err)) == (1, "", 1)
    assert said in result.err[0]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_one_line(command: Command, folder: Path) -> None:
    result = command("extract", folder, "-o", "/dev/full")
    assert (result.code, len(result.err)) == (1, 1)
    assert result.err[0] == "depeche: /dev/full: cannot be written (No space left on device)"


@pytest.mark.parametrize(
    "text",
    [
        "Une attaque à Gao" + "!" * 20_000 + "(" * 5_000 + "." * 20_000 + "«" * 5_000,
        "!?.,;:()[]«»-— " * 3_000,
        "#" * 50_000,
        "[" * 20_000 + "](" * 20_000,
        "-" * 50_000,
        "\n" * 50_000 + "Rien.",
        "a" * 100_000,
    ],
    ids=["runs", "mixed", "hashes", "brackets", "dashes", "line breaks", "one word"],
)
def test_runs_of_punctuation_take_no_time(command: Command, tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert command("extract", tmp_path).code == 0
