"""Actors that only point: « le groupe », « les rebelles », « l'armée », by the fuller name in the text."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from depeche.components.events.attributions.attribution import last_named
from depeche.components.events.index import index_of, spans
from depeche.components.events.model import EventMention, RoleFiller
from depeche.components.events.naming.belonging import said_to_be
from depeche.components.events.naming.camps import resolve_camps
from depeche.components.events.naming.groups import NamedGroups, named_groups
from depeche.components.events.naming.identity import apposed_name
from depeche.components.events.naming.pronouns import owner, pronoun_authors, pronoun_victims
from depeche.components.events.settings import folded, words
from depeche.components.events.syntax.apposition import named_thing
from depeche.components.lemma_patterns import fold_agreement, plain
from depeche.values.actors import FORCES, GROUPS, IRREGULARS

_BACK = 3  # sentences in which « cet ancien gendarme » was named


def resolve_pointing(doc: Doc, mentions: Sequence[EventMention]) -> None:
    """« le groupe », « les rebelles » take the name of the group told; « l'armée », the fuller name."""
    groups, attacker = named_groups(doc, mentions), _only_attacker(mentions)
    for mention in mentions:
        mention.roles.extend(
            (*pronoun_authors(mention, groups.main or groups.author), *pronoun_victims(mention))
        )
        mention.roles = [
            _fuller(
                doc,
                _pointed(doc, _the_attacker(doc, _this_person(doc, _told_beside(filler)), attacker), groups),
            )
            for filler in mention.roles
        ]
    resolve_camps(mentions)


def _told_beside(filler: RoleFiller) -> RoleFiller:
    """The name or the group that stands beside a description."""
    return said_to_be(apposed_name(named_thing(filler)))


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
    if not pointing or not _definite(doc, filler.span) or filler.plural:
        return filler
    return RoleFiller(
        filler.role, attacker.span, attacker.actor, f"{filler.rule}+identity", filler.strength * 0.9
    )


def _this_person(doc: Doc, filler: RoleFiller) -> RoleFiller:
    """« Karim C. comparaît. Cet ancien gendarme avait abattu …»: the one person named just before."""
    start, actor = filler.span.start, filler.actor
    alone = actor.unit == "person" and "Number=Plur" not in doc[actor.head].morph
    if actor.named or not alone or not start or filler.role != "perpetrator":
        return filler
    if plain(doc[start - 1].text) not in words("cast", "pointing", "these"):
        return filler
    sent, end = filler.span.sent, start
    for _ in range(_BACK):
        told = index_of(doc).within("actors", sent.start, end)
        people = {span._.actor.key: span for span in told if span._.actor.rule == "actor.person"}
        if people:
            span = next(iter(people.values()))
            return _named_for(filler, span) if len(people) == 1 else filler
        if not sent.start:
            return filler
        sent = doc[sent.start - 1].sent
        end = sent.end
    return filler


def _definite(doc: Doc, span: Span) -> bool:
    start = span.start
    while start > 0 and doc[start - 1].lower_ in words("cast", "pointing", "same"):
        start -= 1
    before = plain(doc[start - 1].text) if start else ""
    return before in words("cast", "pointing", "definite")


def _pointed(doc: Doc, filler: RoleFiller, groups: NamedGroups) -> RoleFiller:
    key = filler.actor.key
    if filler.actor.named:
        return filler
    if _owned(doc, filler):
        mine = owner(doc, filler.span.start - 1) if filler.role == "perpetrator" else None
        if mine is not None and _other_kind(filler, mine):
            mine = None
        regulars = filler.actor.key.split()[0] in folded("cast", "owned", "regulars")
        target = mine or (None if regulars else last_named(doc, filler.span.start))
        return filler if target is None else _named_for(filler, target)
    if filler.role == "perpetrator" and _of_pointed(filler):
        target = last_named(doc, filler.span.start)
        return filler if target is None else _named_for(filler, target)
    if not _definite(doc, filler.span):
        return filler
    same = filler.span.start > 0 and doc[filler.span.start - 1].lower_ in words("cast", "pointing", "same")
    generic = key in folded("cast", "generic", "nouns")
    if key in folded("cast", "pointing", "nouns") or (same and generic):
        target = last_named(doc, filler.span.start - 1)
    else:
        target = groups.meant(key) if generic else None
    return filler if target is None else _named_for(filler, target)


def _other_kind(filler: RoleFiller, span: Span) -> bool:
    """« ses combattants » are no army's."""
    return filler.actor.actor_type in GROUPS and span._.actor.actor_type in FORCES


def _of_pointed(filler: RoleFiller) -> bool:
    """« des éléments du mouvement », « les hommes de la bande »: men of the group named last."""
    first, *rest = (token for token in filler.span if not token.is_punct)
    if fold_agreement(first.text) not in folded("cast", "owned", "nouns") or not rest:
        return False
    return fold_agreement(rest[-1].text) in folded("cast", "pointing", "nouns") and any(
        plain(token.text) in words("cast", "pointing", "of") for token in rest[:-1]
    )


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
        and (filler.role == "perpetrator" or filler.actor.actor_type in IRREGULARS)
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
