"""Who the attacker is, and what becomes of him: apposition, identity, capture.

Cases in `attackers.txt`.
"""

from __future__ import annotations

import pytest
from spacy.language import Language

from readings import cases, described, wanted


@pytest.mark.parametrize(("text", "expected"), cases("events/attackers.txt"))
def test_attackers(nlp: Language, text: str, expected: str) -> None:
    assert described(nlp, text, expected) == wanted(expected)
