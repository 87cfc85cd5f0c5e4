"""Capitals told by a noun: « la capitale burkinabè », « la capitale »."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from depeche.components.places.context import ContextReader
from depeche.components.places.evidence import Demonym, Evidence
from depeche.components.places.lexicons import capitals_of, town_words
from depeche.components.places.roles import role
from depeche.components.places.sighting import Sighting
from depeche.gazetteer import Entry, Gazetteer
from depeche.gazetteer.keys import normalise

WORD = "capitale"
MAIN_SHARE = 0.5


def _country(doc: Doc, index: int, demonyms: dict[int, tuple[str, ...]], evidence: Evidence) -> str | None:
    """The country whose capital the noun at `index` means."""
    told = demonyms.get(index + 1)
    if told:
        return max(told, key=evidence.share)
    following = doc[index + 1].lower_ if index + 1 < len(doc) else "."
    if (
        index == 0
        or doc[index - 1].lower_ not in town_words("capital_before")
        or following in town_words("other_capitals")
    ):
        return None
    best = evidence.best()
    return best if best is not None and evidence.share(best) >= MAIN_SHARE else None


def _town(country: str, named: set[str], gazetteer: Gazetteer) -> tuple[str, Entry] | None:
    """The capital, by the name that the article gives when a country has had several."""
    names = capitals_of()[country]
    name = next((name for name in names if normalise(name) in named), names[0])
    towns = [entry for entry in gazetteer.exact(name) if entry.country == country and entry.kind == "town"]
    return (name, max(towns, key=lambda entry: entry.population)) if towns else None


def find_capitals(
    doc: Doc,
    text: str,
    evidence: Evidence,
    demonyms: Sequence[Demonym],
    others: Sequence[Sighting],
    gazetteer: Gazetteer,
) -> list[Sighting]:
    """Mentions of capitals by their noun; `name` gives the town.

    Args:
        text: that of the doc.
        others: places named in the article.
    """
    if WORD not in text.lower():
        return []
    reader, found = ContextReader(doc, text), []
    after = {index: countries for index, _, countries in demonyms}
    named = {normalise(sighting.text) for sighting in others}
    for index in (token.i for token in doc if token.lower_ == WORD):
        country = _country(doc, index, after, evidence)
        told = _town(country, named, gazetteer) if country in capitals_of() else None
        if country is None or told is None:
            continue
        span = doc[index : index + (2 if index + 1 in after else 1)]
        sighting = Sighting(span.text, span.start_char, span.end_char, span.start, span.end, (told[1],))
        sighting.name, sighting.choice, sighting.rule = told[0], told[1], "capital"
        sighting.context = reader.read(_with_determiner(doc, sighting), None)
        sighting.role = role(sighting)
        found.append(sighting)
    return found


def _with_determiner(doc: Doc, sighting: Sighting) -> Sighting:
    """The same words with the article before them, to read what stands left of it."""
    if sighting.start == 0 or doc[sighting.start - 1].lower_ not in town_words("capital_determiners"):
        return sighting
    start = sighting.start - 1
    return Sighting(sighting.text, doc[start].idx, sighting.end_char, start, sighting.end)
