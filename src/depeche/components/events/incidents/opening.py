"""The head of an article: how its headline and lede tie to what tells the same act at length."""

from __future__ import annotations

from collections.abc import Sequence

from depeche.components.events.acts.reference import elsewhere
from depeche.components.events.compare import best_date, compare_tolls, type_names
from depeche.components.events.incidents.bonds import incident_date, told_as_past
from depeche.components.events.model import EventMention, Incident
from depeche.components.events.settings import weights

OPENING = 8  # sentences of the head of an article: the headline, the lede and what tells it at length


def gives_the_day(mention: EventMention, incidents: Sequence[Incident], lede: int) -> bool:
    """The first day told, sentences after a headline or a lede without one, is that of their act.

    The headline may name the province and the body the village.
    """
    if best_date(mention) is None or mention.another or mention.bare or mention.pointer:
        return False
    if not 0 < mention.order - lede <= OPENING or told_as_past(mention) or elsewhere(mention.sent):
        return False
    if any(compare_tolls(mention, other) == "other" for other in incidents[0].mentions):
        return False
    if incidents[0].first.plural or any(incident_date(incident) is not None for incident in incidents):
        return False
    types = set().union(*(type_names(other) for other in incidents[0].mentions))
    return not types or bool(types & type_names(mention)) or not type_names(mention)


def headline_tie(mention: EventMention, incident: Incident, lede: int) -> float:
    """The tie of a headline to the lede, whatever stands between (a date line, an agency's name)."""
    if mention.in_title or not incident.first.in_title or len(incident.mentions) > 3:
        return 0.0
    gap = min(mention.order - incident.last.order - 1, mention.order - lede)
    return weights("merge")["title"] / (1 + max(gap, 0)) / len(incident.mentions)
