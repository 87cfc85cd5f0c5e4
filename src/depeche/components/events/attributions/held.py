"""Whom a verb and a noun beside it accuse: « rend X responsable », « tient X pour l'auteur ».

The accused is the object, the noun that « que » or a participle takes up, or a pronoun for the group told
before (« l'armée l'en rend responsable », « des habitants les accusent d'avoir tué les bergers »).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from depeche.components.events.attributions.attribution import may_act
from depeche.components.events.attributions.blame import group_before, of_act, taken_up
from depeche.components.events.index import index_of
from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import phrases, words
from depeche.components.events.syntax.passive import is_passive_verb
from depeche.components.events.syntax.subjects import actor_at
from depeche.components.lemma_patterns import plain
from depeche.components.negation import negated

_NOUN = 8  # tokens between the verb and the noun of the fault


def held(sent: Span) -> Iterator[RoleFiller]:
    """Those held responsible of the act told."""
    verbs = words("attribution", "held", "verbs") | words("attribution", "held", "idiomatic")
    accusing = words("attribution", "blame", "accusing")
    if index_of(sent.doc).lemmas(sent).isdisjoint(verbs | accusing):
        return
    for verb in sent:
        lemma = verb.lemma_.lower()
        if verb.pos_ != "VERB" or lemma not in verbs | accusing or negated(verb):
            continue
        pronoun = _takes_up(verb)
        if lemma in accusing:
            span = (
                group_before(verb) if pronoun and of_act(verb.doc, verb.i + 1, sent.end, told=True) else None
            )
        else:
            end = _fault_end(verb)
            span = (
                None if end is None or not of_act(verb.doc, end, sent.end) else _blamed(verb, pronoun=pronoun)
            )
        if span is not None and (may_act(span) or _person(verb, span)):
            yield RoleFiller("perpetrator", span, span._.actor, f"accused.held.{lemma}", 0.8)


def _person(verb: Token, span: Span) -> bool:
    """« tient X pour l'un des organisateurs »: a man by his name, held for more than being in charge."""
    after = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 2 * _NOUN)]
    doers = words("attribution", "held", "doers")
    return bool(span._.actor.rule == "actor.person" and any(token.lemma_.lower() in doers for token in after))


def _takes_up(verb: Token) -> bool:
    """« les accusent », « l'en rend responsable »: an object pronoun before the verb."""
    return any(
        child.pos_ == "PRON"
        and child.i < verb.i
        and plain(child.text) in words("roles", "function", "object_pronouns")
        for child in verb.children
    )


def _fault_end(verb: Token) -> int | None:
    """The token after « responsable », « pour l'auteur », « en cause », « du doigt »; None without it."""
    doc = verb.doc
    after = doc[verb.i + 1 : min(verb.sent.end, verb.i + 2 * _NOUN)]
    if verb.lemma_.lower() in words("attribution", "held", "idiomatic"):
        told = plain(after.text)
        return verb.i + 3 if told.startswith(phrases("attribution", "held", "idioms")) else None
    for token in after:
        if token.text in ";:.," or token.pos_ == "AUX":
            return None
        if token.lemma_.lower() in words("attribution", "held", "faults"):
            return int(token.i) + 1
    return None


def _blamed(verb: Token, *, pronoun: bool) -> Span | None:
    """The object, or whom « que », a participle or a pronoun takes up."""
    if pronoun:
        return group_before(verb)
    taken = taken_up(verb)
    if taken is not None:
        return actor_at(verb.doc, taken)
    if is_passive_verb(verb):
        return None  # « le M23 est tenu pour responsable »: its words tell it
    objects = (child for child in verb.children if child.dep_ == "obj")
    return next((span for child in objects if (span := actor_at(verb.doc, child)) is not None), None)
