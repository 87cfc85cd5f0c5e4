"""Which mentions tell one incident: in text order, each joins the incident it agrees with best."""

from __future__ import annotations

from collections.abc import Sequence

from depeche.components.events.compare import (
    Agreement,
    actor_keys,
    best_date,
    compare_dates,
    compare_places,
    compare_tolls,
    family_of,
    other_weekday,
    place_key,
    type_names,
    victim_keys,
)
from depeche.components.events.identity import catches_attacker
from depeche.components.events.index import index_of
from depeche.components.events.model import EventMention, Incident
from depeche.components.events.reference import elsewhere, in_pluperfect
from depeche.components.events.settings import pattern, phrases, weights, words
from depeche.components.events.typing import demonstrators
from depeche.components.lemma_patterns import plain
from depeche.values.edtf import DateSpan

EXCLUDED = -99.0
# Acts whose victims fall or die in several places.
SPREAD = frozenset({"disaster", "accident", "protest"})
ATTACKS = frozenset({"killing", "armed_attack", "explosion", "suicide_bombing", "abduction"})


def merge(mentions: Sequence[EventMention]) -> list[Incident]:
    """Incidents in the order of their first mention."""
    incidents: list[Incident] = []
    lede = next((mention.order for mention in mentions if not mention.in_title), 0)
    for mention in mentions:
        best, score = _best(mention, incidents, lede)
        if best is not None and score >= _threshold(mention, best):
            best.mentions.append(mention)
            for other in _claimed_too(mention, best, incidents):
                other.mentions.append(mention)
        else:
            if mention.pointer:
                if incidents and not (mention.held_dates or mention.held_places):
                    continue
                mention.stand_alone()
            if _opens(mention):
                incidents.append(Incident([mention]))
    return incidents


def _claimed_too(mention: EventMention, best: Incident, incidents: Sequence[Incident]) -> list[Incident]:
    """« a revendiqué les deux attaques »: the acts told last beside the one that the claim joined."""
    if not any(filler.role == "claimant" for filler in mention.roles):
        return []
    counted = pattern("reference", "several").search(plain(index_of(mention.sent.doc).text_of(mention.sent)))
    if counted is None:
        return []
    count = phrases("reference", "several", "numbers").index(counted[1]) + 2
    told = sorted(incidents, key=lambda incident: incident.last.order, reverse=True)[:count]
    return [incident for incident in told if incident is not best]


def _threshold(mention: EventMention, incident: Incident) -> float:
    table = weights("merge")
    own = best_date(mention) is not None or (bool(mention.places) and not _victims_of(mention, incident))
    if mention.pointer or not (mention.triggers or mention.casualties):
        return table["bare_threshold"] - 2.0
    if own:
        return table["threshold"]
    return table["bare_threshold"] if mention.bare else table["nothing_own_threshold"]


def _opens(mention: EventMention) -> bool:
    """Whether a mention may start an incident: an event word, or deaths with a date or a place."""
    if not mention.triggers or not mention.types:
        return False
    if all(span._.trigger.strength in ("anaphor", "means") for span in mention.triggers):
        return best_date(mention) is not None and bool(mention.places or mention.casualties)
    if mention.bare:
        return bool(mention.casualties) and (bool(mention.places) or best_date(mention) is not None)
    return True


def _best(mention: EventMention, incidents: Sequence[Incident], lede: int) -> tuple[Incident | None, float]:
    best: Incident | None = None
    top, latest = EXCLUDED, max(incidents, key=lambda incident: incident.last.order, default=None)
    for incident in incidents:
        score = agreement(mention, incident, last=incident is latest)
        score += _headline(mention, incident, lede)
        if score > top:
            best, top = incident, score
    return best, top


def incident_date(incident: Incident) -> DateSpan | None:
    """The date that the mentions of an incident give it: the most precise explicit one."""
    found = [date for mention in incident.mentions if (date := best_date(mention)) is not None]
    days = [date for date in found if date.precision == "day"]
    return next(iter(days or found), None)


def agreement(mention: EventMention, incident: Incident, *, last: bool) -> float:
    """How well a mention fits an incident, by the weights of `weights.toml`; EXCLUDED when it cannot."""
    table = weights("merge")
    types = set().union(*(type_names(other) for other in incident.mentions))
    if not family_of(type_names(mention), types) and not (
        _arrests_of(mention, incident, types) or _part_of_disaster(mention, incident, types)
    ):
        return EXCLUDED
    dates = compare_dates(best_date(mention), incident_date(incident))
    if dates == "other":
        return EXCLUDED
    if dates in ("same", "within") and any(other_weekday(mention, other) for other in incident.mentions):
        return EXCLUDED
    places = compare_places(
        mention.places, [filler for other in incident.mentions for filler in other.places]
    )
    table = {**table, "same_date": table["same_date_elsewhere"]} if places == "other" else table
    score = {"same": table["same_date"], "within": table["within_date"], "unknown": 0.0}[dates]
    other_place = table["other_place"] if best_date(mention) is not None else table["other_place_undated"]
    if _victims_of(mention, incident):
        other_place = table["other_place_victims"]
    score += {
        "same": table["same_place"],
        "within": table["within_place"],
        "other": other_place,
        "unknown": 0.0,
    }[places]
    score += _tolls(mention, incident, table)
    score += table["elsewhere"] * (elsewhere(mention.sent) and _told_apart(mention, incident, places))
    score += table["retaliation"] * _retaliates(mention, types)
    score += table["recalled"] * _recalls(mention, incident)
    score += table["same_type"] * bool(type_names(mention) & types)
    score += table["same_actor"] * bool(
        actor_keys(mention) & set().union(*(actor_keys(m) for m in incident.mentions))
    )
    score += table["same_victim"] * bool(
        victim_keys(mention) & set().union(*(victim_keys(m) for m in incident.mentions))
    )
    score += _position(mention, incident, table, last=last)
    return score


