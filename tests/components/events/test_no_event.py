"""What looks like an event and is none: figures of speech, threats, plans, totals.

Cases in `no_event.txt`.
"""

from __future__ import annotations

import pytest
from spacy.language import Language

from readings import cases, described, wanted


@pytest.mark.parametrize(("text", "expected"), cases("events/no_event.txt"))
def test_no_record(nlp: Language, text: str, expected: str) -> None:
    assert described(nlp, text, expected) == wanted(expected)
