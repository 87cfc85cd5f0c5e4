"""What takes an event out of what is reported as having happened: negation, mood, plans, fears, totals."""

from __future__ import annotations

import pytest
from spacy.language import Language

from depeche.components.qualifiers import UNREAL
from readings import cases, read


def qualifiers(nlp: Language, text: str) -> set[str]:
    """The qualifiers of all event triggers of a text; the pluperfect is no qualifier here."""
    doc = read(nlp, text)
    events = [span for span in doc.spans["triggers"] if span._.trigger.strength != "means"]
    return set().union(*(span._.qualifiers for span in events)) - {"background"} if events else set()


@pytest.mark.parametrize(("sentence", "expected"), cases("qualifiers.txt"))
def test_qualifier(nlp: Language, sentence: str, expected: str) -> None:
    found = qualifiers(nlp, sentence)
    assert found == set() if expected == "none" else expected in found


@pytest.mark.parametrize(
    "sentence",
    ["Six soldats avaient été tués.", "Le groupe avait attaqué le poste.", "Le poste avait été attaqué."],
)
def test_pluperfect_is_background(nlp: Language, sentence: str) -> None:
    doc = read(nlp, sentence)
    assert any("background" in span._.qualifiers for span in doc.spans["triggers"])


def test_background_happened() -> None:
    assert "background" not in UNREAL
