"""Which mentions tell one incident: in text order, each joins the incident it agrees with best."""

from __future__ import annotations

from collections.abc import Sequence

from depeche.components.events.acts.reference import is_answered
from depeche.components.events.compare import (
    Agreement,
    actor_keys,
    best_date,
    compare_dates,
    compare_places,
    compare_tolls,
    family_of,
    other_weekday,
    type_names,
    victim_keys,
)
from depeche.components.events.incidents.bonds import (
    announced,
    arrested_before,
    arrests_of,
    in_custody,
    incident_date,
    late_death,
    leans,
    part_of_disaster,
    revises,
    same_tremor,
    situated,
    victims_of,
)
from depeche.components.events.incidents.claimed import claim_bond, claimed_too, taken_back
from depeche.components.events.incidents.opening import gives_the_day, headline_tie
from depeche.components.events.incidents.parting import (
    named_apart,
    of_another_kind,
    points_before,
    recalls,
    retaliates,
    shifted,
    told_apart,
    vague_day,
    yearly,
)
from depeche.components.events.model import EventMention, Incident
from depeche.components.events.settings import weights
from depeche.components.events.timing.resuming import part_of

EXCLUDED = -99.0


def merge(mentions: Sequence[EventMention]) -> list[Incident]:
    """Incidents in the order of their first mention."""
    incidents: list[Incident] = []
    lede = next((mention.order for mention in mentions if not mention.in_title), 0)
    for mention in mentions:
        best, score = _best(mention, incidents, lede)
        if best is not None and score >= _threshold(mention, best):
            _undate(mention, best)
            best.mentions.append(mention)
            for other in claimed_too(mention, best, incidents):
                other.mentions.append(mention)
        else:
            if mention.pointer:
                charged = mention.charged and mention.casualties
                if incidents and not (mention.held_dates or mention.held_places or charged):
                    continue
                mention.stand_alone()
            if _opens(mention):
                incidents.append(Incident([mention]))
    return incidents


def _undate(mention: EventMention, incident: Incident) -> None:
    """Drop the days that are not the act's: of a later death, of what judges do after an arrest."""
    if late_death(mention):
        mention.dates = []
    if arrested_before(mention, incident):
        for told in (mention, *incident.mentions):
            if in_custody(told):
                told.dates, told.places = [], []


def _threshold(mention: EventMention, incident: Incident) -> float:
    table = weights("merge")
    dated = best_date(mention) is not None and not late_death(mention)
    own = dated or (bool(mention.places) and not victims_of(mention, incident))
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
        return (
            not yearly(mention)
            and bool(mention.casualties)
            and (bool(mention.places) or best_date(mention) is not None)
        )
    return True


def _best(mention: EventMention, incidents: Sequence[Incident], lede: int) -> tuple[Incident | None, float]:
    best: Incident | None = None
    top, latest = EXCLUDED, max(incidents, key=_told_last, default=None)
    for incident in incidents:
        score = agreement(mention, incident, last=incident is latest)
        score += headline_tie(mention, incident, lede)
        if incident is incidents[0] and score > EXCLUDED / 2:
            score += weights("merge")["first_day"] * gives_the_day(mention, incidents, lede)
        if score > top:
            best, top = incident, score
    return best, top


def _told_last(incident: Incident) -> tuple[int, int]:
    """Where an incident was told last: of two acts of one sentence, the one whose word comes later."""
    last = incident.last
    return last.order, max((trigger.start for trigger in last.triggers), default=-1)


