"""Sentence starts at line breaks."""

from __future__ import annotations

from depeche.language.french import FrenchNews
from depeche.language.paragraphs import depeche_paragraphs, paragraph_starts
from depeche.language.tokenizer import FrenchTokenizer

NLP = FrenchNews()
NLP.tokenizer = FrenchTokenizer(NLP)


def starts(text: str) -> list[str]:
    doc = NLP(text)
    return [doc[i].text for i in paragraph_starts(doc)]


def test_a_headline_is_not_glued_to_the_text() -> None:
    assert starts("Mali : six morts à Ber\n\nLe bilan reste provisoire.") == ["Le"]


def test_sub_headings_and_captions() -> None:
    text = "Ils ont fui.\nUn lourd bilan\nL'armée a riposté.\n \nPhoto d'archives"
    assert starts(text) == ["Un", "L'", "Photo"]


def test_a_line_wrapped_at_a_fixed_width_goes_on() -> None:
    assert starts("Des hommes armés ont attaqué le village\nde Sobane, tuant onze civils.") == []


def test_a_lower_case_line_after_a_full_stop_starts_anew() -> None:
    assert starts("Le camp est tombé.\nselon un témoin, il a brûlé.") == ["selon"]


def test_an_empty_line_always_parts() -> None:
    assert starts("un titre sans majuscule\n\nà lire aussi") == ["à"]


def test_plain_spaces_part_nothing() -> None:
    assert starts("Une  phrase.   Une autre.") == []


def test_the_start_of_the_text_is_not_listed() -> None:
    assert starts("\n\nBamako, lundi.") == ["Bamako"]
    assert starts("") == []


def test_white_space_never_starts_a_sentence() -> None:
    doc = depeche_paragraphs(NLP("Un titre\n\nUn texte"))
    assert [token.is_sent_start for token in doc] == [True, None, False, True, None]
