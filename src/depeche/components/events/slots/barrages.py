"""What strikes from afar did, told with no word for them: « à Dnipro, l'un d'eux a éventré un immeuble »."""

from __future__ import annotations

from collections.abc import Sequence

from depeche.components.events.compare import compare_dates
from depeche.components.events.incidents.bonds import incident_date
from depeche.components.events.index import index_of
from depeche.components.events.model import Incident
from depeche.components.events.settings import pattern, type_table
from depeche.components.lemma_patterns import plain
from depeche.records import EventType
from depeche.values.actors import FORCES

AFAR = ("air_strike", "shelling")
NEAR = 2  # sentences from the weapon to what fell of it


def from_afar(incidents: Sequence[Incident], types: Sequence[EventType | None]) -> list[EventType | None]:
    """Damage and dead told beside strikes, or of « un autre engin », are those of the strikes told before."""
    found = list(types)
    for place, (incident, type_) in enumerate(zip(incidents, types, strict=True)):
        if type_ is None or type_ in AFAR or not _by_damage_alone(incident):
            continue
        told = _weapon_before(incident) if _names_what_fell(incident) else None
        beside = _strike_beside(incident, incidents[:place], found)
        if told or beside:
            found[place] = beside or told
    return found


def _by_damage_alone(incident: Incident) -> bool:
    """No word for an act but damage, fire and dead (« touché », « parti en fumée », « un incendie »)."""
    damage, harm = type_table("afar")["forms"], tuple(type_table("means")["harm"])
    triggers = [t._.trigger for mention in incident.mentions for t in mention.triggers]
    acts = [t for t in triggers if t.strength in ("strong", "weak")]
    done = any(
        f.role == "perpetrator" and f.actor.actor_type not in FORCES and f.actor.unit == "person"
        for mention in incident.mentions
        for f in mention.roles
    )
    shot = any(t.form in type_table("afar")["shot"] or t.form.endswith(harm) for t in triggers)
    return all(act.form in damage for act in acts) and not done and not shot


def _names_what_fell(incident: Incident) -> bool:
    """« leurs débris », « un autre engin », « l'un d'eux »."""
    index = index_of(incident.first.sent.doc)
    told = plain(index.text_of(incident.first.sent))
    return pattern("types", "afar").search(told) is not None


def _weapon_before(incident: Incident) -> EventType | None:
    """The weapon told last in the sentences just before."""
    doc, sent = incident.first.sent.doc, incident.first.sent
    start = sent.start
    for _ in range(NEAR):
        if start > 0:
            start = doc[start - 1].sent.start
    near = [w for w in index_of(doc).weapons if start <= w.start < sent.end and w._.trigger.type in AFAR]
    type_: EventType | None = near[-1]._.trigger.type if near else None
    return type_


def _strike_beside(
    incident: Incident, before: Sequence[Incident], types: Sequence[EventType | None]
) -> EventType | None:
    """The strike whose mention stands just before, in the same paragraph."""
    first = incident.first
    for other, type_ in reversed(list(zip(before, types[: len(before)], strict=True))):
        near = any(0 < first.order - m.order <= 1 and m.paragraph == first.paragraph for m in other.mentions)
        apart = compare_dates(incident_date(incident), incident_date(other)) == "other"
        if near and type_ in AFAR and not apart and not _abroad(incident, other):
            return type_
    return None


def _abroad(incident: Incident, other: Incident) -> bool:
    countries = [{f.place.country for m in one.mentions for f in m.places} for one in (incident, other)]
    return bool(countries[0] and countries[1]) and countries[0].isdisjoint(countries[1])
