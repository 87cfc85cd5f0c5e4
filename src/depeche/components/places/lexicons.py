"""The vocabulary of place recognition, read from `data/places`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from depeche.components.lemma_patterns import PatternIndex
from depeche.gazetteer.keys import normalise
from depeche.resources import lexicon, rules, word_set

OF = r"(?:de\sla\s|de\sl['’]|des?\s|du\s|d['’])"


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun tells of the name that follows it."""

    kind: str
    links: frozenset[str]
    levels: tuple[str, ...] = ()


@cache
def nouns() -> dict[str, Noun]:
    """Nouns that announce a name, singular and plural; those of administrative units tell their levels."""
    found: dict[str, Noun] = {}
    for row in lexicon("places", "context_nouns.csv", columns=("noun", "class", "link", "source")):
        links = frozenset({"de", "bare"} if row["link"] == "both" else {row["link"]})
        for form in _plural(row["noun"]):
            found.setdefault(form, Noun(row["class"], links))
    for row in lexicon("places", "admin_words.csv", columns=("word", "position", "levels", "source")):
        if row["position"] == "before":
            for form in _plural(row["word"]):
                earlier = found.get(form)
                kind = earlier.kind if earlier else "place"
                found[form] = Noun(kind, frozenset({"de", "bare"}), tuple(row["levels"].split()))
    return found


def _plural(noun: str) -> tuple[str, str]:
    head, *rest = noun.split(" ")
    many = head if head.endswith(("s", "x", ".")) else head + "s"
    return noun, " ".join((many, *rest))


@cache
def generic_words() -> frozenset[str]:
    """Generic nouns, lower case, that may begin a capitalised run without being its name (« Camp Kati »)."""
    return frozenset(noun.lower() for noun in nouns() if " " not in noun and noun.isalpha())


@cache
def natural_words() -> frozenset[str]:
    """Lower-case words that may begin the name of a natural feature (« lac Tchad », « mont Chaambi »)."""
    return frozenset(
        noun for noun, told in nouns().items() if told.kind in ("natural", "feature") and " " not in noun
    )


@cache
def kept_words() -> frozenset[str]:
    """Those that belong to the name: « lac Tchad », but « Chaambi » for « le mont Chaambi »."""
    return frozenset(noun for noun, told in nouns().items() if told.kind == "feature" and " " not in noun)


@cache
def stop_words() -> dict[str, str]:
    """Capitalised words that are seldom places -> `word`, `people` (demonyms too) or `name`."""
    stops = {
        row["word"]: row["class"]
        for row in lexicon("places", "stop_words.csv", columns=("word", "class", "source"))
    }
    for form in demonyms():
        stops.setdefault(form.capitalize(), "people")
    return stops


def _forms(masculine: str, feminine: str) -> set[str]:
    forms = set()
    for column in (masculine, feminine):
        for form in column.split("|"):
            if form:
                forms |= {form, form if form.endswith(("s", "x", "è")) else form + "s"}
                if form.endswith("è"):
                    forms.add(form + "s")
    return forms


@cache
def demonyms() -> dict[str, tuple[str, ...]]:
    """Demonym or adjective, lower case, any gender and number -> countries it may stand for."""
    found: dict[str, tuple[str, ...]] = {}
    for row in lexicon("places", "countries.csv", columns=("code", "masculine", "feminine", "source")):
        for form in _forms(row["masculine"], row["feminine"]):
            found[form] = (*found.get(form, ()), row["code"])
    return found


@cache
def capitals() -> dict[str, tuple[str, ...]]:
    """Spelling key of a capital -> its countries."""
    found: dict[str, tuple[str, ...]] = {}
    for row in lexicon("places", "countries.csv", columns=("code", "capital", "source")):
        for name in row["capital"].split("|"):
            if name:
                key = normalise(name)
                found[key] = (*found.get(key, ()), row["code"])
    return found


@cache
def capitals_of() -> dict[str, tuple[str, ...]]:
    """Country -> the towns that news calls its capital, the present one first."""
    rows = lexicon("places", "countries.csv", columns=("code", "capital", "source"))
    return {row["code"]: tuple(row["capital"].split("|")) for row in rows if row["capital"]}


@cache
def town_words(kind: str) -> frozenset[str]:
    """Words that tell a part of a town or a capital, of the table `[towns]` of `cues.toml`."""
    return word_set("places", "cues.toml", "towns", kind)


@cache
def clause_words(kind: str) -> frozenset[str]:
    """Words that join or open a clause between two names, of the table `[clauses]` of `cues.toml`."""
    return word_set("places", "cues.toml", "clauses", kind)


@cache
def speech_verbs() -> str:
    """A regular expression of the forms of `speech_verbs.csv`."""
    forms = [row["form"] for row in lexicon("places", "speech_verbs.csv", columns=("form", "source"))]
    return "(?:" + "|".join(form.replace("*", r"\w*").replace(" ", r"\s") for form in forms) + ")"


def compiled(pattern: str) -> str:
    """A pattern of `cues.toml` with its placeholders filled."""
    return pattern.replace("{de}", OF).replace(" ", r"\s").replace("{speech}", speech_verbs())


@cache
def cues(side: str) -> dict[str, re.Pattern[str]]:
    """Class -> pattern of `cues.toml` for a side of the name: `left`, `right` or `between` two names."""
    grouped: dict[str, list[str]] = {}
    for rule in rules("places", "cues.toml")[side]:
        grouped.setdefault(rule["class"], []).append(compiled(rule["pattern"]))
    end = r"\Z" if side == "left" else ""
    case = re.IGNORECASE if side == "left" else re.NOFLAG
    return {
        kind: re.compile("(?:" + "|".join(patterns) + ")" + end, case) for kind, patterns in grouped.items()
    }


@cache
def signs() -> dict[str, float]:
    """Weights of `votes.toml`."""
    return {name: float(value) for name, value in rules("places", "votes.toml")["signs"].items()}


@cache
def threshold() -> float:
    """Score at which a name is taken for a place."""
    return float(rules("places", "votes.toml")["threshold"])


@cache
def armed_groups() -> dict[str, tuple[str, ...]]:
    """Spelling keys of the registered actors (`data/actors/registry.csv`), no places, and where they act."""
    found = {}
    for row in lexicon("actors", "registry.csv", columns=("name", "aliases", "countries")):
        countries = tuple(filter(None, row["countries"].split("|")))
        for name in filter(None, (row["name"], *row["aliases"].split("|"))):
            found[normalise(name)] = countries
    return found


@cache
def services() -> PatternIndex[tuple[str, ...]]:
    """Rescuers, police and courts (`services.csv`), and the countries that have them by that name."""
    rows = lexicon("places", "services.csv", columns=("form", "countries", "source"))
    return PatternIndex([(row["form"], tuple(row["countries"].split("|"))) for row in rows])


@cache
def particles(kind: str) -> frozenset[str]:
    """Small words of one class of `particles.csv`."""
    rows = lexicon("places", "particles.csv", columns=("word", "class", "source"))
    return frozenset(row["word"] for row in rows if row["class"] == kind)
