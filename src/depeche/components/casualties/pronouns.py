"""Somebody taken up by a pronoun: « Un motard a heurté un arbre. Il est décédé à l'hôpital. »"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from spacy.tokens import Doc, Span, Token

from depeche.components.casualties.attachment import governs
from depeche.components.casualties.causes import natural
from depeche.components.casualties.counted import Counted
from depeche.components.casualties.elsewhere import Found
from depeche.components.casualties.predicates import Predicate
from depeche.components.lemma_patterns import plain
from depeche.components.negation import negated
from depeche.records import VictimGroup
from depeche.resources import word_set

_words = partial(word_set, "casualties", "grammar.toml", "pronouns")
RULE = "casualty.pronoun"
_LOST = ("missing", "abducted")
BACK = 2  # sentences between a person and the pronoun
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "ROOT"})


def taken_up(
    doc: Doc, predicates: Sequence[Predicate], phrases: Sequence[Counted], told: Sequence[Found]
) -> list[Found]:
    """The tolls of a doc, with what befell a person told some words before by a pronoun.

    Who was wounded and « est décédé » is dead alone; what was said of the person before is not said again.
    """
    acts = {span._.trigger.head for span in doc.spans.get("triggers", ()) if span._.trigger.pos == "N"}
    persons = [p for p in phrases if _one_person(doc, p) and not _speaks_of(doc[p.head], acts)]
    result = list(told)
    for pronoun, kind, predicate in sorted({*_subjects(doc, predicates), *_states(doc)}):
        person = _antecedent(doc, persons, doc[pronoun])
        if person is None:
            continue
        before = [item for item in result if item[0].head == person.head]
        body = kind == "killed" and plain(doc[pronoun].text) in _words("possessives")
        if body and not any(item[1] in _LOST for item in before):
            continue  # « son corps » of somebody lost
        if any(item[1] in (kind, "killed") for item in before) or _another_hurt(doc, result, person, pronoun):
            continue
        result = [item for item in result if item not in before or kind != "killed"]
        group: VictimGroup = "militant" if _attacks(doc, person) else person.group or "unspecified"
        phrase = Counted(pronoun, pronoun + 1, person.head, person.quantity, None, group, definite=True)
        result.append((phrase, kind, predicate, RULE))
    return sorted(result, key=lambda item: item[0].start)


def taken_up_together(
    doc: Doc, predicates: Sequence[Predicate], phrases: Sequence[Counted], told: Sequence[Found]
) -> list[Found]:
    """« Le bus transportait neuf ouvriers. Tous sont morts. »: all of those counted in the sentence before.

    They must be the only ones counted there, and nothing told of them yet.
    """
    result = list(told)
    for predicate in predicates:
        sent = doc[predicate.start].sent
        subjects = (t for t in doc[sent.start : predicate.start] if plain(t.text) in _words("all"))
        pronoun = next((token for token in subjects if _suffers(doc, predicate, token)), None)
        if pronoun is None or not sent.start or negated(doc[predicate.start]):
            continue
        before = doc[sent.start - 1].sent
        many = [p for p in phrases if before.start <= p.head < before.end and _many(p)]
        heads = {phrase.head for phrase, *_ in result}
        if len(many) == 1 and many[0].head not in heads:
            quantity = many[0].quantity
            phrase = Counted(pronoun.i, pronoun.i + 1, many[0].head, quantity, None, many[0].group)
            result.append((phrase, predicate.kind, predicate.start, RULE))
    return sorted(result, key=lambda item: item[0].start)


def _many(phrase: Counted) -> bool:
    """A count of several persons, of whose fate its noun tells nothing."""
    told = phrase.quantity.rule not in ("some", "several", "none")
    return told and phrase.quantity.value > 1 and phrase.kind is None and not phrase.ellipsis


def _another_hurt(doc: Doc, told: Sequence[Found], person: Counted, pronoun: int) -> bool:
    """« Un policier a été blessé. L'assaillant a fui. Il est mort »: the text does not tell who."""
    start = _before(doc, doc[pronoun].sent.start)[-1].start
    return any(
        start <= phrase.head < pronoun
        and phrase.head != person.head
        and phrase.quantity.value == 1
        and doc[phrase.head].sent.start != doc[person.head].sent.start
        and _agrees(doc, phrase, doc[pronoun])
        for phrase, *_ in told
    )


