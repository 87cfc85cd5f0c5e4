"""Places that only tell where another one is: « Hroza, à 80 km de Kharkiv », « le Queens, à New York »."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from spacy.tokens import Doc, Token

from depeche.components.lemma_patterns import plain
from depeche.components.places.lexicons import clause_words, cues, town_words
from depeche.components.places.scan import LARGE
from depeche.components.places.sighting import Sighting
from depeche.values.places import haversine_km

LONGEST = 90
UNIT_CHARS = 40
CONTAINER_KM = 60.0
_OF = (" de ", " d'", " d’")  # all that stands between two names
_AND = (" et ", " ou ")
_BROAD = frozenset({"country", "admin1", "area"})


def mark_landmarks(doc: Doc, text: str, places: Sequence[Sighting]) -> None:
    """Give the role `other` to landmarks and to towns that hold the place named just before.

    A building that no gazetteer knows gives way to its town (« au Crocus City Hall, à Krasnogorsk »).

    Args:
        doc: the document.
        text: its words.
        places: its places in text order.
    """
    for place, after in pairwise(places):
        between = text[place.end_char : after.start_char]
        if "+landmark" in place.rule and between in _AND and after.role == "location":
            _passed_over(after, "+landmark")  # « située entre Mora et Banki »
            continue
        if len(between) > LONGEST or after.role != "location" or not _specific(place):
            continue
        if _acts_between(doc, place, after):
            continue
        lesser, rule = _landmark_of(text, place, between, after)
        if lesser is not None:
            _passed_over(lesser, rule)


def _passed_over(place: Sighting, rule: str) -> None:
    place.role, place.rule = "other", place.rule + rule


def _landmark_of(
    text: str, place: Sighting, between: str, after: Sighting
) -> tuple[Sighting | None, Literal["+landmark", "+container"]]:
    """Which of two places told beside each other only situates the other, and by which rule."""
    if _of_a_town(place, between, after) or _goes_inside(place, between, after):
        return place, "+container"
    if _situated(text, place, between, after):
        return after, "+landmark"
    if _parts_of(place, between, after):
        return place, "+container"
    if (
        _unknown_region(place, between, after)
        or _quarter_of(place, between, after)
        or _unit_of(between, after)
    ):
        return after, "+container"
    if _station_of(place, between, after):
        return place, "+container"
    if _ends_of_a_road(text, place, between):
        return None, "+container"
    if _in_capital(place, between, after) or _in_container(place, between, after):
        unknown = place.choice is None and "place" not in place.context.cues
        lesser = place if unknown and not _in_brackets(place, between) else after
        return lesser, "+container"
    return None, "+container"


def _in_brackets(place: Sighting, between: str) -> bool:
    """« les greniers de Zarmagandaye (Tillabéri) »: a village, unless its noun is that of a building."""
    return between.strip() == "(" and not place.context.cues & {"building", "ground", "institution"}


def _in_container(place: Sighting, between: str, after: Sighting) -> bool:
    """« à Solino, à Port-au-Prince », « le quartier de Karrada, à Bagdad »."""
    if cues("between")["container"].fullmatch(between) is None:
        return False
    quarter = place.context.noun in town_words("quarters") and len(between) > len(" à la ")
    return _holds(after, place) or quarter


def _acts_between(doc: Doc, place: Sighting, after: Sighting) -> bool:
    """« sortis de Kati, ils ont gagné le centre de Bamako », « ont franchi l'Oubangui et attaqué Zongo ».

    A new verb tells something of the second place alone; the verb of a relative still situates the first.
    """
    between = doc[place.end : after.start]
    if any(
        token.pos_ in ("PRON", "SCONJ") and plain(token.text) in clause_words("relative") for token in between
    ):
        return False
    return any(_new_verb(doc, token) for token in between)


def _new_verb(doc: Doc, token: Token) -> bool:
    if token.pos_ not in ("VERB", "AUX"):
        return False
    finite = "Fin" in token.morph.get("VerbForm", [])
    return finite or (token.i > 0 and doc[token.i - 1].lower_ in clause_words("joining"))


def _of_a_town(place: Sighting, between: str, after: Sighting) -> bool:
    """« le pont de Westminster, à Londres », « le carrefour de Bakara, au cœur de Mogadiscio »."""
    town = after.choice is not None and after.choice.kind == "town"
    return town and "ground" in place.context.cues and bool(cues("between")["in_town"].fullmatch(between))


def _goes_inside(place: Sighting, between: str, after: Sighting) -> bool:
    """« à Bagdad, dans le quartier de Karrada »; not « à Ghatkopar, dans la banlieue de Bombay », where the
    greater town only situates its suburb."""
    if cues("between")["inside"].fullmatch(between) is None:
        return False
    if "banlieue" not in between or after.choice is None or after.choice.kind != "town":
        return True
    return place.choice is not None and after.choice.population <= place.choice.population


def _situated(text: str, place: Sighting, between: str, after: Sighting) -> bool:
    """Whether a place is named to situate the one before; a road is situated by the place beside it."""
    if cues("between")["district"].fullmatch(between):
        return True  # « à la Goutte-d'Or (18e arrondissement de Paris) »
    if _broad(after) or cues("between")["landmark"].fullmatch(between) is None:
        return False
    if cues("between")["another"].match(between):
        return False  # « à Nondo, ainsi que dix autres dans le village voisin de Soro »
    road = text[max(0, place.start_char - LONGEST) : place.start_char]
    return not (cues("between")["beside"].fullmatch(between) and cues("between")["road"].search(road))


def _ends_of_a_road(text: str, place: Sighting, between: str) -> bool:
    """« la route reliant Celaya à Querétaro »: the greater end does not hold the other."""
    left = text[max(0, place.start_char - LONGEST) : place.start_char]
    return between == " à " and cues("between")["road_ends"].search(left) is not None


def _unknown_region(place: Sighting, between: str, after: Sighting) -> bool:
    """« à Colmar, en Alsace »: « en » leads to a region, known or not."""
    town = place.choice is not None and place.choice.kind == "town"
    return town and after.choice is None and "region" in after.context.cues and between.lstrip(" ,(") == "en "


def _quarter_of(place: Sighting, between: str, after: Sighting) -> bool:
    """« le Quartier Nord de Bruxelles », « le quartier Karrada de Bagdad »."""
    if between not in _OF or after.choice is None or after.choice.kind != "town":
        return False
    return place.context.noun in town_words("quarters") or place.text.split()[0].lower() in town_words(
        "quarters"
    )


def _in_capital(place: Sighting, between: str, after: Sighting) -> bool:
    """« à Solino, dans la capitale »; a place of that name elsewhere is not meant."""
    if after.rule != "capital" or cues("between")["in_capital"].fullmatch(between) is None:
        return False
    if after.choice is not None and not _holds(after, place):
        place.choice, place.country = None, after.choice.country
    return True


def _unit_of(between: str, after: Sighting) -> bool:
    """« X, dans la commune de Y »: the town that the unit is named after is not where it happened."""
    told = after.context.levels and not _broad(after) and "list" not in after.context.cues
    return bool(told) and len(between) < UNIT_CHARS and between.lstrip()[:1] in (",", "(", "d")


def _parts_of(place: Sighting, between: str, after: Sighting) -> bool:
    """« deux faubourgs de la capitale, le PK11 et Bimbo »: the parts are named, so the whole is not meant."""
    large = place.choice is not None and place.choice.population >= LARGE
    told = (
        place.context.noun in town_words("several")
        and cues("between")["parts"].fullmatch(between) is not None
    )
    return large and told and _holds(place, after)


def _station_of(place: Sighting, between: str, after: Sighting) -> bool:
    """« la gare de Saint-Charles à Marseille »: the name of a building of the town."""
    town = after.choice is not None and after.choice.kind == "town"
    joined = between in _OF or cues("between")["container"].fullmatch(between)
    return town and "station" in place.context.cues and bool(joined)


def _broad(place: Sighting) -> bool:
    return place.choice is not None and place.choice.kind in _BROAD


def _specific(place: Sighting) -> bool:
    return place.role == "location" and not _broad(place)


def _holds(town: Sighting, place: Sighting) -> bool:
    """Whether a larger town near by is named to tell where the place is."""
    if town.choice is None or town.choice.kind != "town":
        return False
    if place.choice is None:
        return True
    away = haversine_km(
        town.choice.latitude, town.choice.longitude, place.choice.latitude, place.choice.longitude
    )
    return away <= CONTAINER_KM and town.choice.population > place.choice.population
