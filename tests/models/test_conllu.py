"""Treebank sentences read as tokens: a few lines of CoNLL-U in, tokens out."""

from __future__ import annotations

from pathlib import Path

from models.training.conllu import Sentence, attested_verbs, read_conllu


def read(tmp_path: Path, rows: str) -> Sentence:
    """Read a sentence of « id form lemma upos head deprel [feats] », a word a line; + glues the next."""
    lines = []
    for row in rows.strip().splitlines():
        cells = row.split()
        glued = cells[-1] == "+"
        number, form, lemma, upos, head, dep, *feats = cells[:-1] if glued else cells
        misc = "SpaceAfter=No" if glued else "_"
        lines.append("\t".join([number, form, lemma, upos, "_", (feats or ["_"])[0], head, dep, "_", misc]))
    path = tmp_path / "sample.conllu"
    path.write_text("# text = exemple\n" + "\n".join(lines) + "\n\n", encoding="utf8")
    return read_conllu(path)[0]


DU_CAMP = """
1   attaque attaque NOUN 0 root Gender=Fem|Emph=No
2-3 du _ _ _ _
2   de de ADP 4 case
3   le le DET 4 det Definite=Def
4   camp camp NOUN 1 nmod +
5   . . PUNCT 1 punct
"""


def test_a_contraction_becomes_one_preposition(tmp_path: Path) -> None:
    words = read(tmp_path, DU_CAMP)
    assert [(w.form, w.lemma, w.upos, w.head, w.dep) for w in words] == [
        ("attaque", "attaque", "NOUN", 0, "ROOT"),
        ("du", "de", "ADP", 2, "case"),
        ("camp", "camp", "NOUN", 0, "nmod"),
        (".", ".", "PUNCT", 0, "punct"),
    ]
    assert [w.space for w in words] == [True, True, False, True]


def test_only_features_that_all_treebanks_have_are_kept(tmp_path: Path) -> None:
    words = read(tmp_path, DU_CAMP)
    assert words[0].feats == "Gender=Fem"
    assert words[1].feats == "Definite=Def"


def test_dependants_of_a_swallowed_word_move_to_the_contraction(tmp_path: Path) -> None:
    words = read(
        tmp_path,
        """
        1   pris prendre VERB 0 root
        2-3 auxquels _ _ _ _
        2   à à ADP 3 case
        3   lesquels lequel PRON 1 obl:arg
        4   seuls seul ADJ 3 amod
        """,
    )
    assert [(w.form, w.head, w.dep) for w in words] == [
        ("pris", 0, "ROOT"),
        ("auxquels", 0, "obl"),
        ("seuls", 1, "amod"),
    ]


def test_the_agent_of_a_passive_is_told_from_other_obliques(tmp_path: Path) -> None:
    words = read(
        tmp_path,
        """
        1 tué tuer VERB 0 root
        2 est être AUX 1 aux:pass
        3 par par ADP 4 case
        4 balle balle NOUN 1 obl
        5 à à ADP 6 case
        6 Ber Ber PROPN 1 obl
        """,
    )
    assert [w.dep for w in words] == ["ROOT", "aux:pass", "case", "obl:agent", "case", "obl"]


def test_an_oblique_in_par_of_an_active_verb_is_no_agent(tmp_path: Path) -> None:
    words = read(
        tmp_path,
        """
        1 passe passer VERB 0 root
        2 par par ADP 3 case
        3 Gao Gao PROPN 1 obl:mod
        """,
    )
    assert words[2].dep == "obl"


def test_attested_verbs_are_seen_twice() -> None:
    from models.training.conllu import Word

    tue, vue = (
        Word("Tue", "tuer", "VERB", "", 0, "ROOT", True),
        Word("vue", "voir", "VERB", "", 0, "ROOT", True),
    )
    noun = Word("mort", "mort", "NOUN", "", 0, "ROOT", True)
    assert attested_verbs([[tue, noun], [tue, noun, vue]]) == {"tue": "tuer"}
