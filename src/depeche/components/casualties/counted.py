"""Counted phrases: a quantity with what it counts (« 41 soldats », « dix blessés », « 40 autres »)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial

from spacy.tokens import Doc, Span, Token

from depeche.components.actors.demonyms import is_people
from depeche.components.lemma_patterns import (
    Keys,
    PatternIndex,
    agreement_entry,
    fold_agreement,
    fold_word,
    plain,
)
from depeche.records import VictimGroup
from depeche.resources import lexicon, phrase_set, word_set
from depeche.values.numbers import Quantity

Row = dict[str, str]
_words = partial(word_set, "casualties", "grammar.toml", "counted")


@cache
def _folded(key: str) -> frozenset[str]:
    return frozenset(map(fold_agreement, _words(key)))


def is_couple(token: Token) -> bool:
    """« un couple »: two persons."""
    return fold_agreement(token.text) in _folded("couple")


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity over tokens [start, end) of the doc, with the head of what it counts.

    `kind` is set when the noun itself says what happened (morts, blessés); `group` when it says of whom;
    `ellipsis` marks « 40 autres » and bare « deux », which take both from elsewhere.
    """

    start: int
    end: int
    head: int
    quantity: Quantity
    kind: str | None
    group: VictimGroup | None
    ellipsis: bool = False
    definite: bool = False


@cache
def count_nouns() -> PatternIndex[Row]:
    """`data/casualties/count_nouns.csv` by first word, number and gender folded."""
    rows = lexicon("casualties", "count_nouns.csv", columns=("noun", "kind", "group", "source"))
    return PatternIndex([(agreement_entry(row["noun"]), row) for row in rows])


def count_noun_at(keys: Keys, start: int) -> tuple[int, Row] | None:
    """The longest noun of `count_nouns` that starts at a token: (end token, row)."""
    best: tuple[int, Row] | None = None
    for end, _, row in count_nouns().matches_at(keys, start):
        if best is None or end > best[0]:
            best = (end, row)
    return best


def actor_starts(doc: Doc) -> dict[int, Span]:
    """Actor spans by their first token and by the token of their head noun."""
    starts: dict[int, Span] = {}
    for span in doc.spans.get("actors", ()):
        starts.setdefault(span.start, span)
        starts.setdefault(span._.actor.head, span)
    return starts


def _noun_group(row: Row) -> VictimGroup | None:
    return "civilian" if row["group"] == "civilian" else None


def _postposed(doc: Doc, end: int, quantity: Quantity) -> Quantity:
    """« sept civils au moins »: the bound told after the noun."""
    if quantity.low is None:
        return quantity
    if (most := _at_most(doc, end)) is not None:
        return Quantity(low=quantity.low, high=most, rule="range")
    words = tuple(token.lower_ for token in doc[end : end + 3])
    for phrase in phrase_set("casualties", "grammar.toml", "counted", "postposed"):
        if words[: len(phrase)] == phrase:
            return Quantity(low=quantity.low, high=None, rule="at_least")
    return quantity


def _at_most(doc: Doc, end: int) -> int | None:
    """« treize morts, peut-être quatorze »: the higher figure told after the noun, with none of its own."""
    start = end + (end < len(doc) and doc[end].text == ",")
    if start >= len(doc) or plain(doc[start].text) not in _words("perhaps"):
        return None
    for span in doc.spans.get("numbers", ()):
        alone = span.end == len(doc) or doc[span.end].pos_ not in ("NOUN", "PROPN", "ADJ")
        if span.start in (start, start + 1) and alone:
            high: int | None = span._.number.high
            return high
    return None


def _group(doc: Doc, start: int, span: Span) -> VictimGroup:
    """The noun's group; « onze de ses hommes » are soldiers of somebody."""
    actor = span._.actor
    own = any(token.lower_ in _words("possessives") for token in doc[start : actor.head])
    if own and fold_agreement(doc[actor.head].text) in _folded("own_men"):
        return "military"
    group: VictimGroup = actor.group
    return group


def _noun_after(
    doc: Doc, keys: Keys, position: int, actors: dict[int, Span], quantity: Quantity, start: int
) -> Counted | None:
    """What a number that ends at `position` counts."""
    position = _of_so_many(doc, _after_digits(doc, position))
    index, other = position, False
    limit = min(len(doc), position + 4)
    while index < limit:
        count = count_noun_at(keys, index)
        if count is not None and not doc[index].is_punct:
            end, row = count
            return Counted(start, end, index, _postposed(doc, end, quantity), row["kind"], _noun_group(row))
        folded = fold_agreement(doc[index].text)
        if folded in _folded("comrades"):
            return Counted(start, index + 1, index, quantity, None, None, ellipsis=True)
        span = actors.get(index)
        if span is not None and span._.actor.bias != "thing" and not machine(doc[index]):
            return _counted_actor(doc, span, quantity, start, index)
        if folded in _folded("held"):
            return Counted(
                start, index + 1, index, quantity, None, "unspecified"
            )  # « ont pris quatre otages »
        other = other or folded in _folded("other")
        if doc[index].is_quote and index <= position + 1:
            limit, index = min(len(doc), limit + 1), index + 1  # « six "bandits" »
            continue
        if folded not in _folded("between") and fold_word(doc[index].text) not in _folded("between"):
            break
        index += 1
    if _demonym(doc, index):
        return Counted(start, index + 1, index, quantity, None, "unspecified")
    if other:
        return Counted(start, index, max(index - 1, start), quantity, None, None, ellipsis=True)
    return None


