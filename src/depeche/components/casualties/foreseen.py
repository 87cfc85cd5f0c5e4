"""Dead that there might have been: « aurait pu faire dix morts », « a failli coûter la vie », « tuerait »."""

from __future__ import annotations

from functools import partial

from spacy.tokens import Token

from depeche.resources import word_set

_words = partial(word_set, "casualties", "grammar.toml", "foreseen")


def is_foreseen(token: Token) -> bool:
    """Whether the verb that tells a count tells what could have been or will be.

    « pourrait avoir fait dix morts », « aurait fait dix morts » and « il y aurait
    dix morts » tell a rumour of what happened.
    """
    while token.pos_ == "NOUN" and token.dep_ == "nmod":  # « des dizaines de morts »
        token = token.head
    verb = token.head if token.pos_ == "NOUN" and token.dep_ == "obj" else token
    if verb.pos_ != "VERB" or any(child.dep_.startswith("aux") for child in verb.children):
        return False
    if "VerbForm=Inf" not in verb.morph:
        return conditional(verb) and verb.lemma_.lower() not in _words("rumour")
    if verb.dep_ != "xcomp":
        return False
    modal = verb.head
    told = [modal, *(child for child in modal.children if child.dep_.startswith("aux"))]
    if modal.lemma_.lower() in _words("almost"):
        return True
    return modal.lemma_.lower() in _words("modal") and any(conditional(word) for word in told)


def conditional(verb: Token) -> bool:
    """« coûterait », which the parser may take for an imperfect: the ending stands on the infinitive."""
    return "Mood=Cnd" in verb.morph or verb.lower_ in {verb.lemma_.lower() + end for end in ("ait", "aient")}
