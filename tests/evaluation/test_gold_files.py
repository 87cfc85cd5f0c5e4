"""Reading gold: what is accepted, and the one line for what is broken."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from depeche.errors import GoldError
from depeche.evaluation import read_gold
from depeche.evaluation.gold_csv import TEMPLATE

EVENT: dict[str, Any] = {
    "type": "ambush",
    "date": "2025-05-23",
    "places": ["Dioura"],
    "country": "ML",
    "perpetrators": ["JNIM"],
    "targets": [],
    "claimed_by": [],
    "casualties": [{"kind": "killed", "group": "military", "low": 41, "high": 41}],
}


def write(folder: Path, events: object, text: str | None = "Embuscade à Dioura.", **more: object) -> Path:
    content = {"id": "a1", "published": "2025-05", "events": events} | more
    (folder / "a1.json").write_text(json.dumps(content), encoding="utf-8")
    if text is not None:
        (folder / "a1.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_folder_of_texts_with_annotations(tmp_path: Path) -> None:
    (article,) = read_gold(write(tmp_path, [EVENT]), need_text=True)
    assert (article.id, article.published, article.text) == ("a1", "2025-05", "Embuscade à Dioura.")
    assert article.events[0].casualties[0].low == 41
    assert not article.events[0].optional


def test_line_ends_are_kept_as_stored(tmp_path: Path) -> None:
    write(tmp_path, [])
    (tmp_path / "a1.txt").write_bytes(b"Titre\r\n\r\nDioura.")
    assert read_gold(tmp_path)[0].text == "Titre\r\n\r\nDioura."


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"type": "attaque"}, r"a1\.json: events\[0\]\.type: Input should be 'armed_attack'"),
        ({"date": "23 mai"}, r"a1\.json: events\[0\]\.date: not an EDTF date: '23 mai'"),
        ({"country": "Mali"}, r"a1\.json: events\[0\]\.country: "),
        ({"places": ["Gao", " "]}, r"a1\.json: events\[0\]\.places: holds an empty name"),
        ({"place": ["Gao"]}, r"a1\.json: events\[0\]\.place: Extra inputs are not permitted"),
        (
            {"casualties": [{"kind": "killed", "group": "military", "low": "41", "high": 41}]},
            r"a1\.json: events\[0\]\.casualties\[0\]\.low: Input should be a valid integer",
        ),
        (
            {"casualties": [{"kind": "killed", "group": "military", "low": 5, "high": 4}]},
            r"a1\.json: events\[0\]\.casualties\[0\]: low 5 is above high 4",
        ),
    ],
)
def test_a_broken_field_is_named_in_one_line(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    with pytest.raises(GoldError, match=message) as raised:
        read_gold(write(tmp_path, [EVENT | changes]))
    assert "\n" not in str(raised.value)


def test_the_id_is_the_name_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"a1\.json: id: must be the file's name 'a1', is 'a2'"):
        read_gold(write(tmp_path, [], id="a2"))


def test_a_missing_text_matters_only_when_it_is_needed(tmp_path: Path) -> None:
    folder = write(tmp_path, [EVENT], text=None)
    assert read_gold(folder)[0].text is None
    with pytest.raises(GoldError, match=r"its text file a1\.txt is missing"):
        read_gold(folder, need_text=True)


def test_a_text_without_annotation_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, [])
    (tmp_path / "a2.txt").write_text("Rien.", encoding="utf-8")
    with pytest.raises(GoldError, match=r"a2\.txt: has no a2\.json beside it"):
        read_gold(tmp_path)


@pytest.mark.parametrize("content", ["{", "[]"])
def test_a_file_that_is_no_json_object(tmp_path: Path, content: str) -> None:
    (tmp_path / "a1.json").write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=r"a1\.json: not "):
        read_gold(tmp_path)


def test_neither_folder_nor_file(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no such gold folder or CSV file"):
        read_gold(tmp_path / "nothing")
    with pytest.raises(GoldError, match=r"holds no NAME\.json"):
        read_gold(tmp_path)


def table(folder: Path, content: str) -> Path:
    path = folder / "gold.csv"
    path.write_text(content, encoding="utf-8")
    return path


def test_the_template_reads_back(tmp_path: Path) -> None:
    one, two = read_gold(table(tmp_path, TEMPLATE))
    assert [event.type for event in one.events] == ["armed_attack", "explosion"]
    assert one.published == "2025-05"
    assert one.events[1].places == ("Bandiagara", "Goundaka")
    assert one.events[1].optional
    assert [(toll.kind, toll.low, toll.high) for toll in one.events[1].casualties] == [
        ("killed", 11, 11),
        ("injured", 20, None),
    ]
    assert two.events == ()


def test_lines_are_counted_as_an_editor_shows_them(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"gold\.csv, line 5: id: is empty"):
        read_gold(table(tmp_path, "# mon corpus\nid,type\n\nx,siege\n,siege\n"))


def test_a_spreadsheet_with_semicolons_and_a_text_file(tmp_path: Path) -> None:
    (tmp_path / "texte.txt").write_text("Siège de Djibo.", encoding="utf-8")
    path = table(tmp_path, "\ufeffid;text_file;type;places\nx;texte.txt;siege;Djibo\n")
    (article,) = read_gold(path, need_text=True)
    assert article.text == "Siège de Djibo."
    assert article.events[0].places == ("Djibo",)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("id,date\nx,2025\n", r"gold\.csv: lacks the column type"),
        ("id,type,lieu\nx,siege,Djibo\n", r"gold\.csv: unknown column 'lieu'"),
        ("id,type\n,siege\n", r"gold\.csv, line 2: id: is empty"),
        (
            "id,type,date\nx,siege,2025\nx,siege,mai\n",
            r"line 3: events\[0\]\.date: not an EDTF date: 'mai'",
        ),
        ("id,type,date\nx,,2025\n", r"line 2: type: is empty on a row that tells an event"),
        (
            "id,type,casualties\nx,siege,3 killed\n",
            r"line 2: casualties: '3 killed' is not « kind group",
        ),
        ("id,type,casualties\nx,siege,killed civilian dix\n", r"casualties: 'dix' is neither a whole number"),
        ("id,type,optional\nx,siege,peut-être\n", r"line 2: optional: yes or empty, not 'peut-être'"),
        (
            "id,type,published\nx,siege,2024\nx,siege,2025\n",
            r"line 3: published: '2025' here, '2024' on",
        ),
        ("id,type,text_file\nx,siege,y.txt\n", r"line 2: text_file: no such file y\.txt"),
        ("id,type\nx,siege,Djibo\n", r"line 2: has more cells than the header"),
    ],
)
def test_a_broken_row_is_named_in_one_line(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(GoldError, match=message) as raised:
        read_gold(table(tmp_path, content))
    assert "\n" not in str(raised.value)
