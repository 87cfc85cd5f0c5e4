"""What a gazetteer holds of one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["country", "admin1", "admin2", "admin3", "town", "quarter", "area", "natural", "site"]

KINDS: tuple[Kind, ...] = (
    "country", "admin1", "admin2", "admin3", "town", "quarter", "area", "natural", "site",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One place.

    Attributes:
        name: its main name; `country`: ISO 3166-1 alpha-2, empty for what several share.
        admin1, admin2: names of the units that hold it.
        latitude, longitude: degrees, WGS 84.
        population: as last told by the source, rounded to two digits; 0 when unknown.
        geonameid: its GeoNames number, where known.
        source: the layer it comes from.
    """

    name: str
    kind: Kind
    country: str
    admin1: str | None
    admin2: str | None
    latitude: float
    longitude: float
    population: int = 0
    geonameid: int | None = None
    source: str = ""


@dataclass(slots=True)
class SourceRow:
    """One place on its way into a layer: as `Entry`, with all its names, the main one first."""

    names: list[str]
    kind: Kind
    country: str
    admin1: str
    admin2: str
    latitude: float
    longitude: float
    population: int = 0
    geonameid: int = 0
