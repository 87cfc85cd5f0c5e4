"""The spans, dates and words of a doc, each read once while the assembly is at work on it.

Span groups build a new span for each member at each reading, and `doc.text` joins all tokens; rules ask for
both again and again. The index lives in `doc.user_data` for the time of the component's call alone: it holds
spans, which may not cross a process or a DocBin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from spacy.tokens import Doc, Span, Token

from depeche.components.dates import linking
from depeche.components.figurative import foreign_domain
from depeche.components.lemma_patterns import doc_keys_cached

T = TypeVar("T")
_KEY = "_depeche_event_index"


class DocIndex:
    """What the rules of the assembly ask of a doc again and again."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._spans: dict[str, tuple[Span, ...]] = {}
        self._within: dict[tuple[str, int, int], tuple[Span, ...]] = {}
        self._dates: dict[bool, tuple[Span, ...]] = {}
        self._lemmas: dict[tuple[int, int], frozenset[str]] = {}
        self._keys: dict[tuple[int, int], frozenset[str]] = {}
        self._once: dict[tuple[str, int], Any] = {}

    @cached_property
    def text(self) -> str:
        """The text of the doc."""
        return str(self._doc.text)

    def text_of(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start_char : span.end_char]

    def spans(self, key: str) -> tuple[Span, ...]:
        """The spans of a group in their order; none when the doc has no such group."""
        if key not in self._spans:
            self._spans[key] = tuple(self._doc.spans.get(key, ()))
        return self._spans[key]

    def within(self, key: str, start: int, end: int) -> tuple[Span, ...]:
        """The spans of a group that start from one token up to another, left out."""
        slot = (key, start, end)
        if slot not in self._within:
            self._within[slot] = tuple(span for span in self.spans(key) if start <= span.start < end)
        return self._within[slot]

    def told_by(self, token: Token) -> tuple[Span, ...]:
        """The trigger that a token opens, as a tuple of one or none."""
        return self.within("triggers", token.i, token.i + 1)

    def dates(self, *, since: bool) -> tuple[Span, ...]:
        """Resolved dates of events in text order (`linking.event_dates`)."""
        if since not in self._dates:
            self._dates[since] = tuple(linking.event_dates(self._doc, since=since))
        return self._dates[since]

    def lemmas(self, sent: Span) -> frozenset[str]:
        """The lemmas of a sentence in lower case."""
        slot = (sent.start, sent.end)
        if slot not in self._lemmas:
            self._lemmas[slot] = frozenset(token.lemma_.lower() for token in sent)
        return self._lemmas[slot]

    def keys(self, start: int, end: int) -> frozenset[str]:
        """The keys of tokens [start, end), all together."""
        slot = (start, end)
        if slot not in self._keys:
            self._keys[slot] = frozenset(chain.from_iterable(doc_keys_cached(self._doc)[start:end]))
        return self._keys[slot]

    def once(self, name: str, sent: Span, read: Callable[[Span], T]) -> T:
        """What a rule reads in a sentence, read at the first call alone; `name` is the rule's."""
        slot = (name, sent.start)
        if slot not in self._once:
            self._once[slot] = read(sent)
        found: T = self._once[slot]
        return found

    @cached_property
    def domain(self) -> str | None:
        """The domain that the whole text is about, where it is none of ours (`figurative.foreign_domain`)."""
        return foreign_domain(self._doc)

    @cached_property
    def weapons(self) -> tuple[Span, ...]:
        """Triggers that name the means of an act."""
        return tuple(span for span in self.spans("triggers") if span._.trigger.strength == "means")

    @cached_property
    def counting_nouns(self) -> frozenset[int]:
        """Token indices of nouns that count victims themselves (« un mort »)."""
        values = (span._.casualty for span in self.spans("casualties"))
        return frozenset(value.head for value in values if value.rule == "casualty.noun")


@contextmanager
def indexed(doc: Doc) -> Iterator[DocIndex]:
    """Keep one index of a doc while the block runs; its span groups may not change meanwhile."""
    index = DocIndex(doc)
    doc.user_data[_KEY] = index
    try:
        yield index
    finally:
        doc.user_data.pop(_KEY, None)


def index_of(doc: Doc) -> DocIndex:
    """The index of a doc: the one kept, else a new one."""
    index = doc.user_data.get(_KEY)
    return index if isinstance(index, DocIndex) else DocIndex(doc)


def spans(doc: Doc, key: str) -> tuple[Span, ...]:
    """The spans of a group of a doc, in their order."""
    return index_of(doc).spans(key)


def sentence_weapons(sent: Span) -> list[Span]:
    """The weapons told in a sentence."""
    return [span for span in index_of(sent.doc).weapons if sent.start <= span.start < sent.end]


def holds_weapon(span: Span) -> bool:
    """« une voiture piégée »: words that a weapon is told by, in whole or in part.

    A weapon inside the noun itself is none (« une école d'aviation », « un champ de mines »).
    """
    actor = span._.actor
    noun = actor.rule.rsplit(".", 1)[-1].replace("'", " ").split() if actor is not None else ()
    head = actor.head if actor is not None else span.start
    return any(
        weapon.start < span.end
        and weapon.end > span.start
        and not (weapon.start > head and weapon.end <= head + len(noun))
        for weapon in index_of(span.doc).weapons
    )


def sentence_spans(sent: Span, key: str) -> tuple[Span, ...]:
    """The spans of a group that start in a sentence."""
    return index_of(sent.doc).within(key, sent.start, sent.end)
