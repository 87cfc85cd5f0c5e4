"""Two runs over the same gold articles: what got better, what got worse, and whether chance explains it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from depeche.errors import GoldError, RowError
from depeche.evaluation.bootstrap import paired
from depeche.evaluation.gold import GoldArticle, first_error
from depeche.evaluation.metrics import REPORTED
from depeche.evaluation.mistakes import Mistake
from depeche.evaluation.predictions import read_records
from depeche.evaluation.report import Report
from depeche.evaluation.scoring import evaluate
from depeche.values.base import Value


class Change(Value):
    """F1 (0..1) of one slot before and after; the 95 % interval of the change and its p by paired
    bootstrap.
    """

    slot: str
    before: float | None
    after: float | None
    change: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None


class Comparison(Value):
    """Changes by slot; `mended` are mistakes of the run before alone, `broken` those of the run after
    alone.
    """

    changes: tuple[Change, ...]
    mended: tuple[Mistake, ...]
    broken: tuple[Mistake, ...]


def compare(before: Report, after: Report) -> Comparison:
    """Compare two reports on the same gold articles.

    Raises:
        GoldError: the two do not cover the same articles.
    """
    counts = {one.id: one.counts for one in before.by_article}
    names = [one.id for one in after.by_article]
    if set(names) != set(counts):
        name = min(set(names) ^ set(counts))
        raise GoldError(f"compare: the two runs are not on the same articles ({name} is in one alone)")
    changes = []
    for slot in REPORTED:
        old, new = before.f1(slot), after.f1(slot)
        test = paired([counts[name][slot] for name in names], [one.counts[slot] for one in after.by_article])
        told = old is not None and new is not None and test is not None
        changes.append(
            Change(
                slot=slot,
                before=old,
                after=new,
                change=new - old if old is not None and new is not None else None,
                low=test.interval.low if told and test else None,
                high=test.interval.high if told and test else None,
                p=test.p if told and test else None,
            )
        )
    return Comparison(
        changes=tuple(changes),
        mended=_alone(before.mistakes, after.mistakes),
        broken=_alone(after.mistakes, before.mistakes),
    )


def _key(mistake: Mistake) -> tuple[str | None, ...]:
    return (mistake.article, mistake.event, mistake.slot, mistake.kind, mistake.gold, mistake.read)


def _alone(mistakes: Sequence[Mistake], others: Sequence[Mistake]) -> tuple[Mistake, ...]:
    left = Counter(map(_key, others))
    alone = []
    for mistake in mistakes:
        if left[_key(mistake)]:
            left[_key(mistake)] -= 1
        else:
            alone.append(mistake)
    return tuple(alone)


def read_run(path: Path | str, gold: Sequence[GoldArticle]) -> Report:
    """The report of an earlier run: from its records (JSON Lines), or a report saved with `--format json
    --errors`.

    A report saved without `--errors` compares scores alone.

    Raises:
        RowError, GoldError: the file is neither.
    """
    path = Path(path)
    report = read_report(path)
    return report if report is not None else evaluate(gold, read_records(path))


def read_report(path: Path) -> Report | None:
    """A report as `as_json` wrote it, None when the file holds no report."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return None
    if not isinstance(content, dict) or "by_article" not in content:
        return None
    try:
        return Report.model_validate(
            {key: content[key] for key in content if key not in ("causes", "comparison")}
        )
    except ValidationError as error:
        raise RowError(f"{path}: not a report of depeche evaluate: {first_error(error)}") from error
