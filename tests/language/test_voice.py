"""The voice of a clause follows its auxiliary."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from depeche.language.french import FrenchNews
from depeche.language.voice import depeche_voice

VOCAB = FrenchNews().vocab


def subject_label(auxiliaries: list[tuple[str, str, str]]) -> str:
    """Label of « homme » before auxiliaries (form, lemma, label) and « visé », parsed as passive."""
    forms, lemmas, labels = (list(part) for part in zip(*auxiliaries, strict=True))
    verb = 1 + len(auxiliaries)
    doc = Doc(
        VOCAB,
        words=["homme", *forms, "visé"],
        lemmas=["homme", *lemmas, "viser"],
        heads=[verb] * (verb + 1),
        deps=["nsubj:pass", *labels, "ROOT"],
    )
    return depeche_voice(doc)[0].dep_


@pytest.mark.parametrize(
    ("auxiliaries", "label"),
    [
        ([("a", "avoir", "aux:tense")], "nsubj"),
        ([("avait", "avoir", "aux:tense")], "nsubj"),
        ([("a", "avoir", "aux:tense"), ("été", "être", "aux:pass")], "nsubj:pass"),
        ([("a", "avoir", "aux:tense"), ("été", "être", "aux:tense")], "nsubj:pass"),
        ([("est", "être", "aux:tense")], "nsubj:pass"),
    ],
)
def test_only_avoir_alone_makes_a_clause_active(auxiliaries: list[tuple[str, str, str]], label: str) -> None:
    assert subject_label(auxiliaries) == label
