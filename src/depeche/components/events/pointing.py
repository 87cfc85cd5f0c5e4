"""Actors that only point: « le groupe », « les rebelles », « l'armée » by the fuller name that the text gives."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from depeche.components.events.attribution import affiliate
from depeche.components.events.cast import GENERIC_PERP, nation
from depeche.components.events.identity import apposed_name
from depeche.components.events.index import spans
from depeche.components.events.model import EventMention, RoleFiller
from depeche.components.events.settings import folded, words
from depeche.components.lemma_patterns import fold_agreement, plain
from depeche.values.actors import FORCES


def resolve_pointing(doc: Doc, mentions: Sequence[EventMention]) -> None:
    """« le groupe », « les rebelles » take the name of the group told; « l'armée », the fuller name."""
    only = _only_group(doc)
    for mention in mentions:
        mention.roles = [_fuller(doc, _pointed(doc, apposed_name(filler), only)) for filler in mention.roles]


def _only_group(doc: Doc) -> Span | None:
    """The one armed group that an article names, mere allies apart; None when it names several."""
    groups: dict[str, Span] = {}
    for span in spans(doc, "actors"):
        actor = span._.actor
        if actor.rule == "actor.registry" and actor.actor_type in GENERIC_PERP and not affiliate(doc, span):
            groups.setdefault(actor.key, span)
    return next(iter(groups.values())) if len(groups) == 1 else None


def _definite(doc: Doc, span: Span) -> bool:
    start = span.start
    while start > 0 and doc[start - 1].lower_ in words("cast", "pointing", "same"):
        start -= 1
    before = plain(doc[start - 1].text) if start else ""
    return before in words("cast", "pointing", "definite")


def _pointed(doc: Doc, filler: RoleFiller, only: Span | None) -> RoleFiller:
    key = filler.actor.key
    if filler.actor.named or not _definite(doc, filler.span):
        return filler
    same = filler.span.start > 0 and doc[filler.span.start - 1].lower_ in words("cast", "pointing", "same")
    generic = key in folded("cast", "generic", "nouns")
    if key in folded("cast", "pointing", "nouns") or (same and generic):
        earlier = [
            span
            for span in spans(doc, "actors")
            if span.end <= filler.span.start
            and span._.actor.named
            and span._.actor.actor_type in GENERIC_PERP
        ]
        target = earlier[-1] if earlier else None
    else:
        target = only if generic else None
    if target is None:
        return filler
    return RoleFiller(
        filler.role, target, target._.actor, f"{filler.rule}+coreference", filler.strength * 0.9
    )


def _full_name(doc: Doc, filler: RoleFiller) -> RoleFiller:
    """« Chekatt » by the full name that the article gives the person elsewhere."""
    for span in spans(doc, "actors"):
        other = span._.actor
        if other.rule == "actor.person" and other.key.split()[-1] == filler.actor.key and " " in other.key:
            return RoleFiller(filler.role, span, other, f"{filler.rule}+fuller", filler.strength)
    return filler


def _flying(doc: Doc, filler: RoleFiller) -> RoleFiller:
    """« un raid israélien » by « l'aviation israélienne », where the article names it."""
    nation = nation(filler)
    for span in spans(doc, "actors"):
        first, *rest = span._.actor.key.split()
        if first in folded("cast", "flying", "nouns") and rest[:1] == [nation]:
            return RoleFiller(filler.role, span, span._.actor, f"{filler.rule}+fuller", filler.strength)
    return filler


def _fuller(doc: Doc, filler: RoleFiller) -> RoleFiller:
    """« l'armée » by the fuller name that the article gives it elsewhere (« l'armée tunisienne »)."""
    actor = filler.actor
    if filler.rule == "role.demonym":
        return _flying(doc, filler)
    if actor.rule == "actor.person" and " " not in actor.key:
        return _full_name(doc, filler)
    if actor.named or actor.actor_type not in FORCES or " " in actor.key or actor.unit != "body":
        return filler
    for span in spans(doc, "actors"):
        other = span._.actor
        if (
            other.actor_type in FORCES
            and fold_agreement(other.name.split()[0]) == actor.key
            and " " in other.name
        ):
            return RoleFiller(filler.role, span, other, f"{filler.rule}+fuller", filler.strength)
    return filler
