"""Comparing names: « Forces armées maliennes » and « FAMa », « Soumpi » and « camp militaire de Soumpi ».

Two names are the same when one of these holds:
1. They are equal once case, accents, punctuation and spaces are folded away (« N'Guigmi » = « Nguigmi »).
2. Their words are the same set once case, accents, plural, elision, articles and prepositions are folded away
   (« les soldats maliens » = « soldat malien »).
3. The words of one are contained in the words of the other, and the shorter has two words or more, or one
   that is not generic: « Soumpi » is in « camp de Soumpi », « soldats » in « soldats maliens »; « groupe »
   alone matches no other group, nor « armée » another army. Words: `data/evaluation/words.csv`.

For actors, the aliases that the registry (`data/actors/registry.csv`) knows stand for their actor first:
« combattants du GSIM » matches « Jnim », and two actors that the registry tells apart never match by
containment (« État islamique », « État islamique au Grand Sahara »). An alias that two actors share stands
for the first of them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from depeche.resources import lexicon

EXACT, CONTAINED, DIFFERENT = 1.0, 0.9, 0.0

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
_WORD = re.compile(r"[^\W_]+")


def fold(name: str) -> list[str]:
    """The words of a name in lower case without accents or punctuation.

    >>> fold("L’État islamique")
    ['l', 'etat', 'islamique']
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LIGATURES))
    return _WORD.findall("".join(char for char in plain if not unicodedata.combining(char)))


def singular(word: str) -> str:
    """A folded word without its plural mark; a proper name may lose its final s, on both sides alike.

    >>> [singular(word) for word in ("soldats", "hopitaux", "bureaux", "eis")]
    ['soldat', 'hopital', 'bureau', 'eis']
    """
    if len(word) > 4 and word.endswith("eaux"):
        return word[:-1]
    if len(word) > 4 and word.endswith("aux"):
        return f"{word[:-3]}al"
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


@cache
def _listed(kind: str) -> frozenset[str]:
    rows = lexicon("evaluation", "words.csv", columns=("word", "kind"))
    return frozenset(form for row in rows if row["kind"] == kind for word in fold(row["word"])
                     for form in (word, singular(word)))  # fmt: skip


@cache
def content_words(name: str) -> tuple[str, ...]:
    """The folded words that count, in order; all of them when none counts.

    >>> content_words("les soldats de l'armée")
    ('soldat', 'armee')
    """
    words = fold(name)
    return tuple(singular(word) for word in words if word not in _listed("empty")) or tuple(words)


@cache
def _aliases() -> dict[tuple[str, ...], str]:
    """Folded alias -> `@id` of its actor, as content words."""
    known: dict[tuple[str, ...], str] = {}
    for row in lexicon("actors", "registry.csv", columns=("id", "name", "aliases")):
        for alias in (row["name"], *row["aliases"].split("|")):
            words = content_words(alias)
            if words and not (len(words) == 1 and words[0] in _listed("generic")):
                known.setdefault(words, f"@{row['id']}")
    return known


def replace_aliases(words: tuple[str, ...], known: dict[tuple[str, ...], str]) -> tuple[str, ...]:
    """Words with each known alias replaced by what it stands for, the longest alias first.

    >>> replace_aliases(("combattant", "du", "gsim"), {("gsim",): "@jnim"})
    ('combattant', 'du', '@jnim')
    """
    longest = max(map(len, known), default=0)
    found: list[str] = []
    start = 0
    while start < len(words):
        sizes = range(min(longest, len(words) - start), 0, -1)
        size = next((size for size in sizes if words[start : start + size] in known), 0)
        found.append(known[words[start : start + size]] if size else words[start])
        start += size or 1
    return tuple(found)


@cache
def actor_words(name: str) -> tuple[str, ...]:
    """The content words of an actor's name, each alias that the registry knows replaced by `@id`."""
    return replace_aliases(content_words(name), _aliases())


def _closeness(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    one, two = frozenset(first), frozenset(second)
    if not one or not two:
        return DIFFERENT
    if one == two:
        return EXACT
    short, long = sorted((one, two), key=len)
    telling = len(short) > 1 or not short <= _listed("generic")
    return CONTAINED if short < long and telling else DIFFERENT


def place_closeness(first: str, second: str) -> float:
    """1.0 for the same place name, 0.9 for containment, 0.0 for another name."""
    if "".join(fold(first)) == "".join(fold(second)):
        return EXACT
    return _closeness(content_words(first), content_words(second))


def actor_closeness(first: str, second: str) -> float:
    """1.0 for the same actor, 0.9 for containment, 0.0 for another; aliases are those of the registry."""
    if "".join(fold(first)) == "".join(fold(second)):
        return EXACT
    return _closeness(actor_words(first), actor_words(second))
