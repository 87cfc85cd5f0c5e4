"""Raids on places, and operations that turn into a fight."""

from __future__ import annotations

from spacy.tokens import Span, Token

from depeche.components.events.index import index_of
from depeche.components.events.model import EventMention, Incident, RoleFiller
from depeche.components.events.settings import type_table, words

# what a verb of taking takes, and what is taken in the passive
TAKEN = ("obj", "obl", "obl:arg", "obl:mod", "iobj", "nsubj:pass")


def raided(incident: Incident) -> bool:
    """« L'assaut de Gran Grif », told beside « tirant sur les habitants »: a place attacked by many.

    What was done by hand, one victim after another, stays a killing (annotation guidelines).
    """
    if not _told(incident, "armed_attack") & set(type_table("raided")["forms"]):
        return False
    able = set(type_table("conduct")["shooting"]) | set(type_table("raided")["slain"])
    return _told(incident, "killing") <= able and any(map(_by_many, incident.mentions))


def _told(incident: Incident, type_: str) -> set[str]:
    """The strong words of a type that the mentions tell for themselves."""
    return {
        trigger._.trigger.form
        for mention in incident.mentions
        if not mention.pointer
        for trigger in mention.triggers
        if trigger._.trigger.type == type_ and trigger._.trigger.strength == "strong"
    }


def _by_many(mention: EventMention) -> bool:
    """Armed men, a gang, a rebel movement."""
    return any(filler.role == "perpetrator" and many(filler) for filler in mention.roles)


def many(filler: RoleFiller) -> bool:
    """A body of armed men, or several of them."""
    armed = filler.actor.actor_type in type_table("group")["actors"]
    return armed and (filler.actor.unit == "body" or filler.plural)


def seized(incident: Incident) -> bool:
    """« se sont emparés de Marawi, au prix de mille morts »: a place taken by force, whoever fell in it."""
    doc = incident.first.sent.doc
    for mention in incident.mentions:
        for trigger in mention.triggers:
            if trigger._.trigger.form in type_table("seized")["forms"] and not mention.pointer:
                verb = doc[trigger._.trigger.head]
                if any(_is_ground(child) for child in verb.children if child.dep_ in TAKEN):
                    return True
    return False


def _is_ground(word: Token) -> bool:
    """A town or a post."""
    grounds = words("cast", "settlements", "nouns") | set(type_table("conduct")["grounds"])
    named = any(p.start <= word.i < p.end for p in index_of(word.doc).within("places", word.i, word.i + 1))
    return named or word.lemma_.lower() in grounds


def turned_to_fight(incident: Incident) -> bool:
    """« Une incursion de l'armée a tourné à la bataille rangée », « a viré à des heures de combats »."""
    return any(
        trigger._.trigger.type == "clash" and trigger._.trigger.pos == "N" and _turned(trigger)
        for mention in incident.mentions
        if not mention.pointer
        for trigger in mention.triggers
    )


def _turned(trigger: Span) -> bool:
    before = trigger.doc[max(trigger.sent.start, trigger.start - 6) : trigger.start]
    return any(token.lemma_.lower() in type_table("turned")["verbs"] for token in before)
