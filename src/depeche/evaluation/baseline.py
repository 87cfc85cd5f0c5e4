"""The scores of the landed version, so that a drop is seen: `python -m depeche.evaluation.baseline
corpus/gold`.

The command measures each part of the gold set that is there (`dev`, `press`, `test`, `press-test`) and writes
`baseline.json` beside them: by part and slot, F1 in 0..1 with four decimals.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from depeche.errors import DepecheError, GoldError
from depeche.evaluation.gold import read_gold
from depeche.evaluation.predictions import run_pipeline
from depeche.evaluation.report import Report
from depeche.evaluation.scoring import evaluate

PARTS = ("dev", "press", "test", "press-test")
FILE = "baseline.json"
TOLERANCE = 0.01

Baseline = dict[str, dict[str, float | None]]


def measure(folder: Path) -> Report:
    """Run the pipeline over one part of the gold set and evaluate it."""
    gold = read_gold(folder, need_text=True)
    return evaluate(gold, run_pipeline(gold))


def read_baseline(path: Path) -> Baseline:
    """F1 by part and slot.

    Raises:
        GoldError: the file is no baseline.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GoldError(f"{path}: not readable as JSON ({error})") from error
    told = isinstance(content, dict) and all(isinstance(scores, dict) for scores in content.values())
    if not told:
        raise GoldError(f"{path}: not a baseline, an object of F1 by part and slot")
    return {part: dict(scores) for part, scores in content.items()}


def drops(before: dict[str, float | None], report: Report, tolerance: float = TOLERANCE) -> list[str]:
    """Slots whose F1 is more than `tolerance` (0.01 is a point) below the baseline, one line each."""
    lines = []
    for slot, old in before.items():
        new = report.scores[slot].f1 if slot in report.scores else None
        if old is not None and (new or 0.0) < old - tolerance - 1e-9:
            lines.append(f"{slot}: F1 {100 * (new or 0.0):.1f}, was {100 * old:.1f}")
    return lines


def rounded(report: Report) -> dict[str, float | None]:
    """F1 by slot with four decimals."""
    return {slot: None if one.f1 is None else round(one.f1, 4) for slot, one in report.scores.items()}


def main(
    folder: Annotated[Path, typer.Argument(metavar="GOLD", help="The folder that holds the parts.")],
) -> None:
    """Measure every part and write baseline.json, to accept the scores of this version."""
    try:
        parts = [part for part in PARTS if (folder / part).is_dir()]
        if not parts:
            raise GoldError(f"{folder}: holds none of {', '.join(PARTS)}")
        scores = {part: rounded(measure(folder / part)) for part in parts}
    except DepecheError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    path = folder / FILE
    path.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
    typer.echo(f"{path}: written for {', '.join(scores)}")


if __name__ == "__main__":
    typer.run(main)
