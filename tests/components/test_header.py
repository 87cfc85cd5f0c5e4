"""Publication date, headline and start of the prose."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from depeche.components.dates.publication import Publication
from depeche.components.header import find_publication, publication_from_name, title_end
from depeche.resources import rules

SHAPES = rules("dates", "header.toml")["shape"]


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("fr")
    nlp.add_pipe("depeche_header")
    return nlp


def published(text: str) -> str | None:
    told = find_publication(text)
    return told.published if told else None


@pytest.mark.parametrize("text", [text for shape in SHAPES for text in shape["examples"]])
def test_shape_tells_a_publication_date(text: str) -> None:
    told = find_publication(text)
    assert told is not None
    assert any(character.isdigit() for character in text[told.start : told.end])


@pytest.mark.parametrize("text", [text for shape in SHAPES for text in shape["counterexamples"]])
def test_date_of_the_prose_is_no_publication_date(text: str) -> None:
    assert find_publication(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" date 2025-05 Au Mali, dix soldats ont été tués.", "2025-05"),
        ("date 2025-05-23\nAttaque à Gao", "2025-05-23"),
        ("15 janvier 2016 . – Une bombe a explosé.", "2016-01-15"),
        ("Titre\n\n1er janvier 2016, 14h30 . –\nUn homme est mort.", "2016-01-01"),
        ("Bamako, 12 mars 2020 (AFP) – Dix soldats ont été tués.", "2020-03-12"),
        ("Titre\nPublié le 23/05/2025 à 10h12\nLe texte.", "2025-05-23"),
        ("Un texte.\nUn autre.\nPublié le 3 mars 2020", "2020-03-03"),
        ("Le 12.03.2020 à 14:05\nUne bombe a explosé.", "2020-03-12"),
        ("MINISTÈRE\nÉTAT-MAJOR\n\nBamako, le 4 avril 2022\nCOMMUNIQUÉ\nLes forces ont agi.", "2022-04-04"),
        ("Samedi 1er juillet 2023, 08h40. Un millier de personnes arrêtées.", "2023-07-01"),
        ("Un long texte.\n\n(Mercredi 3 juillet 2019, 17h)", "2019-07-03"),
        ("Attaque à Gao\ndate 2025-05 Dix soldats ont été tués.", "2025-05"),
        ("Attaque à Gao\nNov 23, 2023 - 15:56\nDix soldats ont été tués.", "2023-11-23"),
        ("Attaque à Gao\n2024-03-12T10:15:00Z\nDix soldats ont été tués.", "2024-03-12"),
        ("Attaque à Gao\nmar. 12 mars 2024\nDix soldats ont été tués.", "2024-03-12"),
        (
            "Attaque à Gao\nDix soldats sont morts.\nAuteur: Awa Sarr Publié le: Mardi 12 Mars 2024",
            "2024-03-12",
        ),
        ("Rédigé par La Rédaction, le 9 juin 2021\nAttaque à Gao\nDix soldats sont morts.", "2021-06-09"),
        ("Le 12 mars 2024 à 10h15 modifié 12 mars 2024 à 12h\nDix soldats sont morts.", "2024-03-12"),
    ],
)
def test_publication_dates(text: str, expected: str) -> None:
    assert published(text) == expected


def test_month_prefix_is_made_a_day_by_a_label_of_that_month() -> None:
    assert published(" date 2018-04 publié le 30/04/2018 à 09:02\n\nVingt morts.") == "2018-04-30"
    assert published(" date 2018-04 Vingt morts.\nPublié le 30/05/2019") == "2018-04"


def test_dateline_without_year_takes_the_year_of_the_prefix() -> None:
    assert published(" date 2018-05 KABOUL, 3 mai (Reuters) - Une bombe a explosé.") == "2018-05-03"
    assert published("KABOUL, 3 mai (Reuters) - Une bombe a explosé.") is None


def test_first_publication_wins_over_update() -> None:
    assert published("Titre\nPublié le 3 mars 2020 - Mis à jour le 5 mars 2020\nLe texte.") == "2020-03-03"


def test_chronology_is_no_head() -> None:
    assert published("3 mars 2019\nUne bombe.\n4 avril 2020\nUn raid.\n5 mai 2021\nUn siège.") is None


def test_prefix_alone_is_before_the_body() -> None:
    text = " date 2025-05 Au Mali, dix soldats ont été tués."
    assert find_publication(text) == Publication("2025-05", 6, 13, 14)


def test_component_writes_the_head(nlp: Language) -> None:
    doc = nlp(" date 2025-05 Attaque à Gao\n\nDix soldats ont été tués.")
    assert doc._.published == "2025-05"
    assert doc.text[slice(*doc._.published_span)] == "2025-05"
    assert doc.text[doc._.body_start : doc._.title_end] == "Attaque à Gao"
    starts = [token.text for token in doc if token.is_sent_start]
    assert "Attaque" in starts


def test_metadata_is_kept_and_the_prefix_still_set_apart(nlp: Language) -> None:
    doc = nlp.make_doc(" date 2025-05 Dix soldats ont été tués.")
    doc._.published = "2025-05-23"
    doc = nlp.get_pipe("depeche_header")(doc)
    assert (doc._.published, doc._.body_start) == ("2025-05-23", 14)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dix morts à Gao\nLe camp a été attaqué.", "Dix morts à Gao"),
        ("Gao : que s'est-il passé ?\n\nLe camp a été attaqué.", "Gao : que s'est-il passé ?"),
        ("Dix soldats ont été tués.\nLe camp a été attaqué.", ""),
        ("Dix morts à Gao", ""),
        ("mot " * 60 + "\nLe camp a été attaqué.", ""),
    ],
)
def test_headline(text: str, expected: str) -> None:
    assert text[: title_end(text, 0)] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2019-10-03-boulikessi.txt", "2019-10-03"),
        ("20191003_mali.txt", "2019-10-03"),
        ("mali-2019-10.md", "2019-10"),
        ("article-12.txt", None),
        ("2019-13-45.txt", None),
        ("12345678.txt", None),
    ],
)
def test_publication_from_name(name: str, expected: str | None) -> None:
    assert publication_from_name(name) == expected


@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    told = find_publication(text)
    if told is not None:
        assert 0 <= told.start < told.end <= len(text)
    assert 0 <= title_end(text, 0) <= len(text)


def test_a_dateline_without_a_year_has_that_of_the_date_known() -> None:
    text = "OUAGADOUGOU, 15 mai (Xinhua) -- Quatre volontaires sont tombés mardi dans une embuscade."
    told = find_publication(text, "2024-05-15")
    assert told is not None
    assert told.published == "2024-05-15"
    assert find_publication(text) is None
    assert find_publication("Le 15 mai, une bombe a explosé à Gao.", "2024-05-15") is None
