"""The models of a mistake and of a frequent cause."""

from __future__ import annotations

from typing import Literal

from depeche.values.base import Value

Kind = Literal["missed", "spurious", "wrong"]


class Mistake(Value):
    """One filler, or one whole event, that differs from gold.

    Attributes:
        article, event: where; the event in short (`armed_attack 2025-05-23 Dioura`).
        slot: a slot of the report; `event` for an event missed or spurious as a whole.
        gold, read: the value on each side, None where there is none.
        cause: what kind of difference (`another day`, `in another record`, `clash for armed_attack`).
        rule: the rule of the record's provenance that made the value, None when gold stands alone.
        words: the words of the article that the record cites, else those around the gold value when it is
            found.
        cost: false positives and false negatives among the fillers of `all` that it explains.
    """

    article: str
    event: str
    slot: str
    kind: Kind
    cause: str
    gold: str | None = None
    read: str | None = None
    rule: str | None = None
    words: str | None = None
    cost: int = 1


class Cause(Value):
    """How often one (slot, kind, cause, rule) happened, with one example."""

    slot: str
    kind: Kind
    cause: str
    rule: str | None
    count: int
    cost: int
    example: str


def frequent_causes(mistakes: list[Mistake] | tuple[Mistake, ...]) -> tuple[Cause, ...]:
    """Causes of the mistakes, most frequent first; the costlier first among equals."""
    grouped: dict[tuple[str, Kind, str, str | None], list[Mistake]] = {}
    for one in mistakes:
        grouped.setdefault((one.slot, one.kind, one.cause, one.rule), []).append(one)
    causes = []
    for (slot, kind, cause, rule), same in grouped.items():
        first = same[0]
        values = " → ".join(value for value in (first.gold, first.read) if value)
        causes.append(Cause(slot=slot, kind=kind, cause=cause, rule=rule, count=len(same),
                            cost=sum(one.cost for one in same),
                            example=f"{first.article}: {values}"))  # fmt: skip
    return tuple(sorted(causes, key=lambda one: (-one.count, -one.cost, one.slot, one.cause)))
