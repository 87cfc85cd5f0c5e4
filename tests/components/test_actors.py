"""Actors in sentences: registered groups, descriptive noun phrases, persons."""

from __future__ import annotations

import pytest
from spacy.language import Language

from readings import cases, read


def actors(nlp: Language, text: str) -> list[str]:
    """The actors of a text: « JNIM rebel militant »."""
    doc = read(nlp, text)
    found = [span._.actor for span in doc.spans["actors"]]
    return [f"{actor.name} {actor.actor_type} {actor.group}" for actor in found]


@pytest.mark.parametrize(("sentence", "expected"), cases("actors.txt"))
def test_first_actor(nlp: Language, sentence: str, expected: str) -> None:
    assert next(iter(actors(nlp, sentence)), "none") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le JNIM a attaqué.", True),
        ("L'armée malienne a riposté.", True),
        ("Des hommes armés ont attaqué.", False),
        ("L'armée a riposté.", False),
    ],
)
def test_proper_names_are_told_from_descriptions(nlp: Language, text: str, expected: bool) -> None:
    doc = read(nlp, text)
    assert [span._.actor.named for span in doc.spans["actors"]] == [expected]


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_both_apostrophes_name_one_group(nlp: Language, apostrophe: str) -> None:
    doc = read(nlp, "Des combattants de l'État islamique ont fui.".replace("'", apostrophe))
    assert [span._.actor.key for span in doc.spans["actors"] if span._.actor.named] == ["etat-islamique"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Le JNIM a attaqué.", "Le GSIM a attaqué."),
        ("Al-Shabaab a attaqué.", "Les shebab ont attaqué."),
        ("L'EI a attaqué.", "L'État islamique a attaqué."),
        ("Le Jnim a attaqué.", "Le Groupe de soutien à l'islam et aux musulmans a attaqué."),
        ("Tsahal a frappé.", "L'armée israélienne a frappé."),
        ("Les FSR ont attaqué.", "Les Forces de soutien rapide ont attaqué."),
    ],
)
def test_names_of_one_group_share_a_key(nlp: Language, first: str, second: str) -> None:
    one, two = read(nlp, first), read(nlp, second)
    assert one.spans["actors"][0]._.actor.key == two.spans["actors"][0]._.actor.key


def test_person_behind_a_title(nlp: Language) -> None:
    doc = read(nlp, "Le général Moussa Traoré a été assassiné lundi à Gao.")
    assert "Moussa Traoré" in " ".join(span._.actor.name for span in doc.spans["actors"])


def test_own_registry_replaces_the_packaged_one(nlp: Language, tmp_path) -> None:  # type: ignore[no-untyped-def]
    from depeche.components.actors.registry import COLUMNS, load_registry

    row = {**dict.fromkeys(COLUMNS, ""), "id": "lynx", "name": "Brigade du Lynx", "actor_type": "rebel",
           "group": "militant", "source": "made up"}  # fmt: skip
    path = tmp_path / "registry.csv"
    path.write_text(
        ",".join(COLUMNS) + "\n" + ",".join(row[column] for column in COLUMNS) + "\n", encoding="utf-8"
    )
    registry = load_registry(path)
    found = registry.match_at(["Brigade", "du", "Lynx"], 0)
    assert found is not None
    assert found[1].id == "lynx"
