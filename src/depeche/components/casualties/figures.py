"""Tolls whose noun stands apart: « le nombre de morts s'élève à 24 », « porte à 5 le nombre de décès ».

The noun after « nombre de » says what is counted, the verb says where the count has come to; of « passé de
cinq à onze » the second figure holds. « Les blessés sont au nombre de sept » tells it the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial

from spacy.tokens import Doc, Span

from depeche.components.casualties.counted import Counted, actor_starts, count_noun_at
from depeche.components.casualties.elsewhere import Found
from depeche.components.casualties.predicates import Predicate
from depeche.components.casualties.quantities import free_number
from depeche.components.casualties.scope import late_death
from depeche.components.lemma_patterns import Keys, fold_word, plain
from depeche.records import VictimGroup
from depeche.resources import alternation, word_set
from depeche.values.numbers import Quantity

_PATH = ("casualties", "grammar.toml", "figures")
_words = partial(word_set, *_PATH)
REACH = 30


@cache
def _reaching() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(*_PATH, 'reaching')}(?: {alternation(*_PATH, 'softeners')})?$")


def figures(doc: Doc, keys: Keys, predicates: Sequence[Predicate]) -> Iterator[Found]:
    """Each number that the sentence makes the toll of a noun told apart from it."""
    for span in doc.spans.get("numbers", ()):
        told = _told_before(doc, span)
        noun, rule = None, "casualty.counter"
        if _reaching().search(told):
            if free_number(doc, span.end):
                noun = _before(doc, keys, predicates, span)
            if noun is None and _told_after(doc, span.end):
                noun, rule = _after(doc, keys, predicates, span), "casualty.figure"
        elif _brought(doc, span):
            noun = _before(doc, keys, predicates, span)
        elif told.endswith("au nombre de"):
            noun = next(_nouns(keys, span.sent.start, span.start), None)
        if noun is not None:
            kind, group = noun
            phrase = Counted(
                span.start, span.end, span.end - 1, _arrived_at(span._.number), None if group else kind, group
            )
            yield phrase, kind, span.end - 1, rule


def _brought(doc: Doc, span: Span) -> bool:
    """« a porté le nombre de tués de 22 à 40, et celui des blessés à 61 »: the verb before what it counts."""
    opened = plain(doc[span.start - 1].text) if span.start > span.sent.start else ""
    if opened not in (("de",) if span._.number.rule == "range" else ("à",)) or not free_number(doc, span.end):
        return False
    for index in range(span.start - 1, max(span.sent.start - 1, span.start - 8), -1):
        if fold_word(doc[index].text) in _words("counters") or plain(doc[index].text) in _words("that_of"):
            before = doc[span.sent.start : index]
            return any(token.lemma_ in _words("bringing") for token in before)
    return False


def _arrived_at(quantity: Quantity) -> Quantity:
    """« passé de cinq à onze » is eleven."""
    if quantity.rule == "range" and quantity.high is not None:
        return Quantity.exactly(quantity.high, rule="revised")
    return quantity


def _told_before(doc: Doc, span: Span) -> str:
    """The words of the sentence before a number, adverbs of time left out."""
    start = max(span.sent.start, span.start - 7)
    told = [plain(token.text) for token in doc[start : span.start]]
    return " ".join(word for word in told if word not in _words("adverbs"))


def _told_after(doc: Doc, end: int) -> bool:
    """« porte à 5 le nombre de décès »: the number is followed by the noun that it counts."""
    words = [fold_word(token.text) for token in doc[end : end + 2]]
    return len(words) == 2 and words[0] in ("le", "ce") and words[1] in _words("counters")


def _before(
    doc: Doc, keys: Keys, predicates: Sequence[Predicate], span: Span
) -> tuple[str, VictimGroup | None] | None:
    """« le nombre de morts … s'élève à N »."""
    for index in range(span.start - 1, max(span.sent.start - 1, span.start - REACH), -1):
        if doc[index].text in ";:":
            return None
        if fold_word(doc[index].text) in _words("counters") or plain(doc[index].text) in _words("that_of"):
            return _counted(doc, keys, predicates, index)
    return None


def _after(
    doc: Doc, keys: Keys, predicates: Sequence[Predicate], span: Span
) -> tuple[str, VictimGroup | None] | None:
    """« ce qui porte à N le nombre total de décès »."""
    for index in range(span.end, min(span.sent.end, span.end + 4)):
        if fold_word(doc[index].text) in _words("counters"):
            found = _counted(doc, keys, predicates, index)
            return None if found is None or _over_time(doc, index, found[1]) else found
    return None


def _over_time(doc: Doc, counter: int, group: VictimGroup | None) -> bool:
    """« porte à 150 le nombre (total) de journalistes tués »: those of a war, unless a wounded has died."""
    if late_death(doc[counter].sent.text) or not any(
        token.lemma_ in _words("rising") for token in doc[doc[counter].sent.start : counter]
    ):
        return False
    return group is not None or doc[counter + 1].lower_ == "total"


def _counted(
    doc: Doc, keys: Keys, predicates: Sequence[Predicate], counter: int
) -> tuple[str, VictimGroup | None] | None:
    """What « nombre » counts: « de morts », « total de décès », « de civils tués »."""
    actors = actor_starts(doc)
    opened = False
    for index in range(counter + 1, min(len(doc), counter + 5)):
        opened = opened or fold_word(doc[index].text) == "de"
        if not opened:
            continue
        row = count_noun_at(keys, index)
        if row is not None:
            return row[1]["kind"], None
        actor = actors.get(index)
        if actor is not None:
            fate = next((p for p in predicates if actor.end <= p.start <= actor.end + 1), None)
            return None if fate is None else (fate.kind, actor._.actor.group)
    return None


def _nouns(keys: Keys, start: int, end: int) -> Iterator[tuple[str, VictimGroup | None]]:
    for index in range(start, end):
        row = count_noun_at(keys, index)
        if row is not None:
            yield row[1]["kind"], None
