"""Acts that a sentence names and does not report: dead foreseen, a story, riots that a killing set off."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from depeche.components.casualties.foreseen import conditional, is_foreseen
from depeche.components.events.index import sentence_spans
from depeche.components.events.settings import words
from depeche.components.events.timing.dating import dated_itself, trigger_date


def imagined(span: Span) -> bool:
    """Whether an act is foreseen (« le séisme pourrait tuer ») or told by a work (« la série suit »)."""
    return _foreseen(span) or (_in_a_work(span) and not dated_itself(span))


def _foreseen(span: Span) -> bool:
    """« Une attaque coûterait la vie à des milliers de soldats »: its dead are those of a conditional.

    « pourrait avoir fait dix morts » and « aurait fait » tell a rumour of what happened; so may an act with
    a day or a relative of its own (« le séisme qui a frappé Lima pourrait faire »).
    """
    noun = span.doc[span._.trigger.head]
    verb = noun.head
    if span._.trigger.pos != "N" or not noun.dep_.startswith("nsubj") or not conditional(verb):
        return False
    if _of_a_day(span) or any(child.dep_ == "acl:relcl" for child in noun.children):
        return False
    clause = {token.i for token in verb.subtree}
    predicates = [told._.casualty.predicate for told in sentence_spans(span.sent, "casualties")]
    return any(index in clause and is_foreseen(span.doc[index]) for index in predicates)


def _of_a_day(span: Span) -> bool:
    date = trigger_date(span)
    return date is not None and date.span._.date.resolved.precision in ("day", "interval")


def _in_a_work(span: Span) -> bool:
    """« La série suit une brigade qui enquête sur l'assassinat de », « Dans ce roman, un tueur abat »."""
    head = span.doc[span._.trigger.head]
    for token in (head, *head.ancestors):
        if token != head and token.i < span.start and _is_work(token):
            return True
        if token.pos_ == "VERB" and _present(token) and any(_tells(child, span) for child in token.children):
            return True
    return False


def _tells(token: Token, span: Span) -> bool:
    """A work that is the subject of a verb, or what goes on in it."""
    if token.i > span.start or not _is_work(token):
        return False
    led = {child.lower_ for child in token.children if child.dep_ == "case"}
    inside = not led.isdisjoint(words("reference", "work", "led"))
    return token.dep_ == "nsubj" or (token.dep_.startswith("obl") and inside)


def _is_work(token: Token) -> bool:
    """« un roman », « un jeu vidéo », « la série », no « série d'attaques »."""
    noun = token.lemma_.lower()
    if noun in words("reference", "work", "nouns"):
        return True
    if noun in words("reference", "work", "alone") and not any(c.dep_ == "nmod" for c in token.children):
        return token.dep_ == "nsubj"
    parts = words("reference", "work", "second")
    told = noun in words("reference", "work", "first")
    return told and any(child.lemma_.lower() in parts for child in token.children)


def _present(verb: Token) -> bool:
    """« tue », « est tué par »: a story is told in the present."""
    finite = [verb, *(child for child in verb.children if child.dep_.startswith("aux"))]
    return not any(child.dep_ == "aux:tense" for child in finite) and any(
        "Tense=Pres" in token.morph and "Mood=Ind" in token.morph for token in finite
    )


def sparked(span: Span, acts: Sequence[Span], casualties: Sequence[Span]) -> bool:
    """« Le maire a été assassiné, provoquant des émeutes »: set off by the act told, elsewhere and later.

    With dead of their own they are told for themselves.
    """
    noun = span.doc[span._.trigger.head]
    if span._.trigger.type != "protest" or span._.trigger.pos != "N" or noun.dep_ != "obj":
        return False
    if noun.head.lemma_.lower() not in words("reference", "causing", "lemmas") or noun.head.i > noun.i:
        return False
    if any(casualty.start > span.start for casualty in casualties):
        return False
    return any(act._.trigger.type == "killing" and act.start < noun.head.i for act in acts)
