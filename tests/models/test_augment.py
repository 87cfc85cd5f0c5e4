"""Treebank sentences made to look like news pages."""

from __future__ import annotations

from random import Random

from models.training.augment import Page, flatten, headline, pages, plain, requote, typographic
from models.training.conllu import Sentence, Word


def sentence(text: str) -> Sentence:
    """A flat sentence: every word hangs on the first."""
    return [
        Word(form, form, "NOUN", "", 0, "ROOT" if i == 0 else "dep", True)
        for i, form in enumerate(text.split())
    ]


def forms(words: Sentence) -> str:
    return " ".join(word.form for word in words)


def text(words: Sentence) -> str:
    return "".join(word.form + " " * word.space for word in words)


def test_apostrophes() -> None:
    assert forms(typographic(sentence("L' armée l’ a dit"), "’")) == "L’ armée l’ a dit"


def test_straight_quotes_open_and_close() -> None:
    styled = requote([sentence('" Halte " dit " oui "')], "«", "»")
    assert forms(styled[0]) == "« Halte » dit « oui »"


def test_a_quotation_goes_on_in_the_next_sentence() -> None:
    styled = requote([sentence('Il dit : " Non .'), sentence('Jamais . "')], "«", "»")
    assert [forms(s) for s in styled] == ["Il dit : « Non .", "Jamais . »"]


def test_a_headline_has_no_stop() -> None:
    assert forms(headline(sentence("Six morts à Ber ."))) == "Six morts à Ber"
    assert forms(headline(sentence("Six morts à Ber ?"))) == "Six morts à Ber ?"


def test_a_line_break_is_a_token_that_hangs_on_the_one_before() -> None:
    words = flatten(Page([sentence("Six morts"), sentence("Le bilan")], ["\n\n", " "]))
    assert text(words) == "Six morts\n\nLe bilan "
    assert [(w.form, w.head) for w in words] == [
        ("Six", 0),
        ("morts", 0),
        ("\n\n", 1),
        ("Le", 3),
        ("bilan", 3),
    ]


def test_heads_stay_inside_their_sentence_and_the_draw_is_repeatable() -> None:
    corpus = [sentence(f"Phrase {n} du texte .") for n in range(30)]
    once, twice = ([flatten(page) for page in pages(corpus, Random(1))] for _ in range(2))
    assert once == twice
    assert all(0 <= word.head < len(words) for words in once for word in words)


def test_tests_are_left_as_they_are() -> None:
    assert [text(flatten(page)) for page in plain([sentence("L' an 1 .")])] == ["L' an 1 . "]
