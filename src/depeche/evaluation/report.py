"""The report of an evaluation: a pydantic object that renders as table, JSON or Markdown (see `render`)."""

from __future__ import annotations

from collections.abc import Sequence

from depeche.evaluation.bootstrap import interval
from depeche.evaluation.calibration import Bin
from depeche.evaluation.metrics import REPORTED, Counts, add
from depeche.evaluation.mistakes import Cause, Mistake, frequent_causes
from depeche.values.base import Value


class Score(Value):
    """Counts and measures (0..1) of one slot; None where there is nothing to divide by.

    `low` and `high` are the 95 % bootstrap interval of F1 over articles.
    """

    tp: int
    fp: int
    fn: int
    precision: float | None
    recall: float | None
    f1: float | None
    low: float | None = None
    high: float | None = None


class ArticleScore(Value):
    """Counts (tp, fp, fn) of one article by slot."""

    id: str
    counts: dict[str, Counts]


class NoEvent(Value):
    """Articles whose gold tells no event, not even an optional one, and how many of them yield no record."""

    articles: int
    clean: int


class Report(Value):
    """The outcome of `evaluate`.

    Attributes:
        articles: gold articles; events: gold events that count; optional: those that do not.
        records: records of these articles; ignored: records of articles that gold does not have.
        scores: by slot, keys `metrics.REPORTED`.
        no_event: articles without event.
        calibration: confidence against share right; calibration_error: their mean gap.
        by_article: counts of each article, the base of every interval.
        mistakes: article by article.
    """

    articles: int
    events: int
    optional: int
    records: int
    ignored: int
    scores: dict[str, Score]
    no_event: NoEvent
    calibration: tuple[Bin, ...]
    calibration_error: float | None
    by_article: tuple[ArticleScore, ...]
    mistakes: tuple[Mistake, ...] = ()

    @property
    def causes(self) -> tuple[Cause, ...]:
        """Causes of the mistakes, most frequent first."""
        return frequent_causes(self.mistakes)

    def f1(self, slot: str) -> float | None:
        """F1 of a slot (0..1), None when neither gold nor records fill it.

        Raises:
            KeyError: no such slot.
        """
        return self.scores[slot].f1


def score(counts: Sequence[Counts]) -> Score:
    """The score of one slot from its counts in each article."""
    total = add([{"": one} for one in counts]).get("", Counts())
    bounds = interval(counts)
    return Score(
        **total._asdict(),
        precision=total.precision,
        recall=total.recall,
        f1=total.f1,
        low=bounds.low if bounds else None,
        high=bounds.high if bounds else None,
    )


def scores(articles: Sequence[ArticleScore]) -> dict[str, Score]:
    """Scores of every slot over some articles."""
    return {slot: score([article.counts[slot] for article in articles]) for slot in REPORTED}
