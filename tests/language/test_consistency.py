"""The mentions of one name in an article agree."""

from __future__ import annotations

from depeche.language.consistency import depeche_consistency
from depeche.language.french import FrenchNews
from depeche.language.tokenizer import FrenchTokenizer

NLP = FrenchNews()
NLP.tokenizer = FrenchTokenizer(NLP)


def entities(text: str, *found: tuple[str, str]) -> list[tuple[str, str]]:
    """Entities after agreement; `found` are those of the recogniser, in text order."""
    doc = NLP(text)
    spans, start = [], 0
    for name, label in found:
        start = text.index(name, start)
        spans.append(doc.char_span(start, start + len(name), label))
        start += len(name)
    doc.ents = tuple(spans)
    return [(entity.text, entity.label_) for entity in depeche_consistency(doc).ents]


def test_the_label_of_most_mentions_wins() -> None:
    text = "Kidal est calme. À Kidal, rien. Kidal dort."
    found = entities(text, ("Kidal", "PER"), ("Kidal", "LOC"), ("Kidal", "LOC"))
    assert found == [("Kidal", "LOC")] * 3


def test_a_family_name_alone_is_the_person_named_in_full() -> None:
    text = "Marie Diallo a parlé. Diallo est maire. Selon Diallo, tout va."
    assert entities(text, ("Marie Diallo", "PER"), ("Diallo", "LOC")) == [
        ("Marie Diallo", "PER"),
        ("Diallo", "PER"),
        ("Diallo", "PER"),
    ]


def test_a_place_with_a_longer_name_is_no_family() -> None:
    assert entities("Saint Louis, puis Louis.", ("Saint Louis", "LOC")) == [("Saint Louis", "LOC")]


def test_repetitions_are_found() -> None:
    text = "Les FARDC avancent. Le camp des FARDC brûle. Les fardc."
    assert entities(text, ("FARDC", "ORG")) == [("FARDC", "ORG"), ("FARDC", "ORG")]


def test_the_longest_name_is_taken() -> None:
    text = "L'État islamique attaque. Contre l'État, contre l'État islamique."
    assert entities(text, ("État islamique", "ORG")) == [("État islamique", "ORG")] * 2


def test_common_words_are_not_repeated() -> None:
    assert entities("Les talibans. Des talibans.", ("talibans", "ORG")) == [("talibans", "ORG")]


def test_no_entity_no_change() -> None:
    assert entities("Rien à signaler.") == []
