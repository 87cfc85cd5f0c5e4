"""A text as the units that dates are made of: each unit has a code that rules name, a value and offsets.

Every unit is one character of a code string, so that a rule is a regular expression over codes and the text's
other words cost nothing more than a dictionary look-up.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from depeche.resources import lexicon

OTHER, BREAK = "OTHER", "STOP"
PUNCTUATION = {
    "-": "DASH", "–": "DASH", "—": "DASH", "‑": "DASH", "−": "DASH", ",": "COMMA", ".": "DOT", "/": "SLASH",
    "(": "OPEN", "[": "OPEN", ")": "CLOSE", "]": "CLOSE", "'": "QUOTE", "%": "PERCENT", "°": "DEGREE",
}  # fmt: skip
NUMBER_CODES = ("ZERO", "INT31", "INT99", "YEAR", "NUMBER", "NUMDATE", "NUMDAYMONTH", "CLOCK")
FIRST_YEAR, LAST_YEAR = 1500, 2100

_UNIT = re.compile(
    r"[^\W\d_]+'?|"
    r"\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)|\d{2}/\d{2}(?![/\d])|"
    r"\d{1,2}\s?h\s?[0-5]\d(?!\d)|\d{1,2}\s?h(?![^\W_])|\d{1,2}:[0-5]\d(?!\d)|"
    r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?!\d)|\d+(?:,\d+)?|\n|[^\w\s]"
)
_NUMERIC_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|(\d{1,2})([./-])\d{1,2}\2(?:\d{4}|\d{2})")


class Unit(NamedTuple):
    """A unit of text: its code, value ("" when it has none), and character offsets, end exclusive."""

    code: str
    value: str
    start: int
    end: int


class Vocabulary(NamedTuple):
    """The lexicon, ready to look up: single words, and units of several words by their first."""

    words: dict[str, tuple[str, str]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]
    letters: dict[str, str]


def unaccented(word: str) -> str:
    """The word without its accents (« fevrier », « AOUT »).

    >>> unaccented("février")
    'fevrier'
    """
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@cache
def vocabulary() -> Vocabulary:
    """The lexicon `data/dates/lexicon.csv`, compiled once."""
    words: dict[str, tuple[str, str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    rows = lexicon("dates", "lexicon.csv", columns=("form", "code", "value", "source"))
    for row in rows:
        units = tuple(match.group() for match in _UNIT.finditer(row["form"]))
        if len(units) > 1:
            phrases.setdefault(units[0], []).append((units[1:], row["code"], row["value"]))
        else:
            words[row["form"]] = (row["code"], row["value"])
    for form, entry in list(words.items()):
        if len(form) > 2:  # « a » and « à », « des » and « dès » stay apart
            words.setdefault(unaccented(form), entry)
    codes = sorted({row["code"] for row in rows} | {*NUMBER_CODES, *PUNCTUATION.values(), OTHER, BREAK})
    letters = {code: chr(0x4E00 + index) for index, code in enumerate(codes)}
    longest_first = {
        first: tuple(sorted(rest, key=lambda item: -len(item[0]))) for first, rest in phrases.items()
    }
    return Vocabulary(words, longest_first, letters)


def folded(text: str) -> str:
    """The text in lower case with straight apostrophes, every character still at its offset."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lower.replace("’", "'").replace("ʼ", "'")


def scan(text: str) -> list[Unit]:
    """All units of a text, in order; words that no rule knows have the code OTHER."""
    known = vocabulary()
    words, phrases = known.words, known.phrases
    matches = [(match.group(), match.start(), match.end()) for match in _UNIT.finditer(folded(text))]
    units: list[Unit] = []
    skip = 0
    for index, (word, start, end) in enumerate(matches):
        if skip:
            skip -= 1
            continue
        if word[-1] == "'" and len(word) > 1 and word not in words and word not in phrases:
            word, end = word[:-1], end - 1  # a closing quote
        if word in phrases and (found := _phrase(phrases[word], matches, index)):
            code, value, skip = found
            units.append(Unit(code, value, start, matches[index + skip][2]))
            continue
        entry = words.get(word)
        if entry is not None:
            units.append(Unit(entry[0], entry[1], start, end))
        elif word[0].isalpha():
            units.append(Unit(OTHER, "", start, end))
        else:
            code, value = _symbol(word)
            units.append(Unit(code, value, start, end))
    return units


def _phrase(
    candidates: tuple[tuple[tuple[str, ...], str, str], ...], matches: list[tuple[str, int, int]], index: int
) -> tuple[str, str, int] | None:
    """Code, value and number of further words of the phrase that begins at a word, if one does."""
    if index + 1 == len(matches):
        return None
    second = matches[index + 1][0]
    for rest, code, value in candidates:
        if rest[0] != second:
            continue
        following = [match[0] for match in matches[index + 1 : index + 1 + len(rest)]]
        if following == list(rest):
            return code, value, len(rest)
    return None


def _symbol(word: str) -> tuple[str, str]:
    """Code and value of a number or a punctuation mark."""
    if not word[0].isdigit():
        return PUNCTUATION.get(word, BREAK), word
    if word.isdecimal():
        return _integer(word)
    if "h" in word or ":" in word:
        hour = int(re.split(r"[h:\s]", word, maxsplit=1)[0])
        return ("CLOCK", word) if hour <= 24 else ("NUMBER", "")
    if len(word) == 5 and word[2] == "/":
        day_month = int(word[:2]) <= 31 and 1 <= int(word[3:]) <= 12
        return ("NUMDAYMONTH" if day_month else "NUMBER"), word
    return ("NUMDATE" if _NUMERIC_DATE.fullmatch(word) else "NUMBER"), word


def _integer(word: str) -> tuple[str, str]:
    number = int(word[:9])
    if len(word) <= 2:
        return ("ZERO" if number == 0 else "INT31" if number <= 31 else "INT99"), word
    if len(word) == 4 and FIRST_YEAR <= number <= LAST_YEAR:
        return "YEAR", word
    return "NUMBER", word
