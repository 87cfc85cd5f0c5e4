"""Every rule's own examples, under a fixed clock: published on Wednesday 2025-05-28."""

from __future__ import annotations

import re

import pytest

from depeche.components.dates.find import find
from depeche.components.dates.narrative import read_dates
from depeche.components.dates.rules import Rule, compile_pattern, load_rules, parse_rules
from depeche.errors import ConfigurationError

PUBLISHED = "2025-05-28"
MARK = re.compile(r"\[([^\[\]=]+) = ([^\]]+)\]")


def unmarked(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The plain text of « Il est mort [hier = 2025-05-27]. » and its mentions with their values."""
    text, mentions, last = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        mentions.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        last = match.end()
    return text + marked[last:], mentions


def examples() -> list[tuple[Rule, str]]:
    return [(rule, example) for rule in load_rules() for example in rule.examples]


def counterexamples() -> list[tuple[Rule, str]]:
    return [(rule, example) for rule in load_rules() for example in rule.counterexamples]


@pytest.mark.parametrize(("rule", "example"), examples(), ids=lambda item: getattr(item, "name", None))
def test_example(rule: Rule, example: str) -> None:
    text, expected = unmarked(example)
    reading = read_dates(text, PUBLISHED)
    reads = sorted((*reading.dates, *reading.times), key=lambda read: read.start)
    told = [
        (read.start, read.end, read.mention.resolved.edtf if read.mention.resolved else "?") for read in reads
    ]
    assert told == expected
    if rule.build != "none":
        assert rule.name in {read.mention.rule for read in reads}


@pytest.mark.parametrize(("rule", "example"), counterexamples(), ids=lambda item: getattr(item, "name", None))
def test_counterexample(rule: Rule, example: str) -> None:
    assert rule.name not in {found.rule.name for found in find(example)}


def test_rule_without_counterexamples_does_not_load() -> None:
    source = {
        "rule": [
            {"name": "r", "pattern": "YEAR", "build": "calendar", "examples": ["x"], "counterexamples": []}
        ]
    }
    with pytest.raises(ConfigurationError, match="rule r has no examples or no counter-examples"):
        parse_rules(source, "r.toml")


def test_unknown_code_is_named() -> None:
    with pytest.raises(ConfigurationError, match="unknown code NOPE"):
        compile_pattern("NOPE YEAR")


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in load_rules()]
    assert len(names) == len(set(names))
