"""Acts told by a pronoun: « L'une a eu lieu à Gao », « La plus meurtrière s'est produite à Tel Aviv »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Span

from depeche.components.lemma_patterns import Keys, PatternIndex, doc_keys_cached
from depeche.resources import affixes
from depeche.values.triggers import TriggerMention

Found = tuple[int, int, TriggerMention]
RULE = "trigger.ellipsis"
OPENING = 6  # tokens in which the pronoun stands
GAP = 4  # tokens between it and its verb
SENTENCES = 3  # back to the acts it is one of
_TABLE = ("triggers", "grammar.toml", "ellipsis")


@cache
def _index(key: str) -> PatternIndex[None]:
    return PatternIndex([(form, None) for form in affixes(*_TABLE, key)])


def elided(doc: Doc, told: Sequence[Found]) -> Iterator[Found]:
    """Verbs of happening whose subject stands for one of several acts told just before, in text order."""
    several = [one for one in told if _several(doc, one)]
    if not several:
        return
    keys, taken = doc_keys_cached(doc), {index for start, end, _ in told for index in range(start, end)}
    sents = list(doc.sents)
    for order, sent in enumerate(sents):
        since = sents[max(0, order - SENTENCES)].start
        acts = [one for one in several if since <= one[0] < sent.start]
        verb = _happening(sent, keys) if acts else None
        if verb is not None and taken.isdisjoint(range(*verb)):
            head = next((i for i in range(*verb) if doc[i].pos_ == "VERB"), verb[0])
            value = acts[-1][2].model_copy(update={"pos": "V", "frame": "event", "head": head, "rule": RULE})
            yield verb[0], verb[1], value


def _several(doc: Doc, one: Found) -> bool:
    trigger = one[2]
    named = trigger.pos == "N" and trigger.strength == "strong" and trigger.type is not None
    return named and "Number=Plur" in doc[trigger.head].morph


def _happening(sent: Span, keys: Keys) -> tuple[int, int] | None:
    """Tokens of the verb that tells an elided subject to have happened."""
    dated = any(sent.start <= span.start < sent.end for span in sent.doc.spans.get("dates", ()))
    subjects = (_index("subjects"), _index("ordinals")) if dated else (_index("subjects"),)
    for start in range(sent.start, min(sent.start + OPENING, sent.end)):
        for end in (end for index in subjects for end, _, _ in index.matches_at(keys, start)):
            if (verb := _verb_after(sent, keys, end)) is not None:
                return verb
    return None


def _verb_after(sent: Span, keys: Keys, end: int) -> tuple[int, int] | None:
    """A verb of happening with no noun before it (« la première réunion a eu lieu » is no ellipsis)."""
    for index in range(end, min(end + GAP, sent.end)):
        if sent.doc[index].pos_ in ("NOUN", "PROPN"):
            return None
        for stop, _, _ in _index("verbs").matches_at(keys, index):
            return index, stop
    return None
