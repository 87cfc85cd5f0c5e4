"""How an act was carried out: by one or by many, by entering, shooting or several means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Span

from depeche.components.events.compare import strong_forms
from depeche.components.events.index import index_of
from depeche.components.events.model import EventMention, Incident, RoleFiller
from depeche.components.events.settings import folded, type_table, words
from depeche.components.events.slots.air import flown
from depeche.components.events.slots.raids import many, raided, turned_to_fight
from depeche.components.events.slots.riots import rioted
from depeche.components.events.slots.tolls import TollEntry
from depeche.components.events.syntax.subjects import actor_at
from depeche.components.lemma_patterns import fold_agreement
from depeche.records import EventType
from depeche.values.actors import FORCES

_OBJECTS = ("obj", "obl", "obl:arg", "obl:mod", "iobj", "nsubj:pass")
_UNFLOWN = frozenset({"killing", "armed_attack", "shelling"})
_BLASTS = frozenset({"explosion", "suicide_bombing"})


def conducted(incident: Incident, best: EventType, tolls: Sequence[TollEntry]) -> EventType:
    """The type that attackers and means give to an attack (annotation guidelines).

    A car bomb and then gunmen are an armed attack; one attacker against persons kills, whoever many shoot at
    soldiers attack them, and gunmen who break in to massacre kill.
    """
    if best in _UNFLOWN and flown(incident, best):
        return "air_strike"
    if best in _BLASTS and _several_means(incident, best):
        return "armed_attack"
    if best == "armed_attack" and (
        _lone_assault(incident)
        or _by_blade(incident)
        or _broke_in_to_kill(incident)
        or _shot_at_persons(incident, tolls)
    ):
        return "killing"
    if best == "killing" and (
        _fought_soldiers(incident, tolls) or raided(incident) or _shot_at_things(incident, tolls)
    ):
        return "armed_attack"
    if best in ("armed_attack", "arrest") and turned_to_fight(incident):
        return "clash"
    if best in ("killing", "clash", "looting") and rioted(incident):
        return "protest"
    return best


def raided_by_many(incident: Incident) -> bool:
    """« des rebelles ont attaqué le lycée »: an attack by many stays one, machetes or not."""
    return _by_many_in(incident.first, incident)


def _by_many_in(mention: EventMention, incident: Incident) -> bool:
    if not mention.triggers or mention.main._.trigger.type != "armed_attack":
        return False
    return any(map(many, _doers(mention, incident)))


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(type_table("conduct")[name])


def _forms(incident: Incident) -> Iterator[tuple[EventMention, str]]:
    for mention in incident.mentions:
        if not mention.pointer:
            for trigger in mention.triggers:
                yield mention, trigger._.trigger.form


def _authors(mention: EventMention) -> list[RoleFiller]:
    return [filler for filler in mention.roles if filler.role == "perpetrator"]


def _doers(mention: EventMention, incident: Incident) -> list[RoleFiller]:
    """Those told as doing it; who only claims it says nothing of how many came."""
    claimants = {f.actor.key for other in incident.mentions for f in other.roles if f.role == "claimant"}
    return [filler for filler in _authors(mention) if filler.actor.key not in claimants]


def _several_means(incident: Incident, best: EventType) -> bool:
    """A blast and gunmen who shoot or break in; the shots of the police are no part of the attack."""
    shooting = _table("shooting")
    for mention, form in _forms(incident):
        authors = _authors(mention)
        if form not in shooting or not authors or any(f.actor.actor_type in FORCES for f in authors):
            continue
        if best == "explosion" or not all(map(_one_person, authors)):  # a bomber may shoot first
            return True
    if any(_break_in(mention.sent) for mention in incident.mentions):
        return True
    return best == "explosion" and any(_attackers_fell(mention) for mention in incident.mentions)


def _break_in(sent: Span) -> bool:
    """« avant que des tireurs n'y pénètrent », « des hommes armés ont pris d'assaut le camp »."""
    verbs = _table("breaking_in")
    if index_of(sent.doc).lemmas(sent).isdisjoint(verbs):
        return False
    for token in sent:
        if token.lemma_.lower() not in verbs:
            continue
        verb = token if token.pos_ in ("VERB", "AUX") else token.head
        for child in verb.children:
            actor = actor_at(sent.doc, child) if child.dep_.startswith("nsubj") else None
            if actor is not None and actor._.actor.actor_type in type_table("group")["actors"]:
                return True
    return False


def _attackers_fell(mention: EventMention) -> bool:
    """« Les assaillants ont été abattus » after a blast: there were attackers beside the bomb."""
    attackers = folded("cast", "attackers", "nouns")
    return any(
        filler.role == "target" and filler.plural and fold_agreement(filler.actor.key.split()[0]) in attackers
        for filler in mention.roles
    )


def _lone_assault(incident: Incident) -> bool:
    """« un homme a attaqué deux infirmières »: one attacker against persons, no place nor thing."""
    first = next((mention for mention in incident.mentions if mention.triggers and _authors(mention)), None)
    if first is None or not (first.main._.trigger.form in _table("personal") or first.since is not None):
        return False
    claimants = {f.actor.key for mention in incident.mentions for f in mention.roles if f.role == "claimant"}
    authors = [
        f for f in _authors(first) if f.actor.actor_type not in FORCES and f.actor.key not in claimants
    ]
    suffered = [filler for filler in first.roles if filler.role == "target"]
    return (
        bool(authors)
        and all(map(_one_person, authors))
        and any(filler.actor.unit == "person" for filler in suffered)
        and all(filler.actor.unit == "person" for filler in suffered if filler.rule != "role.site")
    )


def _by_blade(incident: Incident) -> bool:
    """« deux cousines ont été poignardées, une attaque revendiquée par l'EI »: the blade tells the act."""
    forms = {form for _, form in _forms(incident)}
    strong = {
        trigger._.trigger.form
        for mention in incident.mentions
        for trigger in mention.triggers
        if trigger._.trigger.type == "armed_attack" and trigger._.trigger.strength == "strong"
    }
    named = set(type_table("again")["forms"]) | _table("personal")
    many_came = any(_by_many_in(m, incident) for m in incident.mentions if not m.pointer)
    return bool(forms & _table("blades")) and strong <= named and not many_came


