"""What French sets inside set phrases: « a ouvert mardi soir le feu », « une attaque russe de drones »."""

from __future__ import annotations

from spacy.tokens import Doc

from depeche.components.lemma_patterns import plain
from depeche.resources import word_set

_KEY = "_depeche_adjuncts"
_LED = ("triggers", "grammar.toml", "adjuncts", "led")
_PHRASES = ("triggers", "grammar.toml", "adjuncts", "phrases")
_HOURS = ("triggers", "grammar.toml", "adjuncts", "hours")
_LONGEST = 3


def adjuncts(doc: Doc) -> dict[int, int]:
    """End token of each stretch of dates and adverbs, by the token that it starts at; read once for a doc."""
    found: dict[int, int] | None = doc.user_data.get(_KEY)
    if found is None:
        found = doc.user_data[_KEY] = _joined(_single(doc))
    return found


def adjectives(doc: Doc) -> dict[int, int]:
    """End token of each stretch of adjectives, by its first token: « attaque russe de drones »."""
    return _joined({token.i: token.i + 1 for token in doc if token.pos_ == "ADJ"})


def forget_adjuncts(doc: Doc) -> None:
    """Remove what `adjuncts` keeps in `doc.user_data`."""
    doc.user_data.pop(_KEY, None)


def _single(doc: Doc) -> dict[int, int]:
    """Dates with the small words that lead them, adverbs, and set phrases (« à nouveau »)."""
    found = {token.i: token.i + 1 for token in doc if token.pos_ == "ADV"}
    for index in range(len(doc)):
        for length in range(2, _LONGEST + 1):
            if plain(doc[index : index + length].text) in word_set(*_PHRASES):
                found[index] = index + length
        clock = _clock(doc, index)
        if clock is not None:
            found[index] = clock
    for span in doc.spans.get("dates", ()):
        start = int(span.start)
        while start > 0 and plain(doc[start - 1].text) in word_set(*_LED):
            start -= 1
        for first in range(start, span.start + 1):
            found[first] = span.end
    return found


def _clock(doc: Doc, start: int) -> int | None:
    """End of « vers 19 heures », « à 19 h 30 » from a token, or None."""
    if start + 2 >= len(doc) or plain(doc[start].text) not in word_set(*_LED) or not doc[start + 1].like_num:
        return None
    if plain(doc[start + 2].text) not in word_set(*_HOURS):
        return None
    end = start + 3
    return end + 1 if end < len(doc) and doc[end].like_num else end


def _joined(single: dict[int, int]) -> dict[int, int]:
    """One stretch of what stands side by side (« mardi vers 19 heures »)."""
    joined = {}
    for start, end in single.items():
        while end in single:
            end = single[end]
        joined[start] = end
    return joined
