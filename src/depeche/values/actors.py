"""Who is named: an actor as the text calls it, with its type and the registry's name for it."""

from __future__ import annotations

from typing import Literal

from depeche.records import ActorType, VictimGroup
from depeche.values.base import Value

Bias = Literal["perp", "target", "any", "thing", "count"]
# Actor types that bear arms for a state or the United Nations.
FORCES: frozenset[ActorType] = frozenset({"state_forces", "police", "peacekeepers"})
# Those that bear arms for a group of their own, with a name or with none.
GROUPS: frozenset[ActorType] = frozenset({"rebel", "militia", "gang"})
IRREGULARS: frozenset[ActorType] = GROUPS | {"unknown_armed"}
ARMED: frozenset[ActorType] = FORCES | IRREGULARS


class ActorMention(Value):
    """An actor mention.

    Attributes:
        name: what a record shows: the canonical name of a registered group as the article calls it, else the
            noun phrase without its article.
        key: folded name under which mentions of one actor meet.
        named: whether it is a proper name (registry, acronym, person) and not a descriptive noun phrase.
        head: token index of the syntactic head.
        unit: whether the noun names persons one by one (soldat), a body of them (armée), or a thing (camp).
    """

    name: str
    key: str
    actor_type: ActorType
    group: VictimGroup
    bias: Bias
    named: bool
    head: int
    unit: Literal["person", "body", "thing"] = "body"
    country: str | None = None
    rule: str
