"""Domain sentences with other names: places of a gazetteer, acronyms of armed groups, recombined persons."""

from __future__ import annotations

import csv
import gzip
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from models.training.inline import Annotated

#: Countries whose place names feed the swaps: where the news of conflicts comes from.
COUNTRIES = frozenset(
    [
        "ML",
        "BF",
        "NE",
        "NG",
        "TD",
        "CM",
        "CF",
        "CD",
        "MZ",
        "SO",
        "SD",
        "SS",
        "ET",
        "YE",
        "SY",
        "IQ",
        "LB",
        "PS",
        "AF",
        "PK",
        "UA",
        "HT",
        "LY",
        "TG",
        "BJ",
        "RW",
        "BI",
        "UG",
    ]
)
_PLACE = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ’']{2,}(?:[- ][A-ZÀ-Ý][a-zà-ÿ]{2,})?")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9-]{1,6}")
_VOWEL = re.compile(r"[aeiouyhàâéèêîïôöùûœæ]", re.IGNORECASE)
# After an article (« au Mali », « la Somalie », « du Kivu ») the gender and kind of the name matter: left
# as it is.
_ARTICLE = re.compile(r"(?:\b(?:au|aux|en|le|la|les|du|des|un|une|lac|mont)\s|\bl['’]|[-/])$", re.IGNORECASE)


@dataclass(frozen=True)
class Pools:
    """Names to put in place of others, by kind."""

    places: Sequence[str]
    acronyms: Sequence[str]
    persons: Sequence[str]


def place_names(gazetteers: Path, a_country: int = 2000) -> list[str]:
    """Return simple names of places of `COUNTRIES`, at most `a_country` of each.

    The list is empty when the gazetteer is not there.
    """
    path = gazetteers / "places_wof_geonames.tsv.gz"
    if not path.is_file():
        return []
    by_country: dict[str, set[str]] = defaultdict(set)
    with gzip.open(path, "rt", encoding="utf8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["country"] in COUNTRIES and _PLACE.fullmatch(row["name"] or ""):
                by_country[row["country"]].add(row["name"])
    rng = Random(0)
    drawn = (rng.sample(sorted(names), min(a_country, len(names))) for _, names in sorted(by_country.items()))
    return sorted(set().union(*drawn))


def acronyms(gazetteers: Path, domain: Iterable[Annotated]) -> list[str]:
    """Return the acronyms of armed groups: those of the domain sentences and of the UCDP list of actors."""
    found = {name for text in domain for name in _names(text, "ORG") if _ACRONYM.fullmatch(name)}
    path = gazetteers / "ucdp_actors.tsv"
    if path.is_file():
        rows = (line.split("\t")[0] for line in path.read_text(encoding="utf8").splitlines())
        found |= {name for row in rows for name in re.split(r"[,\s]+", row) if _ACRONYM.fullmatch(name)}
    return sorted(found)


def _names(text: Annotated, label: str) -> list[str]:
    return [text.text[a:b] for a, b, kind in text.entities if kind == label]


def build_pools(gazetteers: Path, domain: Sequence[Annotated], named: Sequence[Annotated]) -> Pools:
    """Return the pools; acronyms are of the domain, persons recombine the names of the `named` texts."""
    rng = Random(0)
    persons = sorted({name for texts in (domain, named) for name in _recombined(texts, rng)})
    return Pools(place_names(gazetteers), acronyms(gazetteers, domain), persons)


def _recombined(texts: Sequence[Annotated], rng: Random) -> list[str]:
    """Return names made of a given name and a family name of the texts."""
    full = [name.split(" ", 1) for text in texts for name in _names(text, "PER") if " " in name]
    given, family = sorted({first for first, _ in full}), sorted({last for _, last in full})
    return [f"{rng.choice(given)} {rng.choice(family)}" for _ in range(8_000 if full else 0)]


def _candidates(name: str, label: str, before: str, pools: Pools) -> Sequence[str]:
    if label == "ORG":
        return pools.acronyms if _ACRONYM.fullmatch(name) else ()
    if label == "PER":
        return pools.persons if " " in name else ()
    fit = label == "LOC" and _PLACE.fullmatch(name) and not _ARTICLE.search(before)
    return pools.places if fit else ()


def _replacement(name: str, label: str, before: str, pools: Pools, rng: Random) -> str:
    """Return another name that starts as the first does, vowel or consonant, so that elision stays right."""
    candidates = _candidates(name, label, before, pools)
    for _ in range(20 if candidates else 0):
        drawn = rng.choice(candidates)
        if bool(_VOWEL.match(drawn)) == bool(_VOWEL.match(name)):
            return drawn
    return name


def swap_names(text: Annotated, pools: Pools, rng: Random, rate: float = 0.8) -> Annotated:
    """Return the sentence with part of its names replaced; a name said twice is replaced alike."""
    drawn: dict[tuple[str, str], str] = {}
    pieces: list[str] = []
    entities: list[tuple[int, int, str]] = []
    end = length = 0
    for a, b, label in text.entities:
        name, before = text.text[a:b], text.text[end:a]
        if (name, label) not in drawn:
            keep = rng.random() > rate
            drawn[name, label] = name if keep else _replacement(name, label, text.text[:a], pools, rng)
        new = drawn[name, label]
        pieces += [before, new]
        length += len(before)
        entities.append((length, length + len(new), label))
        length += len(new)
        end = b
    pieces.append(text.text[end:])
    return Annotated("".join(pieces), tuple(entities))
