"""Looking names up in the packaged layers and those of the user."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from depeche.gazetteer.aliases import aliases
from depeche.gazetteer.entry import Entry
from depeche.gazetteer.keys import normalise
from depeche.gazetteer.layer import Layer
from depeche.resources import data_path

PACKAGED = ("geonames.bin", "openstreetmap.bin")
_REMEMBERED = 100_000


@dataclass(frozen=True, slots=True)
class Found:
    """Places that bear a name, and those whose name only sounds like it (believe them with a country)."""

    exact: tuple[Entry, ...] = ()
    near: tuple[Entry, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.exact or self.near)


class Gazetteer:
    """Several layers as one.

    Args:
        paths: layer files; a place of a later file stands beside those of the former.

    Raises:
        ConfigurationError: a file is missing or is no layer.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self.layers = tuple(Layer(path) for path in paths)
        self._exact: dict[str, tuple[Entry, ...]] = {}
        self._near: dict[str, tuple[Entry, ...]] = {}

    def __len__(self) -> int:
        return sum(len(layer) for layer in self.layers)

    def _find(self, key: str) -> None:
        if len(self._exact) > _REMEMBERED:
            self._exact.clear()
            self._near.clear()
        exact: list[Entry] = []
        near: list[Entry] = []
        for layer in self.layers:
            same, similar = layer.find(key)
            exact += [layer.entry(row) for row in same]
            near += [layer.entry(row) for row in similar]
        exact += [entry for entry in self._aliased(key) if entry not in exact]
        self._exact[key], self._near[key] = tuple(exact), tuple(near)

    def _aliased(self, key: str) -> list[Entry]:
        """Places of `aliases.csv` that a layer built before the line was added lacks under that name."""
        found = []
        for alias in aliases().get(key, ()):
            target = normalise(alias.target)
            rows = [(layer, row) for layer in self.layers for row in layer.find(target)[0]]
            found += alias.chosen([layer.entry(row) for layer, row in rows])
        return found

    def exact(self, name: str) -> tuple[Entry, ...]:
        """Places that bear this name, whatever its accents, hyphens and capitals."""
        key = normalise(name)
        if key not in self._exact:
            self._find(key)
        return self._exact[key]

    def find(self, name: str) -> Found:
        """Places that bear this name, and places whose name sounds the same."""
        exact = self.exact(name)
        return Found(exact, self._near[normalise(name)])

    def candidates(self, name: str, country: str | None = None) -> tuple[Entry, ...]:
        """Places for a name, units and large towns first; if none bears it, those that only sound the same.

        Args:
            name: any spelling.
            country: ISO 3166-1 alpha-2, to keep the places of one country alone.
        """
        found = self.find(name)
        for entries in (found.exact, found.near):
            kept = [entry for entry in entries if country is None or entry.country == country]
            if kept:
                return tuple(sorted(kept, key=_weight))
        return ()


def _weight(entry: Entry) -> tuple[int, int, str]:
    order = {"country": 0, "admin1": 1, "town": 2, "area": 2, "natural": 2}
    return (order.get(entry.kind, 3), -entry.population, entry.country)


@cache
def packaged(extra: tuple[Path, ...] = ()) -> Gazetteer:
    """The gazetteer of the package, with further layers of the user; opened once.

    Raises:
        ConfigurationError: a layer is missing or unreadable.
    """
    return Gazetteer([*(data_path("places", name) for name in PACKAGED), *extra])
