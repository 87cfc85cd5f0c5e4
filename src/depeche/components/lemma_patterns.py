"""Multiword lexicon entries over tokens: a word matches by its lemma, its form, or its contraction undone.

The trained lemmatizer is wrong now and then, so each token offers several keys; an entry matches when each of
its words is among the keys of its token.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Generic, TypeVar

from spacy.tokens import Doc, Token

from depeche.resources import rules, word_set

T = TypeVar("T")
Keys = Sequence[tuple[str, ...]]
Adjuncts = Mapping[int, int]

NO_ADJUNCTS: Adjuncts = MappingProxyType({})
GAP = "…"
GAP_LENGTH = 5
REFLEXIVE_WINDOW = 4
CACHE_SIZE = 1 << 16
_KEYS, _AGREEMENT_KEYS = "_depeche_keys", "_depeche_agreement_keys"


@cache
def _function_words() -> dict[str, str]:
    """The folded form of each function word that has one."""
    table = rules("grammar", "folding.toml")["function_words"]
    return {form: folded for folded, forms in table.items() for form in forms}


@cache
def _agreed_endings() -> tuple[str, ...]:
    return tuple(rules("grammar", "folding.toml")["participles"]["agreed"])


def plain(text: str) -> str:
    """Lower case with a plain apostrophe."""
    return text.lower().replace("’", "'")


@lru_cache(maxsize=CACHE_SIZE)
def fold_word(word: str) -> str:
    """Lower case, plain apostrophe, function words folded."""
    low = plain(word)
    return _function_words().get(low, low)


def token_keys(token: Token) -> tuple[str, ...]:
    """The keys a token answers to: its folded form and its folded lemma."""
    return _keys_of(token.text, token.lemma_, token.pos_)


@lru_cache(maxsize=CACHE_SIZE)
def _keys_of(text: str, lemma_text: str, pos: str) -> tuple[str, ...]:
    form, lemma = fold_word(text), fold_word(lemma_text or text)
    agreed = fold_agreement(form)
    if lemma.endswith("ant") and pos in ("ADJ", "NOUN", "VERB"):
        return (form, lemma, f"{form[:-3]}er")  # « blessant » taken for an adjective
    if pos == "ADJ" and agreed.endswith("é"):
        return (form, lemma, agreed, f"{agreed[:-1]}er")  # « s'est effondré » taken for an adjective
    if pos in ("ADJ", "VERB", "NOUN") and form.endswith(_agreed_endings()):
        return (form, lemma, agreed)  # « portées disparues »
    if form == lemma and len(form) > 4 and form[-1] in "sx":
        return (form, form[:-1])  # a plural that the lemmatizer left as it is
    return (form,) if form == lemma else (form, lemma)


def doc_keys_cached(doc: Doc) -> Keys:
    """Keys of every token of a doc (`token_keys`), computed once; `forget_keys` removes them."""
    return _cached(doc, _KEYS, token_keys)


def agreement_keys_cached(doc: Doc) -> Keys:
    """Keys of every token with number and gender folded, of the form and of the lemma, computed once."""
    return _cached(doc, _AGREEMENT_KEYS, _agreement_keys)


def _cached(doc: Doc, name: str, keys_of: Callable[[Token], tuple[str, ...]]) -> Keys:
    keys: Keys | None = doc.user_data.get(name)
    if keys is None:
        keys = doc.user_data[name] = [keys_of(token) for token in doc]
    return keys


def forget_keys(doc: Doc) -> None:
    """Remove the keys kept in `doc.user_data`, when the last component that needs them is done."""
    for name in (_KEYS, _AGREEMENT_KEYS):
        doc.user_data.pop(name, None)


def _cut(form: str) -> list[str]:
    """An entry cut at spaces and after apostrophes, as the tokenizer cuts."""
    return form.replace("’", "'").replace("'", "' ").split()


def split_entry(form: str) -> tuple[tuple[str, ...], bool]:
    """Words of an entry and whether it is pronominal: « se faire exploser » is (faire, exploser), True."""
    words = tuple(GAP if word == GAP else fold_word(word) for word in _cut(form))
    if len(words) > 1 and words[0] == "se":
        return words[1:], True
    return words, False


class PatternIndex(Generic[T]):
    """Lexicon entries by first word."""

    def __init__(self, entries: Sequence[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], bool, T]]] = {}
        for form, payload in entries:
            words, reflexive = split_entry(form)
            for told in dict.fromkeys((words, _contracted(words))):
                self._by_first.setdefault(words[0], []).append((told, reflexive, payload))

    def opens_at(self, keys: Keys, start: int) -> bool:
        """Whether any entry begins with the word at a token."""
        return not self._by_first.keys().isdisjoint(keys[start])

    def opens_among(self, words: frozenset[str]) -> bool:
        """Whether any entry begins with one of some keys."""
        return not self._by_first.keys().isdisjoint(words)

    def matches_at(
        self, keys: Keys, start: int, adjuncts: Adjuncts = NO_ADJUNCTS
    ) -> Iterator[tuple[int, bool, T]]:
        """Entries that start at a token: (end token, pronominal, payload).

        Args:
            adjuncts: end token of what may stand after an entry's first word, by its first token
                (« a ouvert mardi le feu »).
        """
        return self._matches(keys, start, adjuncts) if self.opens_at(keys, start) else iter(())

    def _matches(self, keys: Keys, start: int, adjuncts: Adjuncts) -> Iterator[tuple[int, bool, T]]:
        for key in keys[start]:
            for words, reflexive, payload in self._by_first.get(key, ()):
                end = _match(keys, start, words)
                if not end and len(words) > 1 and start + 1 in adjuncts:
                    end = _match(keys, adjuncts[start + 1], words[1:])
                if end and (not reflexive or _reflexive_before(keys, start)):
                    yield end, reflexive, payload

    def split_at(self, keys: Keys, start: int, resume: int) -> Iterator[tuple[int, T]]:
        """Entries with the first word at `start` and the others from `resume` on: (end token, payload).

        « a laissé 4 000 familles sans toit ».
        """
        for key in keys[start]:
            for words, reflexive, payload in self._by_first.get(key, ()):
                end = _match(keys, resume, words[1:]) if len(words) > 1 and not reflexive else 0
                if end:
                    yield end, payload


def _contracted(words: tuple[str, ...]) -> tuple[str, ...]:
    """« de le toit » as French writes it: « du toit », where « le » is folded away."""
    return tuple(
        word
        for index, word in enumerate(words)
        if word != "le" or index == 0 or words[index - 1] not in ("de", "à")
    )


def _match(keys: Keys, start: int, words: tuple[str, ...]) -> int:
    """End of the match of `words` from `start`, or 0."""
    position = start
    for index, word in enumerate(words):
        if word == GAP:
            rest = words[index + 1 :]
            for skip in range(GAP_LENGTH + 1):
                end = _match(keys, position + skip, rest) if position + skip < len(keys) else 0
                if end:
                    return end
            return 0
        if position >= len(keys) or word not in keys[position]:
            return 0
        position += 1
    return position


def _reflexive_before(keys: Keys, start: int) -> bool:
    return any("se" in keys[index] for index in range(max(0, start - REFLEXIVE_WINDOW), start))


def own_reflexive(doc: Doc, verb: int) -> bool:
    """« s'est noyé »; in « ils se seraient repliés, tuant dix hommes », « se » is of the verb before."""
    for index in range(verb - 1, max(-1, verb - REFLEXIVE_WINDOW - 1), -1):
        if fold_word(doc[index].text) == "se":
            return True
        if doc[index].pos_ == "VERB" or doc[index].is_punct:
            return False
    return False


