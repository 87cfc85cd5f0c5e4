"""Our own parsed sentences: sound trees, and the swaps that vary them."""

from __future__ import annotations

from random import Random

from models.training.conllu import Sentence, Word
from models.training.domain_parses import domain_treebank, vary


def forms(sentence: Sentence) -> str:
    return " ".join(word.form for word in sentence)


def depth(sentence: Sentence, i: int) -> int:
    return 0 if sentence[i].head == i else 1 + depth(sentence, sentence[i].head)


def test_every_sentence_is_a_tree_with_one_root() -> None:
    for sentence in domain_treebank(0):
        assert sum(word.dep == "ROOT" for word in sentence) == 1
        assert max(depth(sentence, i) for i in range(len(sentence))) < len(sentence)


def test_swaps_keep_the_tree() -> None:
    written = domain_treebank(0)
    for sentence in written:
        varied = vary(sentence, Random(4))
        assert [(w.upos, w.head, w.dep) for w in varied] == [(w.upos, w.head, w.dep) for w in sentence]


def test_numbers_and_people_are_swapped() -> None:
    words = [
        Word("Douze", "douze", "NUM", "", 1, "nummod", True),
        Word("soldats", "soldat", "NOUN", "", 2, "nsubj:pass", True),
        Word("tués", "tuer", "VERB", "", 2, "ROOT", True),
    ]
    drawn = {forms(vary(words, Random(seed))) for seed in range(30)}
    assert len(drawn) > 10
    assert all(text[0].isupper() or text[0].isdigit() for text in drawn)


def test_a_word_after_an_apostrophe_starts_alike() -> None:
    words = [
        Word("d'", "de", "ADP", "", 1, "case", False),
        Word("habitants", "habitant", "NOUN", "", 1, "ROOT", True),
    ]
    for seed in range(20):
        assert vary(words, Random(seed))[1].form[0] in "aeéhou"


def test_decimals_are_left() -> None:
    assert forms(vary([Word("6,8", "6,8", "NUM", "", 0, "ROOT", True)], Random(0))) == "6,8"