def machine(noun: Token) -> bool:
    """« deux navires américains »: they stand for an army as authors, and are nobody as victims."""
    return noun.lemma_.lower() in word_set("actors", "grammar.toml", "phrase", "craft")


def _counted_actor(doc: Doc, span: Span, quantity: Quantity, start: int, index: int) -> Counted:
    """« dix soldats », « deux couples », « trois policiers au moins »."""
    quantity = _postposed(doc, span.end, quantity)
    if is_couple(doc[span._.actor.head]) and quantity.low is not None:
        quantity = Quantity.exactly(2 * quantity.low, rule="couple")
    end = max(span.end, index + 1)
    return Counted(start, end, span._.actor.head, quantity, None, _group(doc, start, span))


def _after_digits(doc: Doc, position: int) -> int:
    """Past the digits that repeat a number word: « trois (03) morts »."""
    words = [token.text for token in doc[position : position + 3]]
    repeated = len(words) == 3 and words[0] == "(" and words[1].isdigit() and words[2] == ")"
    return position + 3 if repeated else position


def _of_so_many(doc: Doc, position: int) -> int:
    """« neuf des onze mineurs »: past the number of those whom the count is taken from."""
    if position >= len(doc) or plain(doc[position].text) not in _words("taken_from"):
        return position
    return next((s.end for s in doc.spans.get("numbers", ()) if s.start == position + 1), position)


def _demonym(doc: Doc, index: int) -> bool:
    """A capitalised plural that is no place: « deux Français », « trois Tchadiens »."""
    if index >= len(doc) or index == 0:
        return False
    token = doc[index]
    return is_people(token.text) or (
        token.text[:1].isupper()
        and token.text[-1:] in "sx"
        and len(token.text) > 4
        and token.text[1:].islower()
        and token.pos_ in ("NOUN", "PROPN", "ADJ")
        and not token.is_sent_start
    )


def _bare(doc: Doc, position: int, quantity: Quantity, start: int) -> Counted | None:
    """A number with no noun, where a participle or a copula follows: « dont deux grièvement blessés »."""
    if position >= len(doc):
        return None
    vague = quantity.rule in ("several", "none") and doc[position].pos_ not in ("NOUN", "ADJ", "NUM")
    bare = vague or plain(doc[position].text) in _words("after_bare")
    if bare or _after_pronoun(doc, position, start) or _state_follows(doc, position):
        return Counted(start, position, max(start, position - 1), quantity, None, None, ellipsis=True)
    return None


def _after_pronoun(doc: Doc, position: int, start: int) -> bool:
    """« et en blessant dix », « et en a blessé dix »: the verb right before counts them.

    « en blessant six avant d'être maîtrisé »: what opens the next words may follow, after « en ».
    """
    led = plain(doc[position].text) in _words("after_pronoun")  # « en a chassé 400 de chez eux »
    if start > 1 and doc[start - 1].lower_.endswith("ant") and doc[start - 2].lower_ == "en":
        return doc[position].is_punct or plain(doc[position].text) in _words("after_gerund")
    if start < 2 or not (led or doc[position].text in (".", ",", ";", ")")):
        return False
    if doc[start - 1].lower_.endswith("ant"):
        return not led
    before = [token.lower_ for token in doc[max(0, start - 4) : start - 1]]
    return doc[start - 1].pos_ == "VERB" and "en" in before[:-1] and doc[start - 2].lemma_ == "avoir"


def _state_follows(doc: Doc, position: int) -> bool:
    """« deux personnes sont en urgence absolue, quatre en urgence relative »."""
    words = tuple(plain(token.text) for token in doc[position : position + 3])
    states = phrase_set("casualties", "grammar.toml", "counted", "after_bare_state")
    return any(words[: len(state)] == state for state in states)


def numbered(doc: Doc, keys: Keys, actors: dict[int, Span]) -> Iterator[Counted]:
    """What the numbers of a doc count (`depeche_numbers`), in text order."""
    since = 0
    for span in doc.spans.get("numbers", ()):
        if span.start < since:
            continue  # « neuf des onze mineurs »
        found = _noun_after(doc, keys, span.end, actors, span._.number, span.start)
        if found is None:
            found = _bare(doc, span.end, span._.number, span.start)
        if found is not None:
            since = found.end
            yield found
