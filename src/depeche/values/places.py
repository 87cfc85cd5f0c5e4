"""Places as values: where a mention points, and the arithmetic of points on the globe."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import Literal

from depeche.records import PlacePrecision
from depeche.values.base import Value

PlaceRole = Literal[
    "location", "dateline", "government", "origin", "medical", "speaker", "institution", "other"
]
EARTH_RADIUS_KM = 6371.0088


def haversine_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle distance in kilometres between two points in degrees.

    >>> round(haversine_km(16.27, -0.04, 12.65, -8.0))  # Gao to Bamako
    947
    """
    phi, other_phi = radians(latitude), radians(other_latitude)
    half_phi = (other_phi - phi) / 2
    half_lambda = radians(other_longitude - longitude) / 2
    chord = sin(half_phi) ** 2 + cos(phi) * cos(other_phi) * sin(half_lambda) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


class PlaceMention(Value):
    """A place named in an article.

    Attributes:
        name: as written, without the generic noun (« camp de Dioura » is « Dioura »).
        start_char, end_char: characters of `name` in the article, end exclusive; they may lie inside a token
            (« Bandiagara-Goundaka » names two places).
        admin1, country (ISO 3166-1 alpha-2), latitude, longitude (degrees), geonameid: of the place chosen;
            None when the gazetteer does not know it.
        precision: level of the place chosen; `unresolved` when it is in no gazetteer.
        role: what the place does in the sentence; only `location` is where something happened.
        radius_km: distance told from the point (« à 30 km au nord de Gao » is Gao with 30).
        rule: which rule found it, then which one chose among homonyms.
        also: further places named by the same tokens.
    """

    name: str
    start_char: int
    end_char: int
    admin1: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonameid: int | None = None
    precision: PlacePrecision = "unresolved"
    role: PlaceRole = "location"
    radius_km: float | None = None
    rule: str = ""
    also: tuple[PlaceMention, ...] = ()

    @property
    def resolved(self) -> bool:
        """Whether the gazetteer knows the place."""
        return self.precision != "unresolved"

    def distance_km(self, other: PlaceMention) -> float | None:
        """Distance to another place; None when either has no point."""
        if (
            self.latitude is None
            or self.longitude is None
            or other.latitude is None
            or other.longitude is None
        ):
            return None
        return haversine_km(self.latitude, self.longitude, other.latitude, other.longitude)

    def within(self, other: PlaceMention) -> bool:
        """Whether this place lies in that country or first-level unit, as far as their names tell."""
        if other.country is None or self.country != other.country or self == other:
            return False
        if other.precision == "country":
            return self.precision != "country"
        if other.precision == "admin1":
            return self.precision not in ("country", "admin1") and self.admin1 == (other.admin1 or other.name)
        return False
