"""The armed groups that an article names, and the common nouns that it calls them by.

A text that says « les paramilitaires des FSR » once says « les paramilitaires » afterwards; where a noun is
told of one group alone, it means that group, however many others the article names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from depeche.components.events.attributions.attribution import affiliate
from depeche.components.events.index import spans
from depeche.components.events.model import EventMention
from depeche.components.events.settings import folded
from depeche.components.lemma_patterns import fold_agreement
from depeche.values.actors import IRREGULARS

_BESIDE = 4  # tokens from a common noun to the name it is told of
_ACTS = 2  # acts of the group whose acts an article tells, and times as many as of any other
_OFTEN = 3  # times a group is named, and times as often as any other, where it is the article's own


@dataclass(frozen=True, slots=True)
class NamedGroups:
    """The named groups of an article: the only one or by far the first, and that of each noun."""

    main: Span | None
    by_noun: dict[str, Span]
    author: Span | None

    def meant(self, noun: str) -> Span | None:
        """The group that « les rebelles » means."""
        return self.by_noun.get(noun, self.main or self.author)


def named_groups(doc: Doc, mentions: Sequence[EventMention]) -> NamedGroups:
    """The armed groups that an article names, mere allies apart, and the one whose acts it tells."""
    first: dict[str, Span] = {}
    counts: Counter[str] = Counter()
    told: dict[str, set[str]] = {}
    for span in spans(doc, "actors"):
        actor = span._.actor
        if actor.rule != "actor.registry" or actor.actor_type not in IRREGULARS or affiliate(doc, span):
            continue
        first.setdefault(actor.key, span)
        counts[actor.key] += 1
        for noun in _nouns_beside(span):
            told.setdefault(noun, set()).add(actor.key)
    by_noun = {noun: first[next(iter(keys))] for noun, keys in told.items() if len(keys) == 1}
    return NamedGroups(_main(first, counts), by_noun, _author(mentions))


def _author(mentions: Sequence[EventMention]) -> Span | None:
    """The group that acts in most of what the article tells; not one that only claims or is accused."""
    acts: Counter[str] = Counter()
    first: dict[str, Span] = {}
    for mention in mentions:
        told = {
            filler.actor.key: filler.span
            for filler in mention.roles
            if filler.role == "perpetrator"
            and filler.actor.rule == "actor.registry"
            and filler.actor.actor_type in IRREGULARS
            and filler.rule.startswith("role.")
        }
        acts.update(told.keys())
        first = told | first
    ranked = acts.most_common(2)
    if not ranked or ranked[0][1] < _ACTS or (len(ranked) > 1 and ranked[0][1] < _ACTS * ranked[1][1]):
        return None
    return first[ranked[0][0]]


def _main(first: dict[str, Span], counts: Counter[str]) -> Span | None:
    ranked = counts.most_common(2)
    if not ranked:
        return None
    key, times = ranked[0]
    if len(ranked) > 1 and (times < _OFTEN or times < _OFTEN * ranked[1][1]):
        return None
    return first[key]


def _nouns_beside(span: Span) -> set[str]:
    """« les rebelles du M23 », « les paramilitaires des Forces de soutien rapide », « la milice Codeco »."""
    doc, generic = span.doc, folded("cast", "generic", "nouns")
    start = max(span.sent.start, span.start - _BESIDE)
    found: set[str] = set()
    for token in reversed(doc[start : span.end]):
        if token.i < span.start and (token.is_punct or token.pos_ in ("VERB", "AUX", "CCONJ")):
            break
        noun = fold_agreement(token.text)
        if noun in generic:
            found.add(noun)
    return found
