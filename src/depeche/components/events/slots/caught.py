"""Those who did it among the victims of an incident: the attacker killed or caught is a militant entry."""

from __future__ import annotations

from dataclasses import replace

from depeche.components.events.model import Incident
from depeche.components.events.settings import words
from depeche.components.events.slots.sums import TollEntry
from depeche.components.lemma_patterns import plain
from depeche.values.actors import ActorMention


def with_attackers(incident: Incident, found: list[TollEntry]) -> list[TollEntry]:
    """« L'homme a été abattu », « les deux individus ont été tués »: those who did it are militants."""
    authors = [
        filler.actor
        for mention in incident.mentions
        for filler in mention.roles
        if filler.role == "perpetrator" and filler.actor.unit == "person" and filler.actor.actor_type in _LONE
    ]
    forms = {trigger._.trigger.form for mention in incident.mentions for trigger in mention.triggers}
    driven = not forms.isdisjoint(words("roles", "identity", "driven"))
    return [
        replace(e, mention=e.mention.model_copy(update={"group": "militant"}))
        if (_is_the_one(e) and (authors or (driven and _drives(e)))) or _is_an_author(e, authors)
        else e
        for e in found
    ]


def _drives(entry: TollEntry) -> bool:
    """« Une voiture a foncé dans la foule. Le conducteur a été abattu. »: whose act it was."""
    return entry.span.doc[entry.mention.head].lemma_.lower() in words("roles", "identity", "drivers")


_LONE = frozenset({"civilians", "unknown_armed", "other"})


def _may_be_caught(entry: TollEntry) -> bool:
    mention = entry.mention
    return mention.kind in ("killed", "arrested") and mention.group in ("unspecified", "civilian")


def _is_the_one(entry: TollEntry) -> bool:
    """A lone definite person killed or caught, told by « l'homme », « le conducteur »."""
    head = entry.span.doc[entry.mention.head]
    before = plain(head.nbor(-1).text) if head.i else ""
    return (
        _may_be_caught(entry)
        and entry.quantity.value == 1
        and head.lemma_.lower() in words("roles", "person", "nouns") | words("roles", "identity", "attackers")
        and before in words("roles", "identity", "determiners")
    )


def _is_an_author(entry: TollEntry, authors: list[ActorMention]) -> bool:
    """A person killed or caught by the name of an author, or « les deux individus » who are authors."""
    if not _may_be_caught(entry):
        return False
    doc = entry.span.doc
    head = doc[entry.mention.head]
    if any(author.named and author.head == head.i for author in authors):
        return True
    told = [plain(token.text) for token in doc[max(head.sent.start, entry.span.start - 1) : head.i]]
    several = entry.quantity.value > 1 and not words("roles", "identity", "plural").isdisjoint(told)
    nouns = {doc[author.head].lemma_.lower() for author in authors if not author.named}
    return several and head.lemma_.lower() in nouns & words("roles", "person", "nouns")
