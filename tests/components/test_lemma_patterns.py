"""Entries of several words matched over lemmas: gaps, pronominals, contractions, agreement."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.components.lemma_patterns import (
    GAP,
    PatternIndex,
    agreement_entry,
    fold_agreement,
    fold_word,
    split_entry,
)


def match(entry: str, words: str) -> str | None:
    """The words that an entry matches, by forms alone."""
    index, forms = PatternIndex([(entry, entry)]), words.split()
    keys = [(fold_word(form),) for form in forms]
    for start in range(len(forms)):
        for end, _, _ in index.matches_at(keys, start):
            return " ".join(forms[start:end])
    return None


@pytest.mark.parametrize(
    ("entry", "words", "expected"),
    [
        ("embuscade", "dans une embuscade", "embuscade"),
        ("prise d'otages", "la prise d' otages", "prise d' otages"),
        ("prise d'otages", "la prise d’ otages", "prise d’ otages"),
        ("coûter la vie à", "ont coûter la vie aux soldats", "coûter la vie aux"),
        ("mort de", "la mort du chef", "mort du"),
        ("mort de", "la mort des chefs", "mort des"),
        ("perdre son vie", "perdre leur vie", "perdre leur vie"),
        ("se faire exploser", "il s' est faire exploser", "faire exploser"),
        ("attribuer … à", "attribuer cette attaque à un groupe", "attribuer cette attaque à"),
    ],
)
def test_entry_matches(entry: str, words: str, expected: str) -> None:
    assert match(entry, words) == expected


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("prise d'otages", "la prise de pouvoir"),
        ("se faire exploser", "les soldats faire exploser un pont"),
        ("attribuer … à", "attribuer un rôle de premier plan très longtemps refusé encore à lui"),
        ("mort de", "la mort rôde"),
    ],
)
def test_entry_does_not_match(entry: str, words: str) -> None:
    assert match(entry, words) is None


@pytest.mark.parametrize(
    "forms",
    [
        "armé armée armés armées",
        "civil civils",
        "blessé blessés blessée blessées",
        "soldat soldats",
        "bandit bandits",
    ],
)
def test_number_and_gender_fold(forms: str) -> None:
    assert len({fold_agreement(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "pair",
    ["armée arme", "mort mine", "mine miné", "bas base", "fils fil", "moins moine", "gars gare"],
)
def test_other_words_stay_apart(pair: str) -> None:
    one, two = pair.split()
    assert fold_agreement(one) != fold_agreement(two)


def test_pronominal_entry_is_told_by_its_first_word() -> None:
    assert split_entry("se faire exploser") == (("faire", "exploser"), True)
    assert split_entry("faire exploser") == (("faire", "exploser"), False)


@given(
    st.lists(st.sampled_from(["a", "b", "c", GAP]), min_size=1, max_size=4),
    st.lists(st.sampled_from("abc"), max_size=8),
)
def test_match_ends_inside_the_text(entry: list[str], words: list[str]) -> None:
    keys = [(word,) for word in words]
    index = PatternIndex([(" ".join(entry), True)])
    for start in range(len(words)):
        for end, _, _ in index.matches_at(keys, start):
            assert start < end <= len(words)


@given(st.text(alphabet="abcdeéèçsxu'’- ", max_size=20))
def test_folding_twice_changes_nothing_more(word: str) -> None:
    assert fold_word(fold_word(word)) == fold_word(word)
    assert agreement_entry(word) == agreement_entry(word.replace("’", "'"))
