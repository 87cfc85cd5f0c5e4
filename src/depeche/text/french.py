"""Whether a text is French: by its script, and by the function words of a dozen languages.

Lenient by design: a short flash or an article full of foreign names must pass; a text is refused only when
another language or another script clearly wins.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from depeche.resources import lexicon

_SAMPLE = 20_000  # characters read: the language of an article does not change after that
_LATIN_SHARE = 0.5  # below it the text is in another script
_FRENCH_SHARE = 0.12  # function words are 40 to 50 % of French prose; lists and results still reach a quarter
_LONG = 40  # words from which a lack of French words alone refuses
_CLEAR = 3  # function words of another language that a short text needs to be refused
_SHORT = (
    20  # words below which another language must have twice the French ones: « Qui a écrit "The Pit …" ? »
)
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _function_words() -> dict[str, frozenset[str]]:
    rows = lexicon("text", "function_words.csv", columns=("language", "words", "source"))
    return {row["language"]: frozenset(row["words"].split()) for row in rows}


def _latin_share(text: str) -> float:
    """Share of the letters that are Latin ones; 1.0 for a text with no letter."""
    letters = Counter(char for char in text if char.isalpha())
    total = sum(letters.values())
    latin = sum(count for char, count in letters.items() if unicodedata.name(char, "").startswith("LATIN"))
    return latin / total if total else 1.0


def foreign_language(text: str) -> str | None:
    """What tells that a text is not French, in a few words; None when it is, or when it is too short to tell.

    >>> foreign_language("Des hommes armés ont attaqué le village.") is None
    True
    >>> foreign_language("Gunmen attacked the village on Monday, killing at least ten of the soldiers in it.")
    'it reads as « en »'
    """
    sample = text[:_SAMPLE]
    if _latin_share(sample) < _LATIN_SHARE:
        return "its script is not the Latin one"
    words = [word.lower() for word in _WORD.findall(sample)]
    hits = {language: sum(word in known for word in words) for language, known in _function_words().items()}
    french = hits.pop("fr")
    best = max(hits, key=lambda language: hits[language])
    if hits[best] >= _CLEAR and hits[best] > (2 if len(words) < _SHORT else 1.25) * french:
        return f"it reads as « {best} »"
    if len(words) >= _LONG and french < _FRENCH_SHARE * len(words):
        return "too few French words"
    return None
