"""The measures that the card gives."""

from __future__ import annotations

import pytest
from models.training.measure import Figure, recall, verb_lemma_accuracy
from spacy.tokens import Doc, Span
from spacy.training import Example

from depeche.language.french import FrenchNews

VOCAB = FrenchNews().vocab


def doc(words: str, pos: str = "", lemmas: str = "", ents: tuple[tuple[int, int, str], ...] = ()) -> Doc:
    made = Doc(VOCAB, words=words.split(), pos=pos.split() or None, lemmas=lemmas.split() or None)
    made.set_ents([Span(made, a, b, label=label) for a, b, label in ents])
    return made


def test_the_lemma_of_a_verb_counts_whatever_tag_it_got() -> None:
    gold = doc("soldats tués tuant", "NOUN VERB VERB", "soldat tuer tuer")
    predicted = doc("soldats tués tuant", "VERB NOUN VERB", "soldater tuer tuant")
    assert verb_lemma_accuracy([Example(predicted, gold)]) == pytest.approx(0.5)


def test_recall_asks_for_the_same_span_and_label() -> None:
    gold = doc("Boni Gao ONU Ali", ents=((0, 1, "LOC"), (1, 2, "LOC"), (2, 3, "ORG"), (3, 4, "PER")))
    predicted = doc("Boni Gao ONU Ali", ents=((0, 2, "LOC"), (2, 3, "ORG"), (3, 4, "LOC")))
    assert recall([Example(predicted, gold)], frozenset({"LOC", "ORG"})) == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("value", "target", "higher", "reached"),
    [(89.0, 89.0, True, True), (88.96, 89.0, True, True), (88.94, 89.0, True, False), (1.2, 1, False, False)],
)
def test_a_figure_is_judged_as_it_is_printed(
    value: float, target: float, higher: bool, reached: bool
) -> None:
    assert Figure("x", value, target, higher).reached is reached
