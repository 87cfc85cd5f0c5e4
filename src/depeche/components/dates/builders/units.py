"""What builders share: picking units by code, and reading numbers and directions from them."""

from __future__ import annotations

from collections.abc import Sequence

from depeche.components.dates.scan import Unit

Units = Sequence[Unit]
DAY_CODES = ("INT31", "WORD31")
NEXT_CODES, LAST_CODES = ("NEXT", "SUIVANT", "APRES"), ("LAST", "PRECEDENT", "AVANT")


def first(units: Units, *codes: str) -> Unit | None:
    """The first unit with one of the codes."""
    return next((unit for unit in units if unit.code in codes), None)


def number(units: Units, *codes: str) -> int | None:
    """The value of the first unit with one of the codes.

    None when there is none, and for a grouped number (« il y a 40 000 ans »), which counts no days of news.
    """
    unit = first(units, *codes)
    return int(unit.value) if unit and unit.value.lstrip("-").isdecimal() else None


def direction(units: Units) -> int:
    """1 for « prochain », « suivant », -1 for « dernier », « précédent », else 0."""
    if first(units, *NEXT_CODES):
        return 1
    return -1 if first(units, *LAST_CODES) else 0
