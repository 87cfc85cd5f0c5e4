"""The registry of armed groups, armies, police, missions, gangs: `data/actors/registry.csv` or a user's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from depeche.resources import data_path, read_csv
from depeche.values.base import Value

COLUMNS = ("id", "name", "aliases", "actor_type", "group", "countries", "start", "end", "source")
# The elided words that the tokenizer sets apart (« l'État »), unlike « Jama'at » or « Lord's ».
_ELISION = re.compile(r"(?:(?<=\b[cdjlmnst]['’])|(?<=\bqu['’]))(?=\w)", re.IGNORECASE)


class RegisteredActor(Value):
    """A row of the registry.

    `aliases` are French and English names and acronyms; `start` and `end` are years of activity, when known.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    actor_type: str
    group: str
    countries: tuple[str, ...]
    start: int | None
    end: int | None


def _folded(word: str) -> str:
    return word.replace("’", "'")


class Registry:
    """Registered actors, matched by their names over tokens.

    An all-capitals alias (an acronym) matches in capitals or capitalised (« JNIM », « Jnim »); another alias
    matches as written or with its first letter in the other case.
    """

    def __init__(self, actors: Sequence[RegisteredActor]) -> None:
        self.actors = {actor.id: actor for actor in actors}
        self._by_words: dict[tuple[str, ...], RegisteredActor] = {}
        for actor in actors:
            for alias in {actor.name, *actor.aliases}:
                for form in _case_variants(alias):
                    words = tuple(_folded(word) for word in tokens_of(form))
                    if words:
                        self._by_words.setdefault(words, actor)
        lengths: dict[str, set[int]] = {}
        for words in self._by_words:
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}

    def match_at(self, words: Sequence[str], start: int) -> tuple[int, RegisteredActor] | None:
        """The longest alias that starts at a word: (end word, actor)."""
        for length in self._lengths.get(words[start], ()):
            actor = self._by_words.get(tuple(words[start : start + length]))
            if actor is not None and start + length <= len(words):
                return start + length, actor
        return None


def tokens_of(alias: str) -> list[str]:
    """Words of an alias as the tokenizer cuts them: elisions apart, hyphenated compounds whole."""
    words: list[str] = []
    for piece in alias.split():
        words.extend(part for part in _ELISION.split(piece) if part)
    return words


def _case_variants(alias: str) -> set[str]:
    if alias.isupper() or (
        alias.replace("-", "").isalnum() and sum(map(str.isupper, alias)) > 1 and " " not in alias
    ):
        return {alias, alias.capitalize(), alias.upper()} if len(alias) > 3 else {alias, alias.upper()}
    return {alias, alias[:1].upper() + alias[1:], alias[:1].lower() + alias[1:] if " " in alias else alias}


@lru_cache(maxsize=4)
def load_registry(path: Path | None = None) -> Registry:
    """The packaged registry, or a user's CSV file with the same columns.

    Raises:
        ConfigurationError: the file is missing or lacks a column.
    """
    rows = read_csv(path or data_path("actors", "registry.csv"), COLUMNS)
    return Registry(
        [
            RegisteredActor(
                id=row["id"],
                name=row["name"],
                aliases=tuple(filter(None, row["aliases"].split("|"))),
                actor_type=row["actor_type"],
                group=row["group"],
                countries=tuple(filter(None, row["countries"].split("|"))),
                start=int(row["start"]) if row["start"] else None,
                end=int(row["end"]) if row["end"] else None,
            )
            for row in rows
        ]
    )
