"""More names for places of the source files: French exonyms, press spellings, renamings (`aliases.csv`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from depeche.gazetteer.entry import Entry, SourceRow
from depeche.gazetteer.keys import normalise
from depeche.resources import lexicon

_RANK = {
    "town": 0,
    "admin1": 1,
    "admin2": 2,
    "admin3": 3,
    "area": 4,
    "natural": 5,
    "quarter": 6,
    "site": 7,
    "country": 8,
}
_COLUMNS = ("name", "target", "country", "kind", "admin1", "source")
Index = dict[tuple[str, str], list[SourceRow]]


def _index(rows: list[SourceRow]) -> Index:
    index: Index = defaultdict(list)
    for row in rows:
        for name in row.names:
            key = (row.country, normalise(name))
            if row not in index[key][-1:]:
                index[key].append(row)
    return index


def _targets(index: Index, line: dict[str, str]) -> list[SourceRow]:
    """The town (the largest) and the units that the alias names; only that kind when the line tells one."""
    found = index.get((line["country"], normalise(line["target"])), [])
    if line["admin1"]:
        found = [row for row in found if normalise(row.admin1) == normalise(line["admin1"])]
    kinds = set(line["kind"].split("|")) - {""}
    best: dict[str, SourceRow] = {}
    for row in sorted(found, key=lambda row: (-row.population, _RANK[row.kind])):
        if not kinds or row.kind in kinds:
            best.setdefault(row.kind, row)
    if not kinds and "town" in best:
        best = {kind: row for kind, row in best.items() if kind in ("town", "admin1", "admin2")}
    return list(best.values())


def apply_aliases(rows: list[SourceRow], others: list[SourceRow]) -> list[str]:
    """Add the names of `aliases.csv` to `rows`, else to `others`; returns the lines without a target."""
    first, second = _index(rows), _index(others)
    missing = []
    for line in lexicon("places", "aliases.csv", columns=_COLUMNS):
        targets = _targets(first, line) or _targets(second, line)
        for row in targets:
            if line["name"] not in row.names:
                row.names.append(line["name"])
        if not targets:
            missing.append(f"{line['name']} = {line['target']} ({line['country']})")
    return missing


@dataclass(frozen=True, slots=True)
class Alias:
    """One line of `aliases.csv`."""

    target: str
    country: str
    kinds: frozenset[str]
    admin1: str

    def chosen(self, entries: Sequence[Entry]) -> list[Entry]:
        """The place that the line means among those that bear its target: the largest, of each kind told."""
        fit = [
            entry for entry in entries
            if entry.country == self.country and (not self.kinds or entry.kind in self.kinds)
            and (not self.admin1 or normalise(entry.admin1 or "") == normalise(self.admin1))
        ]  # fmt: skip
        best: dict[str, Entry] = {}
        for entry in sorted(fit, key=lambda entry: -entry.population):
            best.setdefault(entry.kind, entry)
        return [entry for kind, entry in best.items() if self.kinds or kind in ("town", "admin1", "admin2")]


@cache
def aliases() -> dict[str, tuple[Alias, ...]]:
    """Spelling key of each added name -> what it stands for, so that a new line needs no new build."""
    found: dict[str, tuple[Alias, ...]] = {}
    for line in lexicon("places", "aliases.csv", columns=_COLUMNS):
        kinds = frozenset(line["kind"].split("|")) - {""}
        alias = Alias(line["target"], line["country"], kinds, line["admin1"])
        key = normalise(line["name"])
        found[key] = (*found.get(key, ()), alias)
    return found
