"""What French sets inside set phrases: « a ouvert mardi soir le feu », « une attaque russe de drones »."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from depeche.components.lemma_patterns import plain
from depeche.resources import word_set

_KEY = "_depeche_adjuncts"
_LED = ("triggers", "grammar.toml", "adjuncts", "led")
_PHRASES = ("triggers", "grammar.toml", "adjuncts", "phrases")
_HOURS = ("triggers", "grammar.toml", "adjuncts", "hours")
_PARTS = ("triggers", "grammar.toml", "adjuncts", "parts")


def adjuncts(doc: Doc) -> dict[int, int]:
    """End token of each stretch of dates and adverbs, by the token that it starts at; read once for a doc."""
    found: dict[int, int] | None = doc.user_data.get(_KEY)
    if found is None:
        found = doc.user_data[_KEY] = _between_commas(doc, _joined(_single(doc)))
    return found


def adjectives(doc: Doc) -> dict[int, int]:
    """End token of each stretch of adjectives, by its first token: « attaque russe de drones »."""
    return _joined({token.i: token.i + 1 for token in doc if token.pos_ == "ADJ"})


def forget_adjuncts(doc: Doc) -> None:
    """Remove what `adjuncts` keeps in `doc.user_data`."""
    doc.user_data.pop(_KEY, None)


def _single(doc: Doc) -> dict[int, int]:
    """Dates with the small words that lead them, adverbs, hours, and set phrases (« à nouveau »)."""
    told = [plain(token.text) for token in doc]
    led, hours = word_set(*_LED), word_set(*_HOURS)
    found = {token.i: token.i + 1 for token in doc if token.pos_ == "ADV"}
    for index, word in enumerate(told):
        for words in _phrases().get(word, ()):
            if told[index : index + len(words)] == words:
                found[index] = index + len(words)
        if word in hours and index > 1 and doc[index - 1].like_num and told[index - 2] in led:
            more = index + 1 < len(told) and doc[index + 1].like_num  # « vers 19 heures », « à 19 h 30 »
            found[index - 2] = _with_part(told, index + 1 + more)
    for span in doc.spans.get("dates", ()):
        start, end = int(span.start), int(span.end)
        found[start] = end
        while start > 0 and told[start - 1] in led:
            start -= 1
            found[start] = end
        if start > 0 and told[start - 1] == "," and told[end : end + 1] == [","]:
            found[start - 1] = end + 1  # « a foncé, ce vendredi 20 janvier, sur des piétons »
    return found


def _with_part(told: list[str], end: int) -> int:
    """« vers trois heures du matin »: the end of the hour with its part of the day."""
    for part in word_set(*_PARTS):
        words = part.split()
        if told[end : end + len(words)] == words:
            return end + len(words)
    return end


@cache
def _phrases() -> dict[str, list[list[str]]]:
    """The words of each set phrase, by the first."""
    found: dict[str, list[list[str]]] = {}
    for phrase in word_set(*_PHRASES):
        told = phrase.replace("'", "' ").split()  # cut as the tokenizer cuts
        found.setdefault(told[0], []).append(told)
    return found


def _between_commas(doc: Doc, joined: dict[int, int]) -> dict[int, int]:
    """Stretches with a comma between: « ont fondu jeudi, vers trois heures du matin, sur Désarmes »."""
    found = dict(joined)
    for start, end in sorted(joined.items(), reverse=True):
        if end < len(doc) and doc[end].text == ",":
            after = found.get(end + 1)
            if after is not None and after < len(doc) and doc[after].text == ",":
                found[start] = after + 1
    return found


def _joined(single: dict[int, int]) -> dict[int, int]:
    """One stretch of what stands side by side (« mardi vers 19 heures »)."""
    joined = {}
    for start, end in single.items():
        while end in single:
            end = single[end]
        joined[start] = end
    return joined
