"""The type that triggers and weapons give to an event.

Cases in `types.txt`.
"""

from __future__ import annotations

import pytest
from spacy.language import Language

from readings import cases, described, wanted


@pytest.mark.parametrize(("text", "expected"), cases("events/types.txt"))
def test_type(nlp: Language, text: str, expected: str) -> None:
    assert described(nlp, text, expected) == wanted(expected)
