"""Riots told by what demonstrators did."""

from __future__ import annotations

from depeche.components.events.model import Incident
from depeche.components.events.settings import words


def rioted(incident: Incident) -> bool:
    """Deaths or brawls told with demonstrators who loot and burn: a riot."""
    acts = [t._.trigger for mention in incident.mentions for t in mention.triggers]
    if not {act.type for act in acts if act.strength == "strong"} <= {"looting", "protest", "arrest"}:
        return False
    if not any(s._.casualty.kind == "killed" for mention in incident.mentions for s in mention.casualties):
        return False
    return by_demonstrators(incident)


def by_demonstrators(incident: Incident) -> bool:
    """Whether one of the authors is a demonstrator (« des émeutiers s'en sont pris aux vitrines »)."""
    beginnings = tuple(words("cast", "demonstrators", "beginnings"))
    fillers = [filler for mention in incident.mentions for filler in mention.roles]
    return any(f.role == "perpetrator" and f.actor.key.startswith(beginnings) for f in fillers)
