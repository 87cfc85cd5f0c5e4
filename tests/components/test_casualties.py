"""How many were killed, injured, missing, abducted, arrested, displaced, and of whom: the guidelines' table.

The cases are in `casualties.txt`; a section each for a line of the table.
"""

from __future__ import annotations

import pytest
from spacy.language import Language

from readings import cases, count, read


def counts(nlp: Language, text: str, scope: str = "incident") -> list[str]:
    """The counts of victims of one scope, in text order: « killed military 41 »."""
    doc = read(nlp, text)
    found = [span._.casualty for span in doc.spans["casualties"]]
    return [
        f"{toll.kind} {toll.group} {count(toll.quantity.low, toll.quantity.high)}"
        for toll in found
        if toll.scope == scope
    ]


@pytest.mark.parametrize(("sentence", "expected"), cases("casualties.txt"))
def test_counts_of_victims(nlp: Language, sentence: str, expected: str) -> None:
    assert (", ".join(counts(nlp, sentence)) or "none") == expected


@pytest.mark.parametrize(
    ("sentence", "scope", "expected"),
    [
        ("Douze civils, parmi lesquels trois enfants, ont péri.", "subset", ["killed unspecified 3"]),
        ("Depuis 2012, les attaques ont fait 900 morts.", "cumulative", ["killed unspecified 900"]),
        ("Un premier bilan faisait état de sept morts.", "earlier_toll", ["killed unspecified 7"]),
        ("Un premier bilan faisait état de sept morts.", "incident", []),
    ],
)
def test_scope_of_a_count(nlp: Language, sentence: str, scope: str, expected: list[str]) -> None:
    assert counts(nlp, sentence, scope) == expected


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_both_apostrophes_read_alike(nlp: Language, apostrophe: str) -> None:
    text = "L'attaque a fait jusqu'à 20 morts et plus d'une dizaine de blessés.".replace("'", apostrophe)
    assert counts(nlp, text) == ["killed unspecified 20-", "injured unspecified 10+"]


def test_span_covers_the_counted_words(nlp: Language) -> None:
    doc = read(nlp, "Au moins 16 soldats maliens ont été tués.")
    assert [span.text for span in doc.spans["casualties"]] == ["Au moins 16 soldats maliens"]
