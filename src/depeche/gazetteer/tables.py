"""Rows that come from our own tables: countries, administrative units of large countries, the supplement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from depeche.gazetteer.admin_names import bare
from depeche.gazetteer.entry import KINDS, Kind, SourceRow
from depeche.gazetteer.keys import normalise
from depeche.gazetteer.world import cities, countries, us_states
from depeche.resources import lexicon

CENTRAL_TOWNS = 30


def _kind(name: str) -> Kind:
    return KINDS[KINDS.index(name)]


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split("|") if part.strip()]


def country_rows() -> Iterator[SourceRow]:
    """One row a country of `countries.csv`, placed amid its largest towns."""
    largest: dict[str, list[tuple[int, float, float]]] = defaultdict(list)
    for city in cities():
        largest[city["countrycode"]].append((city["population"], city["latitude"], city["longitude"]))
    facts = countries()
    for row in lexicon("places", "countries.csv", columns=("code", "name", "aliases", "capital", "source")):
        code = row["code"]
        towns = sorted(largest[code], reverse=True)[:CENTRAL_TOWNS]
        if towns:
            yield SourceRow(
                [row["name"], *_split(row["aliases"])],
                "country",
                code,
                "",
                "",
                sum(town[1] for town in towns) / len(towns),
                sum(town[2] for town in towns) / len(towns),
                facts[code]["population"] if code in facts else 0,
                facts[code]["geonameid"] if code in facts else 0,
            )


def admin_unit_rows(rows: list[SourceRow]) -> tuple[list[SourceRow], list[str]]:
    """Units of countries that the source files lack, and the lines whose town is unknown.

    `units.csv` names each unit in French with one town of it: the GeoNames code of that town is the unit's,
    its largest towns give the unit its point, and all its towns are told its name.
    """
    code_of = {city["geonameid"]: (city["countrycode"], city["admin1code"]) for city in cities()}
    towns: dict[tuple[str, str], list[SourceRow]] = defaultdict(list)
    named: dict[tuple[str, str], SourceRow] = {}
    for row in rows:
        if row.kind != "town" or row.geonameid not in code_of:
            continue
        towns[code_of[row.geonameid]].append(row)
        for name in row.names:
            key = (row.country, normalise(name))
            if key not in named or named[key].population < row.population:
                named[key] = row
    units = {("US", code): [name] for code, name in us_states().items()}
    seats, missing = [], []
    for line in lexicon(
        "places", "units.csv", columns=("country", "level", "name", "aliases", "town", "source")
    ):
        town = named.get((line["country"], normalise(line["town"])))
        if town is None:
            missing.append(f"{line['name']}: no town {line['town']} ({line['country']})")
            continue
        names = [line["name"], *_split(line["aliases"])]
        if line["level"] == "admin2":
            seats.append((names, town))
        else:
            units[code_of[town.geonameid]] = names + units.get(code_of[town.geonameid], [])
    made = [
        _unit(country, names, towns[country, code])
        for (country, code), names in units.items()
        if towns[country, code]
    ]
    return made + [_seat(names, town) for names, town in seats], missing


def _seat(names: list[str], town: SourceRow) -> SourceRow:
    """A second-level unit, at its seat."""
    names = list(dict.fromkeys(short for name in names for short in (bare(name), name)))
    return SourceRow(names, "admin2", town.country, town.admin1, names[0], town.latitude, town.longitude)


def _unit(country: str, names: list[str], towns: list[SourceRow]) -> SourceRow:
    names = list(dict.fromkeys(short for name in names for short in (bare(name), name)))
    for town in towns:
        town.admin1 = town.admin1 or names[0]
    central = sorted(towns, key=lambda town: -town.population)[:CENTRAL_TOWNS]
    return SourceRow(
        names,
        "admin1",
        country,
        names[0],
        "",
        sum(town.latitude for town in central) / len(central),
        sum(town.longitude for town in central) / len(central),
        sum(town.population for town in towns),
    )


def supplement_rows() -> Iterator[SourceRow]:
    """Places of `supplement.csv`: what the source files lack."""
    columns = ("name", "aliases", "kind", "country", "admin1", "admin2", "latitude", "longitude", "source")
    for row in lexicon("places", "supplement.csv", columns=columns):
        yield SourceRow(
            [row["name"], *_split(row["aliases"])],
            _kind(row["kind"]),
            row["country"],
            row["admin1"],
            row["admin2"],
            float(row["latitude"]),
            float(row["longitude"]),
            int(row.get("population") or 0),
        )
