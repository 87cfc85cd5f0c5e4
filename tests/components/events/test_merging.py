"""Mentions of one incident merged, other incidents kept apart.

Cases in `merging.txt`.
"""

from __future__ import annotations

import pytest
from spacy.language import Language

from readings import cases, described, wanted


@pytest.mark.parametrize(("text", "expected"), cases("events/merging.txt"))
def test_incidents(nlp: Language, text: str, expected: str) -> None:
    assert described(nlp, text, expected) == wanted(expected)
