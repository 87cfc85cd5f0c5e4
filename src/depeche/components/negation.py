"""French negation: « ne … pas », « n'a jamais », « n'a fait aucun »; « aucun mort », which denies no act."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Span, Token

from depeche.components.lemma_patterns import plain
from depeche.resources import rules


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(rules("grammar", "negation.toml")["negation"][key])


def negated(verb: Token) -> bool:
    """« ne … pas » round the verb or its auxiliaries."""
    doc, start = verb.doc, max(verb.sent.start, verb.i - 6)
    window = doc[start : verb.i]
    seen = False
    for token in reversed(window):
        low = plain(token.text)
        if low in _words("second"):
            seen = True
        elif low in _words("first"):
            after = _words("second") | _words("object")
            return seen or any(t.lower_ in after for t in doc[verb.i : verb.i + 3])
        elif token.text in ";:.," or token.pos_ in ("NOUN", "PROPN"):
            return False
    return False


def of_no_victim(span: Span, start: int) -> bool:
    """« aucun mort n'est à déplorer après l'explosion »: it happened, and nobody died."""
    told = (c._.casualty for c in span.doc.spans.get("casualties", ()) if c.start <= start < c.end)
    return any(one.quantity.high == 0 and not span.start <= one.predicate < span.end for one in told)
