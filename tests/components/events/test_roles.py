"""Who did it to whom: syntax, claims, accusations, sources, sides of a clash.

Cases in `roles.txt`; the attacker's identity and capture in `attackers.txt`; authors told away from
the verb in `authors.txt`; what an act was aimed at in `targets.txt`.
"""

from __future__ import annotations

import pytest
from spacy.language import Language

from readings import cases, described, wanted

CASES = [
    case for file in ("roles", "attackers", "authors", "targets") for case in cases(f"events/{file}.txt")
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_roles(nlp: Language, text: str, expected: str) -> None:
    assert described(nlp, text, expected) == wanted(expected)
