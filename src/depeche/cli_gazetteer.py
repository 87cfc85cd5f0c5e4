"""`depeche gazetteer`: build a gazetteer layer, look a name up."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from depeche.errors import DepecheError
from depeche.gazetteer import Entry, packaged
from depeche.gazetteer.build import build_dump, build_packaged
from depeche.resources import data_path

app = typer.Typer(help="Build the offline gazetteer, or look a name up in it.", no_args_is_help=True)


def _fail(error: DepecheError) -> typer.Exit:
    typer.echo(f"depeche: {error}", err=True)
    return typer.Exit(2)


@app.command()
def build(
    dumps: Annotated[
        list[Path] | None, typer.Argument(help="GeoNames country dumps (19 columns), as ML.txt")
    ] = None,
    wof: Annotated[
        Path | None, typer.Option(help="Who's On First and GeoNames table of the packaged layer")
    ] = None,
    osm: Annotated[Path | None, typer.Option(help="OpenStreetMap table of the packaged layer")] = None,
    out: Annotated[Path | None, typer.Option(help="layer to write; a folder with --wof and --osm")] = None,
) -> None:
    """Compile GeoNames dumps into a layer, or the packaged layers from their two tables."""
    try:
        if wof is not None and osm is not None:
            counts = build_packaged(wof, osm, out or data_path("places"))
            unresolved = counts.pop("unresolved")
            typer.echo(", ".join(f"{name}: {count} places" for name, count in counts.items()))
            for line in unresolved if isinstance(unresolved, list) else ():
                typer.echo(f"alias without a place: {line}", err=True)
        elif dumps:
            target = out or Path("gazetteer.bin")
            typer.echo(f"{target}: {build_dump(dumps, target)} places")
        else:
            typer.echo("depeche: give GeoNames dumps, or --wof and --osm", err=True)
            raise typer.Exit(2)
    except DepecheError as error:
        raise _fail(error) from error


def _line(entry: Entry) -> str:
    unit = " / ".join(part for part in (entry.admin1, entry.admin2) if part) or "-"
    number = str(entry.geonameid) if entry.geonameid else "-"
    return "\t".join(
        (entry.name, entry.kind, entry.country, unit, f"{entry.latitude:.4f}", f"{entry.longitude:.4f}",
         str(entry.population or "-"), number, entry.source)
    )  # fmt: skip


@app.command()
def lookup(
    name: Annotated[str, typer.Argument(help="a place name, in any spelling")],
    country: Annotated[str | None, typer.Option(help="ISO 3166-1 alpha-2 code")] = None,
    layer: Annotated[list[Path] | None, typer.Option(help="a further layer of yours")] = None,
) -> None:
    """Show the places that a name may mean.

    Columns: name, kind, country, units, latitude, longitude, population, GeoNames number, layer.
    """
    try:
        found = packaged(tuple(layer or ())).candidates(name, country.upper() if country else None)
    except DepecheError as error:
        raise _fail(error) from error
    for entry in found:
        typer.echo(_line(entry))
    if not found:
        typer.echo(
            f"depeche: no place is called {name}" + (f" in {country.upper()}" if country else ""), err=True
        )
        sys.exit(1)


if __name__ == "__main__":
    app()
