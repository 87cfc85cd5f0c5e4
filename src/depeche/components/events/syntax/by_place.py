"""Subjects and objects by their place in the clause, where the parse lost them."""

from __future__ import annotations

from spacy.tokens import Span, Token

from depeche.components.events.clauses import is_finite
from depeche.components.events.index import index_of, spans
from depeche.components.events.settings import phrases, words
from depeche.components.events.syntax.passive import coordinated, is_past
from depeche.components.events.syntax.subjects import phrase_start

_INSERTED = 30


def subject_by_place(trigger: Span) -> list[Token]:
    """The nearest actor left of a finite verb in its clause, where the parse found no subject."""
    doc = trigger.doc
    verb = doc[trigger._.trigger.head]
    if verb.lower_.endswith(phrases("roles", "participles", "present")):
        return []
    if verb.dep_ == "conj" and is_past(verb) and not is_finite(verb):
        return []  # « …, fait descendre les convoyeurs puis plastiqué »: it shares its auxiliary
    for span in reversed(spans(doc, "actors")):
        if span._.actor.bias == "thing":
            continue
        if trigger.sent.start <= span.start and span.end <= trigger.start and trigger.start - span.end <= 8:
            between = doc[span.end : trigger.start]
            if any(token.text in ";:.," or token.pos_ == "VERB" for token in between):
                return []
            led = span.start > trigger.sent.start and doc[span.start - 1].pos_ == "ADP"
            return (
                []
                if led and doc[span.start - 1].lower_ not in words("roles", "function", "of")
                else [doc[span._.actor.head]]
            )
    return []


def object_by_place(trigger: Span) -> list[Token]:
    """The noun phrase right of an active verb, with no preposition, where the parse found no object."""
    doc, sent = trigger.doc, trigger.sent
    for span in spans(doc, "actors"):
        if trigger.end <= span.start < min(sent.end, trigger.end + 10):
            before = doc[trigger.end : span.start]
            if any(token.text in ";:." or token.pos_ == "VERB" for token in before):
                return []
            close = doc[max(trigger.end, span.start - 2) : span.start]
            led = [token.lower_ for token in close if token.pos_ == "ADP" and not _partitive(trigger, token)]
            allowed = takes(trigger) and words("roles", "takes", "prepositions").issuperset(led)
            return coordinated(doc[span._.actor.head]) if not led or allowed else _past_insertion(trigger)
    return _past_insertion(trigger)


def _past_insertion(trigger: Span) -> list[Token]:
    """« ont abattu d'une balle, à Faladié, au sud de Bamako, un commerçant »: the object behind an insertion.

    It stands behind a comma with no preposition, an indefinite article or a number before it; a definite one
    is rather an apposition, or the subject of the next clause.
    """
    doc, commas = trigger.doc, 0
    for token in doc[trigger.end : min(trigger.sent.end, trigger.end + _INSERTED)]:
        if token.text in ";:.(" or (token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in token.morph):
            return []
        commas += token.text == ","
        if token.text != "," or commas < 2:
            continue
        start = token.i + 1
        near = index_of(doc).within("actors", start, min(start + 4, trigger.sent.end))
        indefinite = doc[start].lower_ in words("roles", "takes", "partitive")  # « des hangars »
        if not near or phrase_start(doc, near[0].start, start + indefinite) != start + indefinite:
            continue
        if near[0].start == start:
            continue
        head = doc[near[0]._.actor.head]
        definite = "Definite=Def" in doc[start].morph and not indefinite
        if not definite and head.dep_ not in ("nsubj", "nsubj:pass"):
            return coordinated(head)
    return []


def dated(trigger: Span, token: Token) -> bool:
    """« ont attaqué mardi des fidèles »: the day beside the verb is no object, whatever the parse says."""
    dates = index_of(trigger.doc).within("dates", trigger.start, trigger.end + 3)
    return any(date.start <= token.i < date.end for date in dates)


def _partitive(trigger: Span, token: Token) -> bool:
    """« ont attaqué mardi des fidèles »: « des » after the verb or its date is an article."""
    before = token.i == trigger.end or (token.i > 0 and dated(trigger, token.nbor(-1)))
    return before and token.lower_ in words("roles", "takes", "partitive")


def inside_complement(child: Token, trigger: Span) -> bool:
    """The complement of a verb that takes one (« s'en prendre à », « tirer sur »)."""
    cases = [mark for mark in child.children if mark.dep_ == "case"]
    if trigger._.trigger.form.endswith(phrases("roles", "takes", "endings")):  # not « … à deux dans un café »
        led = trigger._.trigger.form.split()[-1]
        return not cases or led in (cases[0].lower_, cases[0].lemma_.lower())
    marks = words("roles", "takes", "marks")
    return takes(trigger) and any(mark.lower_ in marks for mark in cases)


def takes(trigger: Span) -> bool:
    """An entry whose target comes with a preposition."""
    return trigger._.trigger.form in words("roles", "takes", "forms")
