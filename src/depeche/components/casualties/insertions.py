"""What may stand between a count and what befell the counted: circumstances, sources, commas."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc

from depeche.components.lemma_patterns import plain
from depeche.resources import word_set

_CLAUSE_BREAK = frozenset(";:.!?")


def open_between(doc: Doc, start: int, end: int, *, commas: int = 1) -> bool:
    """No clause break in between, and not more commas than allowed."""
    seen = 0
    for token in doc[start:end]:
        if token.text in _CLAUSE_BREAK or token.is_space:
            return False
        if token.text == ",":
            seen += 1
    return seen <= commas


def adverbial(doc: Doc, end: int) -> frozenset[int]:
    """Tokens before a count that say when, where or who says: « a tué mardi, selon lui, vingt civils »."""
    start = doc[end].sent.start if end < len(doc) else 0
    inside = {
        index
        for key in ("dates", "places", "times")
        for span in doc.spans.get(key, ())
        if start <= span.start < end
        for index in range(span.start, span.end)
    }
    inside.update(_set_off(doc, start, end))
    for index in range(start, end):
        if plain(doc[index].text) in word_set("casualties", "grammar.toml", "attachment", "sources"):
            while index < end and doc[index].text != ",":
                inside.add(index)
                index += 1
    return frozenset(inside)


def _set_off(doc: Doc, start: int, end: int) -> Iterator[int]:
    """« a enlevé, dans cette commune, dix personnes »: a circumstance that two commas set off."""
    commas = [index for index in range(start, end) if doc[index].text == ","]
    for first, last in pairwise(commas):
        words = doc[first + 1 : last]
        if words and words[0].pos_ == "ADP" and all(word.pos_ not in ("VERB", "NUM") for word in words):
            yield from range(first + 1, last)
