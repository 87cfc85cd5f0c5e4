"""Which gold event is which record: a one-to-one alignment within an article.

Eligible pairs. For each of type, date, place and casualty the two sides agree, contradict each other, or
neither:

========  ==========================  ====================================================
slot      agree                       contradict
========  ==========================  ====================================================
type      same type                   different kinds of happening (see `FAMILIES`)
date      same days                   both told, no day in common
place     at least one place shared   both told, none shared
casualty  at least one entry shared   a kind told by both, and no entry shared
========  ==========================  ====================================================

A pair is eligible when more slots agree than contradict: one agreement is enough when nothing speaks against
it, two agreements bear one contradiction. Among eligible pairs the assignment maximises the sum of slot
agreement (`WEIGHTS`; a list slot counts by the F1 of its fillers, the three actor roles together as one slot;
dates that overlap without being equal, and types of one family, count for a fraction). At equal agreement a
gold event that is not optional goes first.

Optional events count neither way: a record aligned to one is dropped, and so is an optional event that
nothing found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from depeche.evaluation.assignment import best_pairs
from depeche.evaluation.incidents import ROLES, Filler, Incident, match

WEIGHTS = {"date": 3.0, "place": 3.0, "casualty": 3.0, "type": 2.0, "actors": 1.0, "country": 0.5}
OVERLAP, FAMILY = 1 / 3, 1 / 4
REQUIRED_BONUS = 1e-6

VIOLENCE = frozenset(("armed_attack", "ambush", "clash", "explosion", "suicide_bombing", "air_strike",
                      "shelling", "killing", "abduction", "siege", "looting"))  # fmt: skip
FAMILIES = (VIOLENCE, frozenset(("accident", "disaster")), frozenset(("arrest",)), frozenset(("protest",)))


@dataclass(frozen=True, slots=True)
class Alignment:
    """Indexes of the two sides of one article; those of optional events are in `dropped` pairs or nowhere."""

    pairs: tuple[tuple[int, int], ...]
    missed: tuple[int, ...]
    spurious: tuple[int, ...]
    dropped: tuple[tuple[int, int], ...] = ()


def _same_family(first: str, second: str) -> bool:
    return any(first in family and second in family for family in FAMILIES)


def _days(fillers: Sequence[Filler]) -> tuple[date, date] | None:
    if not fillers:
        return None
    start, end = fillers[0].value
    return start, end


def dates_overlap(gold: Incident, read: Incident) -> bool:
    """Whether both tell a date and the two have a day in common."""
    first, second = _days(gold.slots["date"]), _days(read.slots["date"])
    return first is not None and second is not None and first[0] <= second[1] and second[0] <= first[1]


def _shared(slot: str, gold: Incident, read: Incident) -> float:
    """F1 of the fillers of one slot, 0.0 when either side is empty."""
    one, two = gold.slots[slot], read.slots[slot]
    return 2 * len(match(slot, one, two)) / (len(one) + len(two)) if one and two else 0.0


def _contradicts(slot: str, gold: Incident, read: Incident) -> bool:
    """Whether a slot without agreement speaks against the pair."""
    if slot == "type":
        return not _same_family(gold.type, read.type)
    one, two = gold.slots[slot], read.slots[slot]
    if slot == "casualty":
        return bool({toll.value[0] for toll in one} & {toll.value[0] for toll in two})
    told = bool(one) and bool(two)
    return told and not (slot == "date" and dates_overlap(gold, read))


def eligible(gold: Incident, read: Incident) -> bool:
    """Whether more of type, date, place and casualty agree than contradict each other."""
    agreeing = contradicting = 0
    for slot in ("type", "date", "place", "casualty"):
        if _shared(slot, gold, read):
            agreeing += 1
        elif _contradicts(slot, gold, read):
            contradicting += 1
    return agreeing > contradicting


def agreement(gold: Incident, read: Incident) -> float:
    """Weighted slot agreement of a pair, 0.0 when it is not eligible."""
    if not eligible(gold, read):
        return 0.0
    total = sum(
        WEIGHTS[slot] * _shared(slot, gold, read) for slot in ("type", "date", "place", "casualty", "country")
    )
    if gold.type != read.type and _same_family(gold.type, read.type):
        total += WEIGHTS["type"] * FAMILY
    if not _shared("date", gold, read) and dates_overlap(gold, read):
        total += WEIGHTS["date"] * OVERLAP
    told = sum(len(side.slots[role]) for side in (gold, read) for role in ROLES)
    shared = sum(len(match(role, gold.slots[role], read.slots[role])) for role in ROLES)
    total += WEIGHTS["actors"] * 2 * shared / told if told else 0.0
    return total + (0.0 if gold.optional or read.optional else REQUIRED_BONUS)


def align(gold: Sequence[Incident], read: Sequence[Incident]) -> Alignment:
    """Align the events of one article; see the module for what makes a pair."""
    table = np.array([[agreement(one, two) for two in read] for one in gold]).reshape(len(gold), len(read))
    found = best_pairs(table)
    optional = {pair for pair in found if gold[pair[0]].optional or read[pair[1]].optional}
    golds, reads = {row for row, _ in found}, {column for _, column in found}
    return Alignment(
        pairs=tuple(pair for pair in found if pair not in optional),
        missed=tuple(i for i, one in enumerate(gold) if i not in golds and not one.optional),
        spurious=tuple(i for i, one in enumerate(read) if i not in reads and not one.optional),
        dropped=tuple(pair for pair in found if pair in optional),
    )
