"""Agreement between two annotations of the same texts: `python -m depeche.evaluation.agreement DIR_A DIR_B`.

Both folders are in gold form (texts need not be there). Events of A and B are aligned and compared as gold
and records are (see `alignment`, `names`, `metrics`); F1 is symmetric, so neither is the measure of the
other. An event that either marks optional counts neither way. `--differences` lists every difference for
adjudication.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from depeche.errors import DepecheError, GoldError
from depeche.evaluation.gold import GoldArticle, read_gold
from depeche.evaluation.incidents import gold_incidents
from depeche.evaluation.render import NAMES
from depeche.evaluation.report import Report
from depeche.evaluation.scoring import compare_incidents
from depeche.evaluation.sheets import Sheet, as_markdown, percent


def agree(first: tuple[GoldArticle, ...], second: tuple[GoldArticle, ...]) -> Report:
    """Agreement over the articles that both annotate, `first` in the place of gold.

    Raises:
        GoldError: the two annotate no article in common.
    """
    others = {article.id: article for article in second}
    shared = [article for article in first if article.id in others]
    if not shared:
        raise GoldError("agreement: the two folders annotate no article in common")
    return compare_incidents(shared, {one.id: list(gold_incidents(others[one.id])) for one in shared})


def agreement_sheets(report: Report, *, alone: int = 0, differences: bool = False) -> list[Sheet]:
    """The agreement table, and with `differences` one table an article."""
    columns = ("slot", "agreement (F1)", "95 %", "both", "A alone", "B alone")
    rows = tuple(
        (NAMES.get(slot, slot), percent(one.f1), f"{percent(one.low)}-{percent(one.high)}",
         str(one.tp), str(one.fn), str(one.fp))
        for slot, one in report.scores.items()
    )  # fmt: skip
    note = f"{report.articles} articles annotated by both."
    if alone:
        note += f" {alone} annotated by one alone are left out."
    sheets = [Sheet(title="Agreement", columns=columns, rows=rows, note=note, numbers=columns[1:])]
    if differences:
        told = tuple(
            (one.article, one.event, one.slot, one.gold or "", one.read or "", one.cause)
            for one in report.mistakes
        )
        columns = ("article", "event", "slot", "A", "B", "difference")
        sheets.append(
            Sheet(title="Differences", columns=columns, rows=told, note=f"{len(told)} differences.")
        )
    return sheets


def main(
    first: Annotated[Path, typer.Argument(metavar="DIR_A", help="One annotation, in gold form.")],
    second: Annotated[Path, typer.Argument(metavar="DIR_B", help="The other annotation.")],
    differences: Annotated[bool, typer.Option("--differences", help="List every difference.")] = False,
) -> None:
    """Agreement per slot between two annotations of the same texts, as a Markdown table."""
    try:
        one, two = read_gold(first), read_gold(second)
        report = agree(one, two)
    except DepecheError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    alone = len({article.id for article in one} ^ {article.id for article in two})
    sys.stdout.write(as_markdown(agreement_sheets(report, alone=alone, differences=differences)))


if __name__ == "__main__":
    typer.run(main)
