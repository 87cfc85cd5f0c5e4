"""Entity corpora read as text and spans."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from models.training.entities import join, to_doc
from models.training.inline import Annotated, parse_inline, read_inline
from models.training.popcorn import is_name, unsure_words
from models.training.steps import REPOSITORY, blank
from models.training.swap import Pools, swap_names
from models.training.winer import blocks, outermost, read_article, split_articles, squeeze

DOMAIN = REPOSITORY / "corpus" / "domain"


def spans(annotated: Annotated) -> list[tuple[str, str]]:
    return [(annotated.text[a:b], label) for a, b, label in annotated.entities]


def test_inline_marks() -> None:
    parsed = parse_inline("À [Ogossagou](LOC), la [Minusma](ORG) accuse [Ba Moussa](PER).")
    assert parsed.text == "À Ogossagou, la Minusma accuse Ba Moussa."
    assert spans(parsed) == [("Ogossagou", "LOC"), ("Minusma", "ORG"), ("Ba Moussa", "PER")]


@pytest.mark.parametrize("line", ["À [Gao](LIEU).", "À [Gao(LOC).](LOC", "[Gao]](LOC)"])
def test_a_broken_mark_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="broken entity mark"):
        parse_inline(line)


def test_brackets_of_the_text_are_no_marks() -> None:
    assert parse_inline("Il a dit [sic] (non).") == Annotated("Il a dit [sic] (non).", ())


def test_the_file_and_line_of_a_broken_mark_are_told(tmp_path: Path) -> None:
    path = tmp_path / "train.txt"
    path.write_text("# titre\n\n[Gao](LOC)\n[Gao](XYZ)\n", encoding="utf8")
    with pytest.raises(ValueError, match=r"train\.txt, line 4"):
        read_inline(path)


@given(
    st.lists(st.tuples(st.text("aé ’'\n.", max_size=6), st.text("XÉ-", min_size=1, max_size=4)), max_size=4)
)
def test_inline_marks_give_back_their_spans(parts: list[tuple[str, str]]) -> None:
    parsed = parse_inline("".join(f"{before}[{name}](LOC)" for before, name in parts))
    assert spans(parsed) == [(name, "LOC") for _, name in parts]
    assert parsed.text == "".join(before + name for before, name in parts)


def marked(text: str) -> Annotated:
    return parse_inline(text)


@pytest.mark.parametrize(
    ("left", "squeezed"),
    [
        ("l' [Euro](MISC) de [Payet](PER) .", "l'[Euro](MISC) de [Payet](PER)."),
        ("le col ( [Mali](LOC) ) , dit-on", "le col ([Mali](LOC)), dit-on"),
        ("qu’ [Ali](PER) vient", "qu’[Ali](PER) vient"),
        ("à [Paris](LOC)  ou [Gao](LOC)", "à [Paris](LOC) ou [Gao](LOC)"),
        ("[Gao](LOC)\r\n[Ber](LOC)", "[Gao](LOC)\n[Ber](LOC)"),
        ("bon ... [Gao](LOC)", "bon ... [Gao](LOC)"),
    ],
)
def test_spaces_round_links_are_closed_up(left: str, squeezed: str) -> None:
    assert squeeze(marked(left)) == marked(squeezed)


def test_nested_entities_keep_the_outermost() -> None:
    assert outermost([(14, 20, "LOC"), (0, 20, "ORG"), (25, 30, "PER")]) == [(0, 20, "ORG"), (25, 30, "PER")]


def test_a_brat_article_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Le Mali attaque .", encoding="utf8")
    (tmp_path / "a.ann").write_text(
        "T1\tLocation 3 7\tMali\nT2\tDate 8 15\tattaque\n#1\tnote\n", encoding="utf8"
    )
    article = read_article(tmp_path / "a.ann")
    assert (article.text, spans(article)) == ("Le Mali attaque.", [("Mali", "LOC")])


def test_blocks_keep_every_entity() -> None:
    article = marked("[Gao](LOC)\n\nTexte de [Ali](PER).\nSuite.\n\nFin à [Ber](LOC).")
    found = [span for block in blocks(article, Random(3)) for span in spans(block)]
    assert found == [("Gao", "LOC"), ("Ali", "PER"), ("Ber", "LOC")]


def test_the_split_is_by_article_and_disjoint() -> None:
    split = split_articles()
    assert {part: len(names) for part, names in split.items()} == {"train": 700, "dev": 41, "test": 82}
    assert len(set().union(*split.values())) == 823


@pytest.mark.parametrize(
    ("text", "value", "name"),
    [
        ("Hier, Lina Faye a fui.", "Lina Faye", True),
        ("Des policiers ont fui. Policiers partout.", "Policiers", False),
        ("Elle a fui.", "Elle", False),
        ("un policier a fui", "policier", False),
    ],
)
def test_proper_names_are_told_from_capitals_of_sentence_starts(text: str, value: str, name: bool) -> None:
    assert is_name(text, text.index(value), value, frozenset({"policiers"})) is name


def test_capitals_without_annotation_are_unsure() -> None:
    text = "Hier à Gao, Mme Faye et le Polisario."
    gao = text.index("Gao")
    assert [text[a:b] for a, b in unsure_words(text, [(gao, gao + 3, "LOC")])] == ["Faye", "Polisario"]


def test_unsure_words_are_missing_values() -> None:
    doc = to_doc(blank(), Annotated("À Gao le Polisario a fui", ((2, 5, "LOC"),), ((9, 18),)))
    assert [token.ent_iob_ for token in doc] == ["O", "B", "O", "", "O", "O"]


POOLS = Pools(places=["Abala", "Soumpi"], acronyms=["ADF", "EIGS"], persons=["Ali Keïta"])


def swapped(text: str) -> str:
    return swap_names(marked(text), POOLS, Random(0), rate=1.0).text


def test_names_are_swapped_for_names_that_elide_alike() -> None:
    assert swapped("près d'[Inata](LOC) et de [Boni](LOC)") == "près d'Abala et de Soumpi"


def test_names_after_an_article_are_left() -> None:
    assert swapped("au [Mali](LOC), la [Somalie](LOC), l'[Irak](LOC)") == "au Mali, la Somalie, l'Irak"


def test_acronyms_and_full_names_are_swapped_and_other_groups_left() -> None:
    assert swapped("le [MNJTF](ORG), [Idi Ba](PER), [Ba](PER), [État islamique](ORG)") in (
        "le ADF, Ali Keïta, Ba, État islamique",
        "le EIGS, Ali Keïta, Ba, État islamique",
        "le MNJTF, Ali Keïta, Ba, État islamique",
    )


def test_a_name_said_twice_is_swapped_alike() -> None:
    result = swap_names(marked("[Boni](LOC) : assaut de [Boni](LOC)"), POOLS, Random(0), rate=1.0)
    assert spans(result) == [("Soumpi", "LOC"), ("Soumpi", "LOC")]


def test_joined_texts_move_their_entities() -> None:
    assert spans(join([marked("À [Gao](LOC)."), marked("[Ali](PER) fuit.")], "\n")) == [
        ("Gao", "LOC"),
        ("Ali", "PER"),
    ]


@pytest.mark.parametrize("name", ["train.txt", "test.txt"])
def test_domain_entities_fall_on_tokens(name: str) -> None:
    nlp = blank()
    for annotated in read_inline(DOMAIN / name):
        doc = nlp.make_doc(annotated.text)
        assert all(doc.char_span(a, b) is not None for a, b, _ in annotated.entities), annotated.text


def test_no_domain_sentence_is_both_trained_on_and_tested() -> None:
    train, test = ({a.text for a in read_inline(DOMAIN / name)} for name in ("train.txt", "test.txt"))
    assert len(train) >= 400
    assert not train & test
