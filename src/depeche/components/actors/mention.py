"""Mentions built from what names them: a row of the registry, a common noun, a person's name."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from depeche.components.actors.nouns import Row
from depeche.components.actors.registry import RegisteredActor
from depeche.components.lemma_patterns import fold_agreement
from depeche.values.actors import FORCES, ActorMention


def key_of(name: str) -> str:
    """The folded name by which two mentions of one actor meet."""
    return " ".join(fold_agreement(word) for word in name.split())


def registered(actor: RegisteredActor, doc: Doc, start: int, end: int, head: int) -> ActorMention:
    """A registered actor named by tokens [start, end), in a phrase headed by `head`."""
    return ActorMention.model_validate(
        {
            "name": doc[start:end].text,
            "key": actor.id,
            "actor_type": actor.actor_type,
            "group": actor.group,
            "bias": "any" if actor.actor_type in FORCES else "perp",
            "named": True,
            "head": head,
            "country": actor.countries[0] if len(actor.countries) == 1 else None,
            "rule": "actor.registry",
        }
    )


def by_noun(row: Row, name: str, head: int, rule: str, *, person: bool = False) -> ActorMention:
    """An actor described by a noun of the lexicon; `person` when `name` is the proper name after a title."""
    return ActorMention.model_validate(
        {
            "name": name,
            "key": key_of(name),
            "actor_type": row["actor_type"],
            "group": row["group"],
            "bias": row["bias"],
            "named": person,
            "unit": "person" if person else row["unit"],
            "head": head,
            "rule": rule,
        }
    )


def person(span: Span) -> ActorMention:
    """A person told by name alone."""
    return _somebody(span, "actor.person", named=True)


def people(span: Span) -> ActorMention:
    """Persons told by their people or country: « un Tunisien de 35 ans »."""
    return _somebody(span, "actor.people", named=False)


def organisation(span: Span) -> ActorMention:
    """A party or a union by its letters: « une marche du FNDC »."""
    return _somebody(span, "actor.organisation", named=True)


def claimant(span: Span) -> ActorMention:
    """A group that no registry knows, told by the claim it makes."""
    return ActorMention(
        name=span.text,
        key=key_of(span.text),
        actor_type="rebel",
        group="militant",
        bias="perp",
        named=True,
        head=span.start,
        rule="actor.claimant",
    )


def _somebody(span: Span, rule: str, *, named: bool) -> ActorMention:
    return ActorMention(
        name=span.text,
        key=key_of(span.text),
        actor_type="civilians",
        group="unspecified",
        bias="any",
        named=named,
        unit="body" if named else "person",
        head=span.start,
        rule=rule,
    )
