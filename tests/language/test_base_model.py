"""Loading the shipped weights, or another pipeline."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from depeche.errors import ModelError
from depeche.language.base_model import load_base
from depeche.language.entities import LABELS, depeche_entity_labels
from depeche.language.french import FrenchNews


def other(ner: bool = True, parser: bool = True, lang: type[Language] = FrenchNews) -> Language:
    """A pipeline of someone else, untrained: what it declares to write is all that is looked at."""
    nlp = lang()
    if parser:
        nlp.add_pipe("parser").add_label("nsubj")
    if ner:
        recogniser = nlp.add_pipe("ner")
        for label in ("GPE", "PERSON", "DATE"):
            recogniser.add_label(label)
    return nlp


def test_the_shipped_pipeline_is_complete() -> None:
    nlp = load_base()
    assert nlp.pipe_names[0] == "depeche_paragraphs"
    assert {"parser", "ner", "depeche_lemmas"} <= set(nlp.pipe_names)
    assert set(nlp.get_pipe("ner").labels) == LABELS
    assert not any(nlp.analyze_pipes()["problems"].values())


def test_another_pipeline_is_completed() -> None:
    nlp = load_base(other())
    assert nlp.pipe_names == [
        "depeche_paragraphs",
        "parser",
        "depeche_lemmas",
        "depeche_agreement",
        "ner",
        "depeche_entity_labels",
        "depeche_cues",
        "depeche_consistency",
    ]


def test_labels_of_another_scheme_are_mapped() -> None:
    nlp = FrenchNews()
    doc = nlp("Ousmane Diallo a quitté Bamako lundi")
    doc.ents = (doc.char_span(0, 14, "PERSON"), doc.char_span(24, 30, "GPE"), doc.char_span(31, 36, "DATE"))
    assert [(e.text, e.label_) for e in depeche_entity_labels(doc).ents] == [
        ("Ousmane Diallo", "PER"),
        ("Bamako", "LOC"),
    ]


def test_a_folder_is_read(tmp_path: Path) -> None:
    other().to_disk(tmp_path / "autre")
    assert "depeche_paragraphs" in load_base(tmp_path / "autre").pipe_names


@pytest.mark.parametrize(
    ("kind", "said"),
    [({"ner": False}, "lacks a named-entity"), ({"parser": False}, "lacks a dependency parser")],
)
def test_a_pipeline_that_lacks_a_component_is_refused(kind: dict[str, bool], said: str) -> None:
    with pytest.raises(ModelError, match=said):
        load_base(other(**kind))


def test_a_pipeline_of_another_language_is_refused() -> None:
    with pytest.raises(ModelError, match="French"):
        load_base(other(lang=spacy.util.get_lang_class("xx")))


@pytest.mark.parametrize("name", ["no_such_pipeline", "./nowhere/at/all"])
def test_a_missing_pipeline_is_told_in_one_line(name: str) -> None:
    with pytest.raises(ModelError, match="no spaCy pipeline there") as error:
        load_base(name)
    assert "\n" not in str(error.value)


def test_a_folder_without_a_pipeline_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as error:
        load_base(tmp_path)
    assert "\n" not in str(error.value)


def test_a_broken_config_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = fr", encoding="utf8")
    (tmp_path / "meta.json").write_text("{}", encoding="utf8")
    with pytest.raises(ModelError) as error:
        load_base(tmp_path)
    assert "\n" not in str(error.value)
