"""States as authors: « Israël a bombardé », « des drones lancés par la Russie »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from depeche.components.events.index import spans
from depeche.components.events.model import RoleFiller
from depeche.components.places.lexicons import capitals_of
from depeche.values.actors import ActorMention
from depeche.values.places import PlaceMention

STRIKES = frozenset({"air_strike", "shelling", "armed_attack"})
CHARGES = STRIKES | {"killing", "explosion", "abduction", "ambush"}  # of what states are accused besides


def states(trigger: Span, tokens: Sequence[Token], rule: str, *, towns: bool = False) -> Iterator[RoleFiller]:
    """The states among the subjects or agents of an act of war; a country is none elsewhere.

    With `towns`, so are the capitals that stand for them (« accuse Moscou d'avoir visé »), of any act.
    """
    if trigger._.trigger.type not in (CHARGES if towns else STRIKES) or not tokens:
        return
    for span in spans(trigger.doc, "places"):
        place = span._.place
        headed = span.end < len(span.doc) and span.doc[span.end].text == ":"  # « Nigeria : … »
        acts = any(span.start <= token.i < span.end for token in tokens)
        state = place.precision == "country" or (towns and _capital(place))
        if state and acts and not headed:
            yield RoleFiller("perpetrator", span, _state(span), rule, 0.8)


def _capital(place: PlaceMention) -> bool:
    return place.country is not None and place.name in capitals_of().get(place.country, ())


def _state(span: Span) -> ActorMention:
    place = span._.place
    return ActorMention(
        name=place.name,
        key=place.name.lower(),
        actor_type="state_forces",
        group="military",
        bias="any",
        named=True,
        head=span.start,
        country=place.country,
        rule="actor.state",
    )
