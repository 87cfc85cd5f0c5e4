"""Which date is the event's, with a parse given by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

import depeche.components.dates  # noqa: F401
from depeche.components.dates.linking import candidate_dates, event_dates


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("fr")


def dated(nlp: Language, text: str, *, sentences: bool = True) -> Doc:
    """The text with its dates and with sentences ended by full stops."""
    doc = nlp.make_doc(text)
    if sentences:
        for token in doc:
            token.is_sent_start = token.i == 0 or doc[token.i - 1].text == "."
    doc._.published = "2025-05-28"
    return nlp.create_pipe("depeche_dates")(doc)


def trigger(doc: Doc, word: str) -> Span:
    index = next(token.i for token in doc if token.text == word)
    return doc[index : index + 1]


def best(doc: Doc, word: str) -> tuple[str, str] | None:
    found = candidate_dates(trigger(doc, word))
    return (found[0].span._.date.resolved.edtf, found[0].scope) if found else None


def test_date_of_the_clause_comes_before_that_of_the_sentence(nlp: Language) -> None:
    doc = dated(nlp, "Le raid de mardi visait le camp , après une embuscade lundi .")
    assert best(doc, "raid") == ("2025-05-27", "clause")
    assert best(doc, "embuscade") == ("2025-05-26", "clause")


def test_date_of_the_announcement_is_no_candidate(nlp: Language) -> None:
    doc = dated(nlp, "L' armée a annoncé mardi une embuscade .")
    assert best(doc, "embuscade") is None


def test_sentence_without_date_has_the_one_told_before(nlp: Language) -> None:
    doc = dated(nlp, "Le camp a été pris le 3 mars 2020 . Le raid a fait dix morts .")
    assert best(doc, "raid") == ("2020-03-03", "narrative")


def test_text_without_date_has_no_candidate(nlp: Language) -> None:
    assert best(dated(nlp, "Le raid a fait dix morts ."), "raid") is None


def test_interval_takes_the_place_of_its_ends(nlp: Language) -> None:
    doc = dated(nlp, "Des combats du 3 au 5 mars 2020 ont fait dix morts .")
    assert [span._.date.resolved.edtf for span in event_dates(doc)] == ["2020-03-03/2020-03-05"]


def test_date_that_modifies_the_trigger_wins_by_the_parse(nlp: Language) -> None:
    words = ["L'", "attaque", "de", "mardi", "suivait", "un", "raid", "lundi", "."]
    heads = [1, 4, 3, 1, 4, 6, 4, 4, 4]
    deps = ["det", "nsubj", "case", "nmod", "ROOT", "det", "obj", "obl:mod", "punct"]
    spaces = [False, *[True] * 6, False, False]
    doc = Doc(nlp.vocab, words=words, spaces=spaces, heads=heads, deps=deps)
    doc._.published = "2025-05-28"
    doc = nlp.create_pipe("depeche_dates")(doc)
    assert best(doc, "attaque") == ("2025-05-27", "syntax")
