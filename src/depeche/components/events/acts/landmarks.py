"""Places named only to situate another: « près de Tyr », « la commune de Nouga », « Kankara (Katsina) »."""

from __future__ import annotations

from depeche.components.events.compare import is_exact, level, place_key
from depeche.components.events.index import index_of
from depeche.components.events.model import EventMention, PlaceFiller
from depeche.components.events.settings import pattern, words
from depeche.components.lemma_patterns import plain

REACH = 9
ASIDE = ("part", "aside", "speaking", "office", "meanwhile")  # places told of others than the act
QUARTER_KM = 30.0
SITUATED = 7  # tokens between a unit and the town that tells where it lies


def is_elsewhere(filler: PlaceFiller, mention: EventMention) -> bool:
    """A place that the sentence tells of other things than the act.

    Somebody's way, the war or the cause that a march is about, the morgue, and the hospital where a toll
    is counted (« à l'hôpital de Kaffrine »), unless the act itself is told there (« frappe sur l'hôpital »).
    """
    before = _before(filler)
    tables = ["route", "cause", "morgue", "compared"]
    if mention.types and mention.types[0][0] == "protest" and filler.span.start > mention.main.start:
        tables.append("protest_cause")
    if not any(trigger._.trigger.strength in ("strong", "weak") for trigger in mention.triggers):
        tables.append("care")
    return any(pattern("landmarks", table).search(before) for table in tables)


def _before(filler: PlaceFiller) -> str:
    doc, span = filler.span.doc, filler.span
    first = doc[max(span.sent.start, span.start - REACH)]
    text = plain(index_of(doc).text[first.idx : span.start_char]).rstrip()
    return text if text.endswith(("'", "(")) or not text else text + " "


def holds(filler: PlaceFiller) -> bool:
    """« dans la commune de Nouga »: a unit, named after its seat."""
    return bool(pattern("landmarks", "holds").search(_before(filler))) and not on_an_axis(filler)


def is_spot(filler: PlaceFiller) -> bool:
    """« à hauteur de Matiacoali », « l'épicentre était situé à Takatsuki »: the very spot."""
    return bool(pattern("landmarks", "pinpoint").search(_before(filler)))


def at_sea(filler: PlaceFiller) -> bool:
    """« en mer Rouge »: waters of no country."""
    return place_key(filler).split()[0] in words("landmarks", "sea", "words")


def is_quarter(filler: PlaceFiller) -> bool:
    """« dans le quartier de Douweila »."""
    return bool(pattern("landmarks", "quarter").search(_before(filler)))


def on_an_axis(filler: PlaceFiller) -> bool:
    """« sur la route de Benghazi à Derna », « sur l'axe Kantchari-Fada »: both ends stand for the road."""
    before = _before(filler)
    if pattern("landmarks", "axis_end").search(before):
        return True
    if pattern("landmarks", "axis").search(before) is None:
        return False
    doc, end = filler.span.doc, filler.span.end
    joined = bool(filler.span._.place.also) or filler.span._.place != filler.place
    return joined or (end < len(doc) and doc[end].lower_ in words("landmarks", "axis_ends", "words"))


def is_resident(filler: PlaceFiller) -> bool:
    """« une jeune femme de Cannes », « dont un millier à Izmit »: of a person, a part of the toll, a rite."""
    before = _before(filler)
    if any(pattern("landmarks", table).search(before) for table in ASIDE):
        return True
    start, sent, end = filler.span.start, filler.span.sent, filler.span.end
    leaving = end < len(sent.doc) and sent.doc[end].lower_ in words("landmarks", "axis_ends", "words")
    if leaving or not pattern("landmarks", "of").search(before):
        return False  # « des soldats de Raqqa vers Homs »
    return any(
        actor.start < start < actor.end and actor._.actor.unit == "person"
        for actor in index_of(sent.doc).within("actors", sent.start, start)
    )


