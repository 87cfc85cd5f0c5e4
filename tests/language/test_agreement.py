"""The voice of a clause follows its auxiliary, a participle its noun."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from depeche.language.agreement import depeche_agreement
from depeche.language.french import FrenchNews

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
    return depeche_agreement(doc)[0].dep_


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


def noun_of_the_participle(number: str, joined: str = "nmod") -> str:
    """The noun of « enlevés » or « enlevé » in « parents du joueur enlevé(s) », parsed beside « joueur »."""
    morphs = ["Gender=Masc|Number=Plur", "", "Gender=Masc|Number=Sing"]
    doc = Doc(
        VOCAB,
        words=["parents", "du", "joueur", "enlevé"],
        pos=["NOUN", "ADP", "NOUN", "VERB"],
        morphs=[*morphs, f"Gender=Masc|Number={number}|Tense=Past|VerbForm=Part"],
        heads=[0, 2, 0, 2],
        deps=["ROOT", "case", joined, "acl"],
        lemmas=["parent", "de", "joueur", "enlever"],
    )
    return depeche_agreement(doc)[3].head.text


def test_a_plural_participle_goes_to_the_plural_noun() -> None:
    assert noun_of_the_participle("Plur") == "parents"


def test_a_participle_stays_with_a_noun_that_it_agrees_with() -> None:
    assert noun_of_the_participle("Sing") == "joueur"


def test_a_participle_does_not_leave_its_clause() -> None:
    assert noun_of_the_participle("Plur", "obl") == "joueur"
