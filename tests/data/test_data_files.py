"""Every lexicon and rule file of the package loads, tells its source, and holds no row twice."""

from __future__ import annotations

import csv
import tomllib
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from depeche.components.figurative import unambiguous
from depeche.components.lemma_patterns import split_entry
from depeche.records import ActorType, CasualtyKind, EventType, VictimGroup
from depeche.resources import data_path, lexicon
from depeche.values.actors import Bias
from depeche.values.triggers import Frame, Strength

DATA = data_path()
CSV = sorted(DATA.rglob("*.csv"))
TOML = sorted(DATA.rglob("*.toml"))
NAMES = {"ids": lambda path: str(path.relative_to(DATA))}


def rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return list(csv.reader(line for line in lines if line.strip() and not line.startswith("#")))


@pytest.mark.parametrize("path", CSV, **NAMES)
def test_rows_have_as_many_cells_as_the_header(path: Path) -> None:
    header, *body = rows(path)
    assert [row for row in body if len(row) != len(header)] == []


@pytest.mark.parametrize("path", CSV, **NAMES)
def test_rows_tell_their_source(path: Path) -> None:
    header, *body = rows(path)
    assert "source" in header
    assert [row for row in body if not row[header.index("source")].strip()] == []


@pytest.mark.parametrize("path", CSV, **NAMES)
def test_no_row_twice(path: Path) -> None:
    header, *body = rows(path)
    source = header.index("source")
    told = Counter(tuple(cell for index, cell in enumerate(row) if index != source) for row in body)
    assert [row for row, times in told.items() if times > 1] == []


@pytest.mark.parametrize("path", CSV, **NAMES)
def test_cells_hold_no_stray_space(path: Path) -> None:
    _, *body = rows(path)
    assert [row for row in body if any(cell != cell.strip() for cell in row)] == []


@pytest.mark.parametrize("path", TOML, **NAMES)
def test_rule_files_load_and_say_what_they_hold(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert tomllib.loads(text)
    assert text.startswith("# ")


@pytest.mark.parametrize(
    "name",
    [
        "triggers/figurative",
        "triggers/domains",
        "qualifiers/cues",
        "casualties/scope",
        "events/roles",
        "events/types",
    ],
)
def test_lexical_rule_files_tell_their_source(name: str) -> None:
    assert "Source:" in data_path(*f"{name}.toml".split("/")).read_text(encoding="utf-8")


def vocabulary(*parts: str, column: str) -> set[str]:
    return {row[column] for row in lexicon(*parts)}


def test_vocabulary_of_triggers() -> None:
    assert vocabulary("triggers", "triggers.csv", column="type") <= {*get_args(EventType), "any"}
    assert vocabulary("triggers", "triggers.csv", column="pos") == {"V", "N"}
    assert vocabulary("triggers", "triggers.csv", column="strength") <= set(get_args(Strength))
    assert vocabulary("triggers", "triggers.csv", column="frame") <= set(get_args(Frame))
    assert vocabulary("triggers", "triggers.csv", column="kind") <= {*get_args(CasualtyKind), ""}


def test_every_event_type_has_strong_triggers() -> None:
    strong = {row["type"] for row in lexicon("triggers", "triggers.csv") if row["strength"] == "strong"}
    assert set(get_args(EventType)) <= strong


def test_no_trigger_form_twice() -> None:
    forms = Counter((row["form"], row["pos"]) for row in lexicon("triggers", "triggers.csv"))
    assert [form for form, times in forms.items() if times > 1] == []


def test_no_two_triggers_equal_once_folded() -> None:
    """« semer la terreur » and « semer le terreur » are one entry: the second row would never be read."""
    forms = Counter((split_entry(row["form"]), row["pos"]) for row in lexicon("triggers", "triggers.csv"))
    assert [form for form, times in forms.items() if times > 1] == []


def test_several_hundred_triggers() -> None:
    assert len(lexicon("triggers", "triggers.csv")) >= 500


def test_vocabulary_of_nouns() -> None:
    assert vocabulary("actors", "nouns.csv", column="actor_type") <= {*get_args(ActorType), ""}
    assert vocabulary("actors", "nouns.csv", column="group") <= {*get_args(VictimGroup), ""}
    assert vocabulary("actors", "nouns.csv", column="bias") <= set(get_args(Bias))
    assert vocabulary("actors", "nouns.csv", column="unit") <= {"person", "body", "thing"}


def test_no_noun_twice() -> None:
    nouns = Counter(row["noun"] for row in lexicon("actors", "nouns.csv"))
    assert [noun for noun, times in nouns.items() if times > 1] == []


def test_no_people_of_a_country_twice() -> None:
    peoples = Counter((row["country"], row["masculine"]) for row in lexicon("actors", "demonyms.csv"))
    assert [people for people, times in peoples.items() if times > 1] == []


def test_no_casualty_predicate_twice_once_folded() -> None:
    forms = Counter(split_entry(row["form"]) for row in lexicon("casualties", "predicates.csv"))
    assert [form for form, times in forms.items() if times > 1] == []


def test_vocabulary_of_casualties() -> None:
    assert vocabulary("casualties", "predicates.csv", column="kind") <= set(get_args(CasualtyKind))
    voices = {"agent", "passive", "patient", "noun", "loss", "state", "self"}
    assert vocabulary("casualties", "predicates.csv", column="voice") <= voices
    assert vocabulary("casualties", "count_nouns.csv", column="kind") <= set(get_args(CasualtyKind))
    assert vocabulary("casualties", "count_nouns.csv", column="group") <= {*get_args(VictimGroup), ""}


def test_every_kind_of_casualty_has_predicates() -> None:
    assert vocabulary("casualties", "predicates.csv", column="kind") == set(get_args(CasualtyKind))


def test_event_tables_speak_of_known_types() -> None:
    tables = tomllib.loads(data_path("events", "types.toml").read_text(encoding="utf-8"))
    known = set(get_args(EventType))
    assert set(tables["rank"]) == known
    assert {name for family in tables["families"].values() for name in family} <= known
    assert {name for names in tables["specific"].values() for name in names} <= known
    assert set(tables["means"]["upgrades"]) <= known


def test_figurative_rules_name_known_triggers_or_types() -> None:
    forms = vocabulary("triggers", "triggers.csv", column="form")
    table = tomllib.loads(data_path("triggers", "figurative.toml").read_text(encoding="utf-8"))
    found = table["rule"]
    for rule in found:
        assert rule.get("near") or rule.get("near_lists"), rule["name"]
        assert set(rule.get("near_lists", ())) <= set(table["lists"]), rule["name"]
        assert set(rule.get("types", ())) <= set(get_args(EventType)), rule["name"]
        assert not rule.get("words") or set(rule["words"]) & forms, rule["name"]
    assert len({rule["name"] for rule in found}) == len(found)


def test_most_unambiguous_forms_are_triggers() -> None:
    forms = vocabulary("triggers", "triggers.csv", column="form")
    assert len(unambiguous() & forms) >= len(unambiguous()) * 0.7
