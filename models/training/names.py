"""Compile the list of proper-name words of the package from public gazetteers."""

from __future__ import annotations

import csv
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from models.training.inline import Annotated
from models.training.swap import COUNTRIES

from depeche.language.lexicon import entry

SOURCE = (
    "Prolex-Unitex 1.2 (LGPLLR); Who's On First (CC0, CC BY) with GeoNames (CC BY 4.0);"
    " UCDP organised violence 25.1 (CC BY 4.0); given names of the entity corpora of the card"
)
#: Letter of a name class by what the code of Prolex starts with: place, person, organisation.
_PROLEX = (
    ("N+PR+Toponyme", "L"),
    ("N+PR+DetZ+Toponyme", "L"),
    ("N+PR+Hum+Anthroponyme+Individuel", "P"),
    ("N+PR+DetZ+Hum+Anthroponyme+Individuel", "P"),
    ("Anthroponyme+Collectif+Groupement", "O"),
    ("Anthroponyme+Individuel", "P"),
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*[\w]")
#: Elsewhere than in the countries of the swaps, places of fewer people are left out.
_INHABITANTS = 3_000


def _class_of(code: str) -> str | None:
    code = code.split(":")[0]
    for known, letter in _PROLEX:
        if code.startswith(known) or f"+{known}" in code:
            return letter
    return None


def _prolex(path: Path) -> Iterator[tuple[str, str]]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            name, _, code = line.rstrip("\n").split("\t")
            letter = _class_of(code)
            if letter is not None:
                yield name, letter


def _places(path: Path, persons: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield names of places; villages that bear the name of persons (Diallo is one) are left out."""
    with gzip.open(path, "rt", encoding="utf8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            name = row["name"] or ""
            if row["placetype"] != "locality" or float(row["population"] or 0) >= _INHABITANTS:
                yield name, "L"
                yield from ((other, "L") for other in (row["alt"] or "").split("|"))
            elif row["country"] in COUNTRIES and persons.isdisjoint(_WORD.findall(name.lower())):
                yield name, "L"


def _groups(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf8").splitlines()[1:]:
        yield line.split("\t")[0], "O"


def words_of(name: str, sure: bool) -> Iterator[str]:
    """Yield the words of a name, in lower case, that are capitalised, long enough, no common French word.

    A name of one word from a sure source is kept though it is a common word too (Paris, Mali).
    """
    words = _WORD.findall(name.replace("’", "'"))
    for word in words:
        word = word.removeprefix("d'").removeprefix("l'")
        common = bool(entry(word).classes) and not (sure and len(words) == 1)
        if word[:1].isupper() and len(word) > 2 and not common:
            yield word.lower()


def person_words(texts: Iterable[Annotated]) -> frozenset[str]:
    """Return the words, in lower case, that several persons of the texts bear: given names for the most part.

    A name seen once is left out, or training would see every person as known and tests would not.
    """
    names = {text.text[a:b].lower() for text in texts for a, b, label in text.entities if label == "PER"}
    bearers = Counter(word for name in names if " " in name for word in set(_WORD.findall(name)))
    return frozenset(word for word, count in bearers.items() if count > 1 and not entry(word).classes)


def compile_names(gazetteers: Path, persons: frozenset[str]) -> dict[str, str]:
    """Return the name classes by lower-case word: L place, P person, O organisation."""
    found: dict[str, set[str]] = defaultdict(set)
    sources = (
        _prolex(gazetteers / "prolex_unitex_lgpllr.tsv.gz"),
        _places(gazetteers / "places_wof_geonames.tsv.gz", persons),
        _groups(gazetteers / "ucdp_actors.tsv"),
    )
    for sure, names in zip((True, False, True), sources, strict=True):
        for name, letter in names:
            for word in words_of(name, sure):
                found[word].add(letter)
    for word in persons:
        found[word].add("P")
    return {word: "".join(sorted(letters)) for word, letters in found.items()}


def write_names(path: Path, gazetteers: Path, persons: frozenset[str]) -> int:
    """Write the words as gzipped TSV (word, classes), sorted by bytes, and return how many."""
    names = sorted(
        (word.encode("utf8"), kinds.encode("utf8"))
        for word, kinds in compile_names(gazetteers, persons).items()
    )
    body = b"\n".join(word + b"\t" + kinds for word, kinds in names)
    path.write_bytes(gzip.compress(f"# source: {SOURCE}\n".encode() + body, mtime=0))
    return len(names)
