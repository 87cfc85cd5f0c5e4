"""Complements of a noun trigger that « de » leads: « l'attaque d'un convoi »."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from depeche.components.events.settings import words


def owns(doc: Doc, keys: Sequence[tuple[str, ...]], index: int) -> bool:
    """« de » that leads a complement: not « près de », nor the article of « dans des prisons »."""
    if words("roles", "function", "owner").isdisjoint(keys[index]):
        return False
    before = doc[index - 1]
    article = doc[index].pos_ == "DET" and before.pos_ == "ADP" and before.lower_ not in ("à", "par")
    return not article and before.lower_ not in words("roles", "function", "near")


def attached(trigger: Span, span: Span) -> bool:
    """« l'interpellation à Lille d'un jeune homme »: the complement of the noun, behind its place or date."""
    return bool(span.root.dep_ == "nmod" and span.root.head.i == trigger._.trigger.head)
