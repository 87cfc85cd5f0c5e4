"""How French news is cut into tokens: a sentence in, tokens out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.language.french import FrenchNews
from depeche.language.tokenizer import FIXED_SPACES, FrenchTokenizer, french_norm

NLP = FrenchNews()
NLP.tokenizer = FrenchTokenizer(NLP)


def cut(text: str) -> str:
    return " | ".join(token.text for token in NLP(text))


@pytest.mark.parametrize(
    "name",
    [
        "al-Qaïda", "Pays-Bas", "Bandiagara-Goundaka", "Saint-Denis", "Burkina-Faso", "cessez-le-feu",
        "après-midi",
        "N'Djamena", "N’Guessan", "M'Bour", "Sa'ada", "Côte-d'Ivoire", "chef-d'œuvre", "main-d’œuvre",
        "quelqu'un",
        "aujourd’hui", "Aujourd'hui", "celui-ci", "ceux-là", "rendez-vous", "Jong-il", "c'est-à-dire",
        "AK-47", "anti-balaka",
    ],
)  # fmt: skip
def test_names_and_compounds_stay_whole(name: str) -> None:
    assert cut(f"Voici {name}.") == f"Voici | {name} | ."


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("A-t-il fui ?", "A | -t-il | fui | ?"),
        ("Y a-t-elle vu", "Y | a | -t-elle | vu"),
        ("a-t-on appris", "a | -t-on | appris"),
        ("Qu'a-t-il dit", "Qu' | a | -t-il | dit"),
        ("Est-ce que", "Est | -ce | que"),
        ("a indiqué-il", "a | indiqué | -il"),
        ("ce jour-là", "ce | jour | -là"),
    ],
)
def test_inverted_clitics_are_cut_off(text: str, tokens: str) -> None:
    assert cut(text) == tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("l'armée", "l' | armée"),
        ("l’armée", "l’ | armée"),
        ("qu'al-Qaïda", "qu' | al-Qaïda"),
        ("d'Ogossagou", "d' | Ogossagou"),
        ("l'ONU", "l' | ONU"),
        ("du Front d'HTS", "du | Front | d' | HTS"),
        ("jusqu'à", "jusqu' | à"),
        ("lorsqu’ils", "lorsqu’ | ils"),
        ("l'« Aquarius »", "l' | « | Aquarius | »"),
    ],
)
def test_elided_words_keep_their_apostrophe(text: str, tokens: str) -> None:
    assert cut(text) == tokens


@pytest.mark.parametrize(
    "number",
    ["10 000", "10\u00a0000", "10\u202f000", "10\u2009000", "2 500 300", "13’000", "13'000", "4.000", "3,5",
     "17/03/2019",
     "2019-03-17", "13H15", "6h30", "15h", "2015-2016", "1er", "XIXe"],
)  # fmt: skip
def test_numbers_dates_and_times_are_one_token(number: str) -> None:
    one = re.sub(rf"[{FIXED_SPACES}]", " ", number)
    assert [token.text for token in NLP(f"vers {number}, dit-on")][:3] == ["vers", one, ","]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("En 2015 300 hommes", "En | 2015 | 300 | hommes"),
        ("M23 200 morts", "M23 | 200 | morts"),
        ("10 00 morts", "10 | 00 | morts"),
        ("50% et 300km", "50 | % | et | 300 | km"),
    ],
)
def test_neighbouring_numbers_are_not_glued(text: str, tokens: str) -> None:
    assert cut(text) == tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("#Mali : @RFI_Afrique.", "#Mali | : | @RFI_Afrique | ."),
        ("(AFP)", "( | AFP | )"),
        ("les civil(e)s", "les | civil(e)s"),
        ("blessé(s).", "blessé(s) | ."),
        ("M. Keïta, MM. Touré", "M. | Keïta | , | MM. | Touré"),
        ("l'armée.Le", "l' | armée | . | Le"),
        ("« tout va bien »", "« | tout | va | bien | »"),
        ("que l'on sache", "que | l'on | sache"),
        ("«tout»", "« | tout | »"),
    ],
)
def test_marks(text: str, tokens: str) -> None:
    assert cut(text) == tokens


def test_a_fixed_space_reads_as_a_space() -> None:
    doc = NLP("«\u00a0casques bleus\u00a0»\u202f: 12\u00a0morts")
    assert [token.text for token in doc] == ["«", "casques", "bleus", "»", ":", "12", "morts"]


def test_line_breaks_are_tokens_of_their_own() -> None:
    assert cut("Titre\n\nTexte") == "Titre | \n\n | Texte"


@pytest.mark.parametrize("run", ["-" * 20_000, "l'" * 10_000, "[" * 20_000, "12/" * 9_000, "a" * 30_000])
def test_a_run_of_thousands_of_marks_is_one_token(run: str) -> None:
    assert [token.text for token in NLP(f"Bilan : {run} fin")] == ["Bilan", ":", run, "fin"]


def test_norm_straightens_the_apostrophe() -> None:
    assert french_norm("L’") == "l'"


FRENCH = st.text(alphabet="aeéNlLqu'’-. 0123456789«»\n,;:!?()#@/" + FIXED_SPACES, max_size=60)


@given(FRENCH)
def test_offsets_are_those_of_the_text(text: str) -> None:
    doc = NLP(text)
    assert len(doc.text) == len(text)
    assert all(a == b or (a in FIXED_SPACES and b == " ") for a, b in zip(text, doc.text, strict=True))
    assert all(doc.text[token.idx : token.idx + len(token)] == token.text for token in doc)
