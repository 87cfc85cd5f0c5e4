"""Counts with open bounds."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from depeche.values.numbers import Quantity


def test_an_exact_count_has_one_bound_twice() -> None:
    assert (Quantity.exactly(41).low, Quantity.exactly(41).high) == (41, 41)


def test_the_low_bound_stands_for_the_count_when_it_is_told() -> None:
    assert Quantity(low=16, high=None).value == 16
    assert Quantity(low=None, high=20).value == 20
    assert Quantity(low=0, high=3).value == 0


@pytest.mark.parametrize("bounds", [(None, None), (85, 40)])
def test_bounds_are_told_and_ordered(bounds: tuple[int | None, int | None]) -> None:
    with pytest.raises(ValidationError):
        Quantity(low=bounds[0], high=bounds[1])


def test_a_count_does_not_change() -> None:
    with pytest.raises(ValidationError):
        Quantity.exactly(41).low = 42  # type: ignore[misc]
