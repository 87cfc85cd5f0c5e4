"""The date and the places of an event.

Cases in `dates_places.txt`.
"""

from __future__ import annotations

import pytest
from spacy.language import Language

from readings import cases, described, wanted


@pytest.mark.parametrize(("text", "expected"), cases("events/dates_places.txt"))
def test_date_and_place(nlp: Language, text: str, expected: str) -> None:
    assert described(nlp, text, expected) == wanted(expected)
