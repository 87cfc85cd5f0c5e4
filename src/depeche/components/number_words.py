"""One number, without modifiers: digits in any grouping, words, collectives, and indefinite counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from text_to_num import text2num

from depeche.values.numbers import Quantity

_DIGITS = re.compile(r"\d{1,3}(?:[.'\u00a0\u202f\u2009 ]\d{3})+|\d+")
_DECIMAL = re.compile(r"\d+[,.]\d{1,2}")
_TRIPLE = re.compile(r"\d{3}")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of number expressions: values of those that have one, phrases and single words by role."""

    values: dict[str, dict[str, int]]
    words: dict[str, frozenset[str]]
    phrases: dict[str, frozenset[tuple[str, ...]]]

    @classmethod
    def from_rows(cls, rows: tuple[dict[str, str], ...]) -> Lexicon:
        """Build from the rows of `words.csv`."""
        by_role: dict[str, list[dict[str, str]]] = {}
        for row in rows:
            by_role.setdefault(row["role"], []).append(row)
        return cls(
            values={
                role: {row["word"]: int(row["value"]) for row in found if row["value"]}
                for role, found in by_role.items()
            },
            words={role: frozenset(row["word"] for row in found) for role, found in by_role.items()},
            phrases={
                role: frozenset(_tokens(row["word"]) for row in found) for role, found in by_role.items()
            },
        )

    @property
    def collectives(self) -> dict[str, int]:
        """« dizaine », « douzaine », « millier »: value in units."""
        return self.values["collective"]

    @property
    def scales(self) -> dict[str, int]:
        """« mille », « million »: value in units."""
        return self.values["scale"]


def _tokens(phrase: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\s']+'|[^\s',]+|,", phrase))


@lru_cache(maxsize=4096)
def _word_value(text: str) -> int | None:
    try:
        return int(text2num(text, "fr"))
    except ValueError:
        return None


def _digits(words: list[str], index: int) -> tuple[int, int] | None:
    word = words[index]
    if not _DIGITS.fullmatch(word):
        return None
    end = index + 1
    text = word
    while len(text) <= 9 and len(word) <= 3 and end < len(words) and _TRIPLE.fullmatch(words[end]):
        text += words[end]
        end += 1
    return end, int(re.sub(r"\D", "", text))


def _number_word(words: list[str], position: int, start: int, lex: Lexicon) -> bool:
    """Whether a word carries on a number that began at `start`: « quatre-vingt », « vingt et un »."""
    word = words[position]
    if word in lex.words["atom"]:
        return True
    if position > start:
        if word == "-":
            return True
        if word == "et" and position + 1 < len(words) and words[position + 1] in lex.words["after_et"]:
            return True
    pieces = word.split("-")
    return len(pieces) > 1 and all(piece in lex.words["atom"] or piece == "et" for piece in pieces)


def _words(words: list[str], index: int, lex: Lexicon) -> tuple[int, int] | None:
    """A maximal run of number words; « un » and « une » alone are articles, not counts."""
    end = index
    while end < len(words) and _number_word(words, end, index, lex):
        end += 1
    while end > index and words[end - 1] in ("et", "-"):
        end -= 1
    for stop in range(end, index, -1):
        text = " ".join(words[index:stop]).replace(" - ", "-").replace("une", "un")
        if text == "un":
            return None
        value = _word_value(text)
        if value is not None:
            return stop, value
    return None


def _thousands(words: list[str], position: int, lex: Lexicon) -> int:
    """« de milliers » at a word: 1000, else 1."""
    return 1000 if tuple(words[position : position + 2]) in lex.phrases["thousands"] else 1


def _collective(words: list[str], index: int, lex: Lexicon) -> tuple[int, Quantity] | None:
    """« une trentaine », « deux douzaines », « plusieurs dizaines », « des centaines »."""
    first = words[index]
    if first in lex.collectives and first.endswith("s"):
        factor = _thousands(words, index + 1, lex)
        low = 2 * lex.collectives[first] * factor
        return index + (1 if factor == 1 else 3), Quantity(low=low, high=None, rule="tens_of")
    step = index + 1
    while step < len(words) and step <= index + 2 and words[step] in lex.words["filler"]:
        step += 1
    if step >= len(words) or words[step] not in lex.collectives:
        return None
    factor = _thousands(words, step + 1, lex)
    unit = lex.collectives[words[step]] * factor
    end = step + (1 if factor == 1 else 3)
    if first in lex.words["one_of"]:
        return end, Quantity.exactly(unit, approximate=True, rule="collective")
    if first in lex.words["several"] or first in lex.words["many_of"]:
        return end, Quantity(low=2 * unit, high=None, rule="tens_of")
    return None


def _scaled(words: list[str], end: int, value: float, lex: Lexicon) -> tuple[int, Quantity]:
    """« 3 millions », « 1,8 million », « deux milliers », « 20 mille »."""
    exact = True
    if end < len(words) and words[end] in lex.scales:
        value, end = value * lex.scales[words[end]], end + 1
    elif end < len(words) and words[end] in lex.collectives:
        value, end, exact = value * lex.collectives[words[end]], end + 1, False
    return end, Quantity.exactly(round(value), approximate=not exact, rule="number")


def base_number(words: list[str], index: int, lex: Lexicon) -> tuple[int, Quantity] | None:
    """The number that starts at `index` in lower-case words: (end index, quantity), or None."""
    if index >= len(words):
        return None
    word = words[index]
    collective = _collective(words, index, lex)
    if collective is not None:
        return collective
    if word in lex.words["several"]:
        return index + 1, Quantity(low=2, high=None, rule="several")
    if word in lex.words["none"]:
        return index + 1, Quantity.exactly(0, rule="none")
    if word in lex.words["article"] and index + 1 < len(words) and words[index + 1] in lex.scales:
        return _scaled(words, index + 1, 1, lex)
    if _DECIMAL.fullmatch(word) and index + 1 < len(words) and words[index + 1] in lex.scales:
        return _scaled(words, index + 1, float(word.replace(",", ".")), lex)
    plain = _digits(words, index) or _words(words, index, lex)
    if plain is None:
        return None
    return _scaled(words, plain[0], plain[1], lex)
