"""Whether confidence means what it says: records by confidence, against the share of them that are right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from depeche.evaluation.alignment import Alignment
from depeche.evaluation.incidents import Incident
from depeche.evaluation.metrics import pair_counts
from depeche.values.base import Value

EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
CORE = ("type", "date", "place", "casualty")


class Outcome(NamedTuple):
    """The confidence of a record, and whether type, date, places and toll are all right."""

    confidence: float
    right: bool


class Bin(Value):
    """Records whose confidence lies in [low, high), the last bin closed; shares are 0..1."""

    low: float
    high: float
    records: int
    right: int
    confidence: float
    share: float


def outcomes(gold: Sequence[Incident], read: Sequence[Incident], aligned: Alignment) -> list[Outcome]:
    """One outcome a record of an article; records aligned to an optional event are left out.

    A record is right when it is aligned and its type, date, places and casualty entries (without group) are
    those of gold, no less and no more. A record without gold event is wrong.
    """
    found: list[Outcome] = []
    for one, two in aligned.pairs:
        counts = [pair_counts(slot, gold[one], read[two]) for slot in CORE]
        found += _outcome(read[two], not any(count.fp or count.fn for count in counts))
    for index in aligned.spurious:
        found += _outcome(read[index], False)
    return found


def _outcome(incident: Incident, right: bool) -> list[Outcome]:
    return [Outcome(incident.record.confidence, right)] if incident.record is not None else []


def calibration(found: Iterable[Outcome]) -> tuple[Bin, ...]:
    """The bins that hold a record, lowest confidence first."""
    told = list(found)
    bins = []
    for low, high in pairwise(EDGES):
        inside = [one for one in told if low <= one.confidence < high or one.confidence == high == EDGES[-1]]
        if inside:
            right = sum(one.right for one in inside)
            mean = sum(one.confidence for one in inside) / len(inside)
            bins.append(Bin(low=low, high=high, records=len(inside), right=right, confidence=mean,
                            share=right / len(inside)))  # fmt: skip
    return tuple(bins)


def calibration_error(bins: Sequence[Bin]) -> float | None:
    """Expected calibration error: mean gap between confidence and share right, weighted by records; None
    without any.

    Source: Guo et al. (2017), On Calibration of Modern Neural Networks.
    """
    total = sum(one.records for one in bins)
    return sum(one.records * abs(one.confidence - one.share) for one in bins) / total if total else None
