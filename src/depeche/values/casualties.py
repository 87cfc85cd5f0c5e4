"""Casualty figures and their arithmetic."""

from __future__ import annotations

from typing import Literal

from depeche.records import CasualtyKind, VictimGroup
from depeche.values.base import Value
from depeche.values.numbers import Quantity

Scope = Literal["incident", "subset", "cumulative", "earlier_toll"]


class CasualtyMention(Value):
    """A count of victims of one kind and one group.

    `scope` tells a subset (« dont un soldat »), a total over time (« depuis 2012 ») and a toll that the text
    itself replaces (« un premier bilan ») from a toll of the incident. `predicate` is the token index of the
    word that says what happened to them.
    """

    kind: CasualtyKind
    group: VictimGroup
    quantity: Quantity
    scope: Scope = "incident"
    predicate: int
    head: int
    rule: str
