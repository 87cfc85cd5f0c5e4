"""The shipped weights: whole, and parsing the turns of phrase that the rules read."""

from __future__ import annotations

from pathlib import Path

import pytest
from models.training.assemble import checksum, size_in_megabytes
from models.training.card import card_checksum, measured, write_card
from models.training.measure import Figure
from models.training.steps import REPOSITORY
from spacy.language import Language
from spacy.tokens import Doc, Token

from depeche.language.base_model import load_base, shipped_path

CARD = REPOSITORY / "models" / "README.md"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_base()


def test_the_checksum_is_the_one_of_the_card() -> None:
    assert checksum(shipped_path()) == card_checksum(CARD)


def test_the_size_is_kept() -> None:
    assert size_in_megabytes(shipped_path()) <= 30


def test_the_measured_part_of_a_card_is_replaced(tmp_path: Path) -> None:
    card = tmp_path / "README.md"
    card.write_text("Avant\n<!-- measured: begin -->\nx\n<!-- measured: end -->\nAprès\n", encoding="utf8")
    technical = {"tokens/s": 6000.0, "tokenizer tokens/s": 60000.0, "ratio": 10.0, "MB": 20.0, "load s": 0.5}
    write_card(card, measured([Figure("UAS", 88.96, 89.0)], {"gsd": {"UAS": 88.96}}, technical, "ab" * 32))
    text = card.read_text(encoding="utf8")
    assert text.startswith("Avant")
    assert text.endswith("Après\n")
    assert "| UAS | ≥ 89.0 % | 89.0 | yes |" in text
    assert card_checksum(card) == "ab" * 32


def find(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


def relation(nlp: Language, sentence: str, word: str) -> tuple[str, str]:
    """The relation of a word, and the lemma of its head."""
    token = find(nlp(sentence), word)
    return token.dep_, token.head.lemma_


@pytest.mark.parametrize(
    ("sentence", "word", "dep", "head"),
    [
        ("Le village a été attaqué par des hommes armés.", "hommes", "obl:agent", "attaquer"),
        ("Six soldats ont été tués par les djihadistes près de Boni.", "djihadistes", "obl:agent", "tuer"),
        ("Six soldats ont été tués par les djihadistes près de Boni.", "soldats", "nsubj:pass", "tuer"),
        (
            "L’attentat, revendiqué par l’État islamique, a visé un marché.",
            "État",
            "obl:agent",
            "revendiquer",
        ),
        ("Des hommes ont pris le camp, tuant 41 soldats.", "soldats", "obj", "tuer"),
        ("Des hommes ont pris le camp, tuant 41 soldats.", "41", "nummod", "soldat"),
        ("L’explosion a fait au moins 16 morts et 10 blessés.", "morts", "obj", "faire"),
        ("L’explosion a fait au moins 16 morts et 10 blessés.", "blessés", "conj", "mort"),
        ("L’explosion a fait au moins 16 morts et 10 blessés.", "10", "nummod", "blessé"),
        ("Onze civils ont péri et cinquante-trois autres ont été blessés.", "civils", "nsubj", "périr"),
        (
            "Onze civils ont péri et cinquante-trois autres ont été blessés.",
            "autres",
            "nsubj:pass",
            "blesser",
        ),
        ("L’attaque a causé la mort de 41 soldats.", "mort", "obj", "causer"),
        ("Les rebelles ont enlevé douze élèves à Kuriga.", "élèves", "obj", "enlever"),
        ("Une bombe a explosé lundi dans un marché de Maiduguri.", "bombe", "nsubj", "exploser"),
        ("Les inondations ont détruit 10 000 maisons.", "maisons", "obj", "détruire"),
        ("Les inondations ont détruit 10 000 maisons.", "10 000", "nummod", "maison"),
    ],
)
def test_parses(nlp: Language, sentence: str, word: str, dep: str, head: str) -> None:
    assert relation(nlp, sentence, word) == (dep, head)


def test_a_headline_is_a_sentence_of_its_own(nlp: Language) -> None:
    doc = nlp("Mali : six morts dans une attaque\n\nDes hommes armés ont attaqué Boni. Ils ont fui")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Mali : six morts dans une attaque",
        "Des hommes armés ont attaqué Boni.",
        "Ils ont fui",
    ]


def test_lemmas_of_verbs(nlp: Language) -> None:
    doc = nlp("Ils ont tué six civils, enlevé onze femmes et incendié le marché, où deux gardes périrent.")
    verbs = [token.lemma_ for token in doc if token.pos_ == "VERB"]
    assert verbs == ["tuer", "enlever", "incendier", "périr"]


@pytest.mark.parametrize(
    ("sentence", "text", "label"),
    [
        ("Le JNIM a revendiqué l’assaut contre le camp de Dioura.", "JNIM", "ORG"),
        ("Le JNIM a revendiqué l’assaut contre le camp de Dioura.", "Dioura", "LOC"),
        ("Une embuscade a eu lieu près de Tessalit, au Mali.", "Tessalit", "LOC"),
        ("Les FARDC ont repris Bunagana au M23.", "FARDC", "ORG"),
        ("Le président Ibrahim Traoré s’est rendu à Djibo.", "Ibrahim Traoré", "PER"),
    ],
)
def test_entities(nlp: Language, sentence: str, text: str, label: str) -> None:
    assert (text, label) in [(entity.text, entity.label_) for entity in nlp(sentence).ents]
