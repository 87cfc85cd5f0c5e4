"""The casualties of an incident: breakdowns, subsets, sums, revisions, rivals, zero.

Cases in `tolls.txt`.
"""

from __future__ import annotations

import pytest
from spacy.language import Language

from readings import cases, described, wanted


@pytest.mark.parametrize(("text", "expected"), cases("events/tolls.txt"))
def test_toll(nlp: Language, text: str, expected: str) -> None:
    assert described(nlp, text, expected) == wanted(expected)
