"""Whose casualties a bare count is: « 16 morts parmi les soldats », « 20 morts côté armée », « onze civils … cinquante autres »."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from depeche.components.casualties.counted import Counted
from depeche.components.lemma_patterns import fold_word
from depeche.records import VictimGroup
from depeche.resources import rules

REACH = 10


@cache
def _party_words() -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(fold_word(w) for w in phrase.split())
        for phrase in rules("casualties", "scope.toml")["parties"]["before"]
    )


def party_group(doc: Doc, phrase: Counted) -> VictimGroup | None:
    """The group named by « parmi … », « côté … », « dans les rangs de … » after the count, or before it in its clause."""
    sent = doc[phrase.head].sent
    after = _group_from(doc, phrase.head + 1, min(sent.end, phrase.head + REACH))
    if after is not None:
        return after
    return _group_from(doc, max(sent.start, phrase.start - 7), phrase.start)


def _group_from(doc: Doc, start: int, end: int) -> VictimGroup | None:
    for index in range(start, end):
        if doc[index].text in ";:":
            return None
        for words in _party_words():
            if tuple(fold_word(token.text) for token in doc[index : index + len(words)]) == words:
                found = _actor_group(doc, index + len(words), min(end + 4, index + len(words) + 5))
                if found is not None:
                    return found
    return None


def _actor_group(doc: Doc, start: int, end: int) -> VictimGroup | None:
    for span in doc.spans.get("actors", ()):
        if start <= span.start < end and span._.actor.bias not in ("count",):
            group: VictimGroup = span._.actor.group
            return None if group == "unspecified" else group
    for token in doc[start : min(end, len(doc))]:
        low = token.lower_
        if low in ("ami", "amis", "amie"):
            return "military"
        if low in ("ennemi", "ennemie", "ennemis", "adverse"):
            return "militant"
    return None
