"""Lemmas of verbs, dictionary first."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from depeche.language.french import FrenchNews
from depeche.language.lemmas import depeche_lemmas
from depeche.language.lexicon import Entry, entry, pack, unpack, verb_lemma

VOCAB = FrenchNews().vocab


@pytest.mark.parametrize(
    ("form", "infinitive"),
    [
        ("tuant", "tuer"), ("tués", "tuer"), ("tuèrent", "tuer"), ("péri", "périr"), ("périssent", "périr"),
        ("enlevées", "enlever"), ("blessés", "blesser"), ("perpétrée", "perpétrer"), ("abattu", "abattre"),
        ("revendiqué", "revendiquer"), ("a", "avoir"), ("est", "être"), ("suis", "être"), ("eu", "avoir"),
        ("égorgés", "égorger"), ("incendiaient", "incendier"), ("neutralisé", "neutraliser"),
        ("meurt", "mourir"),
        ("entre", "entrer"), ("convient", "convenir"), ("Tués", "tuer"), ("jette", "jeter"), ("fut", "être"),
        ("tue", "tuer"), ("fonde", "fonder"), ("eût", "avoir"),
    ],
)  # fmt: skip
def test_forms_of_verbs(form: str, infinitive: str) -> None:
    assert verb_lemma(form) == infinitive


@pytest.mark.parametrize("form", ["Bamako", "soldats", "plus", "par", "", "xyz", "vingt-deux"])
def test_what_is_no_verb_has_no_infinitive(form: str) -> None:
    assert verb_lemma(form) is None


def test_classes() -> None:
    assert entry("soldats") == Entry("N", "soldat")
    assert entry("Maliens").classes == "NA"
    assert entry("L’") == entry("l'")


@pytest.mark.parametrize(
    ("form", "lemma"), [("tuant", "tuer"), ("est", "être"), ("a", "avoir"), ("mort", "mort")]
)
def test_packing_is_reversible(form: str, lemma: str) -> None:
    assert unpack(form, pack(form, lemma)) == lemma


def test_nouns_keep_the_trained_lemma() -> None:
    doc = Doc(VOCAB, words=["morts", "tués"], pos=["NOUN", "VERB"], lemmas=["mort", "tué"])
    assert [token.lemma_ for token in depeche_lemmas(doc)] == ["mort", "tuer"]


def test_an_unknown_verb_keeps_the_trained_lemma() -> None:
    doc = Doc(VOCAB, words=["djihadisaient"], pos=["VERB"], lemmas=["djihadiser"])
    assert depeche_lemmas(doc)[0].lemma_ == "djihadiser"
