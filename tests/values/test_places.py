"""Places as values: distances, containment, the mention's own offsets."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from depeche.values.places import PlaceMention, haversine_km

DEGREES = {"allow_nan": False, "allow_infinity": False}
LATITUDES = st.floats(-90, 90, **DEGREES)
LONGITUDES = st.floats(-180, 180, **DEGREES)


def mention(name: str, **told: object) -> PlaceMention:
    return PlaceMention(name=name, start_char=0, end_char=len(name), **told)  # type: ignore[arg-type]


def test_distance_gao_to_bamako() -> None:
    assert haversine_km(16.2717, -0.0447, 12.65, -8.0) == pytest.approx(943, abs=5)


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_distance_is_symmetric_and_bounded(
    lat: float, lon: float, other_lat: float, other_lon: float
) -> None:
    there = haversine_km(lat, lon, other_lat, other_lon)
    assert 0 <= there <= math.pi * 6371.01
    assert there == pytest.approx(haversine_km(other_lat, other_lon, lat, lon), abs=1e-6)


@given(LATITUDES, LONGITUDES)
def test_a_point_is_at_no_distance_from_itself(latitude: float, longitude: float) -> None:
    assert haversine_km(latitude, longitude, latitude, longitude) == pytest.approx(0, abs=1e-6)


def test_an_unresolved_mention_has_no_distance() -> None:
    gao = mention("Gao", latitude=16.27, longitude=-0.04, precision="town")
    assert mention("Xoltibar").distance_km(gao) is None
    assert not mention("Xoltibar").resolved


def test_a_town_lies_within_its_region_and_country_but_not_in_another() -> None:
    dioura = mention("Dioura", admin1="Mopti", country="ML", precision="town")
    mopti = mention("Mopti", admin1="Mopti", country="ML", precision="admin1")
    mali = mention("Mali", country="ML", precision="country")
    gao = mention("Gao", admin1="Gao", country="ML", precision="admin1")
    assert dioura.within(mopti)
    assert dioura.within(mali)
    assert mopti.within(mali)
    assert not dioura.within(gao)
    assert not mali.within(mopti)


def test_a_mention_is_frozen() -> None:
    with pytest.raises(ValidationError):
        mention("Gao").name = "Kidal"
