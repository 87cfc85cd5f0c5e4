"""`depeche_numbers`: counts as digits, words and collectives, with the bounds that their modifiers open.

Writes `doc.spans["numbers"]` and `span._.number` (values.numbers.Quantity). A span covers the modifier and
the number (« au moins 16 », « entre 40 et 85 », « une trentaine »), without the noun counted. The articles
« un » and « des » alone are left to the casualties, which know whether a victim follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from depeche import extensions  # noqa: F401
from depeche.components.lemma_patterns import plain
from depeche.components.number_words import Lexicon, base_number
from depeche.resources import lexicon
from depeche.values.numbers import Quantity

Match = tuple[int, int, Quantity]
WIDEST = 20  # a range whose ends are further apart, as a ratio, is no range: « de 2 à 2024 »


@cache
def number_lexicon() -> Lexicon:
    """The words of `data/numbers/words.csv`, by role."""
    return Lexicon.from_rows(lexicon("numbers", "words.csv", columns=("word", "role", "value")))


def _phrase_at(words: list[str], start: int, phrases: frozenset[tuple[str, ...]], longest: int) -> int:
    """Length of the longest phrase that starts at `start`, 0 when none does."""
    for length in range(min(longest, len(words) - start), 0, -1):
        if tuple(words[start : start + length]) in phrases:
            return length
    return 0


def _phrase_before(words: list[str], end: int, phrases: frozenset[tuple[str, ...]], longest: int) -> int:
    """Length of the longest phrase that ends just before `end`, 0 when none does."""
    for length in range(min(longest, end), 0, -1):
        if tuple(words[end - length : end]) in phrases:
            return length
    return 0


def _range_end(
    words: list[str], start: int, end: int, low: Quantity, lex: Lexicon
) -> tuple[int, Quantity] | None:
    """« 40 à 85 », « entre 40 et 85 », « 43, peut-être 44 »: the second number's end, the joint quantity."""
    between = start > 0 and words[start - 1] == "entre"
    if between and end < len(words) and words[end] == "et":
        gap = 1
    else:
        gap = _phrase_at(words, end, lex.phrases["range_in"], 3)
    if not gap:
        return None
    second = base_number(words, end + gap, lex)
    if second is None:
        return None
    last, high = second
    if low.high is None or high.high is None or not low.value < high.value <= WIDEST * max(low.value, 5):
        return None
    approximate = low.approximate or high.approximate
    return last, Quantity(low=low.low, high=high.high, approximate=approximate, rule="range")


def _bounded(words: list[str], start: int, end: int, value: Quantity, lex: Lexicon, free: int) -> Match:
    """Widen a number by the modifiers before and after it, and open the bound that they open.

    `free` is the end of the count before: « au moins » behind that one is not this one's.
    """
    for role in ("low", "high", "approx"):
        before = _phrase_before(words, start, lex.phrases[role], 4)
        if before and start - before >= free:
            return start - before, end, _modified(value, role)
    for role in ("post_low", "post_approx"):
        after = _phrase_at(words, end, lex.phrases[role], 2)
        if after:
            return start, end + after, _modified(value, role.removeprefix("post_"))
    return start, end, value


def _modified(value: Quantity, role: str) -> Quantity:
    if role == "low":
        return Quantity(low=value.low if value.low is not None else value.high, high=None, rule="at_least")
    if role == "high":
        return Quantity(low=None, high=value.high if value.high is not None else value.low, rule="at_most")
    return value.model_copy(update={"approximate": True, "rule": "about"})


def match_numbers(words: list[str]) -> Iterator[Match]:
    """Counts in lower-case words: (first word, end word, quantity), left to right, without overlap.

    >>> list(match_numbers("au moins 16 morts et une trentaine de blessés".split()))[0][2].low
    16
    """
    lex = number_lexicon()
    index = free = 0
    while index < len(words):
        found = base_number(words, index, lex)
        if found is None:
            index += 1
            continue
        end, value = found
        ranged = _range_end(words, index, end, value, lex)
        if ranged is not None:
            end, value = ranged
            start = index - 1 if index > free and words[index - 1] == "entre" else index
            yield start, end, value
        else:
            start, stop, value = _bounded(words, index, end, value, lex, free)
            end = stop
            yield start, stop, value
        index = free = max(end, index + 1)


def set_annotations(doc: Doc, matches: list[Match]) -> None:
    """Write the matches into the doc; the only place that does."""
    spans = []
    for start, end, value in matches:
        span = Span(doc, start, end, label="NUMBER")
        span._.number = value
        spans.append(span)
    doc.spans["numbers"] = spans


@Language.component("depeche_numbers", assigns=["doc.spans", "span._.number"], requires=[], retokenizes=False)
def depeche_numbers(doc: Doc) -> Doc:
    """Find the counts of a doc."""
    words = [plain(token.text) for token in doc]
    for index in range(1, len(words)):
        if words[index] == "sept." and not words[index - 1].isdigit():
            words[index] = "sept"  # « n'en admet que sept. », no month
    set_annotations(doc, list(match_numbers(words)))
    return doc