def agreement(mention: EventMention, incident: Incident, *, last: bool) -> float:
    """How well a mention fits an incident, by the weights of `weights.toml`; EXCLUDED when it cannot."""
    table = weights("merge")
    if any(other.order == mention.order and other.charged != mention.charged for other in incident.mentions):
        return EXCLUDED  # « arrêté pour le meurtre »
    if any(other.order == mention.order and other.reach != mention.reach for other in incident.mentions):
        return EXCLUDED  # « 73 morts à Tchombangou et 32 à Zaroumdareye »
    if mention.triggers and any(_of_another_part(mention, other) for other in incident.mentions):
        return EXCLUDED
    if yearly(mention):
        return EXCLUDED
    types = set().union(*(type_names(other) for other in incident.mentions))
    if not family_of(type_names(mention), types) and not (
        arrests_of(mention, incident, types)
        or part_of_disaster(mention, incident, types)
        or taken_back(mention, incident, types)
    ):
        return EXCLUDED
    dates = _dates(mention, incident)
    if dates == "other" or points_before(mention, incident):
        return EXCLUDED
    places = compare_places(
        mention.places, [filler for other in incident.mentions for filler in other.places]
    )
    table = {**table, "same_date": table["same_date_elsewhere"]} if places == "other" else table
    score = {"same": table["same_date"], "within": table["within_date"], "unknown": 0.0}[dates]
    if places == "other" and situated(mention, incident):
        places = "within"
    score += _place(mention, incident, table, places)
    score += table["vague_day"] * (dates == "same" and vague_day(mention))
    score += table["other_type"] * of_another_kind(mention, incident)
    score += _tolls(mention, incident, table)
    score += table["elsewhere"] * told_apart(mention, incident, places)
    score += table["shifted"] * shifted(mention, dates)
    score += table["retaliation"] * retaliates(mention, incident, types)
    score += table["recalled"] * recalls(mention, incident)
    score += table["same_type"] * bool(type_names(mention) & types)
    return score + _cast(mention, incident, table) + _position(mention, incident, table, last=last)


def _place(mention: EventMention, incident: Incident, table: dict[str, float], places: Agreement) -> float:
    """How the places agree; victims fall and tremors are felt in many."""
    if places == "other":
        if victims_of(mention, incident) or same_tremor(mention, incident):
            return table["other_place_victims"]
        return table["other_place" if best_date(mention) is not None else "other_place_undated"]
    if places == "unknown":
        return table["other_name"] * named_apart(mention, incident)
    return table[f"{places}_place"]


def _of_another_part(mention: EventMention, other: EventMention) -> bool:
    """Whether their sentence turns to another act between the two."""
    if other.order != mention.order or not other.triggers:
        return False
    if part_of(mention.main) != part_of(other.main):
        return True
    return is_answered(mention.main) and not is_answered(other.main)


def _cast(mention: EventMention, incident: Incident, table: dict[str, float]) -> float:
    """The same authors and the same victims in both."""
    actors = set().union(*(actor_keys(other) for other in incident.mentions))
    victims = set().union(*(victim_keys(other) for other in incident.mentions))
    alike = table["same_actor"] * bool(actor_keys(mention) & actors)
    alike += claim_bond(mention, incident)
    return alike + table["same_victim"] * bool(victim_keys(mention) & victims)


def _dates(mention: EventMention, incident: Incident) -> Agreement:
    """How the days agree; those of a late death or of an arrest say nothing of the act's."""
    if late_death(mention) or arrested_before(mention, incident):
        return "unknown"
    dates = compare_dates(best_date(mention), incident_date(incident))
    if dates in ("same", "within") and any(other_weekday(mention, other) for other in incident.mentions):
        return "other"
    return dates


def _tolls(mention: EventMention, incident: Incident, table: dict[str, float]) -> float:
    compared = [compare_tolls(mention, other) for other in incident.mentions]
    if "same" in compared:
        return table["same_toll"]
    return table["other_toll"] if "other" in compared and not revises(mention) else 0.0


def _position(mention: EventMention, incident: Incident, table: dict[str, float], *, last: bool) -> float:
    """Nearness in the text, and reference words."""
    gap = mention.order - incident.last.order
    score = table["distance"] * min(gap, 20)
    if last:
        score += table["next_sentence"] * (gap <= 1)
        score += table["same_paragraph"] * (mention.paragraph == incident.last.paragraph)
        score += table["definite"] * mention.definite
        score += table["leaning"] * (gap <= 1 and leans(mention))
    elif mention.definite:
        score += table["definite"] / 4
    if mention.another and not announced(incident):
        score += table["another"]
    return score
