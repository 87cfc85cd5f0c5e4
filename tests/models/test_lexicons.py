"""Compiling the form lexicon and the names."""

from __future__ import annotations

import gzip
from importlib.resources import files

import pytest
from models.training.lexicon import conjugate
from models.training.names import words_of

from depeche.language.lexicon import FORMS, NAMES, entry, name_classes


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("tuer", {"tuant", "tuèrent", "tuées", "tue", "tuera"}),
        ("lancer", {"lançant", "lança", "lancèrent", "lancé"}),
        ("égorger", {"égorgeait", "égorgé", "égorgea"}),
        ("jeter", {"jette", "jetait", "jettera"}),
        ("enlever", {"enlève", "enlevée"}),
        ("appuyer", {"appuie", "appuyait", "appuiera"}),
    ],
)
def test_regular_conjugation(verb: str, forms: set[str]) -> None:
    assert forms <= conjugate(verb)


@pytest.mark.parametrize("file", [FORMS, NAMES])
def test_tables_are_sorted_for_the_search(file: str) -> None:
    data = gzip.decompress(files("depeche.language").joinpath(file).read_bytes())
    comment, *lines = data.split(b"\n")
    keys = [line.split(b"\t")[0] for line in lines]
    assert comment.startswith(b"# source: ")
    assert keys == sorted(set(keys))


def test_the_first_and_last_entries_are_found() -> None:
    lines = gzip.decompress(files("depeche.language").joinpath(FORMS).read_bytes()).decode().split("\n")
    for line in (lines[1], lines[-1]):
        assert entry(line.split("\t")[0]).classes == line.split("\t")[1]


@pytest.mark.parametrize(
    ("word", "classes"), [("Bamako", "L"), ("Paris", "L"), ("Hezbollah", "O"), ("tuer", "")]
)
def test_names(word: str, classes: str) -> None:
    assert name_classes(word) == classes


def test_words_of_a_name() -> None:
    assert list(words_of("Front populaire d'Azawad", sure=False)) == ["azawad"]
    assert list(words_of("Mali", sure=True)) == ["mali"]
    assert list(words_of("Mali", sure=False)) == []
