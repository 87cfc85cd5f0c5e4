"""The type of an incident, from what its mentions, weapons and tolls speak for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from depeche.components.events.acts.means import told_weapons
from depeche.components.events.acts.typing import MEANS_WEIGHT, SOFT
from depeche.components.events.model import EventMention, Incident
from depeche.components.events.settings import type_table
from depeche.components.events.slots.air import by_air_or_ground
from depeche.components.events.slots.causes import by_cause, told_with
from depeche.components.events.slots.conduct import (
    conducted,
    raided_by_many,
)
from depeche.components.events.slots.raids import seized
from depeche.components.events.slots.riots import by_demonstrators
from depeche.components.events.slots.tolls import TollEntry
from depeche.records import EventType

# Types that the weapon told in the same sentence gives to the act.
_MEANS: dict[str, tuple[EventType, ...]] = {
    "armed_attack": ("explosion", "killing"),
    "disaster": ("shelling", "air_strike"),
    "accident": ("shelling", "air_strike"),
}
_BLAST = ("forms", "lemmas")
Lead = tuple[EventType, float]
MARCHED = 0.45  # the vote of a march told beside the arrests made in it


def event_type(incident: Incident, tolls: Sequence[TollEntry]) -> EventType | None:
    """The lead type of the incident, or a more specific one that its other mentions speak for.

    A type that only tolls speak for (« tués ») gives way to any other; a lead as strong as « a ouvert le
    feu » to more specific types alone (`types.toml`, table `specific`); « frappe » or « bombardement » take
    the type of the weapon told with them.
    """
    votes = _votes(incident)
    lead = _lead_type(incident)
    if lead is None:
        return None
    rank = type_table("rank")
    if lead[1] >= SOFT:
        able = [type_ for type_ in _upgrades(incident, lead, votes) if _upheld(incident, type_, votes)]
    else:
        able = [type_ for type_, vote in votes.items() if vote >= 0.4]
    best = max(able or [lead[0]], key=lambda type_: (float(rank[type_]), votes[type_]))
    marched = votes.get("protest", 0.0) >= MARCHED
    if marched and (best == "arrest" or (best == "armed_attack" and by_demonstrators(incident))):
        return "protest"
    if best == "arrest" and votes.get("clash", 0.0) >= MARCHED and not incident.first.pointer:
        return "clash"
    best = by_cause(incident, best)
    if best == "explosion" and _burst(incident, votes):
        return "accident"
    return conducted(
        incident, _by_tolls(incident, _by_weapon(incident, best, lead), lead, votes, tolls), tolls
    )


def _upheld(incident: Incident, type_: EventType, votes: dict[EventType, float]) -> bool:
    """Whether mentions speak for a more specific type; a killing by its own word, not by its dead."""
    if type_ == "killing":
        return any(t == type_ and weight >= SOFT for m in incident.mentions for t, weight in m.types)
    return votes.get(type_, 0.0) >= 1.0


def _burst(incident: Incident, votes: dict[EventType, float]) -> bool:
    """A blast where gas, fuel or machines are, with no weapon, no author and no attack told."""
    if not told_with(incident, "blast", *_BLAST):
        return False
    if _meant(incident, votes):
        return False
    return not any(f.role != "target" for mention in incident.mentions for f in mention.roles)


def _meant(incident: Incident, votes: dict[EventType, float]) -> bool:
    """A weapon told, or a word for an attack."""
    weapons = told_weapons(incident.mentions)
    return bool(weapons) or votes.get("armed_attack", 0.0) >= 0.9


def _count(tolls: Sequence[TollEntry], kind: str) -> int:
    return sum(entry.quantity.value for entry in tolls if entry.mention.kind == kind)


def _by_tolls(
    incident: Incident, best: EventType, lead: Lead, votes: dict[EventType, float], tolls: Sequence[TollEntry]
) -> EventType:
    """What befell the victims decides between an attack and the abduction or killing told with it."""
    kinds = {entry.mention.kind for entry in tolls if entry.quantity.value}
    harmed = kinds & {"killed", "injured"}
    if (
        best == "armed_attack"
        and votes.get("abduction")
        and _count(tolls, "abducted") > 5 * _count(tolls, "killed")
    ):
        return "abduction"
    if best == "arrest" and "arrested" not in kinds:
        taken = {e.mention.group for e in tolls if e.mention.kind == "abducted" and e.quantity.value}
        if taken and taken <= {"civilian", "military", "police", "peacekeeper"}:
            return "abduction"
    if best == "looting" and harmed and votes.get("armed_attack", 0.0) >= 1.0:
        return "armed_attack"
    if best == "looting" and (_count(tolls, "killed") > 1 or votes.get("killing", 0.0) >= SOFT):
        return _most_violent(votes) or "killing"
    if best == "arrest" and harmed and _in_the_act(incident, tolls) and (violent := _most_violent(votes)):
        return violent
    if best == "abduction" and _killed_rather(incident, tolls, votes):
        return "armed_attack" if votes.get("armed_attack", 0.0) >= 1.0 else "killing"
    if best == "armed_attack" and lead[1] < SOFT and harmed and votes.get("killing") and not seized(incident):
        groups = {entry.mention.group for entry in tolls if entry.mention.kind in harmed}
        return "armed_attack" if groups & {"militant", "military"} else "killing"
    return best


def _killed_rather(incident: Incident, tolls: Sequence[TollEntry], votes: dict[EventType, float]) -> bool:
    """« onze villageois tués, sept autres emmenés »: more dead than taken away, and others than they."""
    killed, taken = _count(tolls, "killed"), _count(tolls, "abducted")
    return killed > taken > 0 and bool(votes.get("killing"))


def _in_the_act(incident: Incident, tolls: Sequence[TollEntry]) -> bool:
    """« deux suspects abattus, un troisième arrêté »: dead told before the arrest or beside it."""
    made = [m.order for m in incident.mentions for type_, _ in m.types if type_ == "arrest"]
    harmed = {e.span.sent.start for e in tolls if e.mention.kind in ("killed", "injured")}
    orders = [m.order for m in incident.mentions if m.sent.start in harmed]
    return not made or any(order - other <= 1 for order in orders for other in made)


def _most_violent(votes: dict[EventType, float]) -> EventType | None:
    violent = [type_ for type_ in votes if type_ in type_table("violent")["types"]]
    return max(violent, key=lambda type_: votes[type_], default=None)


def _votes(incident: Incident) -> dict[EventType, float]:
    votes: dict[EventType, float] = defaultdict(float)
    for position, mention in enumerate(incident.mentions):
        for type_, weight in mention.types:
            if mention.pointer and weight < SOFT and position:
                continue
            votes[type_] += weight * (1.0 if position < 3 else 0.5)
    return votes


def _by_weapon(incident: Incident, best: EventType, lead: Lead) -> EventType:
    """Weapons told anywhere in the incident settle a soft lead; a bomber makes it a suicide bombing."""
    if best in ("air_strike", "armed_attack", "shelling") and lead[1] == SOFT:
        told_by = by_air_or_ground(incident)
        if told_by is not None:
            return told_by
    told = told_weapons(incident.mentions)
    if told.get("killing") and best == "armed_attack" and not told.get("explosion"):
        return "armed_attack" if raided_by_many(incident) else "killing"
    if told.get("suicide_bombing") and (best == "explosion" or (best == "armed_attack" and _bare(incident))):
        return "suicide_bombing"
    return best


def _upgrades(incident: Incident, lead: Lead, votes: dict[EventType, float]) -> set[EventType]:
    """More specific types that may stand for the lead; a bare « attentat » takes the means told with it."""
    table = type_table("specific")
    able = set(table.get(lead[0], ()))
    if lead[0] == "air_strike":
        able.discard("shelling")
    if lead[0] == "killing" and _by_hand(incident):
        able.discard("explosion")
    if lead[0] == "explosion" and _meant(incident, votes) and not told_with(incident, "blast", *_BLAST):
        able.discard("accident")  # the fire that a bomb set
    if lead[0] == "armed_attack" and _bare(incident):
        able |= set(table["attentat"])
    return able


def _bare(incident: Incident) -> bool:
    """« un double attentat »: an attack told by no means."""
    first = incident.first
    bare = tuple(type_table("means")["bare"])
    return bool(first.triggers) and first.main._.trigger.form.endswith(bare)


def _by_hand(incident: Incident) -> bool:
    """« neuf coups de couteau »: a killing told with its means, whatever blasts were heard later."""
    forms = type_table("conduct")
    return any(
        trigger._.trigger.form in forms["blades"] or trigger._.trigger.form in forms["shooting"]
        for mention in incident.mentions
        for trigger in mention.triggers
    )


def _names_again(mention: EventMention, incident: Incident) -> bool:
    """« L'attaque n'a pas été revendiquée »: a word for any act, after the act itself was told."""
    if mention is incident.first or not mention.triggers or not (mention.definite or mention.pointer):
        return False
    return mention.main._.trigger.form in type_table("again")["forms"]


def _lead_type(incident: Incident) -> Lead | None:
    """The type of the first strong trigger, its weapon included, else of the strongest weak one."""
    rank = type_table("rank")
    for mention in sorted(incident.mentions, key=lambda mention: mention.in_title):
        strong = [] if _names_again(mention, incident) else [i for i in mention.types if i[1] >= SOFT]
        if not strong:
            continue
        main = mention.main._.trigger.type
        first = next((item for item in strong if item[0] == main), strong[0])
        weapons = [item for item in strong if item[1] == MEANS_WEIGHT and item[0] in _MEANS.get(first[0], ())]
        if weapons:
            return weapons[0]
        related = type_table("specific").get(first[0], ())
        return max(
            [first, *(item for item in strong if item[0] in related)], key=lambda item: float(rank[item[0]])
        )
    told = [mention for mention in incident.mentions if not _names_again(mention, incident)]
    told = [mention for mention in told if not mention.pointer] or told
    weak = [item for mention in told for item in mention.types]
    return max(weak, key=lambda item: (item[1], float(rank[item[0]]))) if weak else None
