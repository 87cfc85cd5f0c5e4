"""Capitals told by a noun: « la capitale burkinabè », « la capitale »."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from depeche.components.places.evidence import Demonym, Evidence
from depeche.components.places.lexicons import capital_of
from depeche.components.places.sighting import Sighting
from depeche.gazetteer import Entry, Gazetteer

WORD = "capitale"
MAIN_SHARE = 0.5
# « la capitale de l'État », « la capitale économique » are other towns.
_OTHERWISE = frozenset({"de", "du", "des", "d'", "d’", "économique", "régionale", "provinciale"})
_DETERMINERS = frozenset({"la", "dans", "cette"})


def _country(doc: Doc, index: int, demonyms: dict[int, tuple[str, ...]], evidence: Evidence) -> str | None:
    """The country whose capital the noun at `index` means."""
    told = demonyms.get(index + 1)
    if told:
        return max(told, key=evidence.share)
    following = doc[index + 1].lower_ if index + 1 < len(doc) else "."
    if index == 0 or doc[index - 1].lower_ not in _DETERMINERS or following in _OTHERWISE:
        return None
    best = evidence.best()
    return best if best is not None and evidence.share(best) >= MAIN_SHARE else None


def _town(country: str, gazetteer: Gazetteer) -> Entry | None:
    towns = [
        entry
        for entry in gazetteer.exact(capital_of()[country])
        if entry.country == country and entry.kind == "town"
    ]
    return max(towns, key=lambda entry: entry.population, default=None)


def find_capitals(
    doc: Doc, evidence: Evidence, demonyms: Sequence[Demonym], gazetteer: Gazetteer
) -> list[Sighting]:
    """Mentions of capitals by their noun; `name` gives the town."""
    if WORD not in doc.text.lower():
        return []
    found = []
    after = {index: countries for index, _, countries in demonyms}
    for index in (token.i for token in doc if token.lower_ == WORD):
        country = _country(doc, index, after, evidence)
        town = _town(country, gazetteer) if country in capital_of() else None
        if country is None or town is None:
            continue
        span = doc[index : index + (2 if index + 1 in after else 1)]
        name = capital_of()[country]
        first, last = span.start_char, span.end_char
        found.append(
            Sighting(
                span.text,
                first,
                last,
                span.start,
                span.end,
                (town,),
                choice=town,
                rule="capital",
                name=name,
            )
        )
    return found
