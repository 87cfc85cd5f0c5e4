"""Whose casualties a bare count is: « 16 morts parmi les soldats », « 20 morts côté armée »."""

from __future__ import annotations

from functools import cache, partial

from spacy.tokens import Doc

from depeche.components.casualties.counted import Counted
from depeche.components.lemma_patterns import fold_word
from depeche.records import VictimGroup
from depeche.resources import rules, word_set

REACH = 10


_words = partial(word_set, "casualties", "grammar.toml", "groups")


@cache
def _party_words() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words that lead to a party, folded, by their first one."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in rules("casualties", "scope.toml")["parties"]["before"]:
        words = tuple(fold_word(word) for word in phrase.split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


def party_group(doc: Doc, phrase: Counted) -> VictimGroup | None:
    """The group named by « parmi … », « côté … », « dans les rangs de … » after a count, or before it."""
    sent = doc[phrase.head].sent
    after = _group_from(doc, phrase.head + 1, min(sent.end, phrase.head + REACH))
    if after is not None:
        return after
    return _group_from(doc, max(sent.start, phrase.start - 7), phrase.start)


def _group_from(doc: Doc, start: int, end: int) -> VictimGroup | None:
    for index in range(start, end):
        if doc[index].text in ";:":
            return None
        for words in _party_words().get(fold_word(doc[index].text), ()):
            if tuple(fold_word(token.text) for token in doc[index : index + len(words)]) == words:
                found = _actor_group(doc, index + len(words), min(end + 4, index + len(words) + 5))
                if found is not None:
                    return found
    return None


def _actor_group(doc: Doc, start: int, end: int) -> VictimGroup | None:
    for span in doc.spans.get("actors", ()):
        if start <= span.start < end and span._.actor.bias != "count":
            group: VictimGroup = span._.actor.group
            return None if group == "unspecified" else group
    for token in doc[start : min(end, len(doc))]:
        low = token.lower_
        if low in _words("own_side"):
            return "military"
        if low in _words("other_side"):
            return "militant"
    return None
