"""Readers of the source files of a gazetteer; each yields `SourceRow`s."""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from depeche.errors import ConfigurationError
from depeche.gazetteer.admin_names import bare
from depeche.gazetteer.entry import Kind, SourceRow

GEONAMES_COLUMNS = (
    "geonameid",
    "name",
    "asciiname",
    "alternatenames",
    "latitude",
    "longitude",
    "feature_class",
    "feature_code",
    "country",
    "cc2",
    "admin1",
    "admin2",
    "admin3",
    "admin4",
    "population",
    "elevation",
    "dem",
    "timezone",
    "modified",
)
_WOF_KINDS: dict[str, Kind] = {
    "country": "country",
    "region": "admin1",
    "macroregion": "area",
    "county": "admin2",
    "admin": "admin2",
    "localadmin": "admin3",
    "locality": "town",
    "neighbourhood": "quarter",
}
_OSM_KINDS: dict[str, Kind] = {
    "village": "town",
    "hamlet": "town",
    "locality": "town",
    "town": "town",
    "city": "town",
    "municipality": "town",
    "suburb": "quarter",
    "neighbourhood": "quarter",
    "quarter": "quarter",
    "island": "natural",
    "archipelago": "natural",
    "mountain_range": "natural",
    "state": "admin1",
    "region": "area",
    "county": "admin2",
    "district": "admin2",
    "area": "area",
    "peninsula": "natural",
}
_FEATURE_KINDS: dict[str, Kind] = {
    "PCLI": "country",
    "PCLD": "country",
    "PCLS": "country",
    "TERR": "country",
    "ADM1": "admin1",
    "ADM2": "admin2",
    "ADM3": "admin3",
    "ADM4": "admin3",
    "RGN": "area",
    "PPLX": "quarter",
}
_NATURAL = frozenset(
    "LK LKS STM STMI MT MTS FRST PRK RES ISL ISLS OAS DSRT PEN VAL PLAT GULF BAY STRT PASS WAD".split()  # noqa: SIM905
)
_DROPPED = frozenset({"PPLF", "PPLQ", "PPLW", "PPLH"})
_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞŁŠŽİĀĪŪḌḤṢṬẔ’'ʿ][^\d|]{1,60}")


def usable(name: str) -> bool:
    """Whether a spelling can stand in a French text: Latin letters, a capital first, two letters at least."""
    return bool(_NAME.fullmatch(name)) and all(
        ord(char) < 0x250 or 0x1E00 <= ord(char) < 0x2070 for char in name
    )


def _lines(path: Path) -> Iterator[str]:
    try:
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as file:
            yield from file
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: cannot be read as a place file ({error})") from error


def _names(main: str, others: str, separator: str, kind: Kind) -> list[str]:
    names = [main, *(name.strip() for name in others.split(separator))]
    if kind.startswith("admin"):
        names = [bare(name) for name in names]
    return list(dict.fromkeys(name for name in names if usable(name)))


def _located(row: dict[str, str]) -> tuple[str, str, str, float, float]:
    """Country, first- and second-level unit, latitude and longitude, which both tables name alike."""
    return (
        row["country"],
        bare(row["admin1"]),
        bare(row["admin2"]),
        float(row["lat"]),
        float(row["lon"]),
    )


def read_wof(path: Path) -> Iterator[SourceRow]:
    """Rows of a Who's On First and GeoNames table: tab-separated, with a header."""
    for row in csv.DictReader(_lines(path), delimiter="\t", quoting=csv.QUOTE_NONE):
        kind = _WOF_KINDS.get(row["placetype"])
        names = _names(row["name"], row["alt"], "|", kind) if kind else []
        if kind is None or not names or row["fcode"] in _DROPPED:
            continue
        yield SourceRow(
            names,
            kind,
            *_located(row),
            max(0, int(float(row["population"] or 0))),
            max(0, int(row["geonameid"] or 0)),
        )


def read_osm(path: Path) -> Iterator[SourceRow]:
    """Rows of an OpenStreetMap table: country, placetype, name, alt, lat, lon, admin1, admin2."""
    for row in csv.DictReader(_lines(path), delimiter="\t", quoting=csv.QUOTE_NONE):
        kind = _OSM_KINDS.get(row["placetype"])
        names = _names(row["name"], row["alt"] or "", "|", kind) if kind else []
        if kind is not None and names:
            yield SourceRow(names, kind, *_located(row))


def read_geonames(path: Path) -> Iterator[SourceRow]:
    """Rows of a GeoNames country dump: 19 columns, tab-separated, no header.

    Raises:
        ConfigurationError: a line has not 19 columns.
    """
    units: dict[tuple[str, str, str], str] = {}
    rows = []
    for number, line in enumerate(_lines(path), start=1):
        fields = line.rstrip("\n").split("\t")
        if len(fields) != len(GEONAMES_COLUMNS):
            raise ConfigurationError(
                f"{path}, line {number}: {len(fields)} columns; a GeoNames dump has {len(GEONAMES_COLUMNS)}"
            )
        row = dict(zip(GEONAMES_COLUMNS, fields, strict=True))
        kind = _geonames_kind(row)
        if kind is None:
            continue
        if kind in ("admin1", "admin2"):
            units[row["country"], row["admin1"], row["admin2"] if kind == "admin2" else ""] = bare(
                row["name"]
            )
        rows.append((row, kind))
    for row, kind in rows:
        names = _names(row["name"], row["alternatenames"], ",", kind)
        if names:
            country, first = row["country"], row["admin1"]
            yield SourceRow(
                names,
                kind,
                country,
                units.get((country, first, ""), ""),
                units.get((country, first, row["admin2"]), "") if row["admin2"] else "",
                float(row["latitude"]),
                float(row["longitude"]),
                int(row["population"] or 0),
                int(row["geonameid"]),
            )


def _geonames_kind(row: dict[str, str]) -> Kind | None:
    code = row["feature_code"]
    if code in _DROPPED or code.endswith("H"):
        return None
    if code in _FEATURE_KINDS:
        return _FEATURE_KINDS[code]
    if row["feature_class"] == "P":
        return "town"
    return "natural" if code in _NATURAL else None
