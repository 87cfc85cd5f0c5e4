"""Which act a claim is of, and claims made by saying that one did it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from depeche.components.events.model import EventMention, RoleFiller
from depeche.components.events.settings import words
from depeche.components.events.subjects import actor_at
from depeche.components.negation import negated

_GROUPS = frozenset({"rebel", "militia", "gang"})


def announced(verb: Token, subjects: list[Token]) -> Iterator[RoleFiller]:
    """« le Hezbollah assure avoir tiré des roquettes »: an armed group that says it did an act claims it."""
    past = any(child.dep_.startswith("aux") and "VerbForm=Inf" in child.morph for child in verb.children)
    if not past or verb.head.lemma_.lower() not in words("roles", "claiming", "verbs") or negated(verb.head):
        return
    for token in subjects:
        span = actor_at(verb.doc, token)
        if span is not None and span._.actor.rule == "actor.registry" and span._.actor.actor_type in _GROUPS:
            yield RoleFiller("claimant", span, span._.actor, f"claim.announced.{verb.head.lemma_}", 0.9)


def own_claims(
    roles: list[RoleFiller], mention: EventMention, together: Sequence[EventMention]
) -> list[RoleFiller]:
    """« survient après un attentat revendiqué par le TAK »: a claim is of the act told right before it."""
    kept = []
    for filler in roles:
        before = [
            (trigger.start, other.order, id(other))
            for other in together
            for trigger in other.triggers
            if trigger.end <= filler.span.start
        ]
        claimed = filler.rule.startswith(("claim.", "accused.")) and filler.rule.endswith((" par", " à"))
        if not claimed or not before or max(before)[2] == id(mention):
            kept.append(filler)
    return kept
