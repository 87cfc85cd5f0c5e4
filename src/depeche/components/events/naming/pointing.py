"""Actors that only point: « le groupe », « les rebelles », « l'armée », by the fuller name in the text."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from depeche.components.events.attributions.attribution import affiliate, last_named
from depeche.components.events.index import spans
from depeche.components.events.model import EventMention, RoleFiller
from depeche.components.events.naming.belonging import said_to_be
from depeche.components.events.naming.identity import apposed_name
from depeche.components.events.naming.pronouns import pronoun_authors, pronoun_victims
from depeche.components.events.settings import folded, words
from depeche.components.events.syntax.apposition import named_thing
from depeche.components.lemma_patterns import fold_agreement, plain
from depeche.values.actors import FORCES, IRREGULARS


def resolve_pointing(doc: Doc, mentions: Sequence[EventMention]) -> None:
    """« le groupe », « les rebelles » take the name of the group told; « l'armée », the fuller name."""
    only, attacker = _only_group(doc), _only_attacker(mentions)
    for mention in mentions:
        mention.roles.extend((*pronoun_authors(mention), *pronoun_victims(mention)))
        mention.roles = [
            _fuller(doc, _pointed(doc, _the_attacker(doc, _told_beside(filler), attacker), only))
            for filler in mention.roles
        ]


def _told_beside(filler: RoleFiller) -> RoleFiller:
    """The name or the group that stands beside a description."""
    return said_to_be(apposed_name(named_thing(filler)))


def _only_group(doc: Doc) -> Span | None:
    """The one armed group that an article names, mere allies apart; None when it names several."""
    groups: dict[str, Span] = {}
    for span in spans(doc, "actors"):
        actor = span._.actor
        if actor.rule == "actor.registry" and actor.actor_type in IRREGULARS and not affiliate(doc, span):
            groups.setdefault(actor.key, span)
    return next(iter(groups.values())) if len(groups) == 1 else None


def _only_attacker(mentions: Sequence[EventMention]) -> RoleFiller | None:
    """The one person whom an article names as an attacker, else the one whom it describes."""
    found = [filler for mention in mentions for filler in mention.roles if filler.rule == "role.identified"]
    named = [filler for filler in found if filler.actor.named]
    told = {filler.actor.key: filler for filler in named or found}
    return next(iter(told.values())) if len(told) == 1 else None


def _the_attacker(doc: Doc, filler: RoleFiller, attacker: RoleFiller | None) -> RoleFiller:
    """« l'homme », « le suspect », « l'assaillant » by the name that the article gives the attacker."""
    key = filler.actor.key
    if attacker is None or filler.role != "perpetrator" or filler.rule == "role.identified":
        return filler
    pointing = key in folded("roles", "person", "nouns") or key in folded("cast", "attackers", "nouns")
    if not pointing or not _definite(doc, filler.span) or _plural(filler):
        return filler
    return RoleFiller(
        filler.role, attacker.span, attacker.actor, f"{filler.rule}+identity", filler.strength * 0.9
    )


def _plural(filler: RoleFiller) -> bool:
    return "Number=Plur" in filler.span.doc[filler.actor.head].morph


def _definite(doc: Doc, span: Span) -> bool:
    start = span.start
    while start > 0 and doc[start - 1].lower_ in words("cast", "pointing", "same"):
        start -= 1
    before = plain(doc[start - 1].text) if start else ""
    return before in words("cast", "pointing", "definite")


def _pointed(doc: Doc, filler: RoleFiller, only: Span | None) -> RoleFiller:
    key = filler.actor.key
    if filler.actor.named:
        return filler
    if _owned(doc, filler):
        target = last_named(doc, filler.span.start)
        return filler if target is None else _named_for(filler, target)
    if not _definite(doc, filler.span):
        return filler
    same = filler.span.start > 0 and doc[filler.span.start - 1].lower_ in words("cast", "pointing", "same")
    generic = key in folded("cast", "generic", "nouns")
    if key in folded("cast", "pointing", "nouns") or (same and generic):
        earlier = [
            span
            for span in spans(doc, "actors")
            if span.end <= filler.span.start and span._.actor.named and span._.actor.actor_type in IRREGULARS
        ]
        target = earlier[-1] if earlier else None
    else:
        target = only if generic else None
    return filler if target is None else _named_for(filler, target)


def _named_for(filler: RoleFiller, target: Span) -> RoleFiller:
    return RoleFiller(
        filler.role, target, target._.actor, f"{filler.rule}+coreference", filler.strength * 0.9
    )


def _owned(doc: Doc, filler: RoleFiller) -> bool:
    """« ses combattants », « leurs hommes »: the men of the group named last."""
    start = filler.span.start
    return (
        start > 0
        and plain(doc[start - 1].text) in words("cast", "owned", "determiners")
        and filler.actor.key.split()[0] in folded("cast", "owned", "nouns")
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
    people = nation(filler)
    for span in spans(doc, "actors"):
        first, *rest = span._.actor.key.split()
        if first in folded("cast", "flying", "nouns") and rest[:1] == [people]:
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


def nation(filler: RoleFiller) -> str:
    """« israélien » of « l'armée israélienne »."""
    return fold_agreement(filler.actor.name.split()[-1])
