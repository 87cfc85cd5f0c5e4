"""The TimeBank benchmark on a small TimeML file of our own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import timebank
from timeml import Expression, day_value, read_timeml

TIMEML = """<?xml version="1.0" encoding="UTF-8"?>
<TimeML><DOCID>a</DOCID>
<DCT><TIMEX3 tid="t1" type="DATE" value="2025-05-28" functionInDocument="CREATION_TIME" /></DCT>
<TEXT>Le pont a <EVENT eid="e1">cédé</EVENT> <TIMEX3 tid="t2" type="DATE" value="2025-05-27">hier</TIMEX3>
à <TIMEX3 tid="t3" type="TIME" value="2025-05-27T22:00">22 h</TIMEX3>, après
<TIMEX3 tid="t4" type="DURATION" value="P3D">trois jours</TIMEX3> de pluie.</TEXT></TimeML>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.tml").write_text(TIMEML, encoding="utf-8")
    return tmp_path


def test_markup_becomes_offsets(folder: Path) -> None:
    article = read_timeml(folder / "a.tml")
    assert article.published == "2025-05-28"
    assert [(article.text[e.start : e.end], e.type, e.value) for e in article.gold] == [
        ("hier", "DATE", "2025-05-27"),
        ("22 h", "TIME", "2025-05-27"),
    ]


def test_clock_part_is_ignored() -> None:
    assert [
        day_value(v) for v in ("2025-05-27T22:00", "2025-05-27TEV", "TNI", "PRESENT_REF", "2025-W20")
    ] == [
        "2025-05-27",
        "2025-05-27",
        "",
        "PRESENT_REF",
        "2025-W20",
    ]


def test_each_expression_is_paired_once() -> None:
    gold = [Expression(0, 4, "DATE", "a"), Expression(5, 9, "DATE", "b")]
    assert len(timebank.pair(gold, [Expression(0, 9, "DATE", "a")])) == 1


def test_main_prints_the_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert timebank.main([str(folder), "--errors"]) == 0
    printed = capsys.readouterr().out
    assert "1 articles, 2 DATE and TIME expressions" in printed
    assert "strict        100.00" in printed


def test_folder_without_files_is_named(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"no \.tml file"):
        timebank.main([str(tmp_path)])
