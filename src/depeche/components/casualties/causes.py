"""What made a word of harm no casualty of an act: nothing that wounds, or a natural death."""

from __future__ import annotations

from functools import partial

from spacy.tokens import Doc, Token

from depeche.components.casualties.predicates import Predicate
from depeche.components.lemma_patterns import plain
from depeche.resources import rules, word_set

_words = partial(word_set, "casualties", "grammar.toml", "touched")
FEW = 10  # who get away from a deed on one ride
REACH = 80  # tokens before a verb in which an act of violence lets it tell wounds


def wounds(doc: Doc, predicate: Predicate) -> bool:
    """Whether a verb tells wounds: « toucher » does by a weapon, on the body, or in an act of violence.

    « 16 000 clients ont été touchés par une coupure » tells none.
    """
    if predicate.form not in _words("verbs"):
        return True
    verb = doc[predicate.start]
    agents = [child for child in verb.children if _led_by(child)]
    if agents:
        told = {word.lemma_.lower() for agent in agents for word in (agent, *agent.conjuncts)}
        return not told.isdisjoint(_words("weapons"))
    if any(child.lemma_.lower() in _words("body") for child in verb.children):
        return True
    return any(
        span._.trigger.type in _words("acts") and span._.trigger.strength == "strong"
        for span in doc.spans.get("triggers", ())
        if verb.i - REACH <= span.start < verb.sent.end
    )


def on_the_run(doc: Doc, verb: int, count: int) -> bool:
    """« deux hommes ont fui à bord d'une moto »: a few who run from their deed are not driven out."""
    after = {plain(token.text) for token in doc[verb + 1 : verb + 5]}
    return count < FEW and not after.isdisjoint(word_set("casualties", "grammar.toml", "escape", "rides"))


def _led_by(token: Token) -> bool:
    return any(child.dep_ == "case" and plain(child.text) in _words("by") for child in token.children)


def natural(doc: Doc, predicate: int) -> bool:
    """« est mort à l'âge de 67 ans »: a death that the sentence puts down to age or illness, to no act."""
    sentence = doc[predicate].sent
    after = plain(doc[predicate : sentence.end].text)
    if not any(words in after for words in rules("casualties", "grammar.toml")["natural"]["after"]):
        return False
    triggers = doc.spans.get("triggers", ())
    inside = (span for span in triggers if sentence.start <= span.start < sentence.end)
    return not any(span._.trigger.strength == "strong" for span in inside)
