"""Towns under siege: what a siege or a blockade is aimed at."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from depeche.components.events.acts.typing import SOFT
from depeche.components.events.model import Incident, PlaceFiller, RoleFiller
from depeche.components.events.settings import words
from depeche.components.lemma_patterns import fold_agreement
from depeche.records import EventType
from depeche.values.actors import ActorMention


def besieged(incident: Incident, type_: EventType | None, places: Sequence[PlaceFiller]) -> list[RoleFiller]:
    """The town under siege is its target (« le blocus de la ville de Boni »)."""
    if type_ != "siege" and not any(type_ == "siege" for type_, w in incident.first.types if w >= SOFT):
        return []
    told = [filler for mention in incident.mentions for filler in mention.places]
    found: list[RoleFiller] = []
    for filler in sorted(told or (places if type_ == "siege" else ()), key=lambda f: f.span.start):
        if filler.place.precision not in ("town", "unresolved", "admin2"):
            continue
        if found and not _joined(found[-1].span, filler.span):
            break
        found.append(_town(filler))
    return found


def _joined(first: Span, second: Span) -> bool:
    """« le blocus de Kayes et de Nioro du Sahel »: both towns."""
    between = first.doc[first.end : second.start]
    joining = words("roles", "function", "coordinators") | words("roles", "function", "of")
    return 0 < len(between) <= 2 and all(token.lower_ in joining for token in between)


def _town(filler: PlaceFiller) -> RoleFiller:
    """A town as what was besieged."""
    name = filler.place.name
    actor = ActorMention(
        name=name,
        key=fold_agreement(name),
        actor_type="other",
        group="civilian",
        bias="thing",
        named=True,
        head=filler.span.start,
        unit="thing",
        rule="actor.place",
    )
    return RoleFiller("target", filler.span, actor, "role.besieged", 0.7)
