"""The rules of dates: patterns over unit codes, read from `data/dates/rules/*.toml`.

A pattern names codes of the lexicon and classes of them, with `?`, `|` and parentheses; `<…>` marks what
belongs to the mention (the whole, when there is none), `=(…)` and `!(…)` look ahead, `~(…)` looks behind at
one unit. A rule with several `<…>` finds several mentions, of which the earlier take what they lack from the
later (« du 3 au 5 mars »).
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

from depeche.components.dates.scan import vocabulary
from depeche.errors import ConfigurationError
from depeche.resources import data_path
from depeche.values.base import Value

MAX_RUN = 48  # units of one run: bounds the work on tables and number rows

_PATTERN = re.compile(r"=\(|!\(|~\(|[A-Z][A-Z0-9_]*|[()|?*<>]")
_OPERATORS = {"=(": "(?=", "!(": "(?!", "~(": "(?<=", "(": "(?:", "<": "(", ">": ")"}


class Rule(Value):
    """A rule as its file tells it.

    Attributes:
        build: name of the builder that reads the matched units (`builders.py`); `none` only blocks.
        interval: the mentions found together are the ends of an interval.
        kind: kind of the mentions.
        guard: name of a test on the words themselves, or "".
        examples: texts in which `[words = value]` marks every mention, one at least by this rule.
        counterexamples: texts in which this rule finds nothing.
    """

    name: str
    pattern: str
    build: str
    interval: bool = False
    kind: Literal["date", "time", "reference", "vague"] = "date"
    guard: str = ""
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


class RuleMatch(NamedTuple):
    """A rule that matched: its index, and the extents of its mentions in units, end exclusive."""

    rule: int
    extents: tuple[tuple[int, int], ...]


def parse_rules(source: dict[str, Any], name: str) -> tuple[Rule, ...]:
    """Rules of one file.

    Raises:
        ConfigurationError: a rule lacks a field, or carries no examples or no counter-examples.
    """
    found = []
    for entry in source.get("rule", []):
        try:
            rule = Rule.model_validate(entry)
        except ValueError as error:
            raise ConfigurationError(f"{name}: rule {entry.get('name', '?')}: {error}") from error
        if not rule.examples or not rule.counterexamples:
            raise ConfigurationError(f"{name}: rule {rule.name} has no examples or no counter-examples")
        found.append(rule)
    return tuple(found)


@cache
def load_rules() -> tuple[Rule, ...]:
    """All rules, in the order of their files' names; where two match the same words the first wins."""
    return tuple(
        rule
        for path in sorted(data_path("dates", "rules").glob("*.toml"))
        for rule in parse_rules(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
    )


@cache
def _classes() -> dict[str, str]:
    source = tomllib.loads(data_path("dates", "classes.toml").read_text(encoding="utf-8"))
    return {str(name): str(pattern) for name, pattern in source["classes"].items()}


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern over code names as a regular expression over code letters.

    Raises:
        ConfigurationError: the pattern names an unknown code, or holds an unknown sign.
    """
    if rest := _PATTERN.sub("", pattern).strip():
        raise ConfigurationError(f"dates: pattern {pattern!r}: cannot read {rest!r}")
    return re.compile(_translated(pattern))


def _translated(pattern: str) -> str:
    letters, classes = vocabulary().letters, _classes()
    parts = []
    for token in _PATTERN.findall(pattern):
        if token in classes:
            parts.append(f"(?:{_translated(classes[token])})")
        elif token[0].isalpha():
            if token not in letters:
                raise ConfigurationError(f"dates: pattern {pattern!r}: unknown code {token}")
            parts.append(letters[token])
        else:
            parts.append(_OPERATORS.get(token, token))
    return "".join(parts)


class _Compiled(NamedTuple):
    rule: int
    pattern: re.Pattern[str]
    anchors: frozenset[str]  # letters of which one is in every match; empty: no such letters


@cache
def _idle() -> tuple[frozenset[str], str]:
    """Letters of codes that start no date by themselves, and the one sequence of them that does."""
    source = tomllib.loads(data_path("dates", "classes.toml").read_text(encoding="utf-8"))["idle"]
    letters = vocabulary().letters
    return (
        frozenset(letters[code] for code in source["codes"].split() if code in letters),
        "".join(letters[code] for code in source["exception"].split()),
    )


@cache
def _compiled() -> tuple[_Compiled, ...]:
    idle, _ = _idle()
    compiled = []
    for index, rule in enumerate(load_rules()):
        pattern = compile_pattern(rule.pattern)
        anchors = frozenset(set(pattern.pattern) & set(vocabulary().letters.values()) - idle)
        compiled.append(_Compiled(index, pattern, anchors))
    return tuple(compiled)


@lru_cache(maxsize=8192)
def match_codes(codes: str) -> tuple[RuleMatch, ...]:
    """The rules that match in a run of codes: the longest first, none over another, in text order.

    Runs repeat from article to article (« le » day month year), hence the cache.
    """
    idle, exception = _idle()
    present = set(codes) - idle
    if not present and exception not in codes:
        return ()
    candidates = []
    for rule in _compiled():
        if rule.anchors and rule.anchors.isdisjoint(present):
            continue
        candidates.extend(_matches(rule, codes))
    candidates.sort(key=lambda found: (found.extents[0][0] - found.extents[-1][1], found.rule))
    taken: set[int] = set()
    kept = []
    for found in candidates:
        units = range(found.extents[0][0], found.extents[-1][1])
        if taken.isdisjoint(units):
            taken.update(units)
            kept.append(found)
    return tuple(sorted(kept, key=lambda found: found.extents))


def _matches(rule: _Compiled, codes: str) -> list[RuleMatch]:
    found = []
    for match in rule.pattern.finditer(codes):
        groups = range(1, rule.pattern.groups + 1)
        extents = tuple(match.span(group) for group in groups if match.span(group)[0] >= 0) or (match.span(),)
        if extents[-1][1] > extents[0][0]:
            found.append(RuleMatch(rule.rule, extents))
    return found
