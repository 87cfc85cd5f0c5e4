"""Lemmas of verbs: the dictionary first, the trained lemmatizer for what it lacks."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from depeche.language.lexicon import verb_lemma

VERBAL = frozenset({"VERB", "AUX"})


def verb_lemmas(doc: Doc) -> Iterator[tuple[int, str]]:
    """Yield (token index, infinitive) for each VERB or AUX that the dictionary knows as a verb."""
    for token in doc:
        if token.pos_ in VERBAL:
            lemma = verb_lemma(token.text)
            if lemma is not None:
                yield token.i, lemma


@Language.component("depeche_lemmas", requires=["token.pos"], assigns=["token.lemma"])
def depeche_lemmas(doc: Doc) -> Doc:
    """Give verbs the infinitive of the dictionary (« tuant », « tués » and « tuèrent » are forms of tuer)."""
    for index, lemma in verb_lemmas(doc):
        doc[index].lemma_ = lemma
    return doc