def _one_person(filler: RoleFiller) -> bool:
    return filler.actor.unit == "person" and not filler.plural


def _broke_in_to_kill(incident: Incident) -> bool:
    """« ont fait irruption dans la clinique et exécuté huit soignants »: they came to kill those inside.

    An incursion into a village or a camp stays an attack on it.
    """
    forms = {form for _, form in _forms(incident)}
    if not forms & _table("entering") or not forms & _table("slaughter"):
        return False
    other = {
        t._.trigger.form
        for mention in incident.mentions
        for t in mention.triggers
        if t._.trigger.type == "armed_attack" and t._.trigger.strength == "strong" and not mention.definite
    }
    if other - _table("entering") - set(type_table("again")["forms"]):
        return False
    return not any(
        _enters_grounds(trigger)
        for mention in incident.mentions
        for trigger in mention.triggers
        if trigger._.trigger.form in _table("entering")
    )


def _enters_grounds(trigger: Span) -> bool:
    """« dans le camp », « le village », « à Tassiri, un village … »: what was entered, or its apposition."""
    grounds = words("cast", "settlements", "nouns") | _table("grounds")
    verb = trigger.doc[trigger._.trigger.head]
    entered = [word for word in (*verb.children, *trigger) if word.dep_ in _OBJECTS]
    near = [*entered, *(word for one in entered for word in one.children if word.dep_ == "appos")]
    near += [word for one in entered if one.pos_ == "PROPN" for word in one.children]
    return any(word.lemma_.lower() in grounds for word in near)


def _shot_at_persons(incident: Incident, tolls: Sequence[TollEntry]) -> bool:
    """« leur voiture a été visée par des tirs »: no fight, where those hit neither serve nor fight."""
    acts = [t._.trigger for mention in incident.mentions if not mention.pointer for t in mention.triggers]
    strong = {a.form for a in acts if a.strength == "strong" and a.type in ("armed_attack", "clash")}
    if not strong or not strong <= _table("shot_at"):
        return False
    harmed = {e.mention.group for e in tolls if e.mention.kind in ("killed", "injured") and e.quantity.value}
    return bool(harmed) and not harmed & {"military", "militant", "peacekeeper"}


def _shot_at_things(incident: Incident, tolls: Sequence[TollEntry]) -> bool:
    """« ont mitraillé la façade d'un café, sans faire de victime »: a place attacked, and nobody hurt."""
    if any(e.quantity.value for e in tolls if e.mention.kind in ("killed", "injured")):
        return False
    strong = {form for mention, form in _forms(incident) if mention.main._.trigger.type == "killing"}
    targets = [f for mention in incident.mentions for f in mention.roles if f.role == "target"]
    shot = strong <= _table("shooting") and bool(strong)
    return shot and bool(targets) and all(filler.actor.unit == "thing" for filler in targets)


def _fought_soldiers(incident: Incident, tolls: Sequence[TollEntry]) -> bool:
    """« des djihadistes ont ouvert le feu sur des militaires »: soldiers are fought, not murdered."""
    harmed = {entry.mention.group for entry in tolls if entry.mention.kind in ("killed", "injured")}
    if "military" not in harmed:
        return False
    shooting = _table("shooting")
    strong = strong_forms(incident, "killing")
    authors = [f for mention in incident.mentions for f in _authors(mention)]
    if strong:
        return strong <= shooting and not any(_one_person(filler) for filler in authors)
    return any(
        filler.role == "target" and filler.actor.unit == "thing" and filler.actor.actor_type == "state_forces"
        for mention in incident.mentions
        for filler in mention.roles
    )
