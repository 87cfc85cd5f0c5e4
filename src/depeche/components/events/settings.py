"""The tables that the assembly is set by: `data/events/weights.toml` and `data/events/types.toml`."""

from __future__ import annotations

from functools import cache
from typing import Any

from depeche.resources import rules


@cache
def weights(table: str) -> dict[str, float]:
    """A table of `weights.toml`."""
    return {key: float(value) for key, value in rules("events", "weights.toml")[table].items()}


@cache
def type_table(name: str) -> dict[str, Any]:
    """A table of `types.toml`."""
    return dict(rules("events", "types.toml")[name])


@cache
def role_phrases(table: str, key: str) -> tuple[str, ...]:
    """A list of phrases of `roles.toml`."""
    return tuple(rules("events", "roles.toml")[table][key])
