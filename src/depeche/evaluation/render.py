"""A report as sheets (table, Markdown) and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from depeche.evaluation.compare import Comparison
from depeche.evaluation.mistakes import Mistake
from depeche.evaluation.report import Report
from depeche.evaluation.sheets import Sheet, percent

NAMES = {
    "casualty": "casualty (kind, low, high)",
    "casualty_group": "casualty with group",
    "all": "all slots",
}
MISTAKE_COLUMNS = ("event", "slot", "error", "gold", "read", "rule", "words")
CAUSES_SHOWN = 40


def _slot(slot: str) -> str:
    return NAMES.get(slot, slot)


def report_sheets(report: Report, *, errors: bool = False) -> list[Sheet]:
    """Scores, calibration, and with `errors` the mistakes by article and their causes."""
    sheets = [_scores(report), _calibration(report)]
    return [*sheets, *_errors(report), _causes(report)] if errors else sheets


def _scores(report: Report) -> Sheet:
    rows = []
    for slot, one in report.scores.items():
        bounds = f"{percent(one.low)}-{percent(one.high)}" if one.low is not None else "–"
        shares = (percent(one.precision), percent(one.recall), percent(one.f1))
        counts = (one.tp + one.fn, one.tp + one.fp, one.tp, one.fp, one.fn)
        rows.append((_slot(slot), *shares, bounds, *map(str, counts)))
    columns = ("slot", "P", "R", "F1", "95 %", "gold", "read", "tp", "fp", "fn")
    none = report.no_event
    note = (
        f"{report.articles} articles, {report.events} gold events ({report.optional} optional ones beside), "
        f"{report.records} records. Articles without event that yield none: {none.clean} of {none.articles}."
    )
    if report.ignored:
        note += f" {report.ignored} records of other articles left out."
    return Sheet(title="Scores", columns=columns, rows=tuple(rows), note=note, numbers=columns[1:])


def _calibration(report: Report) -> Sheet:
    columns = ("confidence", "records", "mean confidence", "right", "share right")
    rows = tuple(
        (
            f"{one.low:.1f}-{one.high:.1f}",
            str(one.records),
            percent(one.confidence),
            str(one.right),
            percent(one.share),
        )
        for one in report.calibration
    )
    note = "A record is right when type, date, places and toll all are."
    if report.calibration_error is not None:
        note += f" Mean gap between confidence and share right: {percent(report.calibration_error)} points."
    return Sheet(title="Confidence", columns=columns, rows=rows, note=note, numbers=columns[1:])


def _errors(report: Report) -> list[Sheet]:
    return [
        Sheet(title=name, columns=MISTAKE_COLUMNS, rows=_mistake_rows(found))
        for name, found in groupby(report.mistakes, key=lambda one: one.article)
    ]


def _mistake_rows(mistakes: Iterable[Mistake]) -> tuple[tuple[str, ...], ...]:
    """One row a mistake; the event is told on its first row alone, and not where it is the mistake itself."""
    rows, last = [], ""
    for one in mistakes:
        told = "" if one.slot == "event" or one.event == last else one.event
        rows.append((told, *_mistake_row(one)))
        last = one.event
    return tuple(rows)


def _mistake_row(one: Mistake) -> tuple[str, ...]:
    words = f"« {one.words} »" if one.words else ""
    return (one.slot, f"{one.kind}: {one.cause}", one.gold or "", one.read or "", one.rule or "", words)


def _causes(report: Report) -> Sheet:
    causes = report.causes
    columns = ("count", "cost", "slot", "error", "rule", "example")
    rows = tuple(
        (str(one.count), str(one.cost), one.slot, f"{one.kind}: {one.cause}", one.rule or "", one.example)
        for one in causes[:CAUSES_SHOWN]
    )
    note = (
        f"{len(report.mistakes)} errors of {len(causes)} causes, most frequent first. "
        "Cost: false positives and false negatives among all slots (a missed event costs all its fillers)."
    )
    return Sheet(title="Causes", columns=columns, rows=rows, note=note, numbers=("count", "cost"))


def comparison_sheets(comparison: Comparison) -> list[Sheet]:
    """F1 before and after by slot, then what got better and what got worse."""
    columns = ("slot", "before", "after", "change", "95 %", "p")
    rows = []
    for one in comparison.changes:
        bounds = (
            f"{100 * one.low:+.1f} to {100 * one.high:+.1f}"
            if one.low is not None and one.high is not None
            else "–"
        )
        change = f"{100 * one.change:+.1f}" if one.change is not None else "–"
        p = f"{one.p:.3f}" if one.p is not None else "–"
        rows.append((_slot(one.slot), percent(one.before), percent(one.after), change, bounds, p))
    note = "F1 in percent; intervals and p by paired bootstrap over articles."
    return [
        Sheet(title="Before and after", columns=columns, rows=tuple(rows), note=note, numbers=columns[1:]),
        _listed("Better: errors that are gone", comparison.mended),
        _listed("Worse: errors that are new", comparison.broken),
    ]


def _listed(title: str, mistakes: tuple[Mistake, ...]) -> Sheet:
    rows = tuple((one.article, one.event, *_mistake_row(one)) for one in mistakes)
    return Sheet(title=title, columns=("article", *MISTAKE_COLUMNS), rows=rows, note="" if rows else "None.")


def as_json(report: Report, *, errors: bool = False, comparison: Comparison | None = None) -> str:
    """The report as one JSON object; `mistakes` and `causes` with `errors`, `comparison` when there is one.

    `read_report` reads it back.
    """
    content: dict[str, Any] = report.model_dump(mode="json", exclude=None if errors else {"mistakes"})
    if errors:
        content["causes"] = [one.model_dump(mode="json") for one in report.causes]
    if comparison is not None:
        content["comparison"] = comparison.model_dump(mode="json")
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
