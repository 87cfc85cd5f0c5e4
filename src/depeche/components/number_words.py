"""One number, without modifiers: digits in any grouping, words, collectives, and indefinite counts."""

from __future__ import annotations

import re
from functools import lru_cache

from text_to_num import text2num

from depeche.values.numbers import Quantity

_DIGITS = re.compile(r"\d{1,3}(?:[.'\u00a0\u202f\u2009 ]\d{3})+|\d+")
_DECIMAL = re.compile(r"\d+[,.]\d{1,2}")
_TRIPLE = re.compile(r"\d{3}")
_MANY = frozenset({"plusieurs", "quelques", "nombreux", "nombreuses"})
_NONE = frozenset({"aucun", "aucune"})


class Lexicon:
    """The words of number expressions by role."""

    def __init__(
        self,
        atoms: frozenset[str],
        collectives: dict[str, int],
        scales: dict[str, int],
        phrases: dict[str, frozenset[tuple[str, ...]]],
    ) -> None:
        self.atoms = atoms
        self.collectives = collectives
        self.scales = scales
        self.phrases = phrases

    @classmethod
    def from_rows(cls, rows: tuple[dict[str, str], ...]) -> Lexicon:
        """Build from the rows of `words.csv`."""
        by_role: dict[str, list[dict[str, str]]] = {}
        for row in rows:
            by_role.setdefault(row["role"], []).append(row)
        roles = ("low", "high", "approx", "post_low", "post_approx", "range_in")
        return cls(
            atoms=frozenset(row["word"] for row in by_role["atom"]),
            collectives={row["word"]: int(row["value"]) for row in by_role["collective"]},
            scales={row["word"]: int(row["value"]) for row in by_role["scale"]},
            phrases={role: frozenset(_tokens(row["word"]) for row in by_role[role]) for role in roles},
        )


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


def _words(words: list[str], index: int, lex: Lexicon) -> tuple[int, int] | None:
    """A maximal run of number words; « un » and « une » alone are articles, not counts."""
    end = index
    while end < len(words):
        pieces = words[end].split("-")
        inner_et = (
            words[end] == "et"
            and end > index
            and end + 1 < len(words)
            and words[end + 1] in ("un", "une", "onze")
        )
        hyphenated = len(pieces) > 1 and all(piece in lex.atoms or piece == "et" for piece in pieces)
        if not (words[end] in lex.atoms or hyphenated or inner_et or (words[end] == "-" and end > index)):
            break
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


def _collective(words: list[str], index: int, lex: Lexicon) -> tuple[int, Quantity] | None:
    """« une trentaine », « deux douzaines », « plusieurs dizaines », « des centaines »."""
    first = words[index]
    if first in lex.collectives and first.endswith("s"):
        thousands = words[index + 1 : index + 3] == ["de", "milliers"]
        low = 2 * lex.collectives[first] * (1000 if thousands else 1)
        return index + (3 if thousands else 1), Quantity(low=low, high=None, rule="tens_of")
    step = index + 1
    while (
        step < len(words)
        and step <= index + 2
        and words[step] in ("bonne", "petite", "bon", "petit", "grosse")
    ):
        step += 1
    if step >= len(words) or words[step] not in lex.collectives:
        return None
    unit = lex.collectives[words[step]]
    if words[step + 1 : step + 3] == ["de", "milliers"]:
        unit, step = unit * 1000, step + 2
    if first in ("un", "une", "la", "cette", "le", "quelque", "d'une"):
        return step + 1, Quantity.exactly(unit, approximate=True, rule="collective")
    if first in _MANY or first in ("des", "de", "les", "ces"):
        return step + 1, Quantity(low=2 * unit, high=None, rule="tens_of")
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
    if word in _MANY:
        return index + 1, Quantity(low=2, high=None, rule="several")
    if word in _NONE:
        return index + 1, Quantity.exactly(0, rule="none")
    if word in ("un", "une") and index + 1 < len(words) and words[index + 1] in lex.scales:
        return _scaled(words, index + 1, 1, lex)
    if _DECIMAL.fullmatch(word) and index + 1 < len(words) and words[index + 1] in lex.scales:
        return _scaled(words, index + 1, float(word.replace(",", ".")), lex)
    plain = _digits(words, index) or _words(words, index, lex)
    if plain is None:
        return None
    return _scaled(words, plain[0], plain[1], lex)
