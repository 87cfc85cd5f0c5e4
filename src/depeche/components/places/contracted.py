"""Towns whose article a preposition has taken: « au Havre », « dans le centre du Mans », « aux Ulis »."""

from __future__ import annotations

from spacy.tokens import Doc

from depeche.components.places.lexicons import particles
from depeche.components.places.sighting import Sighting
from depeche.gazetteer import Gazetteer

LEAST = 10_000  # inhabitants; smaller ones are read as they are written


def restore_article(doc: Doc, sighting: Sighting, gazetteer: Gazetteer) -> None:
    """Give « Havre » after « au » the town « Le Havre », where that is the greater one of the two.

    No country has such a name: « au Niger » is not looked up; « le musée du Bardo » is no town.
    """
    if sighting.start == 0 or any(entry.kind == "country" for entry in sighting.entries):
        return
    before = doc[sighting.start - 1].lower_
    earlier = doc[sighting.start - 2].lower_ if sighting.start > 1 else ""
    if before in ("du", "des") and earlier not in particles("to_town"):
        return
    for kind, article in (("takes_le", "Le"), ("takes_les", "Les")):
        if before in particles(kind):
            name = f"{article} {sighting.text}"
            towns = tuple(entry for entry in gazetteer.exact(name) if entry.kind == "town")
            greatest = max((entry.population for entry in towns), default=0)
            own = max((entry.population for entry in sighting.entries if entry.kind == "town"), default=0)
            if greatest > max(LEAST, own):  # « aux Gonaïves » is known as it is written
                sighting.entries, sighting.name = towns, name
