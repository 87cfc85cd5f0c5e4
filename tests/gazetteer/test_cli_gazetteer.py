"""`depeche gazetteer build` and `lookup`."""

from pathlib import Path

from typer.testing import CliRunner

from depeche.cli_gazetteer import app

RUNNER = CliRunner()


def test_lookup_shows_the_homonyms() -> None:
    out = RUNNER.invoke(app, ["lookup", "Boni"]).output
    assert {line.split("\t")[2] for line in out.splitlines()} >= {"ML", "BF", "NE"}


def test_lookup_keeps_one_country() -> None:
    result = RUNNER.invoke(app, ["lookup", "Boni", "--country", "ml"])
    assert {line.split("\t")[2] for line in result.output.splitlines()} == {"ML"}


def test_an_unknown_name_is_one_line_and_exit_1() -> None:
    result = RUNNER.invoke(app, ["lookup", "Xoltibar"])
    assert result.exit_code == 1
    assert result.output.strip() == "depeche: no place is called Xoltibar"


def test_build_refuses_a_file_that_is_no_dump(tmp_path: Path) -> None:
    (tmp_path / "ML.txt").write_text("Gao;16.27;-0.04\n", encoding="utf-8")
    result = RUNNER.invoke(app, ["build", str(tmp_path / "ML.txt"), "--out", str(tmp_path / "ml.bin")])
    assert result.exit_code == 2
    assert "ML.txt, line 1" in result.output


def test_build_without_files_says_what_to_give() -> None:
    result = RUNNER.invoke(app, ["build"])
    assert result.exit_code == 2
    assert "GeoNames dumps" in result.output
