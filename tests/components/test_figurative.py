"""Figures of speech and other domains: a word with and without what changes its meaning."""

from __future__ import annotations

import pytest
from spacy.language import Language

from depeche.components.figurative import foreign_domain, sentence_domain
from readings import read


def fires(nlp: Language, text: str) -> bool:
    return bool(read(nlp, text)._.events)


PAIRS = [
    (
        "L'explosion d'une bombe a tué deux passants lundi à Kirkouk.",
        "L'explosion des prix inquiète lundi à Kirkouk.",
    ),
    ("Un séisme a frappé Lima lundi.", "Un séisme politique a frappé Lima lundi."),
    (
        "Une attaque a visé un poste lundi à Gao.",
        "Une attaque informatique a paralysé un hôpital lundi à Gao.",
    ),
    ("Les soldats ont tué trois rebelles mardi à Goma.", "Les attaquants ont tué le match mardi à Goma."),
    (
        "Une explosion s'est produite lundi dans une usine de Kirkouk.",
        "Une explosion de joie s'est produite lundi à Kirkouk.",
    ),
    (
        "Des accrochages entre soldats et rebelles ont fait six morts lundi à Goma.",
        "Le camion a provoqué trois accrochages avec des voitures lundi à Goma.",
    ),
    (
        "Deux soldats ont été abattus dans la nuit de lundi à mardi à Djibo.",
        "La nuit est tombée lundi sur Djibo.",
    ),
    (
        "Un missile a tué deux enfants lundi à Dnipro.",
        "Un missile en pleine lucarne a crucifié le gardien lundi.",
    ),
    (
        "Un incendie a ravagé un marché à Lomé lundi.",
        "Une déclaration a incendié les réseaux sociaux à Lomé lundi.",
    ),
    ("La ville de Homs est assiégée depuis lundi.", "Le siège de la banque à Homs a rouvert lundi."),
    ("Un immeuble s'est effondré lundi à Marseille.", "Les bénéfices du groupe ont fondu lundi à Marseille."),
    (
        "Trois mineurs sont morts lundi dans une mine d'or à Kamituga.",
        "Une mine d'or a ouvert lundi à Kamituga.",
    ),
    (
        "Un cycliste renversé par une camionnette est mort lundi à Dole.",
        "Le président renversé par les putschistes est mort lundi à Lomé.",
    ),
    (
        "Trois hommes ont braqué une bijouterie lundi à Wavre.",
        "Les caméras ont braqué leurs objectifs sur Wavre lundi.",
    ),
    (
        "Des agriculteurs ont bloqué l'autoroute lundi à Auch.",
        "La neige a bloqué l'autoroute lundi à Auch.",
    ),
    (
        "Le feu a pris dans un appartement lundi à Namur.",
        "Le cessez-le-feu a pris effet lundi à Namur.",
    ),
    (
        "Une voiture qui a terminé sa course dans un fossé a fait deux morts lundi à Guéret.",
        "Le coureur a terminé sa course en larmes lundi à Guéret.",
    ),
    (
        "La balustrade d'un temple a cédé lundi à Patna, faisant six morts.",
        "La défense a cédé lundi à Patna sous la pression.",
    ),
    (
        "Un braqueur a été cueilli lundi à Metz par la police.",
        "Les premières cerises ont été cueillies lundi à Metz.",
    ),
    (
        "Les rebelles ont fusillé deux enseignants lundi à Djibo.",
        "L'ailier a fusillé le portier lundi à Metz.",
    ),
    (
        "Quatre écoliers ont été fauchés lundi à Metz par une camionnette.",
        "Quatre cyclistes ont été fauchés dans une chute collective lundi à Metz.",
    ),
]


@pytest.mark.parametrize("literal", [pair[0] for pair in PAIRS])
def test_literal_use_is_an_event(nlp: Language, literal: str) -> None:
    assert fires(nlp, literal)


@pytest.mark.parametrize("figure", [pair[1] for pair in PAIRS])
def test_figure_of_speech_is_none(nlp: Language, figure: str) -> None:
    assert not fires(nlp, figure)


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("Le match a basculé quand le buteur a trompé le gardien avant la mi-temps.", "sport"),
        ("Le réalisateur a présenté son film au festival, où l'actrice a été saluée.", "culture"),
        ("L'inflation et les taux pèsent sur la croissance, le marché et la dette.", "economy"),
        ("Six soldats ont été tués lundi dans une attaque à Gao.", None),
    ],
)
def test_domain_of_a_text(nlp: Language, text: str, domain: str | None) -> None:
    assert foreign_domain(read(nlp, text)) == domain


def test_domain_of_a_sentence(nlp: Language) -> None:
    doc = read(nlp, "Le buteur a égalisé pour son équipe en finale.")
    assert sentence_domain(next(doc.sents)) == "sport"


def test_riot_at_a_match_is_an_event(nlp: Language) -> None:
    text = "Une bousculade dans un stade de Yaoundé a fait huit morts lundi avant un match de la CAN."
    assert [event.type for event in read(nlp, text)._.events] == ["accident"]
