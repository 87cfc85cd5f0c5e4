"""Counts in French prose, with the bounds that words around them open."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from spacy.language import Language

from depeche.components.numbers import match_numbers
from readings import count, read


def numbers(text: str) -> list[str]:
    words = text.lower().replace("d'", "d' ").replace("jusqu'à", "jusqu' à").replace(",", " ,").split()
    return [count(value.low, value.high) for _, _, value in match_numbers(words)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("quarante et un soldats", "41"),
        ("quatre-vingt-dix-sept morts", "97"),
        ("deux cent trois blessés", "203"),
        ("nonante-deux passagers", "92"),
        ("septante élèves", "70"),
        ("huitante otages", "80"),
        ("mille deux cents déplacés", "1200"),
        ("trois millions de sinistrés", "3000000"),
        ("4.000 morts", "4000"),
        ("13'000 sans-abri", "13000"),
        ("41 soldats", "41"),
        ("une trentaine de corps", "30"),
        ("une demi-douzaine de cas", "6"),
        ("des dizaines de corps", "20+"),
        ("plusieurs centaines de familles", "200+"),
        ("des milliers de gens", "2000+"),
        ("au moins seize morts", "16+"),
        ("plus de 45 morts", "45+"),
        ("plus d'une vingtaine de morts", "20+"),
        ("pas moins de dix morts", "10+"),
        ("moins de 20 morts", "20-"),
        ("jusqu'à vingt morts", "20-"),
        ("environ 30 morts", "30"),
        ("près de 30 morts", "30"),
        ("quelque 300 élèves", "300"),
        ("entre 40 et 85 soldats", "40..85"),
        ("30 à 32 morts", "30..32"),
        ("43 , peut-être 44 morts", "43..44"),
        ("trois ou quatre hommes", "3..4"),
        ("deux cents voire trois cents morts", "200..300"),
        ("vingt morts au moins", "20"),
    ],
)
def test_counts(text: str, expected: str) -> None:
    assert numbers(text) == [expected]


@pytest.mark.parametrize(
    "text", ["un soldat", "des soldats", "le premier bilan", "la troisième attaque", "personne"]
)
def test_articles_and_ordinals_are_no_counts(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "approximate"),
    [
        ("environ 30 morts", True),
        ("une trentaine de morts", True),
        ("30 morts", False),
        ("au moins 30 morts", False),
    ],
)
def test_approximation_is_marked(text: str, approximate: bool) -> None:
    words = text.split()
    assert [value.approximate for _, _, value in match_numbers(words)] == [approximate]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On compte 13 000 morts.", ["13 000"]),
        ("Entre 40 et 85 soldats sont morts, et au moins 16 blessés.", ["Entre 40 et 85", "au moins 16"]),
        ("Quelque 300 élèves ont disparu.", ["Quelque 300"]),
    ],
)
def test_span_holds_the_modifier_and_not_the_noun(nlp: Language, text: str, expected: list[str]) -> None:
    doc = read(nlp, text)
    assert [span.text for span in doc.spans["numbers"]] == expected


_SMALL = [
    "au",
    "moins",
    "plus",
    "de",
    "d'",
    "entre",
    "et",
    "à",
    "une",
    "un",
    "dizaine",
    "centaines",
    "des",
    "vingt",
    "cent",
    "mille",
    "deux",
]
_WORDS = [
    *_SMALL,
    *["40", "85", "1", "000", "4.000", ",", "peut-être", "44", "millions", "voire", "quelque", "morts"],
]


@given(st.lists(st.sampled_from(_WORDS), max_size=14))
@example(["centaines", "au", "moins", "centaines"])
def test_any_sequence_of_number_words_is_read_in_order(words: list[str]) -> None:
    position = 0
    for start, end, value in match_numbers(words):
        assert position <= start < end <= len(words)
        assert value.low is None or value.high is None or value.low <= value.high
        position = end
