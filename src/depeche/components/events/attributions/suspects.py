"""Whom police, courts and their own words name as authors: charged, tried, confessing, called the suspect."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from depeche.components.events.index import index_of
from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import words
from depeche.components.events.syntax.passive import coordinated, is_passive_verb
from depeche.components.events.syntax.subjects import actor_at, verb_subjects
from depeche.components.lemma_patterns import plain
from depeche.components.negation import negated
from depeche.components.qualifiers import UNREAL
from depeche.records import EventType

_NAMED = 7  # tokens between « identifié » and « comme »
ANSWERS: frozenset[EventType] = frozenset({"arrest", "protest"})  # what an act told beside it brought about
_ABOUT = 5  # tokens between a protest's « dénoncer » and the act
REACH = 12  # tokens between the charge and the act
SENTENCED = 22  # with the sentence and the court between: « à trente ans de prison par la cour d'assises »
_ACTS: frozenset[EventType] = frozenset(
    {"killing", "armed_attack", "explosion", "suicide_bombing", "abduction", "ambush", "looting", "shelling"}
)


def suspects(sent: Span) -> Iterator[RoleFiller]:
    """« X a été inculpé pour l'assassinat », « X a avoué le meurtre », « X est le suspect de l'attaque »."""
    lemmas = index_of(sent.doc).lemmas(sent)
    if not lemmas.isdisjoint(words("suspects", "charged", "verbs") | words("suspects", "owning", "verbs")):
        for token in sent:
            for person in _answering(token):
                yield from _author(person, "accused.court")
    if not lemmas.isdisjoint(words("roles", "identity", "attackers")):
        for token in sent:
            if token.lemma_.lower() in words("roles", "identity", "attackers") and _act_after(token):
                for person in _equated(token):
                    yield from _author(person, "role.identified")


def _answering(verb: Token) -> list[Token]:
    """Those charged by a verb, or who own to the act themselves; none when no act of violence follows it."""
    lemma = verb.lemma_.lower()
    owning = lemma in words("suspects", "owning", "verbs")
    if verb.pos_ != "VERB" or not (owning or lemma in words("suspects", "charged", "verbs")):
        return []
    if not _act_after(verb) or negated(verb):
        return []
    follow = {plain(token.text) for token in verb.doc[verb.i + 1 : verb.i + 4]}
    needed = words("suspects", "charged", "light")
    if lemma in needed and follow.isdisjoint(words("suspects", "charged", "complements")):
        return []
    if owning:
        return verb_subjects(verb)
    if is_passive_verb(verb):
        return coordinated(verb.head) if verb.dep_ in ("acl", "amod") else verb_subjects(verb)
    return [child for child in verb.children if child.dep_ == "obj"]


def _act_after(token: Token) -> bool:
    """An act of violence told right after a token in its sentence."""
    acts = index_of(token.doc).within("triggers", token.i + 1, min(token.sent.end, token.i + SENTENCED))
    return any(
        act._.trigger.type in _ACTS
        and act._.trigger.strength in ("strong", "toll")
        and not act._.qualifiers & UNREAL
        and (act.start < token.i + REACH or _charged_with(token, act))
        for act in acts
    )


def _charged_with(verb: Token, act: Span) -> bool:
    """« condamné lundi à trente ans de prison par la cour d'assises pour le meurtre »: by « pour »."""
    head = act.doc[act._.trigger.head]
    led = any(child.lower_ in words("suspects", "answering", "leads") for child in head.lefts)
    return led and head.head.i >= verb.i and not any(t.text == "," for t in act.doc[verb.i : act.start])


def answers_for(first: Span, second: Span) -> bool:
    """« a arrêté lundi un homme soupçonné du meurtre »: the arrest and the act it is for are two.

    So are a protest and what it denounces. The day and the place told are those of the arrest or the protest.
    """
    pair = {span._.trigger.type in ANSWERS: span for span in (first, second)}
    arrest, act = pair.get(True), pair.get(False)
    if arrest is None or act is None or act._.trigger.type not in _ACTS:
        return False
    if arrest._.trigger.type == "protest":
        return arrest.start < act.start and _denounced(act)
    start = max(act.sent.start, act.start - REACH)
    if arrest.start < act.start:
        start = max(start, arrest.end)
    told = act.doc[start : act.start]
    if any(token.lemma_.lower() in words("suspects", "answering", "lemmas") for token in told):
        return True
    leads = words("suspects", "answering", "leads")
    if arrest._.trigger.form in words("suspects", "charged", "verbs"):
        leads |= words("suspects", "charged", "leads")  # « inculpé jeudi de meurtre »
    for token in reversed(told if arrest.start < act.start else ()):
        if token.lower_ in leads:
            return True
        if token.pos_ in ("NOUN", "PROPN", "VERB", "PUNCT"):
            return False
    return False


def _denounced(act: Span) -> bool:
    """« ont manifesté pour dénoncer le massacre »: what a protest is about."""
    if act._.trigger.pos != "N":
        return False
    for token in reversed(act.doc[max(act.sent.start, act.start - _ABOUT) : act.start]):
        if token.lemma_.lower() in words("suspects", "denouncing", "lemmas"):
            return True
        if token.pos_ in ("NOUN", "PROPN", "PUNCT"):
            return False
    return False


def _equated(noun: Token) -> list[Token]:
    """« X est le suspect », « X a été identifié comme l'auteur »: the person whom the noun is said of."""
    if any(child.dep_ == "cop" for child in noun.children):
        return [child for child in noun.children if child.dep_ == "nsubj"]
    if not any(plain(child.text) in words("suspects", "naming", "led") for child in noun.children):
        return []
    for verb in reversed(noun.doc[max(noun.sent.start, noun.i - _NAMED) : noun.i]):
        if verb.lemma_.lower() in words("suspects", "naming", "verbs") and is_passive_verb(verb):
            return verb_subjects(verb)
    return []


def _author(token: Token, rule: str) -> Iterator[RoleFiller]:
    span = actor_at(token.doc, token)
    if span is None:
        return
    actor = span._.actor
    tried = rule == "accused.court" and (actor.unit == "person" or actor.bias == "perp")
    if actor.rule in ("actor.person", "actor.people") or tried:  # « trois miliciens Nyatura condamnés pour »
        yield RoleFiller("perpetrator", span, actor, rule, 0.8)
