"""The final value of a count in its sentence: revisions, negation, and definite singulars."""

from __future__ import annotations

import re
from functools import cache, partial

from spacy.tokens import Doc

from depeche.components.casualties.counted import Counted
from depeche.components.lemma_patterns import fold_word, plain
from depeche.resources import alternation, word_set
from depeche.values.numbers import Quantity

_PATH = ("casualties", "grammar.toml", "quantities")
_words = partial(word_set, *_PATH)


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(rf"{alternation(*_PATH, 'cues')}(?: {alternation(*_PATH, 'softeners')})?$")


@cache
def _asides() -> re.Pattern[str]:
    """« s'en tient, elle, à dix », « en compte désormais onze »: what says who or when inside the cue."""
    return re.compile(
        rf", ?{alternation(*_PATH, 'asides')} ?,|(?<=\w) {alternation(*_PATH, 'since')}(?=(?: (?:à|de|d'))?$)"
    )


def without_asides(text: str) -> str:
    """A folded text before a figure, what says who or when left out (« avance, lui, le chiffre de »)."""
    return _asides().sub("", text)


def toll_cue(doc: Doc, start: int) -> bool:
    """Whether the words before a number lead to a toll."""
    before = plain(doc[max(doc[start].sent.start, start - 8) : start].text)
    return bool(_cues().search(without_asides(before.replace("s'", ""))))


def free_number(doc: Doc, end: int) -> bool:
    """Whether a number stands alone, with no noun or unit of its own."""
    if end >= len(doc):
        return True
    token = doc[end]
    if any(span.start == end for span in doc.spans.get("dates", ())):
        return True  # « porté à au moins vingt et un lundi »
    if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "VERB"):
        return False
    return plain(token.text) not in _words("units")


def negated_zero(doc: Doc, phrase: Counted) -> Quantity | None:
    """« sans faire de victime », « n'a pas fait de blessé », « aucun mort », « ni mort ni blessé »."""
    if phrase.quantity.rule == "none":
        return phrase.quantity
    if phrase.quantity.rule not in ("some", "one"):
        return None
    sent = doc[phrase.head].sent
    window = [fold_word(token.text) for token in doc[max(sent.start, phrase.start - 6) : phrase.start + 1]]
    wider = [fold_word(token.text) for token in doc[max(sent.start, phrase.start - 9) : phrase.start]]
    if (
        "sans" in window
        or "ni" in window[-2:]
        or ("pas" in window and "ne" in wider and doc[phrase.start].lower_ != "des")
    ):
        return Quantity.exactly(0, rule="none")
    return None


def final_quantity(doc: Doc, phrase: Counted) -> Quantity | None:
    """The count after revision: « passant de 47 à 50 morts » is 50."""
    quantity = phrase.quantity
    if quantity.rule == "range" and (_passes(doc, phrase.start) or _raised(doc, phrase)):
        return Quantity.exactly(quantity.high, rule="revised") if quantity.high is not None else quantity
    return quantity


def _raised(doc: Doc, phrase: Counted) -> bool:
    """« De onze à quinze soldats tués : l'armée a revu le bilan à la hausse »."""
    text = doc[phrase.head].sent.text.lower()
    opened = phrase.start > 0 and doc[phrase.start - 1].lower_ == "de"
    return opened and any(words in text for words in _words("raised"))


def _passes(doc: Doc, start: int) -> bool:
    window = doc[max(0, start - 4) : start]
    return any(token.lower_ in _words("passing") for token in window)
