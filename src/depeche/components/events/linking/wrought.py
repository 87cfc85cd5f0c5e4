"""Authors told by what their victims fell to: « sous les balles de X », « X a fait dix morts »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span, Token

from depeche.components.events.index import index_of
from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import phrases, words
from depeche.components.events.syntax.across import across, act_among
from depeche.components.events.syntax.subjects import actor_at, verb_subjects
from depeche.components.lemma_patterns import PatternIndex, doc_keys_cached

_NEAR = 3  # tokens between the cue and the actor


@cache
def _cues() -> PatternIndex[str]:
    return PatternIndex([(phrase, phrase) for phrase in phrases("roles", "wrought", "hands")])


def wrought(trigger: Span) -> Iterator[RoleFiller]:
    """The author of an act of violence by the hand or the arms that the sentence tells after it."""
    if trigger._.trigger.type in words("roles", "wrought", "peaceful"):
        return
    yield from _by_hand(trigger)
    if trigger._.trigger.frame == "victim":
        yield from _made(trigger)


def _by_hand(trigger: Span) -> Iterator[RoleFiller]:
    """« trois fidèles tombés sous les balles de X »: of the act told last before the cue."""
    doc, keys = trigger.doc, doc_keys_cached(trigger.doc)
    for index in range(trigger.start, trigger.sent.end):
        for end, _, _ in _cues().matches_at(keys, index):
            near = index_of(doc).within("actors", end, min(trigger.sent.end, end + _NEAR + 1))
            acts = index_of(doc).within("triggers", trigger.start, index + 1)
            if not near or acts[-1].start != trigger.start:
                continue
            if any(token.text in ";:" for token in doc[trigger.end : end]):
                return
            between = doc[end : near[0].start]
            actor = near[0]._.actor
            if any(token.pos_ in ("NOUN", "PROPN", "VERB", "PUNCT", "ADP") for token in between):
                continue
            if actor.bias not in ("thing", "count"):
                yield RoleFiller("perpetrator", near[0], actor, "role.wrought.hand", 0.9)


def _made(trigger: Span) -> Iterator[RoleFiller]:
    """« trois hommes ont surgi et fait neuf morts »: who made the dead, when men did and no thing."""
    noun: Token = trigger.doc[trigger._.trigger.head]
    while noun.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
    verb = noun.head
    if noun.dep_ != "obj" or verb.lemma_.lower() not in words("roles", "wrought", "making"):
        return
    subjects = verb_subjects(verb)
    if act_among(subjects):
        return
    if not any(actor_at(trigger.doc, token) for token in subjects):
        subjects = across(verb)
    for token in subjects:
        span = actor_at(trigger.doc, token)
        if span is not None and span._.actor.unit == "person" and span._.actor.bias != "count":
            yield RoleFiller("perpetrator", span, span._.actor, "role.wrought.toll", 0.8)
