"""Tolls that no longer hold: first ones, figures since revised, and what is added to a toll."""

from __future__ import annotations

import re
from functools import cache, partial

from spacy.tokens import Doc

from depeche.components.casualties.counted import Counted
from depeche.components.lemma_patterns import fold_agreement, plain
from depeche.resources import alternation, word_set

_PATH = ("casualties", "scope.toml", "earlier_toll")
_any = partial(alternation, *_PATH)
_words = partial(word_set, *_PATH)


@cache
def _phrases(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any(key)}(?!\w)")


@cache
def _increments() -> frozenset[str]:
    return frozenset(map(fold_agreement, _words("increments")))


def is_earlier_toll(doc: Doc, phrase: Counted) -> bool:
    """« un premier bilan faisait état de sept morts », « dix nouveaux corps »: a figure replaced."""
    sent = doc[phrase.head].sent
    if any(fold_agreement(token.text) in _increments() for token in doc[phrase.start : phrase.end + 1]):
        return True
    start = sent.start
    for position in range(phrase.start - 1, sent.start - 1, -1):
        if doc[position].text in (";", ":"):
            start = position + 1
            break
    end = _clause_end(doc, phrase.end, sent.end)
    if end < sent.end and "d'abord" in plain(doc[end : end + 5].text):
        end = _clause_end(doc, end + 1, sent.end)  # « Quinze morts, avait d'abord clamé la télévision »
    if _once_said().search(plain(doc[start : phrase.start].text)):
        return True
    earlier = _phrases("clause").search(plain(doc[start:end].text))
    if earlier is not None:
        told = plain(doc[start : phrase.start].text)[earlier.end() :]
        return _phrases("since").search(told) is None
    return bool(_set_aside().search(plain(doc[start : sent.end].text)))


def _clause_end(doc: Doc, start: int, end: int) -> int:
    return next((token.i for token in doc[start:end] if token.text in ";,:"), end)


@cache
def _once_said() -> re.Pattern[str]:
    """« Le ministre, qui parlait lundi de 22 tués »: a relative in the imperfect, said before."""
    verbs = alternation(*_PATH, "said")
    return re.compile(rf", qui (?:ne |n'|en |n'en )?{verbs}\b[^,;]*$")


@cache
def _set_aside() -> re.Pattern[str]:
    """« un bilan de cinq morts a été revu à la baisse »: the figure that no longer holds."""
    tolls, revised = _any("tolls"), _any("revised")
    return re.compile(
        rf"\b{tolls} (?:d[e'] ?)[^;:]*\b(?:a|avait|est|était)(?: ensuite| depuis)? (?:été )?{revised}"
        r"(?!.* à \d)"
    )
