"""Infinitives that tell what was done: by a crowd, by turns, in the end."""

from __future__ import annotations

from functools import partial

from spacy.tokens import Token

from depeche.components.lemma_patterns import plain
from depeche.resources import word_set

_words = partial(word_set, "qualifiers", "grammar.toml", "factive")


def by_a_crowd(verb: Token) -> bool:
    """« ils étaient plusieurs centaines à défiler », « ils sont 3 000 à avoir manifesté »."""
    if verb.i == 0 or verb.doc[verb.i - 1].lower_ not in _words("to"):
        return False
    before = verb.doc[max(verb.sent.start, verb.i - 20) : verb.i - 1]
    counted = [t.i for t in before if t.like_num or t.lemma_.lower() in _words("crowd")]
    were = [
        t.i for t in before if t.lemma_ == "être" and "Mood=Ind" in t.morph and "Tense=Fut" not in t.morph
    ]
    return bool(counted and were) and were[-1] < counted[-1]


def by_turn(verb: Token) -> bool:
    """« c'était au tour d'un camion de tomber dans une embuscade »: it fell."""
    if verb.i == 0 or plain(verb.doc[verb.i - 1].text) not in _words("of"):
        return False
    before = verb.doc[max(verb.sent.start, verb.i - 14) : verb.i - 1]
    turns = [t.i for t in before if t.lower_ in _words("turn")]
    was = turns and verb.doc[turns[-1] - 1 : turns[-1]].text.lower() in _words("led")
    return bool(was) and any(
        t.lemma_ == "être" and "Mood=Ind" in t.morph and "Tense=Fut" not in t.morph and t.i < turns[-1]
        for t in before
    )


def was_needed(verb: Token) -> bool:
    """« il a fallu un mois pour les déloger »: done in the end."""
    before = [t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 16) : verb.i]]
    aimed = not _words("aim").isdisjoint(before[-3:])
    return aimed and not _words("needed").isdisjoint(before)
