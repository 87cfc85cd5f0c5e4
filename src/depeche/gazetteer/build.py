"""Compiling gazetteer layers out of source files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from depeche.gazetteer.aliases import apply_aliases
from depeche.gazetteer.entry import SourceRow
from depeche.gazetteer.keys import fold, normalise
from depeche.gazetteer.layout import write_layer
from depeche.gazetteer.sources import read_geonames, read_osm, read_wof
from depeche.gazetteer.tables import admin_unit_rows, country_rows, supplement_rows
from depeche.gazetteer.world import world_towns
from depeche.resources import lexicon
from depeche.values.places import haversine_km

SAME_PLACE_KM = 15.0
REPEAT_KM = 3.0
GEONAMES_META = {
    "title": "geonames",
    "licence": "CC BY 4.0",
    "attribution": "GeoNames (geonames.org, CC BY 4.0); Who's On First (whosonfirst.org/docs/licenses)",
}
OSM_META = {
    "title": "openstreetmap",
    "licence": "ODbL 1.0",
    "attribution": "© OpenStreetMap contributors (openstreetmap.org/copyright), ODbL 1.0",
}


@cache
def _coverage() -> dict[str, tuple[str, int, str]]:
    rows = lexicon("places", "coverage.csv", columns=("country", "policy", "minimum", "without", "source"))
    return {row["country"]: (row["policy"], int(row["minimum"]), row["without"]) for row in rows}


def covered(row: SourceRow) -> bool:
    """Whether the packaged gazetteer keeps this place: every unit, towns as `coverage.csv` says."""
    if row.kind not in ("town", "quarter"):
        return True
    policy, minimum, without = _coverage().get(row.country, _coverage()["*"])
    if policy in ("all", "thin"):
        return not without or row.admin1 != without or row.population > 0
    return row.population >= minimum


def merge_towns(rows: list[SourceRow], towns: Iterable[SourceRow]) -> None:
    """Add towns to rows; one that stands there (same name, within 15 km) lends population and number."""
    by_name: dict[tuple[str, str], list[SourceRow]] = defaultdict(list)
    for row in rows:
        if row.kind == "town":
            for name in row.names:
                by_name[row.country, normalise(name)].append(row)
    for town in towns:
        same = _nearest(town, by_name)
        if same is None:
            rows.append(town)
            continue
        same.population = max(same.population, town.population)
        same.geonameid = same.geonameid or town.geonameid
        same.names.extend(name for name in town.names[:1] if name not in same.names)


def _nearest(town: SourceRow, by_name: dict[tuple[str, str], list[SourceRow]]) -> SourceRow | None:
    best, distance = None, SAME_PLACE_KM
    for name in town.names[:2]:
        for row in by_name.get((town.country, normalise(name)), ()):
            away = haversine_km(town.latitude, town.longitude, row.latitude, row.longitude)
            if away <= distance:
                best, distance = row, away
    return best


def _drop_repeats(rows: Iterable[SourceRow]) -> Iterator[SourceRow]:
    """Merge rows with the same main name, kind and unit that lie within 3 km: one keeps the names of all."""
    seen: dict[tuple[str, str, str, str], list[SourceRow]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: -row.population):
        kind = "town" if row.kind in ("town", "quarter") else row.kind
        earlier = seen[row.country, kind, row.admin1, normalise(row.names[0])]
        for other in earlier:
            away = haversine_km(row.latitude, row.longitude, other.latitude, other.longitude)
            if away <= REPEAT_KM or kind.startswith("admin"):
                other.names.extend(name for name in row.names if name not in other.names)
                other.geonameid = other.geonameid or row.geonameid
                break
        else:
            earlier.append(row)
            yield row


def move_units(rows: Iterable[SourceRow], supplement: Iterable[SourceRow]) -> None:
    """Put the places of a second-level unit that became a first-level one under its new name."""
    moved = {
        (row.country, normalise(row.admin2)): row.names[0]
        for row in supplement
        if row.kind == "admin1" and row.admin2
    }
    for row in rows:
        unit = moved.get((row.country, normalise(row.admin2))) if row.admin2 else None
        if unit is not None:
            row.admin1, row.admin2 = unit, ""


def thin(row: SourceRow) -> SourceRow:
    """Drop the spellings of a small place that only sound like one kept: the sound key finds it too."""
    policy, *_ = _coverage().get(row.country, _coverage()["*"])
    if policy != "thin" or row.population or row.kind not in ("town", "quarter"):
        return row
    kept: dict[str, str] = {}
    for name in row.names:
        kept.setdefault(fold(normalise(name)), name)
    row.names = list(kept.values())
    return row


def _ordered(rows: Iterable[SourceRow]) -> list[SourceRow]:
    return sorted(rows, key=lambda row: (row.country, row.admin1, row.admin2, row.names[0], row.latitude))


def packaged_rows(wof: Path, osm: Path) -> tuple[list[SourceRow], list[SourceRow], list[str]]:
    """Rows of the two packaged layers (free of share-alike; OpenStreetMap) and what could not be resolved.

    Args:
        wof: the Who's On First and GeoNames table; `osm`: the OpenStreetMap table (see `sources`).
    """
    rows = [row for row in read_wof(wof) if row.kind != "country"]
    merge_towns(rows, world_towns())
    rows = [thin(row) for row in _drop_repeats(row for row in rows if covered(row))]
    rows.extend(country_rows())
    units, unresolved = admin_unit_rows(rows)
    rows.extend(units)
    supplement = list(supplement_rows())
    move_units(rows, supplement)
    rows.extend(supplement)
    kept = {country for country, (policy, *_) in _coverage().items() if policy != "towns"}
    others = list(
        _drop_repeats(row for row in read_osm(osm) if row.country in kept and row.kind != "country")
    )
    unresolved += apply_aliases(rows, others)
    return _ordered(rows), _ordered(others), unresolved


def build_packaged(wof: Path, osm: Path, out: Path) -> dict[str, int | list[str]]:
    """Write `geonames.bin` and `openstreetmap.bin` into `out`; returns counts and what is unresolved."""
    rows, others, unresolved = packaged_rows(wof, osm)
    write_layer(out / "geonames.bin", rows, meta=GEONAMES_META)
    write_layer(out / "openstreetmap.bin", others, meta=OSM_META)
    return {"geonames": len(rows), "openstreetmap": len(others), "unresolved": unresolved}


def build_dump(dumps: Sequence[Path], out: Path) -> int:
    """Write one layer from GeoNames country dumps (19 columns); returns the number of places.

    Raises:
        ConfigurationError: a file is missing or is no GeoNames dump.
    """
    rows = [row for path in dumps for row in read_geonames(path) if row.kind != "country"]
    write_layer(out, _ordered(_drop_repeats(rows)), meta={**GEONAMES_META, "title": out.stem})
    return len(rows)
