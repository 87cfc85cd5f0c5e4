"""Sentence starts after line breaks: a headline or a caption is never glued to the next sentence."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

_TERMINAL = frozenset('.!?…:;»"”)')


def _continues(break_: Token) -> bool:
    """Tell whether a single line break falls inside a sentence, as in text wrapped at a fixed width.

    It does when the line above ends without punctuation and the line below starts in lower case.
    """
    if break_.text.count("\n") > 1 or break_.i == 0 or break_.i + 1 == len(break_.doc):
        return False
    before, after = break_.nbor(-1), break_.nbor(1)
    return before.text[-1] not in _TERMINAL and after.text[:1].islower()


def paragraph_starts(doc: Doc) -> Iterator[int]:
    """Yield the index of each token that starts a paragraph, the first token of the text excepted."""
    pending = False
    for token in doc:
        if token.is_space:
            pending = pending or ("\n" in token.text and not _continues(token))
        elif pending:
            if token.i:
                yield token.i
            pending = False


def set_sentence_starts(doc: Doc, starts: Iterator[int]) -> Doc:
    """Write the starts found; white space never starts a sentence."""
    found = set(starts)
    for token in doc:
        if token.i in found:
            token.is_sent_start = True
        elif token.is_space and token.i:
            token.is_sent_start = False
    return doc


@Language.component("depeche_paragraphs", assigns=["token.is_sent_start"])
def depeche_paragraphs(doc: Doc) -> Doc:
    """Pre-set sentence starts after line breaks; the parser keeps them and finds the others."""
    return set_sentence_starts(doc, paragraph_starts(doc))
