"""The words that tell an event: longest entry first, pronominals before plain verbs, no look-alikes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from spacy.language import Language

from readings import cases, read


def forms(nlp: Language, text: str) -> str:
    """The trigger forms of a text, without weapons and tolls."""
    doc = read(nlp, text)
    found = [s._.trigger for s in doc.spans["triggers"] if s._.trigger.strength not in ("means", "anaphor")]
    return " + ".join(trigger.form for trigger in found) or "none"


@pytest.mark.parametrize(("sentence", "expected"), cases("triggers.txt"))
def test_trigger_forms(nlp: Language, sentence: str, expected: str) -> None:
    assert forms(nlp, sentence) == expected


def test_longest_entry_wins(nlp: Language) -> None:
    doc = read(nlp, "Un attentat-suicide à la voiture piégée a fait neuf morts.")
    assert doc.spans["triggers"][0]._.trigger.type == "suicide_bombing"


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("L'assaillant s'est fait exploser devant le poste.", "suicide_bombing"),
        ("Les rebelles ont fait exploser un pont.", "explosion"),
    ],
)
def test_pronominal_entry_wins_over_the_plain_verb(nlp: Language, sentence: str, type_: str) -> None:
    doc = read(nlp, sentence)
    assert type_ in [span._.trigger.type for span in doc.spans["triggers"]]


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_both_apostrophes_trigger(nlp: Language, apostrophe: str) -> None:
    assert forms(nlp, "La prise d'otages a pris fin.".replace("'", apostrophe)) == "prise d'otage"


def test_triggers_do_not_overlap(nlp: Language) -> None:
    doc = read(
        nlp, "Un raid aérien, une attaque à la roquette et une prise d'otages ont fait dix morts lundi."
    )
    spans = list(doc.spans["triggers"])
    assert all(one.end <= two.start for one, two in pairwise(spans))
