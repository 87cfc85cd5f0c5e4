"""What was done from the air: strikes told by their craft, and those that leave open what struck."""

from __future__ import annotations

from spacy.tokens import Span

from depeche.components.events.acts.means import told_weapons
from depeche.components.events.index import index_of
from depeche.components.events.model import EventMention, Incident
from depeche.components.events.settings import type_table
from depeche.records import EventType


def flown(incident: Incident, best: EventType) -> bool:
    """« des hélicoptères ont tiré sur la foule », « tirés par l'aviation »: the author is a craft.

    Drones and missiles together stay shelling.
    """
    unmanned = type_table("means")["unmanned"]
    for mention in incident.mentions:
        for filler in mention.roles:
            if filler.role != "perpetrator" or not _acts(mention):
                continue
            for craft in index_of(mention.sent.doc).weapons:
                if craft._.trigger.type != "air_strike" or craft.start != filler.span.start:
                    continue
                if best != "shelling" or craft._.trigger.form not in unmanned:
                    return True
    return False


def by_air_or_ground(incident: Incident) -> EventType | None:
    """What « frappe » or « bombardement » was done with: told by a weapon or by an act that names its means.

    Missiles and drones together are shelling; a missile after an aircraft's strike is the aircraft's.
    """
    told = told_weapons(incident.mentions)
    drones = sum(
        t._.trigger.form in type_table("means")["unmanned"]
        for mention in incident.mentions
        for t in index_of(mention.sent.doc).weapons
        if mention.sent.start <= t.start < mention.sent.end
    )
    acts = [t._.trigger for mention in incident.mentions for t in mention.triggers if _exact(mention, t)]
    ground = told.get("shelling", 0) + sum(act.type == "shelling" for act in acts)
    aerial = told.get("air_strike", 0) + sum(act.type == "air_strike" for act in acts)
    if not ground and not aerial:
        return None
    if ground and aerial and aerial == drones:
        return "shelling"
    return "shelling" if ground > aerial else "air_strike"


def _exact(mention: EventMention, trigger: Span) -> bool:
    """An act whose word names its means (« tirs d'artillerie », « frappe aérienne »), told for itself."""
    value = trigger._.trigger
    return (
        value.strength == "strong" and value.form not in type_table("means")["soft"] and not mention.pointer
    )


def _acts(mention: EventMention) -> bool:
    """An act told for itself, not « l'armée, épaulée par des hélicoptères, a repris l'initiative »."""
    return not mention.pointer and any(t._.trigger.strength in ("strong", "toll") for t in mention.triggers)
