"""Victims whom no list of nouns holds: « six délégués départementaux ont été kidnappés ».

A verb that befalls human beings alone (« kidnapper », « perdre la vie ») tells that what it counts are
persons. With a verb of wider uses (« arrêter »), or in the singular (« en a pris une partie en otage »), only
a noun in the form of a trade is taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial

from spacy.tokens import Doc, Span, Token

from depeche.components.casualties.attachment import governs
from depeche.components.casualties.counted import Counted
from depeche.components.casualties.elsewhere import Found
from depeche.components.casualties.predicates import FIGHTERS, Predicate
from depeche.components.casualties.unnumbered import ONE
from depeche.components.lemma_patterns import fold_agreement, plain
from depeche.components.negation import negated
from depeche.records import VictimGroup
from depeche.resources import affixes, word_set
from depeche.values.numbers import Quantity

_words = partial(word_set, "casualties", "grammar.toml", "unlisted")
_ONE = ("casualties", "grammar.toml", "unnumbered", "singular")


def unlisted(doc: Doc, predicates: Sequence[Predicate], told: Sequence[Found]) -> Iterator[Found]:
    """The counted nouns unknown to the lexicons that suffer a verb said of human beings."""
    taken = {index for phrase, *_ in told for index in range(phrase.start, phrase.end)}
    taken |= {i for span in doc.spans.get("actors", ()) for i in range(span.start, span.end)}
    numbers = {span.end: span for span in doc.spans.get("numbers", ())}
    for predicate in predicates:
        verb = doc[predicate.start]
        strict = predicate.form in _words("verbs")
        if not (strict or predicate.form in _words("loose")) or negated(verb):
            continue
        for noun in (verb.head, *verb.children):
            counted = _counted(noun, numbers) if noun.i not in taken and noun.pos_ == "NOUN" else None
            if counted is None or not _person(noun, strict=strict and counted[1] != ONE):
                continue
            phrase = Counted(counted[0], noun.i + 1, noun.i, counted[1], None, _group(doc, noun))
            if governs(doc, predicate, phrase):
                taken.add(noun.i)
                yield phrase, predicate.kind, predicate.start, f"casualty.unlisted.{predicate.form}"


def _person(noun: Token, *, strict: bool) -> bool:
    """Whether what a verb befalls is a person, by the verb or by the noun."""
    if fold_agreement(noun.text) in _others():
        return False
    return strict or noun.lower_.endswith(affixes("casualties", "grammar.toml", "unlisted", "trades"))


@cache
def _others() -> frozenset[str]:
    return frozenset(map(fold_agreement, _words("others")))


def _counted(noun: Token, numbers: dict[int, Span]) -> tuple[int, Quantity] | None:
    """How many: a number before the noun, an adjective between at most, or « un », « une »."""
    ends = [noun.i, noun.i - 1] if noun.i and noun.nbor(-1).pos_ == "ADJ" else [noun.i]
    for end in ends:
        if (number := numbers.get(end)) is not None:
            return number.start, number._.number
        if end > 0 and plain(noun.doc[end - 1].text) in word_set(*_ONE):
            return end - 1, ONE
    return None


def _group(doc: Doc, noun: Token) -> VictimGroup:
    """« deux responsables du Hamas » are of their group; others go about their trade."""
    held = {child.i for child in noun.children if child.dep_ == "nmod"}
    for span in doc.spans.get("actors", ()):
        group: VictimGroup = span._.actor.group
        if span._.actor.head in held and group in word_set(*FIGHTERS):
            return group
    return "civilian"


__all__ = ["unlisted"]
