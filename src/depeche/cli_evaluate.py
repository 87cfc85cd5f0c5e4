"""`depeche evaluate`: arguments in, report out; the measuring is in `depeche.evaluation`."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from depeche.errors import ConfigurationError, DepecheError
from depeche.evaluation import Report, evaluate, read_gold, read_records, run_pipeline
from depeche.evaluation.compare import Comparison, compare, read_run
from depeche.evaluation.gold_csv import TEMPLATE
from depeche.evaluation.metrics import REPORTED
from depeche.evaluation.render import as_json, comparison_sheets, report_sheets
from depeche.evaluation.sheets import as_markdown, as_table


class Format(StrEnum):
    """How the report is written."""

    table = "table"
    json = "json"
    markdown = "markdown"


Gold = Annotated[
    Path | None,
    typer.Argument(metavar="GOLD", help="Folder of NAME.txt with NAME.json, or a CSV file (see --template)."),
]
Predictions = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Records already made (JSON Lines); else the pipeline runs on the texts."
    ),
]
WithErrors = Annotated[
    bool, typer.Option("--errors", help="List every error with its words and its rule, and the causes.")
]
Earlier = Annotated[
    Path | None,
    typer.Option("--compare", metavar="FILE", help="An earlier run: its records, or its report in JSON."),
]
FailUnder = Annotated[
    list[str] | None,
    typer.Option(metavar="SLOT=F1", help="Exit with 1 when a slot's F1 (0 to 1) is lower; may be repeated."),
]


def evaluate_command(
    gold: Gold = None,
    predictions: Predictions = None,
    format: Annotated[Format, typer.Option("--format", help="How to write the report.")] = Format.table,
    errors: WithErrors = False,
    compare_with: Earlier = None,
    fail_under: FailUnder = None,
    template: Annotated[bool, typer.Option("--template", help="Print a CSV gold table to fill in.")] = False,
) -> None:
    """Measure the pipeline, or records already made, against a gold set, slot by slot."""
    if template:
        typer.echo(TEMPLATE, nl=False)
        return
    try:
        limits = _limits(fail_under or ())
        report, comparison = _measure(gold, predictions, compare_with)
    except DepecheError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    typer.echo(_written(report, comparison, format, errors=errors), nl=False)
    under = [slot for slot, limit in limits.items() if (report.f1(slot) or 0.0) < limit]
    for slot in under:
        typer.echo(f"{slot}: F1 {report.f1(slot) or 0.0:.4f} is under {limits[slot]:.4f}", err=True)
    if under:
        raise typer.Exit(1)


def _limits(options: Sequence[str]) -> dict[str, float]:
    limits = {}
    for option in options:
        slot, _, value = option.partition("=")
        try:
            limit = float(value)
        except ValueError as error:
            raise ConfigurationError(f"--fail-under {option}: write SLOT=F1, as all=0.70") from error
        if slot not in REPORTED:
            raise ConfigurationError(f"--fail-under {option}: no slot {slot!r}; one of {', '.join(REPORTED)}")
        if not 0 <= limit <= 1:
            raise ConfigurationError(f"--fail-under {option}: F1 goes from 0 to 1")
        limits[slot] = limit
    return limits


def _measure(
    path: Path | None, predictions: Path | None, earlier: Path | None
) -> tuple[Report, Comparison | None]:
    if path is None:
        raise ConfigurationError("depeche evaluate: name the gold folder or CSV file, or ask for --template")
    gold = read_gold(path, need_text=predictions is None)
    before = read_run(earlier, gold) if earlier is not None else None
    records = read_records(predictions) if predictions is not None else run_pipeline(gold)
    report = evaluate(gold, records)
    return report, compare(before, report) if before is not None else None


def _written(report: Report, comparison: Comparison | None, format: Format, *, errors: bool) -> str:
    if format is Format.json:
        return as_json(report, errors=errors, comparison=comparison)
    sheets = report_sheets(report, errors=errors)
    sheets += comparison_sheets(comparison) if comparison is not None else []
    return as_markdown(sheets) if format is Format.markdown else as_table(sheets)
