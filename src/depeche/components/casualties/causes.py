"""What made a word of harm no casualty of an act: nothing that wounds, or a natural death."""

from __future__ import annotations

from functools import cache, partial

from spacy.tokens import Doc, Token

from depeche.components.casualties.counted import Counted
from depeche.components.casualties.predicates import Predicate
from depeche.components.lemma_patterns import plain
from depeche.resources import rules, word_set

_words = partial(word_set, "casualties", "grammar.toml", "touched")
_within_words = partial(word_set, "casualties", "grammar.toml", "within")
_escape = partial(word_set, "casualties", "grammar.toml", "escape")
FEW = 10  # who get away from a deed on one ride
REACH = 80  # tokens before a verb in which an act of violence lets it tell wounds


def wounds(doc: Doc, predicate: Predicate) -> bool:
    """Whether a verb tells wounds: « toucher » does by a weapon, on the body, or in an act of violence.

    « 16 000 clients ont été touchés par une coupure » tells none.
    """
    before = doc[max(0, predicate.start - 3) : predicate.start]
    if predicate.kind == "killed" and any(plain(token.text) in _words("partly") for token in before):
        return False  # « partiellement enseveli »
    if (acts := _within().get(predicate.form)) is not None:
        swept = predicate.voice == "loss" and any(
            token.lemma_.lower() in _within_words("by_snow") for token in doc[predicate.start].sent
        )
        return not swept and near(doc, predicate.start, acts, weak=True)
    if (means := _means().get(predicate.form)) is not None:
        return any(token.lemma_.lower() in means for token in doc[predicate.start].sent)
    if predicate.form not in _words("verbs"):
        return True
    verb = doc[predicate.start]
    agents = [child for child in verb.children if _led_by(child)]
    if agents:
        told = {word.lemma_.lower() for agent in agents for word in (agent, *agent.conjuncts)}
        return not told.isdisjoint(_words("weapons"))
    if any(child.lemma_.lower() in _words("body") for child in verb.children):
        return True
    return near(doc, verb.i, _words("acts"))


@cache
def _within() -> dict[str, frozenset[str]]:
    """The verbs that tell a fate in some acts alone, with these acts."""
    told = rules("casualties", "grammar.toml")["within"]
    return {form: frozenset(acts) for form, acts in told.items() if form != "by_snow"}


@cache
def _means() -> dict[str, frozenset[str]]:
    """The verbs that tell wounds by some means alone, with these means."""
    return {form: frozenset(told) for form, told in rules("casualties", "grammar.toml")["means"].items()}


def near(doc: Doc, verb: int, acts: frozenset[str], *, weak: bool = False) -> bool:
    """Whether an act of such a type is told shortly before a verb, or in its sentence."""
    return any(
        span._.trigger.type in acts and (weak or span._.trigger.strength == "strong")
        for span in doc.spans.get("triggers", ())
        if verb - REACH <= span.start < doc[verb].sent.end
    )


def on_the_run(doc: Doc, verb: int, phrase: Counted) -> bool:
    """« deux hommes ont fui à bord d'une moto »: a few who run from their deed are not driven out.

    Nor are prisoners who escape, nor those whom an ambulance takes away (« trente blessés évacués »).
    """
    after = {plain(token.text) for token in doc[verb + 1 : verb + 5]}
    few = doc[verb].lemma_.lower() in _escape("few") or not after.isdisjoint(_escape("rides"))
    if doc[phrase.head].lemma_.lower() in _escape("inmates"):
        return True
    return (phrase.quantity.value < FEW and few) or not after.isdisjoint(_escape("care"))


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


def held_by(noun: Token) -> str | None:
    """« ont pris quatre otages », « ont fait vingt prisonniers »: what their verb makes of such nouns."""
    for kind, told in rules("casualties", "grammar.toml")["held"].items():
        if noun.lemma_.lower() in told["nouns"] and noun.dep_ == "obj" and noun.head.lemma_ in told["verbs"]:
            return str(kind)
    return None