def _attacks(doc: Doc, person: Counted) -> bool:
    """« Un homme a ouvert le feu. Il a été abattu »: who attacks is a fighter, whatever he is called."""
    head = doc[person.head]
    verbs = {
        span._.trigger.head
        for span in doc.spans.get("triggers", ())
        if span._.trigger.frame == "agent" and span._.trigger.strength == "strong"
    }
    unnamed = person.group in (None, "unspecified")
    return unnamed and head.dep_ == "nsubj" and head.head.i in verbs


def _subjects(doc: Doc, predicates: Sequence[Predicate]) -> Iterator[tuple[int, str, int]]:
    """« il », « elle » that suffer a predicate: (pronoun, kind, predicate)."""
    for predicate in predicates:
        if predicate.kind not in ("killed", "injured") or negated(doc[predicate.start]):
            continue
        if predicate.kind == "killed" and natural(doc, predicate.start):
            continue
        for token in doc[doc[predicate.start].sent.start : predicate.start]:
            asked = token.i > 0 and plain(doc[token.i - 1].text) in _words("asked")  # « s'il a été tué »
            if plain(token.text) in _words("subjects") and not asked and _suffers(doc, predicate, token):
                yield token.i, predicate.kind, predicate.start


def _suffers(doc: Doc, predicate: Predicate, token: Token) -> bool:
    one = Counted(token.i, token.i + 1, token.i, None, None, None)  # type: ignore[arg-type]
    return governs(doc, predicate, one)


def _states(doc: Doc) -> Iterator[tuple[int, str, int]]:
    """« son pronostic vital est engagé », « ses jours … en danger »: wounded; « son corps »: dead."""
    for token in doc:
        if plain(token.text) not in _words("possessives") or token.i + 1 >= len(doc):
            continue
        noun = token.nbor(1)
        rest = {plain(one.text) for one in doc[noun.i + 1 : min(noun.sent.end, noun.i + 9)]}
        told = any(one.dep_.startswith("nsubj") for one in doc[token.sent.start : token.i])
        if not told and plain(noun.text) in _words("bodies"):
            yield token.i, "killed", noun.i
        if not told and plain(noun.text) in _words("lives") and not rest.isdisjoint(_words("danger")):
            yield token.i, "injured", noun.i


def _one_person(doc: Doc, phrase: Counted) -> bool:
    """A single human being who plays a part in the clause."""
    alone = phrase.quantity.low == phrase.quantity.high == 1 and not phrase.ellipsis
    return alone and phrase.kind is None and doc[phrase.head].dep_ in _ARGUMENTS


def _speaks_of(noun: Token, acts: Collection[int]) -> bool:
    """« Le ministre a condamné l'attaque »: who speaks of an act, or decides on it, is no victim of it."""
    subject = noun.dep_ == "nsubj"
    return subject and any(child.dep_ == "obj" and child.i in acts for child in noun.head.children)


def _antecedent(doc: Doc, persons: Sequence[Counted], pronoun: Token) -> Counted | None:
    """The person whom a pronoun takes up: the subject told last, or the only one of the gender."""
    start = pronoun.sent.start
    for sent in _before(doc, start):
        inside = [phrase for phrase in persons if sent.start <= phrase.head < sent.end]
        fitting = [phrase for phrase in inside if _agrees(doc, phrase, pronoun)]
        subjects = [phrase for phrase in fitting if doc[phrase.head].dep_.startswith("nsubj")]
        if len(fitting) == 1:
            return fitting[0]
        if len(subjects) == 1 and plain(pronoun.text) in _words("subjects"):
            return subjects[0]
        if inside:
            return None
    return None


def _before(doc: Doc, start: int) -> list[Span]:
    """The sentences before a token, the nearest first."""
    found: list[Span] = []
    while start > 0 and len(found) < BACK:
        sent = doc[start - 1].sent
        found.append(sent)
        start = sent.start
    return found


def _agrees(doc: Doc, phrase: Counted, pronoun: Token) -> bool:
    """Whether the gender of a person is that of the pronoun; a possessive tells none."""
    word = plain(pronoun.text)
    if word not in _words("subjects"):
        return True
    feminine = word in _words("feminine")
    articles = {plain(token.text) for token in doc[max(0, phrase.start - 1) : phrase.head]}
    if not articles.isdisjoint(_words("feminine_articles")):
        return feminine
    if not articles.isdisjoint(_words("masculine_articles")):
        return not feminine
    return ("Gender=Fem" in doc[phrase.head].morph) == feminine