@lru_cache(maxsize=CACHE_SIZE)
def fold_agreement(word: str) -> str:
    """Fold number and gender of a noun or adjective, roughly: armées, armée, armés, armé meet.

    A word of four letters keeps its final e, but for « née » or « amie »: bas and base stay apart. Invariable
    words (`data/grammar/folding.toml`) stay as they are: moins and moine, fils and fil, gars and gare.

    >>> fold_agreement("blessées"), fold_agreement("civils"), fold_agreement("bases"), fold_agreement("fils")
    ('blessé', 'civil', 'base', 'fils')
    """
    low = fold_word(word)
    if len(low) <= 3 or low in word_set("grammar", "folding.toml", "nouns", "invariable"):
        return low
    if low.endswith(("aux", "eaux")):
        return low[:-1] if low.endswith("eaux") else low[:-3] + "al"
    if low[-1] in "sx":
        low = low[:-1]
    if len(low) <= 3 or low[-1] != "e" or (len(low) == 4 and low[-2] not in "éiu"):
        return low
    return low[:-1]


def _agreement_keys(token: Token) -> tuple[str, ...]:
    form, lemma = fold_agreement(token.text), fold_agreement(token.lemma_ or token.text)
    return (form,) if form == lemma else (form, lemma)


def agreement_entry(form: str) -> str:
    """A lexicon entry with each of its words folded for number and gender."""
    return " ".join(fold_agreement(word) for word in _cut(form))
