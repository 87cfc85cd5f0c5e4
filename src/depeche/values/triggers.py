"""What a trigger word says: the event type, how sure it is, and who plays which role around it."""

from __future__ import annotations

from typing import Literal

from depeche.records import CasualtyKind, EventType
from depeche.values.base import Value

Strength = Literal["strong", "weak", "toll", "means", "found", "anaphor"]
Frame = Literal["agent", "patient", "recip", "act", "victim", "event", "none"]


class TriggerMention(Value):
    """One entry of `data/triggers/triggers.csv` met in the text.

    `head` is the token index of the word that carries the syntax: the verb, or the noun of a multiword noun.
    """

    form: str
    pos: Literal["V", "N"]
    type: EventType | None
    strength: Strength
    frame: Frame
    kind: CasualtyKind | None
    head: int
    rule: str
