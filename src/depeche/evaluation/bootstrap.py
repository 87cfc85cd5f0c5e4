"""Bootstrap over articles: 95 % intervals of F1, and the paired test between two runs.

Articles are drawn with replacement (events of one article stand and fall together), counts are summed, F1 is
computed anew. Seeded, so the same counts give the same interval. Source: Efron & Tibshirani (1993),
percentile interval; Berg-Kirkpatrick et al. (2012) for the paired test.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from depeche.evaluation.metrics import Counts

SAMPLES, SEED, LEVEL = 2000, 17, 95.0


class Interval(NamedTuple):
    """Both ends of a 95 % interval."""

    low: float
    high: float


def _resampled(articles: Sequence[Counts], weights: NDArray[np.int64]) -> NDArray[np.float64]:
    """F1 of each sample, NaN where the sample holds nothing."""
    sums = (weights @ np.array([list(counts) for counts in articles], dtype=np.int64)).astype(float)
    total = 2 * sums[:, 0] + sums[:, 1] + sums[:, 2]
    f1: NDArray[np.float64] = np.full(len(sums), np.nan)
    np.divide(2 * sums[:, 0], total, out=f1, where=total > 0)
    return f1


def _weights(articles: int, samples: int) -> NDArray[np.int64]:
    generator = np.random.default_rng(SEED)
    return generator.multinomial(articles, np.full(articles, 1 / articles), size=samples)


def _percentiles(values: NDArray[np.float64]) -> Interval | None:
    told = values[~np.isnan(values)]
    if not len(told):
        return None
    low, high = np.percentile(told, [(100 - LEVEL) / 2, (100 + LEVEL) / 2])
    return Interval(float(low), float(high))


def interval(articles: Sequence[Counts], samples: int = SAMPLES) -> Interval | None:
    """95 % interval of F1 of one slot, from its counts in each article; None when there is nothing to
    count.
    """
    return _percentiles(_resampled(articles, _weights(len(articles), samples))) if articles else None


class Difference(NamedTuple):
    """How much F1 changed between two runs over the same articles.

    Attributes:
        interval: 95 % interval of the difference.
        p: two-sided; twice the share of samples in which the change goes the other way or vanishes, 1.0 at
            most.
    """

    interval: Interval
    p: float


def paired(before: Sequence[Counts], after: Sequence[Counts], samples: int = SAMPLES) -> Difference | None:
    """Paired bootstrap of F1(after) - F1(before) of one slot, counts article by article in the same order.

    Raises:
        ValueError: the two do not cover the same number of articles.
    """
    if len(before) != len(after):
        raise ValueError("a paired bootstrap needs the same articles on both sides")
    if not before:
        return None
    weights = _weights(len(before), samples)
    change = _resampled(after, weights) - _resampled(before, weights)
    change = change[~np.isnan(change)]
    found = _percentiles(change)
    if found is None:
        return None
    tail = min(float(np.mean(change <= 0)), float(np.mean(change >= 0)))
    return Difference(found, min(1.0, 2 * tail))
