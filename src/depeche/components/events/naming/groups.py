"""The armed groups that an article names, and the common nouns that it calls them by.

A text that says « les paramilitaires des FSR » once says « les paramilitaires » afterwards; where a noun is
told of one group alone, it means that group, however many others the article names.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from depeche.components.events.attributions.attribution import affiliate
from depeche.components.events.index import spans
from depeche.components.events.settings import folded
from depeche.components.lemma_patterns import fold_agreement
from depeche.values.actors import IRREGULARS

_BESIDE = 4  # tokens from a common noun to the name it is told of
_OFTEN = 3  # times a group is named, and times as often as any other, where it is the article's own


@dataclass(frozen=True, slots=True)
class NamedGroups:
    """The named groups of an article: the only one or by far the first, and that of each noun."""

    main: Span | None
    by_noun: dict[str, Span]

    def meant(self, noun: str) -> Span | None:
        """The group that « les rebelles » means."""
        return self.by_noun.get(noun, self.main)


def named_groups(doc: Doc) -> NamedGroups:
    """The armed groups that an article names, mere allies apart."""
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
    return NamedGroups(_main(first, counts), by_noun)


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
