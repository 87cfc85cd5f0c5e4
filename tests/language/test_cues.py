"""Words beside a name tell its kind."""

from __future__ import annotations

import pytest

from depeche.language.cues import depeche_cues
from depeche.language.french import FrenchNews
from depeche.language.tokenizer import FrenchTokenizer

NLP = FrenchNews()
NLP.tokenizer = FrenchTokenizer(NLP)


def label(text: str, name: str, read: str) -> str:
    doc = NLP(text)
    start = text.index(name)
    doc.ents = (doc.char_span(start, start + len(name), read),)
    return depeche_cues(doc).ents[0].label_


@pytest.mark.parametrize(
    ("text", "name", "read", "told"),
    [
        ("Le village d’Ogossagou brûle", "Ogossagou", "PER", "LOC"),
        ("au nord de la Tapoa", "Tapoa", "ORG", "LOC"),
        ("l'aéroport du Kivu", "Kivu", "PER", "LOC"),
        ("repliés à Porga", "Porga", "PER", "LOC"),
        ("vivre en Ituri", "Ituri", "ORG", "LOC"),
        ("le général Tiani a parlé", "Tiani", "LOC", "PER"),
        ("Mme Sall a parlé", "Sall", "LOC", "PER"),
        ("des combattants du Macina", "Macina", "LOC", "ORG"),
        ("la milice Codeco", "Codeco", "LOC", "ORG"),
    ],
)
def test_a_cue_corrects_the_label(text: str, name: str, read: str, told: str) -> None:
    assert label(text, name, read) == told


@pytest.mark.parametrize(
    ("text", "name", "read"),
    [
        ("imputé à Emmanuel Macron", "Emmanuel Macron", "PER"),
        ("confié à l’ONU", "ONU", "ORG"),
        ("les forces de Haftar", "Haftar", "PER"),
        ("au nord, Ali a fui", "Ali", "PER"),
        ("en Barkhane", "Barkhane", "MISC"),
        ("Gao dort", "Gao", "LOC"),
        ("la mort de Déby", "Déby", "PER"),
    ],
)
def test_other_words_tell_nothing(text: str, name: str, read: str) -> None:
    assert label(text, name, read) == read
