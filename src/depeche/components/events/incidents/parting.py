"""What parts a mention from an incident that its date, place or type would let it join."""

from __future__ import annotations

from depeche.components.events.acts.reference import elsewhere
from depeche.components.events.compare import Agreement, best_date, compare_tolls, is_exact, type_names
from depeche.components.events.incidents.bonds import incident_date, told_as_past, victims_of
from depeche.components.events.index import index_of
from depeche.components.events.model import EventMention, Incident, RoleFiller
from depeche.components.events.settings import pattern, type_table, words
from depeche.components.lemma_patterns import plain

FEW_DAYS = 7
OPENING = 4  # tokens from the start of a sentence to the place it opens by


def recalls(mention: EventMention, incident: Incident) -> bool:
    """« Fin août, l'explosion d'un camion avait fait six morts »: dated dead in the pluperfect are others."""
    if not mention.casualties or best_date(mention) is None or not told_as_past(mention):
        return False
    if "recalled" in incident.first.qualifiers:  # « les dix ans du massacre »: the very act
        return False
    told = incident_date(incident) is None and "background" not in incident.first.qualifiers
    return told and (mention.pointer or not incident.first.in_title)


def told_apart(mention: EventMention, incident: Incident, places: Agreement) -> bool:
    """« Le même jour, à Djibo, … »: another act, by a place that is not the incident's or another toll.

    The dead of one quake fall in many places; those of several avalanches each have their own.
    """
    if places == "other" and _opens_there(mention):
        types = set().union(type_names(mention), *(type_names(other) for other in incident.mentions))
        return not types & ({"disaster", "accident"} if mention.bare else {"disaster"})
    if not elsewhere(mention.sent) or places == "same":
        return False
    if victims_of(mention, incident) and not incident.first.plural:
        return False
    if any(filler.rule != "place.same" for filler in mention.places):
        return True
    compared = {compare_tolls(mention, other) for other in incident.mentions}
    return bool(mention.casualties) and not mention.bare and compared == {"other"}


def _opens_there(mention: EventMention) -> bool:
    """« À Koudougou, la marche a tourné à l'émeute »: a sentence that opens by a place tells its act."""
    strong = any(t._.trigger.strength == "strong" for t in mention.triggers)
    if mention.pointer or not (strong or (mention.bare and mention.triggers and mention.casualties)):
        return False
    sent = mention.sent
    first = next((token for token in sent if not token.is_space), sent[0])
    if plain(first.text) not in words("reference", "there", "openings"):
        return False
    return any(
        0 < filler.span.start - first.i <= OPENING and filler.rule != "place.same"
        for filler in mention.places
    )


def shifted(mention: EventMention, dates: Agreement) -> bool:
    """« Un an et demi plus tard, … », « La veille, les rebelles avaient … »: not the act just told.

    In the pluperfect, hours do too (« une heure auparavant, il avait ouvert le feu sur … »).
    """
    if mention.bare or mention.pointer or mention.definite or not mention.triggers:
        return False
    date = best_date(mention)
    if dates == "same" and date is not None and date.precision == "day":
        return False
    told = plain(index_of(mention.sent.doc).text_of(mention.sent)).strip()
    if pattern("reference", "shift").search(told):
        return True
    return told_as_past(mention) and bool(pattern("reference", "before").search(told))


def yearly(mention: EventMention) -> bool:
    """« 5 600 personnes ont été tuées en 2024 »: dead told by a year, with no act nor town, are its total."""
    date = best_date(mention)
    return (
        mention.bare
        and date is not None
        and date.precision == "year"
        and not any(map(is_exact, mention.places))
    )


def retaliates(mention: EventMention, incident: Incident, types: set[str]) -> bool:
    """Forces that strike from afar after an attack open an act of their own (« l'aviation a bombardé … »).

    Not those of the state that attacked: « L'Ukraine a frappé un dépôt », then « une attaque de drones
    ukrainiens ».
    """
    own = type_names(mention, 0.9) & {"air_strike", "shelling"}
    forces = _forces(mention)
    attacked = {f.actor.country for other in incident.mentions for f in _forces(other)} - {None}
    same = any(f.actor.country in attacked for f in forces)
    return bool(own and forces) and not same and not types & {"air_strike", "shelling"}


def _forces(mention: EventMention) -> list[RoleFiller]:
    return [f for f in mention.roles if f.role == "perpetrator" and f.actor.actor_type == "state_forces"]


def _tells_anew(mention: EventMention) -> bool:
    """An act told by its own word, and not by « cette attaque » or « l'assaut »."""
    return not (mention.bare or mention.pointer or mention.definite or mention.in_title) and bool(
        mention.triggers
    )


def named_apart(mention: EventMention, incident: Incident) -> bool:
    """Two villages that no gazetteer knows, by other names: most often two places."""
    if not _tells_anew(mention):
        return False
    told = [filler for other in incident.mentions if not other.in_title for filler in other.places]
    return any(map(is_exact, mention.places)) and any(map(is_exact, told))


def vague_day(mention: EventMention) -> bool:
    """« en janvier » twice is no common day."""
    date = best_date(mention)
    return date is not None and (date.end - date.start).days > FEW_DAYS


def of_another_kind(mention: EventMention, incident: Incident) -> bool:
    """« ont défilé », after « un drone a frappé »: strong words for acts that no one operation holds."""
    if not _tells_anew(mention) or mention.order - incident.last.order < 2:
        return False
    types = set().union(*(type_names(other, 0.9) for other in incident.mentions))
    own = type_names(mention, 0.9)
    if not types or not own or own & types:
        return False
    return not any(own & set(kind) and types & set(kind) for kind in type_table("kinds").values())


def points_before(mention: EventMention, incident: Incident) -> bool:
    """« En juillet, l'EI avait revendiqué l'assaut contre la prison »: claimed before the act just told."""
    day = incident_date(incident)
    if not mention.pointer or day is None or not told_as_past(mention):
        return False
    sent = mention.sent
    told = index_of(sent.doc).within("dates", sent.start, mention.main.start)
    return any(d._.date.resolved.end < day.start for d in told if d._.date.resolved is not None)
