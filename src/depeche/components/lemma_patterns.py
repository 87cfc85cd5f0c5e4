"""Multiword lexicon entries over tokens: a word matches by its lemma, its form, or its contraction undone.

The trained lemmatizer is wrong now and then, so each token offers several keys; an entry matches when each of its
words is among the keys of its token.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from spacy.tokens import Doc, Token

T = TypeVar("T")

GAP = "…"
GAP_LENGTH = 5
REFLEXIVE_WINDOW = 4
# Contractions, elisions and agreement of function words fold to one key, in the lexicon and in the text alike.
_FOLD = {
    "d'": "de", "du": "de", "des": "de", "au": "à", "aux": "à", "l'": "le", "la": "le", "les": "le", "s'": "se",
    "une": "un", "sa": "son", "ses": "son", "leur": "son", "leurs": "son", "qu'": "que", "n'": "ne", "cette": "ce",
    "ces": "ce", "cet": "ce",
}  # fmt: skip


_AGREED = ("ées", "és", "ée", "ues", "us", "ue", "ies", "ie", "tes", "ts", "te")


def fold_word(word: str) -> str:
    """Lower case, plain apostrophe, function words folded."""
    low = word.lower().replace("’", "'")
    return _FOLD.get(low, low)


def token_keys(token: Token) -> tuple[str, ...]:
    """The keys a token answers to: its folded form and its folded lemma."""
    form, lemma = fold_word(token.text), fold_word(token.lemma_ or token.text)
    if lemma.endswith("ant") and token.pos_ in ("ADJ", "NOUN", "VERB"):
        return (form, lemma, f"{form[:-3]}er")  # « blessant » taken for an adjective
    if token.pos_ == "ADJ" and fold_agreement(form).endswith("é"):
        return (form, lemma, fold_agreement(form), f"{fold_agreement(form)[:-1]}er")  # « s'est effondré » taken for an adjective
    if form.endswith(_AGREED) and token.pos_ in ("ADJ", "VERB", "NOUN"):
        return (form, lemma, fold_agreement(form))  # « portées disparues »
    if form == lemma and len(form) > 4 and form[-1] in "sx":
        return (form, form[:-1])  # a plural that the lemmatizer left as it is
    return (form,) if form == lemma else (form, lemma)


def doc_keys(doc: Doc) -> list[tuple[str, ...]]:
    """The keys of every token of a doc."""
    return [token_keys(token) for token in doc]


def doc_keys_cached(doc: Doc) -> Sequence[tuple[str, ...]]:
    """Token keys of a doc, computed once."""
    cached = doc.user_data.get("depeche_keys")
    if cached is None:
        cached = doc_keys(doc)
        doc.user_data["depeche_keys"] = cached
    return cached  # type: ignore[no-any-return]


def split_entry(form: str) -> tuple[tuple[str, ...], bool]:
    """Words of a lexicon entry and whether it is pronominal: « se faire exploser » is (faire, exploser), True."""
    spaced = form.replace("’", "'").replace("'", "' ")
    words = tuple(GAP if word == GAP else fold_word(word) for word in spaced.split())
    if len(words) > 1 and words[0] == "se":
        return words[1:], True
    return words, False


class PatternIndex(Generic[T]):
    """Lexicon entries by first word."""

    def __init__(self, entries: Sequence[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], bool, T]]] = {}
        for form, payload in entries:
            words, reflexive = split_entry(form)
            self._by_first.setdefault(words[0], []).append((words, reflexive, payload))

    def matches_at(self, keys: Sequence[tuple[str, ...]], start: int) -> Iterator[tuple[int, bool, T]]:
        """Entries that start at a token: (end token, pronominal, payload)."""
        for key in keys[start]:
            for words, reflexive, payload in self._by_first.get(key, ()):
                end = _match(keys, start, words)
                if end and (not reflexive or _reflexive_before(keys, start)):
                    yield end, reflexive, payload


def _match(keys: Sequence[tuple[str, ...]], start: int, words: tuple[str, ...]) -> int:
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


def _reflexive_before(keys: Sequence[tuple[str, ...]], start: int) -> bool:
    return any("se" in keys[index] for index in range(max(0, start - REFLEXIVE_WINDOW), start))


def fold_agreement(word: str) -> str:
    """Fold number and gender of a noun or adjective, roughly: armées, armée, armés, armé meet; bas and base do not.

    >>> fold_agreement("blessées"), fold_agreement("civils")
    ('blessé', 'civil')
    """
    low = fold_word(word)
    if len(low) <= 3:
        return low
    if low.endswith(("aux", "eaux")):
        return low[:-1] if low.endswith("eaux") else low[:-3] + "al"
    if low[-1] in "sx":
        low = low[:-1]
    return low[:-1] if low.endswith("e") and len(low) > 3 else low


def agreement_keys(doc: Doc) -> list[tuple[str, ...]]:
    """Keys of every token with number and gender folded, of the form and of the lemma."""
    keys = []
    for token in doc:
        form, lemma = fold_agreement(token.text), fold_agreement(token.lemma_ or token.text)
        keys.append((form,) if form == lemma else (form, lemma))
    return keys


def agreement_entry(form: str) -> str:
    """A lexicon entry with each of its words folded for number and gender."""
    return " ".join(fold_agreement(word) for word in form.replace("’", "'").replace("'", "' ").split())
