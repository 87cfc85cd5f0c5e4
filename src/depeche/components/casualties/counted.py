"""Counted phrases: a quantity with what it counts (« 41 soldats maliens », « dix blessés », « 40 autres », « un soldat »)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span

from depeche.components.actors.demonyms import is_people
from depeche.components.lemma_patterns import PatternIndex, agreement_entry, fold_agreement, fold_word
from depeche.records import VictimGroup
from depeche.resources import lexicon
from depeche.values.numbers import Quantity

Row = dict[str, str]
# Words that may stand between a number and the noun it counts.
_BETWEEN = frozenset(map(fold_agreement, (
    "autre", "de", "présumé", "jeune", "nouveau", "supplémentaire", "le", "notre", "leur", "petit", "simple", "ancien",
    "très", "son", "ce", "haut",
)))  # fmt: skip
_OTHER = fold_agreement("autre")
COUPLE = fold_agreement("couple")
# « deux de ses collègues »: of the group of those told before.
_COMRADES = frozenset(map(fold_agreement, ("collègue", "camarade", "compagnon", "coreligionnaire")))


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


def count_noun_at(keys: Sequence[tuple[str, ...]], doc: Doc, start: int) -> tuple[int, Row] | None:
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
    group = row["group"]
    return group if group == "civilian" else None


_POSTPOSED = (("au", "moins"), ("au", "minimum"), ("au", "bas", "mot"))
_OWN_MEN = frozenset(map(fold_agreement, ("homme", "élément", "gars")))


def _postposed(doc: Doc, end: int, quantity: Quantity) -> Quantity:
    """« sept civils au moins »: the bound told after the noun."""
    for words in _POSTPOSED:
        if tuple(token.lower_ for token in doc[end : end + len(words)]) == words and quantity.low is not None:
            return Quantity(low=quantity.low, high=None, rule="at_least")
    return quantity


def _group(doc: Doc, start: int, span: Span) -> VictimGroup:
    """The noun's group; « onze de ses hommes » are soldiers of somebody."""
    actor = span._.actor
    own = any(token.lower_ in ("ses", "nos", "leurs", "mes", "vos") for token in doc[start : actor.head])
    if own and fold_agreement(doc[actor.head].text) in _OWN_MEN:
        return "military"
    group: VictimGroup = actor.group
    return group


def _noun_after(
    doc: Doc,
    keys: Sequence[tuple[str, ...]],
    position: int,
    actors: dict[int, Span],
    quantity: Quantity,
    start: int,
) -> Counted | None:
    """What a number that ends at `position` counts."""
    position = _after_digits(doc, position)
    index, other = position, False
    limit = min(len(doc), position + 4)
    while index < limit:
        count = count_noun_at(keys, doc, index)
        if count is not None and not doc[index].is_punct:
            end, row = count
            return Counted(start, end, index, _postposed(doc, end, quantity), row["kind"], _noun_group(row))
        if fold_agreement(doc[index].text) in _COMRADES:
            return Counted(start, index + 1, index, quantity, None, None, ellipsis=True)
        span = actors.get(index)
        if span is not None and span._.actor.bias != "thing":
            quantity = _postposed(doc, span.end, quantity)
            if fold_agreement(doc[span._.actor.head].text) == COUPLE and quantity.low is not None:
                quantity = Quantity.exactly(2 * quantity.low, rule="couple")
            end = max(span.end, index + 1)
            return Counted(start, end, span._.actor.head, quantity, None, _group(doc, start, span))
        folded = fold_agreement(doc[index].text)
        other = other or folded == _OTHER
        if folded not in _BETWEEN and fold_word(doc[index].text) not in _BETWEEN:
            break
        index += 1
    if _demonym(doc, index):
        return Counted(start, index + 1, index, quantity, None, "unspecified")
    if other:
        return Counted(start, index, max(index - 1, start), quantity, None, None, ellipsis=True)
    return None


def _after_digits(doc: Doc, position: int) -> int:
    """Past the digits that repeat a number word: « trois (03) morts »."""
    words = [token.text for token in doc[position : position + 3]]
    return (
        position + 3
        if len(words) == 3 and words[0] == "(" and words[1].isdigit() and words[2] == ")"
        else position
    )


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


_AFTER_BARE = frozenset({"ont", "sont", "étaient", "avaient", "grièvement", "d'entre", "d'"})


def _bare(doc: Doc, position: int, quantity: Quantity, start: int) -> Counted | None:
    """A number with no noun, where a participle or a copula tells what it counts: « dont deux grièvement blessés »."""
    if position >= len(doc):
        return None
    ends = doc[position].text in (".", ",", ";", ")") and start > 0 and doc[start - 1].lower_.endswith("ant")
    if ends or quantity.rule in ("several", "none") or doc[position].lower_.replace("’", "'") in _AFTER_BARE:
        return Counted(start, position, max(start, position - 1), quantity, None, None, ellipsis=True)
    return None


def numbered(doc: Doc, keys: Sequence[tuple[str, ...]], actors: dict[int, Span]) -> Iterator[Counted]:
    for span in doc.spans.get("numbers", ()):
        found = _noun_after(doc, keys, span.end, actors, span._.number, span.start)
        if found is None:
            found = _bare(doc, span.end, span._.number, span.start)
        if found is not None:
            yield found
