"""Counts told without a number: « un soldat », « le chauffeur », « des morts », « un troisième », « sans faire de victime »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from depeche.components.actors.demonyms import is_people
from depeche.components.casualties.counted import COUPLE, Counted, actor_starts, count_noun_at, numbered
from depeche.components.lemma_patterns import fold_agreement
from depeche.values.actors import ActorMention
from depeche.values.numbers import Quantity

_SINGULAR = frozenset({"un", "une"})
_DEFINITE = frozenset({"le", "la", "l'", "son", "sa"})
_ONE_BETWEEN = frozenset(
    {"jeune", "autre", "ancien", "petit", "haut", "présumé", "second", "troisième", "premier", "deuxième"}
)
_FURTHER = frozenset(
    {"autre", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "second", "seconde"}
)
_ZERO_REACH = 5
ONE = Quantity.exactly(1, rule="one")
THE_ONE = Quantity.exactly(1, rule="the_one")
SOME = Quantity(low=2, high=None, rule="some")
NONE = Quantity.exactly(0, rule="none")


def counted_phrases(doc: Doc, keys: Sequence[tuple[str, ...]]) -> list[Counted]:
    """All counted phrases of a doc in text order, numbered or not, each head used once."""
    phrases = list(numbered(doc, keys, actor_starts(doc)))
    taken = {index for phrase in phrases for index in range(phrase.start, phrase.end)}
    extra = [*_count_nouns(doc, keys, taken), *_one_other(doc, taken)]
    taken |= {phrase.head for phrase in extra}
    extra += [*_actors(doc, taken), *_people(doc, taken)]
    return sorted(phrases + extra, key=lambda phrase: (phrase.start, phrase.end))


def _at_least(doc: Doc, start: int, quantity: Quantity) -> Quantity:
    """« au moins un mort »: the bound before the article."""
    words = [token.lower_ for token in doc[max(0, start - 2) : start]]
    if words in (["au", "moins"], ["au", "minimum"]):
        return Quantity(low=quantity.low, high=None, rule="at_least")
    return quantity


def _some_allowed(doc: Doc, start: int) -> bool:
    """« des morts » is a count after a verb or at the head of a clause, not inside « la plupart des morts »."""
    if start == 0 or doc[start].is_sent_start:
        return True
    before = doc[start - 1]
    return before.pos_ in ("VERB", "AUX") or before.lower_ in ("a", ":", "que", "et")


def _article(doc: Doc, start: int) -> str:
    """The article before a token, an ordinal or « jeune » skipped."""
    raw = doc[start - 1].lower_.replace("’", "'") if start else ""
    if raw in _ONE_BETWEEN and start > 1:
        raw = doc[start - 2].lower_
    return raw


def _speaks(doc: Doc, start: int) -> bool:
    """« selon un médecin »: a source, and what stands in apposition to it, is no victim."""
    before = [token.lower_.replace("’", "'") for token in doc[max(0, start - 4) : start]]
    return any(word in ("selon", "d'après") for word in before) or before[-3:-1] == ["auprès", "d'"]


def _actors(doc: Doc, taken: set[int]) -> Iterator[Counted]:
    """Actors told by an article or by a name alone."""
    for span in doc.spans.get("actors", ()):
        actor: ActorMention = span._.actor
        if actor.bias in ("thing", "count") or actor.head in taken or _speaks(doc, span.start):
            continue
        raw, plural = _article(doc, span.start), doc[actor.head].text[-1:] in "sx"
        start, head, group = max(span.start - 1, 0), actor.head, actor.group
        if raw in _SINGULAR and not plural:
            couple = fold_agreement(doc[head].text) == COUPLE
            one = Quantity.exactly(2, rule="couple") if couple else _at_least(doc, start, ONE)
            yield Counted(start, span.end, head, one, None, group)
        elif actor.rule == "actor.person":
            yield Counted(span.start, span.end, head, ONE, None, group, definite=True)
        elif raw in _DEFINITE and not plural and not actor.named and actor.unit == "person":
            yield Counted(start, span.end, head, THE_ONE, None, group, definite=True)
        elif raw == "des" and plural and _some_allowed(doc, start):
            yield Counted(start, span.end, head, SOME, None, group)


def _people(doc: Doc, taken: set[int]) -> Iterator[Counted]:
    """« un Palestinien », « une Française »."""
    for token in doc[1:]:
        if token.i not in taken and token.nbor(-1).lower_ in _SINGULAR and is_people(token.text):
            yield Counted(
                token.i - 1, token.i + 1, token.i, _at_least(doc, token.i - 1, ONE), None, "unspecified"
            )


def _count_nouns(doc: Doc, keys: Sequence[tuple[str, ...]], taken: set[int]) -> Iterator[Counted]:
    """« un mort », « des blessés », « sans faire de victime »."""
    for token in doc[1:]:
        if token.i in taken:
            continue
        raw = token.nbor(-1).lower_
        zero = _zero_before(doc, token.i)
        if not zero and raw not in _SINGULAR and not (raw == "des" and _some_allowed(doc, token.i - 1)):
            continue
        count = count_noun_at(keys, doc, token.i)
        if count is None:
            continue
        end, row = count
        if zero:
            yield Counted(token.i, end, token.i, NONE, row["kind"], None)
        elif raw == "des":
            yield Counted(token.i - 1, end, token.i, SOME, row["kind"], None)
        elif token.text[-1:] not in "sx" or token.lower_ in ("corps", "décès"):
            yield Counted(token.i - 1, end, token.i, _at_least(doc, token.i - 1, ONE), row["kind"], None)


def _one_other(doc: Doc, taken: set[int]) -> Iterator[Counted]:
    """« en blessant un autre », « un troisième grièvement blessé »: one more of those counted before."""
    for token in doc[1:]:
        if token.lower_ not in _FURTHER or token.nbor(-1).lower_ not in _SINGULAR or token.i in taken:
            continue
        following = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if following is None or following.pos_ not in ("NOUN", "PROPN", "ADJ") or _participle(following):
            yield Counted(token.i - 1, token.i + 1, token.i, ONE, None, None, ellipsis=True)


def _participle(token: Token) -> bool:
    return token.lower_.endswith(("é", "ée")) or token.lower_ in ("mort", "morte", "disparu", "disparue")


def _zero_before(doc: Doc, index: int) -> bool:
    """« sans faire de », « n'a pas fait de » before a bare noun."""
    start = max(doc[index].sent.start, index - _ZERO_REACH)
    words = [token.lower_.replace("’", "'") for token in doc[start:index]]
    led = bool(words) and words[-1] in ("de", "d'", "faire", "sans", "ni")
    return led and bool({"sans", "pas", "ni"} & set(words))
