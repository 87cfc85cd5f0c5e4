"""The tables that the assembly is set by: the files of `data/events`."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from depeche.components.lemma_patterns import fold_agreement
from depeche.resources import affixes, rules, word_set


@cache
def weights(table: str) -> dict[str, float]:
    """A table of `weights.toml`."""
    return {key: float(value) for key, value in rules("events", "weights.toml")[table].items()}


@cache
def type_table(name: str) -> dict[str, Any]:
    """A table of `types.toml`."""
    return dict(rules("events", "types.toml")[name])


@cache
def phrases(file: str, table: str, key: str) -> tuple[str, ...]:
    """A list of a file of `data/events`, in its order: `phrases("roles", "aimed", "phrases")`."""
    return affixes("events", f"{file}.toml", table, key)


@cache
def words(file: str, table: str, key: str) -> frozenset[str]:
    """A list of a file of `data/events` as a set: `words("reference", "talk", "lemmas")`."""
    return word_set("events", f"{file}.toml", table, key)


@cache
def folded(file: str, table: str, key: str) -> frozenset[str]:
    """A list of nouns as a set, each folded for number and gender."""
    return frozenset(map(fold_agreement, phrases(file, table, key)))


@cache
def pattern(file: str, table: str) -> re.Pattern[str]:
    """The regular expression of a table: any of its `patterns`, between its `before` and `after`."""
    entry = rules("events", f"{file}.toml")[table]
    return re.compile(f"{entry.get('before', '')}(?:{'|'.join(entry['patterns'])}){entry.get('after', '')}")
