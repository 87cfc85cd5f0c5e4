"""Reading one compiled layer through a memory map."""

from __future__ import annotations

import json
import mmap
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from depeche.errors import ConfigurationError
from depeche.gazetteer.entry import KINDS, Entry
from depeche.gazetteer.keys import fold, normalise
from depeche.gazetteer.layout import MAGIC, MANY, SCALE, bucket_of, population_of


class Layer:
    """One gazetteer file.

    Args:
        path: a file that `write_layer` wrote.

    Raises:
        ConfigurationError: the file is missing or is no layer.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open("rb") as file:
                head = file.read(16)
                if head[:8] != MAGIC:
                    raise ConfigurationError(
                        f"{path}: no gazetteer layer; build it with `depeche gazetteer build`"
                    )
                header = json.loads(file.read(int.from_bytes(head[8:], "little")))
                self._start = file.tell()
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise ConfigurationError(f"{path}: cannot be read as a gazetteer ({error})") from error
        self.meta: dict[str, str] = header["meta"]
        self._tables: dict[str, list[str]] = header["tables"]
        self._buckets: int = header["buckets"]
        self._sections: dict[str, dict[str, Any]] = header["sections"]
        self._starts = self._array("starts")
        self._firsts = self._array("firsts")
        self._offsets = {name: self._start + section["offset"] for name, section in self._sections.items()}

    def __len__(self) -> int:
        return int(self._sections["kind"]["shape"][0])

    def _array(self, name: str) -> Any:
        section = self._sections[name]
        count = int(np.prod(section["shape"]))
        start = self._start + section["offset"]
        return np.frombuffer(self._map, section["dtype"], count, start).reshape(section["shape"])

    def _wide(self, name: str, row: int) -> int:
        start = self._offsets[name] + 3 * row
        return int.from_bytes(self._map[start : start + 3], "little")

    def _small(self, name: str, row: int, width: int) -> int:
        start = self._offsets[name] + width * row
        return int.from_bytes(self._map[start : start + width], "little")

    def _names_in(self, bucket: int) -> list[str]:
        base = self._offsets["blob"]
        text = self._map[base + int(self._starts[bucket]) : base + int(self._starts[bucket + 1])]
        return text.decode().split("\n")[:-1]

    def _places_of(self, name_number: int) -> list[int]:
        posting = self._wide("postings", name_number)
        if not posting & MANY:
            return [posting]
        at = posting & (MANY - 1)
        return [self._wide("overflow", at + 1 + step) for step in range(self._wide("overflow", at))]

    def find(self, key: str) -> tuple[list[int], list[int]]:
        """Places of a spelling key: those that bear the very name, then those that only sound the same."""
        sound = fold(key)
        bucket = bucket_of(sound, self._buckets)
        exact: dict[int, None] = {}
        near: dict[int, None] = {}
        first = int(self._firsts[bucket])
        for step, name in enumerate(self._names_in(bucket)):
            spelled = normalise(name)
            if spelled == key:
                exact.update(dict.fromkeys(self._places_of(first + step)))
            elif fold(spelled) == sound:
                near.update(dict.fromkeys(self._places_of(first + step)))
        return list(exact), [place for place in near if place not in exact]

    def entry(self, row: int) -> Entry:
        """The place with this number."""
        number = self._wide("name", row)
        bucket = int(np.searchsorted(self._firsts, np.uint32(number), side="right")) - 1
        name = self._names_in(bucket)[number - int(self._firsts[bucket])]
        return Entry(
            name=name,
            kind=KINDS[self._small("kind", row, 1)],
            country=self._tables["countries"][self._small("country", row, 1)],
            admin1=self._tables["admin1"][self._small("admin1", row, 2)] or None,
            admin2=self._tables["admin2"][self._small("admin2", row, 2)] or None,
            latitude=round(self._wide("latitude", row) / SCALE - 90, 4),
            longitude=round(self._wide("longitude", row) / SCALE - 180, 4),
            population=population_of(self._small("population", row, 1)),
            geonameid=self._wide("geonameid", row) or None,
            source=self.title,
        )

    @cached_property
    def title(self) -> str:
        """Short name of the layer."""
        return self.meta.get("title", self.path.stem)
