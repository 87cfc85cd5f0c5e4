"""The authors of an act that nobody is told to have done: those who fell with their victims, both camps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span

from depeche.components.events.index import sentence_spans
from depeche.components.events.model import Incident, RoleFiller
from depeche.components.events.settings import folded, words
from depeche.components.events.slots.targets import counted_actor
from depeche.components.events.slots.tolls import TollEntry
from depeche.records import ActorType, EventType
from depeche.values.actors import FORCES, IRREGULARS


def fallen(incident: Incident, type_: EventType | None, tolls: Sequence[TollEntry]) -> Iterator[RoleFiller]:
    """« onze soldats tués ; côté ennemi, vingt terroristes neutralisés »: those who fell with their victims.

    A kamikaze is the author of his bombing, wherever the sentence puts him.
    """
    for mention in incident.mentions if type_ == "suicide_bombing" else ():
        for span in sentence_spans(mention.sent, "actors"):
            if span._.actor.key in folded("cast", "suicide", "nouns"):
                yield RoleFiller("perpetrator", span, span._.actor, "role.bomber", 0.7)
                return
    if type_ == "clash":
        yield from _fallen_sides(tolls)
    if type_ not in words("cast", "fallen", "types") or all(e.mention.group == "militant" for e in tolls):
        return
    for entry in tolls:
        counted = counted_actor(entry.span)
        if counted is None or entry.mention.group != "militant" or entry.mention.kind != "killed":
            continue
        if counted._.actor.key.split()[0] in folded("cast", "generic", "nouns"):
            yield RoleFiller("perpetrator", counted, counted._.actor, "role.fallen", 0.5)
            return


def _fallen_sides(tolls: Sequence[TollEntry]) -> Iterator[RoleFiller]:
    """« six soldats et quatre rebelles ont péri dans des combats »: the dead of both camps are its sides."""
    dead = [counted_actor(entry.span) for entry in tolls if entry.mention.kind == "killed"]
    told = (RoleFiller("perpetrator", s, s._.actor, "role.fallen", 0.5) for s in dead if s is not None)
    yield from _one_of_each_camp(list(told))


def facing(fillers: Sequence[RoleFiller]) -> list[RoleFiller]:
    """« l'armée a abattu vingt bandits lors d'un accrochage »: both told in it are its sides."""
    sides = _one_of_each_camp([filler for filler in fillers if filler.role != "claimant"])
    return [replace(filler, role="perpetrator") for filler in sides]


def _one_of_each_camp(fillers: Sequence[RoleFiller]) -> list[RoleFiller]:
    """The first of the forces and the first of those whom they fight, or nobody."""
    found = [next((f for f in fillers if _of_camp(f.span, camp)), None) for camp in (FORCES, IRREGULARS)]
    sides = [filler for filler in found if filler is not None]
    return sides if len(sides) == 2 else []


def _of_camp(span: Span, camp: frozenset[ActorType]) -> bool:
    """Armed men, not one of them by his name."""
    return span._.actor.actor_type in camp and not span._.actor.rule.startswith("actor.person")
