"""Those just told as the object of a verb that kills: « poignardait deux policières avant de les achever ».

Who was wounded and then finished off is dead alone; who was taken away and then killed is both.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from spacy.tokens import Doc, Token

from depeche.components.casualties.counted import Counted
from depeche.components.casualties.elsewhere import Found
from depeche.components.casualties.predicates import Predicate
from depeche.components.casualties.voice import is_passive
from depeche.components.lemma_patterns import plain
from depeche.components.negation import negated
from depeche.resources import word_set

_words = partial(word_set, "casualties", "grammar.toml", "clitics")
RULE = "casualty.clitic"
REACH = 30  # tokens between those told and the pronoun


def finished_off(
    doc: Doc, predicates: Sequence[Predicate], phrases: Sequence[Counted], told: Sequence[Found]
) -> list[Found]:
    """The tolls of a doc, with those whom a pronoun takes up as the victims of a verb that kills."""
    result = list(told)
    for predicate in predicates:
        verb = doc[predicate.start]
        if predicate.kind != "killed" or predicate.voice != "agent" or negated(verb):
            continue
        pronoun = _object(verb) or _subject(doc, predicate)
        person = None if pronoun is None else _told_last(doc, phrases, pronoun)
        if pronoun is None or person is None or not _meant(doc, verb, pronoun, person):
            continue
        before = [item for item in result if item[0].head == person.head]
        subject = pronoun.lower_ in _words("subjects")
        if any(item[1] == "killed" for item in before) or (subject and not before):
            continue
        result = [item for item in result if item not in before or item[1] != "injured"]
        phrase = Counted(pronoun.i, pronoun.i + 1, person.head, person.quantity, None, person.group)
        result.append((phrase, "killed", predicate.start, RULE))
    return sorted(result, key=lambda item: item[0].start)


def _object(verb: Token) -> Token | None:
    """« les achever », « l'a tué »: the clitic object of a verb."""
    forms = _words("many") | _words("one")
    return next(
        (
            child
            for child in verb.children
            if child.i < verb.i and child.pos_ == "PRON" and plain(child.text) in forms
        ),
        None,
    )


def _subject(doc: Doc, predicate: Predicate) -> Token | None:
    """« ils seront fusillés », with nobody told who does it."""
    verb = doc[predicate.start]
    if not is_passive(doc, predicate):
        return None
    if any(plain(token.text) in _words("agent") for child in verb.children for token in child.children):
        return None
    subjects = (child for child in verb.children if child.dep_.startswith("nsubj"))
    return next((child for child in subjects if child.lower_ in _words("subjects")), None)


def _meant(doc: Doc, verb: Token, pronoun: Token, person: Counted) -> bool:
    """Whether an object pronoun can mean a person: with the same doer as before, and of one gender.

    « Un homme a blessé une passante ; les policiers l'ont abattu » is said of the man.
    """
    if pronoun.lower_ in _words("subjects"):
        return True
    subjects = [child for child in verb.children if child.dep_.startswith("nsubj")]
    if any(child.lower_ not in _words("same") for child in subjects):
        return False
    genders = {*doc[person.head].morph.get("Gender", []), *_gender_of(verb, pronoun)}
    return len(genders) < 2


def _gender_of(verb: Token, pronoun: Token) -> list[str]:
    """The gender of an object pronoun: its own, or that of the participle that agrees with it."""
    told = plain(pronoun.text)
    if told in _words("masculine"):
        return ["Masc"]
    if told in _words("feminine"):
        return ["Fem"]
    return verb.morph.get("Gender", []) if "VerbForm=Part" in verb.morph else []


def _told_last(doc: Doc, phrases: Sequence[Counted], pronoun: Token) -> Counted | None:
    """Those counted last before a pronoun, in its sentence or the one before, if they agree in number."""
    sent = pronoun.sent
    since = doc[sent.start - 1].sent.start if sent.start else 0
    near = [p for p in phrases if max(since, pronoun.i - REACH) <= p.head < pronoun.i]
    if not near or near[-1].kind is not None or near[-1].ellipsis or near[-1].group is None:
        return None
    last = near[-1]
    one = plain(pronoun.text) in _words("one")
    exact = last.quantity.rule not in ("some", "several", "none")
    subject = doc[last.head].dep_ == "nsubj" and plain(pronoun.text) not in _words("subjects")
    return last if exact and not subject and (last.quantity.value == 1) == one else None


__all__ = ["finished_off"]
