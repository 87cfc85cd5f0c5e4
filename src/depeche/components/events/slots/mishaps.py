"""The types of all incidents of a text: dead told with no word for the act died as the others did."""

from __future__ import annotations

from collections.abc import Sequence

from depeche.components.events.acts.means import told_weapons, weapons_beside
from depeche.components.events.index import index_of
from depeche.components.events.model import MISHAPS, Incident
from depeche.components.events.settings import type_table
from depeche.components.events.slots.barrages import from_afar
from depeche.components.events.slots.kinds import event_type
from depeche.components.events.slots.tolls import TollEntry
from depeche.records import EventType

STRONG = 0.9


def event_types(
    incidents: Sequence[Incident], tolls: Sequence[Sequence[TollEntry]]
) -> list[EventType | None]:
    """The type of each incident, by what it tells, else by what killed and by what the text is about."""
    types = [event_type(incident, told) for incident, told in zip(incidents, tolls, strict=True)]
    mishap = article_mishap(incidents, types)
    types = [_type(incident, type_, mishap) for incident, type_ in zip(incidents, types, strict=True)]
    return from_afar(incidents, types)


def _type(incident: Incident, type_: EventType | None, mishap: EventType | None) -> EventType | None:
    if only_dead(incident) or (mishap and _mown(incident)):
        return _by_arms(incident) or mishap or _by_scene(incident) or type_
    if mishap and type_ == "explosion" and not told_weapons(incident.mentions):
        return "accident"  # « trois ouvriers y avaient péri dans une explosion », of a works that blew up
    return type_


def only_dead(incident: Incident) -> bool:
    """Told by its victims alone: no word for the act, no bullet nor blade, and nobody who did it."""
    triggers = [trigger._.trigger for mention in incident.mentions for trigger in mention.triggers]
    if any(trigger.form.endswith(tuple(type_table("means")["harm"])) for trigger in triggers):
        return False
    return all(trigger.strength in ("toll", "found", "anaphor") for trigger in triggers) and not any(
        filler.role == "perpetrator" for mention in incident.mentions for filler in mention.roles
    )


def article_mishap(incidents: Sequence[Incident], types: Sequence[EventType | None]) -> EventType | None:
    """Accident or disaster, where the article opens by one and tells of no violence.

    Arrests and protests that follow a wreck or a fire are none.
    """
    violent = frozenset(type_table("violent")["types"]) - {"explosion"}
    acts = [
        (i, type_) for i, type_ in zip(incidents, types, strict=True) if _told_types(i) and not only_dead(i)
    ]
    if not acts or any(_told_types(incident) & violent for incident, _ in acts):
        return None
    first = acts[0][1]
    return first if first in MISHAPS else None


def _told_types(incident: Incident) -> set[EventType]:
    """What the mentions tell by strong words; mishaps by weak ones too (« crue », « percuter »)."""
    told = {
        type_
        for mention in incident.mentions
        if not mention.pointer
        for type_, weight in mention.types
        if weight >= (0.4 if type_ in MISHAPS else STRONG)
    }
    return told - {"killing"} if _mown(incident) else told


def _mown(incident: Incident) -> bool:
    """« fauché hors des pistes »: what mowed them down is not told, and nobody did it."""
    mentions = incident.mentions
    strong = {t._.trigger.form for m in mentions for t in m.triggers if t._.trigger.strength == "strong"}
    done = any(filler.role == "perpetrator" for mention in mentions for filler in mention.roles)
    return bool(strong) and strong <= set(type_table("mown")["forms"]) and not done


def _by_arms(incident: Incident) -> EventType | None:
    """« deux missiles ont atteint l'institut, faisant 59 morts »: the weapon that acts."""
    for mention in incident.mentions:
        if not mention.triggers or not mention.casualties:
            continue
        for weapon in weapons_beside(mention.main):
            if weapon.root.dep_ in ("nsubj", "obl:agent") and weapon.root.head.pos_ == "VERB":
                type_: EventType = weapon._.trigger.type
                return type_
    return None


def _by_scene(incident: Incident) -> EventType | None:
    """« ont péri dans les flammes », « les feux ont tué huit personnes », « morts étouffés »: what killed."""
    table = type_table("scene")
    for mention in incident.mentions:
        told = index_of(mention.sent.doc).lemmas(mention.sent)
        if not told.isdisjoint(table["lemmas"]):
            return "accident"
        if any(word.lemma_.lower() in table["subjects"] and word.dep_ == "nsubj" for word in mention.sent):
            return "accident"
    return None
