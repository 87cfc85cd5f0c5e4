"""Additive counts (tp, fp, fn) per slot, and what is computed from them.

- `event`: 1 tp an aligned pair, 1 fn a gold event without record, 1 fp a record without gold event.
- `type` … `casualty_group`: fillers of aligned pairs are matched one to one; those of unaligned events are
  all missed (fn) or spurious (fp). A wrong value is one fn and one fp.
- `all`: the sum over `type` … `casualty`; `casualty_group` counts the same entries a second time and `event`
  is no slot, so neither is in it.
Counts of articles add up to the counts of a corpus (micro average).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from depeche.evaluation.alignment import Alignment
from depeche.evaluation.incidents import SLOTS, Incident, match

SUMMED = SLOTS[:-1]
REPORTED = ("event", *SLOTS, "all")


class Counts(NamedTuple):
    """True positives, false positives, false negatives."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def plus(self, other: Counts) -> Counts:
        """The sum of two counts."""
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float | None:
        """tp / (tp + fp), None when nothing was read."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else None

    @property
    def recall(self) -> float | None:
        """tp / (tp + fn), None when there is nothing in gold."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else None

    @property
    def f1(self) -> float | None:
        """2 tp / (2 tp + fp + fn), None when neither side holds anything."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else None


def pair_counts(slot: str, gold: Incident, read: Incident) -> Counts:
    """Counts of one slot of an aligned pair."""
    one, two = gold.slots[slot], read.slots[slot]
    found = len(match(slot, one, two))
    return Counts(found, len(two) - found, len(one) - found)


def count(gold: Sequence[Incident], read: Sequence[Incident], aligned: Alignment) -> dict[str, Counts]:
    """Counts of one article by slot, keys `REPORTED`."""
    counts = {"event": Counts(len(aligned.pairs), len(aligned.spurious), len(aligned.missed))}
    for slot in SLOTS:
        total = Counts(
            fp=sum(len(read[index].slots[slot]) for index in aligned.spurious),
            fn=sum(len(gold[index].slots[slot]) for index in aligned.missed),
        )
        for one, two in aligned.pairs:
            total = total.plus(pair_counts(slot, gold[one], read[two]))
        counts[slot] = total
    counts["all"] = add([{"all": counts[slot]} for slot in SUMMED])["all"]
    return counts


def add(articles: Sequence[dict[str, Counts]]) -> dict[str, Counts]:
    """Counts of several articles together, by slot."""
    total: dict[str, Counts] = {}
    for counts in articles:
        for slot, one in counts.items():
            total[slot] = total.get(slot, Counts()).plus(one)
    return total
