"""Counts that a word of harm stands beside and that no act harmed: fugitives, travellers, patients moved.

« Le tireur est toujours recherché » tells nobody missing, « 500 touristes ont franchi la frontière » nobody
driven out.
"""

from __future__ import annotations

from functools import partial

from spacy.tokens import Doc, Token

from depeche.components.casualties.causes import natural, near, on_the_run
from depeche.components.casualties.elsewhere import Found
from depeche.components.casualties.series import GONE, STAYED, few_or_fighters
from depeche.components.lemma_patterns import plain
from depeche.resources import word_set

_words = partial(word_set, "casualties", "grammar.toml", "unharmed")
_escape = partial(word_set, "casualties", "grammar.toml", "escape")
_asked = partial(word_set, "casualties", "grammar.toml", "asked")
_attackers = partial(word_set, "casualties", "grammar.toml", "attackers")


def unharmed(doc: Doc, found: Found) -> bool:
    """Whether what was found of a count is no harm done to it."""
    phrase, kind, verb, rule = found
    form = rule.rsplit(".", 1)[-1]
    told = doc[phrase.head].lemma_.lower()
    if kind == "displaced":
        return on_the_run(doc, verb, phrase) or (form in _words("moving") and told in _words("travellers"))
    if kind == "missing":
        return form in _words("hunted") and _wanted(doc, found)
    if kind == "injured":
        return told in _words("in_care") and doc[verb].lemma_ in _words("carried")
    if kind != "killed":
        return False
    if form in (STAYED, GONE) and not few_or_fighters(phrase):
        return True
    if form == GONE and phrase.quantity.value == 1 and phrase.group in (None, "unspecified", "civilian"):
        return True  # « le ministre n'en est pas revenu »: he is amazed
    if form in _words("sweeping") and any(words in plain(doc[verb].sent.text) for words in _words("tumbles")):
        return True
    watched = rule.startswith("casualty.left") and _led_by(doc[phrase.head], _words("before"))
    return watched or (phrase.quantity.value == 1 and natural(doc, verb))


def asked(noun: Token) -> bool:
    """« on ignore s'il y a des victimes »: what nobody knows yet befell nobody so far."""
    for token in (noun, *noun.ancestors):
        marks = (child for child in token.children if child.dep_ == "mark")
        if any(plain(mark.text) in _asked("whether") and mark.i < noun.i for mark in marks):
            return token.head.i < token.i and token.head.lemma_ in _asked("verbs")
    return False


def _wanted(doc: Doc, found: Found) -> bool:
    """« trois complices sont toujours recherchés », « recherchés par la police » after no disaster."""
    phrase, _, verb, _ = found
    if phrase.group == "militant" or doc[phrase.head].lemma_.lower() in _escape("inmates"):
        return True
    forces = {
        span._.actor.head
        for span in doc.spans.get("actors", ())
        if span._.actor.group in _attackers("forces")
    }
    token = doc[verb].head if doc[verb].pos_ == "AUX" else doc[verb]
    by_forces = any(child.i in forces and child.i != phrase.head for child in token.children)
    return by_forces and not near(doc, verb, _words("rescued"), weak=True)


def _led_by(noun: Token, words: frozenset[str]) -> bool:
    return any(child.dep_ == "case" and child.lower_ in words for child in noun.children)


__all__ = ["asked", "unharmed"]
