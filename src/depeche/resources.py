"""Typed, cached reading of the package's data files (`depeche/data`)."""

from __future__ import annotations

import csv
import re
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from depeche.errors import ConfigurationError


def data_path(*parts: str) -> Path:
    """Path of a file under `depeche/data`."""
    return Path(str(files("depeche"))).joinpath("data", *parts)


def read_csv(path: Path, columns: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """Rows of a UTF-8 CSV file with a header; lines that start with `#` are comments.

    Raises:
        ConfigurationError: the file is missing or lacks one of `columns`.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: cannot be read ({error})") from error
    reader = csv.DictReader(line for line in lines if line.strip() and not line.startswith("#"))
    missing = [column for column in columns if column not in (reader.fieldnames or [])]
    if missing:
        raise ConfigurationError(f"{path}: lacks the column {', '.join(missing)}")
    return tuple({key: (value or "").strip() for key, value in row.items() if key} for row in reader)


@cache
def lexicon(*parts: str, columns: tuple[str, ...] = ()) -> tuple[dict[str, str], ...]:
    """Rows of a packaged CSV file, read once."""
    return read_csv(data_path(*parts), columns)


@cache
def rules(*parts: str) -> dict[str, Any]:
    """A packaged TOML file, read once."""
    return tomllib.loads(data_path(*parts).read_text(encoding="utf-8"))


def _entries(path: tuple[str, ...]) -> tuple[str, ...]:
    *file, table, key = path
    return tuple(rules(*file)[table][key])


@cache
def word_set(*path: str) -> frozenset[str]:
    """The words listed in a packaged TOML file: `word_set(room, file, table, key)`."""
    return frozenset(_entries(path))


@cache
def affixes(*path: str) -> tuple[str, ...]:
    """Word beginnings or endings listed in a packaged TOML file, for `startswith` and `endswith`."""
    return _entries(path)


@cache
def phrase_set(*path: str) -> frozenset[tuple[str, ...]]:
    """Phrases listed in a packaged TOML file, cut at spaces and after apostrophes as the tokenizer does."""
    return frozenset(tuple(entry.replace("'", "' ").split()) for entry in _entries(path))


@cache
def alternation(*path: str) -> str:
    """A regular expression, not captured, for any of the words listed in a packaged TOML file."""
    return "(?:" + "|".join(map(re.escape, sorted(_entries(path), key=len, reverse=True))) + ")"
