"""Whom and what an incident was aimed at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from depeche.components.events.index import index_of, spans
from depeche.components.events.model import MISHAPS, Incident, PlaceFiller, RoleFiller
from depeche.components.events.settings import folded, phrases, words
from depeche.components.events.slots.besieged import besieged
from depeche.components.events.slots.choice import (
    by_name,
    carries,
    holds_men,
    named_alone,
    one_force,
    one_noun,
    told_in_full,
)
from depeche.components.events.slots.suffering import (
    attackable,
    counts,
    damage,
    form_of,
    ravaged,
    says_nothing,
    toll_rule,
)
from depeche.components.events.slots.tolls import TollEntry
from depeche.components.events.syntax.sites import is_settlement
from depeche.records import EventType

_CAUGHT = frozenset({"arrested"})
_TAKING = frozenset({"arrest", "abduction"})
_SUFFERED = frozenset({"killed", "injured", "abducted"})


def targets(
    incident: Incident,
    type_: EventType | None,
    perpetrators: Sequence[RoleFiller],
    tolls: Sequence[TollEntry],
    places: Sequence[PlaceFiller] = (),
) -> list[RoleFiller]:
    """Those attacked by the syntax, the fullest name of each; else what was hit; else the victims counted."""
    towns = besieged(incident, type_, places)
    if towns:
        return towns
    authors = {filler.actor.key for filler in perpetrators}
    hunted = _hunts(perpetrators, type_)
    told = [
        f
        for mention in incident.mentions
        for f in mention.roles
        if f.role == "target"
        and f.actor.key not in authors
        and (attackable(f, type_) or (hunted and f.actor.group == "militant"))
        and not counts(f)
        and not (_mishap(incident, f) and type_ not in MISHAPS)
        and (type_ in _TAKING or form_of(f.rule) not in words("roles", "ended", "caught"))
    ]
    told, fell = _men_of_carriers(incident, told, _fell(told, type_), authors)
    aimed, sites = _hit(told, type_)
    if aimed or sites:
        hit = [by_name(incident, f) for f in one_force(aimed, fell) or sites]
        victims = sum(entry.quantity.high or 2 for entry in tolls if entry.mention.kind in _SUFFERED)
        return one_noun(fullest(unique(named_alone(told_in_full(hit), fell, victims))))
    if type_ in phrases("cast", "fell", "none"):
        return []
    if fell:
        return fullest(unique([f for f in fell if f.actor.group != "unspecified"] or fell))
    told_of = fullest(unique(list(_victims_told(tolls, authors, type_))))
    return told_of or fullest(unique(_at_last(incident, type_, told, authors)))


def _men_of_carriers(
    incident: Incident, told: list[RoleFiller], fell: list[RoleFiller], authors: set[str]
) -> tuple[list[RoleFiller], list[RoleFiller]]:
    """Those attacked and those who fell, « leur pick-up » given up for the men it carried."""
    carriers = [f for f in told if carries(f)]
    riders = _riders(incident, authors) or _told_before(carriers, authors) if carriers else []
    if not riders:
        return told, fell
    left = {f.actor.key for f in carriers}
    told, fell = ([f for f in found if f.actor.key not in left] for found in (told, fell))
    return told, [*(fell or riders), *(f for f in carriers if holds_men(f))]


def _mishap(incident: Incident, filler: RoleFiller) -> bool:
    """« une pirogue s'est retournée », told in the account of an attack: what an accident befell."""
    return filler.rule.startswith("role.patient.") and any(
        trigger._.trigger.type in MISHAPS and trigger._.trigger.form == form_of(filler.rule)
        for mention in incident.mentions
        for trigger in mention.triggers
    )


def _at_last(
    incident: Incident, type_: EventType | None, told: Sequence[RoleFiller], authors: set[str]
) -> list[RoleFiller]:
    """Where nothing else is the target: houses ravaged, the dead, rebels killed, the village."""
    found = [f for f in told if ravaged(f, type_)] or list(_dead(incident, type_))
    roles = [
        f for m in incident.mentions for f in m.roles if f.role == "target" and f.actor.key not in authors
    ]
    if not found and (type_ in ("killing", "air_strike") or _operation(incident, type_)):
        nouns = folded("cast", "attackers", "nouns") | folded("cast", "nobody", "authors")
        found = [
            f
            for f in roles
            if f.actor.group == "militant"
            and (toll_rule(f) or counts(f))
            and f.actor.key.split()[0] not in nouns
        ]
    if not found and type_ in phrases("cast", "fell", "hunted"):
        found = [f for f in roles if is_settlement(f.actor) and not toll_rule(f) and not counts(f)][:1]
    return found


def _operation(incident: Incident, type_: EventType | None) -> bool:
    """« l'opération s'est soldée par la mort de dix terroristes »: it was aimed at those it killed."""
    forms = {trigger._.trigger.form for mention in incident.mentions for trigger in mention.triggers}
    return type_ == "armed_attack" and not forms.isdisjoint(words("roles", "ended", "hunts"))


def _fell(told: Sequence[RoleFiller], type_: EventType | None) -> list[RoleFiller]:
    """Those who fell; of looting, what was taken or burnt before them."""
    fell = [f for f in told if toll_rule(f)]
    if type_ == "looting":
        return [f for f in fell if damage(f)] or fell
    return [f for f in fell if not damage(f)]