def _victims_of(mention: EventMention, incident: Incident) -> bool:
    """Undated dead told with no event word after a quake, a wreck or a riot: its own, wherever they fell."""
    if not mention.bare or best_date(mention) is not None:
        return False
    return any(type_names(other) & SPREAD for other in incident.mentions)


def _part_of_disaster(mention: EventMention, incident: Incident, types: set[str]) -> bool:
    """What falls in a disaster is part of it: « des remparts se sont effondrés », « deux ponts détruits »."""
    if "disaster" not in types or mention.order - incident.last.order > 3:
        return False
    if incident.first.in_title and len(incident.mentions) == 1 and type_names(mention) == {"accident"}:
        return not {place_key(p) for p in mention.places}.isdisjoint(
            place_key(p) for p in incident.first.places
        )
    if best_date(mention) is not None:
        return False
    if type_names(mention) == {"accident"} and not mention.casualties:
        return True
    return all(span._.trigger.form in words("reference", "damage", "verbs") for span in mention.triggers)


def _recalls(mention: EventMention, incident: Incident) -> bool:
    """« Fin août, l'explosion d'un camion avait fait six morts »: dated dead in the pluperfect are others."""
    if not mention.casualties or best_date(mention) is None or not _told_as_past(mention):
        return False
    told = incident_date(incident) is None and "background" not in incident.first.qualifiers
    return told and (mention.pointer or not incident.first.in_title)


def _told_apart(mention: EventMention, incident: Incident, places: Agreement) -> bool:
    """A place of its own that is not the incident's, or a toll that is none of its tolls."""
    if any(filler.rule != "place.same" for filler in mention.places) and places != "same":
        return True
    compared = {compare_tolls(mention, other) for other in incident.mentions}
    return bool(mention.casualties) and not mention.bare and places != "same" and compared == {"other"}


def _told_as_past(mention: EventMention) -> bool:
    """« avait tué six soldats », « une explosion avait fait six morts »."""
    return "background" in mention.qualifiers or bool(mention.triggers and in_pluperfect(mention.main))


def _retaliates(mention: EventMention, types: set[str]) -> bool:
    """Forces that strike from afar after an attack open an act of their own (« l'aviation a bombardé … »)."""
    own = type_names(mention, 0.9) & {"air_strike", "shelling"}
    forces = any(f.role == "perpetrator" and f.actor.actor_type == "state_forces" for f in mention.roles)
    return bool(own) and forces and not types & {"air_strike", "shelling"}


def _arrests_of(mention: EventMention, incident: Incident, types: set[str]) -> bool:
    """Arrests told right after a riot or an operation, with no day or place of their own, belong to it.

    So does that of the attacker (« le tireur a été interpellé », « il a été arrêté sur place »).
    """
    elsewhere = any(filler.rule != "place.same" for filler in mention.places)
    if type_names(mention) != {"arrest"} or best_date(mention) is not None or elsewhere:
        return False
    if catches_attacker(mention.main) and types & ATTACKS and mention.order - incident.last.order <= 4:
        return True
    gap = 3 if "protest" in types and demonstrators(mention.sent) else 1
    return (
        mention.order - incident.last.order <= gap
        and bool(types & {"protest", "clash", "armed_attack"})
        and not mention.definite
    )


def _tolls(mention: EventMention, incident: Incident, table: dict[str, float]) -> float:
    compared = [compare_tolls(mention, other) for other in incident.mentions]
    if "same" in compared:
        return table["same_toll"]
    return table["other_toll"] if "other" in compared and not _revises(mention) else 0.0


def _revises(mention: EventMention) -> bool:
    """« Un nouveau bilan fait état de seize morts »: another figure of the same toll."""
    told = plain(index_of(mention.sent.doc).text_of(mention.sent))
    return mention.bare and bool(pattern("reporting", "revised").search(told))


def _position(mention: EventMention, incident: Incident, table: dict[str, float], *, last: bool) -> float:
    """Nearness in the text, and reference words."""
    gap = mention.order - incident.last.order
    score = table["distance"] * min(gap, 20)
    if last:
        score += table["next_sentence"] * (gap <= 1)
        score += table["same_paragraph"] * (mention.paragraph == incident.last.paragraph)
        score += table["definite"] * mention.definite
    elif mention.definite:
        score += table["definite"] / 4
    if mention.another and not _announced(incident):
        score += table["another"]
    return score


def _announced(incident: Incident) -> bool:
    """« Nouvelle attaque à Djibo »: the headline tells of the same new act."""
    return incident.first.in_title and incident.first.another


def _headline(mention: EventMention, incident: Incident, lede: int) -> float:
    """The tie of a headline to the lede, whatever stands between (a date line, an agency's name)."""
    if mention.in_title or not incident.first.in_title or len(incident.mentions) > 3:
        return 0.0
    gap = min(mention.order - incident.last.order - 1, mention.order - lede)
    return weights("merge")["title"] / (1 + max(gap, 0)) / len(incident.mentions)
