"""Who did it to whom: syntax, claims, accusations, sources, sides of a clash.

Cases in `roles.txt`.
"""

from __future__ import annotations

import pytest
from spacy.language import Language

from readings import cases, described, wanted


@pytest.mark.parametrize(("text", "expected"), cases("events/roles.txt"))
def test_roles(nlp: Language, text: str, expected: str) -> None:
    assert described(nlp, text, expected) == wanted(expected)