def _hit(told: Sequence[RoleFiller], type_: EventType | None) -> tuple[list[RoleFiller], list[RoleFiller]]:
    """What the syntax says was aimed at, and what stood where it took place."""
    hit = [f for f in told if not toll_rule(f)]
    if type_ not in _TAKING:  # « ont attaqué un poste et enlevé deux civils »: the post
        hit = [f for f in hit if form_of(f.rule) not in words("cast", "taken", "forms")] or hit
    aimed, sites = [f for f in hit if f.rule != "role.site"], [f for f in hit if f.rule == "role.site"]
    if type_ == "clash":  # both sides act: what was hit in between is things alone
        aimed = [f for f in aimed if f.actor.unit == "thing"]
    if not aimed and not sites and type_ == "air_strike":  # « l'aviation a détruit plusieurs véhicules »
        sites = [f for f in told if damage(f) and f.actor.unit == "thing"]
    return aimed, sites


def _riders(incident: Incident, authors: set[str]) -> list[RoleFiller]:
    """Those who fell, on whichever side: the people whom « leur véhicule » carried."""
    return [
        f
        for mention in incident.mentions
        for f in mention.roles
        if f.role == "target"
        and f.actor.key not in authors
        and (toll_rule(f) or counts(f))
        and f.actor.unit != "thing"
        and f.actor.group != "unspecified"
    ]


def _told_before(carriers: Sequence[RoleFiller], authors: set[str]) -> list[RoleFiller]:
    """« après la mort de deux soldats dans une explosion au passage de leur pick-up »: its own men."""
    found: list[RoleFiller] = []
    for filler in carriers:
        doc, start = filler.span.doc, filler.span.start
        many = doc[start - 1].lower_ in words("cast", "carriers", "plural")
        near = [
            span
            for span in index_of(doc).within("actors", filler.span.sent.start, start - 1)
            if span._.actor.unit == "person"
            and span._.actor.group not in ("unspecified", "militant")
            and span._.actor.key not in authors
            and ("Number=Plur" in doc[span._.actor.head].morph) == many
        ]
        found += [RoleFiller("target", span, span._.actor, "role.riders", 0.6) for span in near[-1:]]
    return found


def _hunts(perpetrators: Sequence[RoleFiller], type_: EventType | None) -> bool:
    """Armies that strike from the air or attack aim at the armed men whom they kill."""
    armies = perpetrators and all(f.actor.actor_type == "state_forces" for f in perpetrators)
    return bool(armies) and type_ in phrases("cast", "fell", "hunted")


def _victims_told(
    tolls: Sequence[TollEntry], authors: set[str], type_: EventType | None
) -> Iterator[RoleFiller]:
    """The victims counted, where nothing tells what was aimed at."""
    for entry in tolls:
        span = counted_actor(entry.span)
        if (
            span is None
            or (type_ != "arrest" and span._.actor.bias == "perp")
            or (type_ != "arrest" and entry.mention.group in ("militant", "unspecified"))
            or entry.mention.kind not in (_SUFFERED if type_ != "arrest" else _CAUGHT)
            or says_nothing(span._.actor.key, "taken" if type_ == "arrest" else "empty")
        ):
            continue
        if span._.actor.key not in authors:
            yield RoleFiller("target", span, span._.actor, "role.victims", 0.5)


def unique(fillers: Sequence[RoleFiller]) -> list[RoleFiller]:
    """One filler an actor, the first in the text."""
    found: dict[str, RoleFiller] = {}
    for filler in sorted(fillers, key=lambda filler: filler.span.start):
        found.setdefault(filler.actor.key, filler)
    return list(found.values())


def _dead(incident: Incident, type_: EventType | None) -> Iterator[RoleFiller]:
    """« une femme de 38 ans est morte sous les coups »: whom a killing that tells no other target killed.

    Or wounded: « un adolescent de 17 ans a été blessé d'un coup de couteau ».
    """
    for mention in incident.mentions if type_ == "killing" else ():
        strong = any(t._.trigger.strength == "strong" for t in mention.triggers)
        forms = words("cast", "fell", "bodily" if strong else "dead")
        for f in mention.roles:
            dead = form_of(f.rule) in forms and f.role == "target"
            if dead and f.actor.unit == "person" and attackable(f, type_) and f.actor.bias != "perp":
                yield f


def fullest(fillers: Sequence[RoleFiller]) -> list[RoleFiller]:
    """One filler for names that hold each other (« camp de Dioura », « camp militaire de Dioura »)."""
    kept: list[RoleFiller] = []
    for filler in sorted(fillers, key=lambda f: -len(f.actor.key.split())):
        words = set(filler.actor.key.split())
        if not any(words <= set(other.actor.key.split()) for other in kept):
            kept.append(filler)
    return sorted(kept, key=lambda f: f.span.start)


def counted_actor(span: Span) -> Span | None:
    """The actor counted by a casualty."""
    head = span._.casualty.head
    for actor in spans(span.doc, "actors"):
        if actor._.actor.head == head and actor._.actor.bias != "count":
            found: Span = actor
            return found
    return None
