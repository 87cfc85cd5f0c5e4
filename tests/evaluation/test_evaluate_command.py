"""`depeche evaluate` on files: formats, comparison, limits, and one line for what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from made_by_hand import event, gold, record
from typer.testing import CliRunner

from depeche.cli_evaluate import evaluate_command
from depeche.errors import GoldError
from depeche.evaluation import evaluate
from depeche.evaluation.agreement import agree
from depeche.evaluation.baseline import drops, rounded
from depeche.evaluation.compare import compare, read_report
from depeche.evaluation.gold_csv import TEMPLATE
from depeche.evaluation.render import as_json

app = typer.Typer()
app.command()(evaluate_command)
runner = CliRunner()

GOLD = """\
id,type,date,places,casualties
a,ambush,2025-05-23,Gao,killed military 4
b,siege,,Djibo,
"""
A = record("ambush", "2025-05-23", "Gao", ("killed military 4/4",))
B_WRONG = record("siege", "2024", "Djibo", id="b", rules={"date": "year | alone"})
B_RIGHT = record("siege", places="Djibo", id="b")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "gold.csv").write_text(GOLD, encoding="utf-8")
    for name, records in {"good": (A, B_RIGHT), "bad": (A, B_WRONG)}.items():
        lines = "".join(f"{one.to_json()}\n" for one in records)
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def run(folder: Path, *options: str, name: str = "bad") -> tuple[int, str, str]:
    arguments = [str(folder / "gold.csv"), "--predictions", str(folder / f"{name}.jsonl"), *options]
    result = runner.invoke(app, arguments)
    return result.exit_code, result.stdout, result.stderr


def test_the_table_tells_every_slot(files: Path) -> None:
    code, out, _ = run(files)
    assert code == 0
    for slot in (
        "event",
        "type",
        "date",
        "place",
        "casualty (kind, low, high)",
        "casualty with group",
        "all slots",
    ):
        assert slot in out
    assert "2 articles, 2 gold events (0 optional ones beside), 2 records." in out


def test_markdown_escapes_the_bars(files: Path) -> None:
    _, out, _ = run(files, "--format", "markdown", "--errors")
    assert "| event | 100.0 | 100.0 | 100.0 |" in out
    assert "| year \\| alone | « le 2024 » |" in out


def test_json_reads_back_as_the_report(files: Path) -> None:
    _, out, _ = run(files, "--format", "json", "--errors")
    content = json.loads(out)
    # date: a right, b spurious: P 1/2, R 1, F1 2/3
    assert content["scores"]["date"]["f1"] == pytest.approx(2 / 3)
    assert content["causes"][0]["rule"] == "year | alone"
    saved = files / "report.json"
    saved.write_text(out, encoding="utf-8")
    report = read_report(saved)
    assert report is not None
    assert report.model_dump(mode="json") == {key: content[key] for key in content if key != "causes"}


def test_compare_with_earlier_records(files: Path) -> None:
    code, out, _ = run(files, "--compare", str(files / "bad.jsonl"), "--format", "markdown", name="good")
    assert code == 0
    assert "| date | 66.7 | 100.0 | +33.3 |" in out
    assert "Better: errors that are gone" in out
    assert "| b | siege ? Djibo | date | spurious: of no gold event |" in out


def test_compare_with_an_earlier_report(files: Path) -> None:
    _, out, _ = run(files, "--format", "json", "--errors")
    (files / "before.json").write_text(out, encoding="utf-8")
    _, out, _ = run(files, "--compare", str(files / "before.json"), "--format", "json", name="good")
    comparison = json.loads(out)["comparison"]
    assert [one["slot"] for one in comparison["mended"]] == ["date"]
    assert comparison["broken"] == []


def test_fail_under(files: Path) -> None:
    assert run(files, "--fail-under", "date=0.6")[0] == 0
    code, _, err = run(files, "--fail-under", "date=0.7", "--fail-under", "event=0.9")
    assert code == 1
    assert err == "date: F1 0.6667 is under 0.7000\n"


@pytest.mark.parametrize(
    ("option", "message"),
    [("date", "write SLOT=F1"), ("lieu=0.5", "no slot 'lieu'"), ("date=70", "F1 goes from 0 to 1")],
)
def test_a_limit_that_makes_no_sense(files: Path, option: str, message: str) -> None:
    code, _, err = run(files, "--fail-under", option)
    assert code == 2
    assert message in err


def test_the_template_needs_nothing_else() -> None:
    result = runner.invoke(app, ["--template"])
    assert (result.exit_code, result.stdout) == (0, TEMPLATE)


def test_no_gold_is_one_line() -> None:
    result = runner.invoke(app, [])
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "--template" in result.stderr


def test_broken_records_are_one_line(files: Path) -> None:
    (files / "bad.jsonl").write_text(f'{A.to_json()}\n{{"id": "x"}}\n', encoding="utf-8")
    code, _, err = run(files)
    assert code == 2
    assert "bad.jsonl, line 2: not an event record: document: Field required" in err
    assert err.count("\n") == 1


def test_runs_on_other_articles_do_not_compare() -> None:
    with pytest.raises(GoldError, match="not on the same articles"):
        compare(evaluate([gold()], []), evaluate([gold(id="b")], []))


def test_json_without_errors_leaves_them_out() -> None:
    report = evaluate([gold(event("siege"))], [])
    assert "mistakes" not in json.loads(as_json(report))


def test_agreement_is_symmetric() -> None:
    # A tells two events, B one of them with another date: event F1 2/3, date 1 of A, 1 of B, none shared
    first = (gold(event("siege", "2024", "Djibo"), event("ambush", places="Gao")),)
    second = (
        gold(
            event("siege", "2025", "Djibo"),
        ),
    )
    one, two = agree(first, second), agree(second, first)
    assert one.f1("event") == two.f1("event") == pytest.approx(2 / 3)
    assert one.f1("date") == two.f1("date") == 0.0


def test_agreement_drops_what_either_calls_optional() -> None:
    report = agree((gold(event("siege")),), (gold(event("siege", optional=True)),))
    assert report.f1("event") is None


def test_agreement_needs_common_articles() -> None:
    with pytest.raises(GoldError, match="no article in common"):
        agree((gold(),), (gold(id="b"),))


def test_a_drop_is_more_than_a_point_under_the_baseline() -> None:
    report = evaluate([gold(event("siege", places="Djibo"))], [record("siege")])
    assert rounded(report)["event"] == 1.0
    assert rounded(report)["date"] is None
    assert drops({"event": 1.0, "place": 0.009, "country": None}, report) == []
    assert drops({"event": 1.0, "place": 0.5}, report) == ["place: F1 0.0, was 50.0"]
