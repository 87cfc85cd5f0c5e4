"""Runs of capitalised words that a heading without a full stop has joined to the text below it."""

from __future__ import annotations

from spacy.lang.fr.stop_words import STOP_WORDS
from spacy.tokens import Doc

from depeche.components.places.lexicons import particles
from depeche.gazetteer import Gazetteer
from depeche.language.lexicon import entry as french_word

_SENTENCE_WORDS = particles("sentence")
_OPENING = (STOP_WORDS | particles("article")) - particles("binding")


def words_of(doc: Doc, start: int, end: int) -> str:
    """The text of some tokens; `doc.text` would join the whole document each time."""
    if end == start + 1:
        return str(doc[start].text)
    return "".join(doc[index].text_with_ws for index in range(start, end - 1)) + str(doc[end - 1].text)


def without_next_sentence(doc: Doc, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Where a name ends in « des corps repêchés à Gaya Surchargée, … », « à Kadougli Le Kordofan, où … ».

    The text begins with the article after a known name, with a function word that ends the run, or with a
    verb form or an adverb after a known name.
    """
    if end < start + 2 or end >= len(doc):
        return end
    for index in range(start + 1, end - 1):
        if doc[index].text in _SENTENCE_WORDS and gazetteer.exact(words_of(doc, start, index)):
            return end if gazetteer.exact(words_of(doc, start, end)) else index
    while end > start + 1 and _begins_text(doc, start, end, gazetteer):
        end -= 1
    return end


def _begins_text(doc: Doc, start: int, end: int, gazetteer: Gazetteer) -> bool:
    last = doc[end - 1]
    if "-" in last.text:
        return False
    if last.lower_ in _OPENING and not doc[end].text[:1].isupper():
        return True
    word = not {"V", "D"}.isdisjoint(french_word(last.text).classes)
    if not word or doc[start].lower_ in _OPENING or gazetteer.exact(words_of(doc, start, end)):
        return False
    return bool(gazetteer.exact(words_of(doc, start, end - 1)))
