"""French verbal negation: « ne … pas », « n'a jamais », « n'a fait aucun »."""

from __future__ import annotations

from spacy.tokens import Token

_NEGATIONS = frozenset({"pas", "jamais", "plus", "guère", "point"})
_AFTER = _NEGATIONS | {"aucun", "aucune", "personne"}


def negated(verb: Token) -> bool:
    """« ne … pas » round the verb or its auxiliaries."""
    doc, start = verb.doc, max(verb.sent.start, verb.i - 6)
    window = doc[start : verb.i]
    seen = False
    for token in reversed(window):
        low = token.lower_.replace("’", "'")
        if low in _NEGATIONS:
            seen = True
        elif low in ("ne", "n'"):
            return seen or any(t.lower_ in _AFTER for t in doc[verb.i : verb.i + 3])
        elif token.text in ";:.," or token.pos_ in ("NOUN", "PROPN"):
            return False
    return False
