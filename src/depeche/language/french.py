"""The spaCy language class that the shipped weights run in.

spaCy's own French spends two seconds on import, compiling a table of compounds that our tokenizer does
without.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from spacy.attrs import LIKE_NUM  # type: ignore[import-not-found]
from spacy.language import BaseDefaults, Language
from spacy.tokens import Doc, Span
from text_to_num import text2num

_DIGITS = re.compile(r"[+±~-]?\d[\d.,'’/ \u00a0\u202f\u2009]*")


def like_num(text: str) -> bool:
    """Tell whether a token is a number in digits (« 10 000 », « 1/3 ») or a cardinal in words (« vingt »)."""
    if _DIGITS.fullmatch(text):
        return True
    try:
        text2num(text.lower(), "fr")
    except ValueError:
        return False
    return True


def noun_chunks(doclike: Doc | Span) -> Iterator[tuple[int, int, int]]:
    """Yield the noun chunks that spaCy's French finds, imported at the first call."""
    from spacy.lang.fr.syntax_iterators import noun_chunks as of_spacy

    yield from of_spacy(doclike)


class FrenchNewsDefaults(BaseDefaults):
    """Defaults of `FrenchNews`; punctuation and exceptions belong to the tokenizer."""

    lex_attr_getters: dict[int, Callable[[str], Any]] = {LIKE_NUM: like_num}  # noqa: RUF012
    syntax_iterators: dict[str, Callable[..., Any]] = {"noun_chunks": noun_chunks}  # noqa: RUF012


class FrenchNews(Language):  # type: ignore[no-untyped-call]
    """French with the defaults that the shipped weights need, quick to import."""

    lang = "fr"
    Defaults = FrenchNewsDefaults