def is_landmark(filler: PlaceFiller) -> bool:
    """Whether the words before a place, or its own, make it the surroundings of another."""
    before = _before(filler)
    if before.endswith(" et ") and _chained(filler):
        return True
    natural = pattern("landmarks", "natural").search(before) or _peak(filler)
    return bool(natural or pattern("landmarks", "near").search(before)) or holds(filler)


def _chained(filler: PlaceFiller) -> bool:
    """« ont fui vers Nyunzu et Lulimba »: the second of two towns on the way."""
    doc, start = filler.span.doc, filler.span.start
    before = next(
        (s for s in index_of(doc).within("places", filler.span.sent.start, start) if s.end == start - 1), None
    )
    if before is None:
        return False
    words_before = _before(PlaceFiller(before, before._.place, filler.rule))
    return bool(pattern("landmarks", "towards").search(words_before))


def _peak(filler: PlaceFiller) -> bool:
    """« le Piz Vilan, au-dessus de Seewis »."""
    return place_key(filler).split()[0] in words("landmarks", "natural", "names")


def _situates(filler: PlaceFiller, fillers: list[PlaceFiller]) -> bool:
    """« la province de Marib, à l'est de Sanaa »: a town that only tells where the unit before it lies."""
    if not pattern("landmarks", "compass").search(_before(filler)):
        return False
    gaps = (filler.span.start - other.span.end for other in fillers if holds(other))
    return any(0 < gap <= SITUATED for gap in gaps)


def _beside_road(fillers: list[PlaceFiller], ends: list[PlaceFiller]) -> list[PlaceFiller]:
    """« sur l'axe Bouaké-Katiola, près de Darakokaha »: the spot on the road, told right after its ends."""
    if not ends:
        return []
    last = max(filler.span.end for filler in ends)
    return [f for f in fillers if f not in ends and is_landmark(f) and 0 < f.span.start - last <= SITUATED]


def _within_town(fillers: list[PlaceFiller]) -> list[PlaceFiller]:
    """« À Kaboul, une bombe a explosé dans le quartier de Dasht-e-Barchi »: the quarter, not its town."""
    quarters = [f for f in fillers if is_quarter(f) and level(f) not in ("admin1", "country")]
    towns = [f for f in fillers if f not in quarters and _holds_all(f, quarters)]
    return [filler for filler in fillers if filler not in towns]


def _holds_all(town: PlaceFiller, quarters: list[PlaceFiller]) -> bool:
    if not quarters or town.place.precision != "town" or is_landmark(town):
        return False
    known = [quarter for quarter in quarters if "sounds_at_home" not in quarter.rule]
    away = [quarter.place.distance_km(town.place) for quarter in known]
    return all(km is None or km <= QUARTER_KM for km in away)


def without_landmarks(fillers: list[PlaceFiller]) -> list[PlaceFiller]:
    """Places named only to situate another go when a precise one is named without such words."""
    fillers = [filler for filler in fillers if not _situates(filler, fillers)]
    fillers = [filler for filler in fillers if not at_sea(filler)] or fillers
    here = [filler for filler in fillers if not is_resident(filler)]
    if any(is_exact(filler) for filler in here):
        fillers = here
    exact = [filler for filler in fillers if is_spot(filler)]
    if any(is_exact(filler) or level(filler) == "admin2" for filler in exact):
        return exact
    fillers = _within_town(fillers)
    ends = [filler for filler in fillers if on_an_axis(filler)]
    own = [filler for filler in fillers if not is_landmark(filler) and filler not in ends]
    for told in (own, _beside_road(fillers, ends), ends):
        if any(is_exact(filler) for filler in told):
            return told
    near = [filler for filler in fillers if not holds(filler)]
    if any(is_exact(filler) for filler in near):
        return near
    outside = [filler for filler in fillers if not _before(filler).endswith("(")]
    return outside or fillers  # « le territoire de Rutshuru (Nord-Kivu) »
