"""« Les deux camps s'étaient déjà affrontés », « les belligérants »: the sides of the last fight told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span

from depeche.components.events.index import index_of
from depeche.components.events.model import EventMention, RoleFiller
from depeche.components.events.settings import folded, words
from depeche.components.lemma_patterns import fold_agreement, plain


def resolve_camps(mentions: Sequence[EventMention]) -> None:
    """Give a clash whose sides are only pointed to the two sides of the clash told last."""
    sides: list[RoleFiller] = []
    for mention in mentions:
        if not any(type_ == "clash" for type_, _ in mention.types):
            continue
        told = [f for f in mention.roles if f.role == "perpetrator" and not _camp(f)]
        if len({f.actor.key for f in told}) > 1:
            sides = told
        elif not told and sides and _points_to_camps(mention.sent):
            mention.roles = [f for f in mention.roles if f.role != "perpetrator"]
            mention.roles += [replace(f, rule="role.sides.coreference", strength=0.7) for f in sides]


def _camp(filler: RoleFiller) -> bool:
    return filler.actor.key.split()[0] in folded("cast", "camps", "nouns")


def _points_to_camps(sent: Span) -> bool:
    """« les deux camps », « les belligérants »: a plural that asks who the sides are."""
    if index_of(sent.doc).lemmas(sent).isdisjoint(words("cast", "camps", "nouns")):
        return False
    for token in sent:
        noun = fold_agreement(token.text)
        if noun not in folded("cast", "camps", "nouns") or token.i < sent.start + 1:
            continue
        before = {plain(word.text) for word in sent.doc[max(sent.start, token.i - 2) : token.i]}
        if words("cast", "camps", "both") & before:
            return True
        if noun in folded("cast", "camps", "alone") and before & words("cast", "camps", "definite"):
            return True
    return False
