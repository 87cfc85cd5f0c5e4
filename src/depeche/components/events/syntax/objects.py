"""Objects of a verb that stand elsewhere than behind it: before « que », or behind the next verb."""

from __future__ import annotations

from spacy.tokens import Token

from depeche.components.events.index import index_of
from depeche.components.events.settings import words
from depeche.components.events.syntax.passive import coordinated, is_passive_verb


def moved_objects(verb: Token) -> list[Token]:
    """The object that a verb has none of its own for, by a relative or by what it shares."""
    return _before_que(verb) or _of_next_verb(verb)


def _before_que(verb: Token) -> list[Token]:
    """« c'est une mosquée qu'un drone a visée », « un convoi que les rebelles ont attaqué ».

    The noun stands just before « que », or before its comma; the verbs of saying stand there otherwise.
    « une pharmacie puis un marché que l'armée a frappés »: a participle in the plural takes both.
    """
    if is_passive_verb(verb):
        return []
    doc, first = verb.doc, verb.sent.start
    for index in range(verb.i - 1, first, -1):
        token = doc[index]
        if token.lower_ in words("roles", "function", "object_relative"):
            break
        if token.text in ";:." or (token.pos_ == "VERB" and token.head != verb):
            return []
    else:
        return []
    noun_end = index - (doc[index - 1].text == ",")
    near = index_of(doc).within("actors", max(first, noun_end - 8), noun_end)
    if not near or near[-1].end != noun_end:
        return []
    noun = doc[near[-1]._.actor.head]
    if noun.dep_ == "conj" and "Number=Sing" in noun.morph and "Number=Plur" in verb.morph:
        return coordinated(noun.head)
    hung = verb.head in (noun, noun.head) or verb.head.i in range(near[-1].start, near[-1].end)
    return [noun] if hung else []


def _of_next_verb(verb: Token) -> list[Token]:
    """« ont attaqué, pillé puis incendié un dispensaire »: the object of the last is that of each."""
    siblings = [*verb.children, *(verb.head.children if verb.dep_ == "conj" else ())]
    for other in siblings:
        if other.dep_ != "conj" or other.pos_ != "VERB" or other.i <= verb.i:
            continue
        between = verb.doc[verb.i + 1 : other.i]
        if any(token.pos_ in ("NOUN", "PROPN", "PRON", "AUX") for token in between):
            continue
        found = [obj for child in other.children if child.dep_ == "obj" for obj in coordinated(child)]
        return found or _of_next_verb(other)
    return []
