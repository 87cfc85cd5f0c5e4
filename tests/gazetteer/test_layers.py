"""Writing a layer and reading it back; GeoNames dumps; the packaged layers."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.errors import ConfigurationError
from depeche.gazetteer import Gazetteer, packaged
from depeche.gazetteer.build import build_dump
from depeche.gazetteer.entry import SourceRow
from depeche.gazetteer.layer import Layer
from depeche.gazetteer.layout import population_class, population_of, write_layer
from depeche.resources import data_path

META = {"title": "test", "licence": "none", "attribution": "none"}
NAMES = st.text(st.characters(categories=("Lu", "Ll")), min_size=2, max_size=12)
ROWS = st.lists(
    st.builds(
        SourceRow,
        names=st.lists(NAMES, min_size=1, max_size=3),
        kind=st.sampled_from(["town", "admin1", "natural"]),
        country=st.sampled_from(["ML", "BF", ""]),
        admin1=st.sampled_from(["", "Mopti", "Sahel"]),
        admin2=st.just(""),
        latitude=st.floats(-90, 90),
        longitude=st.floats(-180, 180),
        population=st.integers(0, 10**7),
        geonameid=st.integers(0, 13_000_000),
    ),
    min_size=1,
    max_size=20,
)
COLUMNS = "2458636|Dioura|Dioura|Jura|14.8252|-5.2547|P|PPL|ML||04|1|||0||270|Africa/Bamako|2012-01-17"
DIOURA = COLUMNS.replace("|", "\t")
MOPTI = DIOURA.replace("2458636\tDioura\tDioura\tJura", "2453347\tRégion de Mopti\tMopti\t")
MOPTI = MOPTI.replace("P\tPPL", "A\tADM1")


@given(ROWS)
def test_every_name_finds_its_place_again(rows: list[SourceRow]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "layer.bin"
        write_layer(path, rows, meta=META)
        gazetteer = Gazetteer([path])
        for row in rows:
            for name in row.names:
                places = {(entry.name, entry.country, entry.kind) for entry in gazetteer.exact(name)}
                assert (row.names[0], row.country, row.kind) in places


def test_a_layer_keeps_what_is_known_of_a_place(tmp_path: Path) -> None:
    row = SourceRow(["Dioura", "Jura"], "town", "ML", "Mopti", "Ténenkou", 14.8252, -5.2547, 4200, 2458636)
    write_layer(tmp_path / "layer.bin", [row], meta=META)
    (entry,) = Gazetteer([tmp_path / "layer.bin"]).exact("dioura")
    assert (entry.name, entry.admin1, entry.admin2, entry.geonameid) == (
        "Dioura",
        "Mopti",
        "Ténenkou",
        2458636,
    )
    assert (entry.latitude, entry.longitude) == (14.8252, -5.2547)
    assert entry.population == pytest.approx(4200, rel=0.05)


def test_a_name_that_only_sounds_alike_comes_apart(tmp_path: Path) -> None:
    row = SourceRow(["Labezanga"], "town", "ML", "Gao", "", 14.95, 0.70)
    write_layer(tmp_path / "layer.bin", [row], meta=META)
    found = Gazetteer([tmp_path / "layer.bin"]).find("Labbezanga")
    assert not found.exact
    assert [entry.name for entry in found.near] == ["Labezanga"]


@pytest.mark.parametrize("population", [0, 1, 999, 12_345, 8_000_000])
def test_populations_are_kept_to_two_digits(population: int) -> None:
    assert population_of(population_class(population)) == pytest.approx(population, rel=0.06, abs=0.5)


def test_a_geonames_dump_becomes_a_layer(tmp_path: Path) -> None:
    (tmp_path / "ML.txt").write_text(f"{DIOURA}\n{MOPTI}\n", encoding="utf-8")
    assert build_dump([tmp_path / "ML.txt"], tmp_path / "ml.bin") == 2
    (entry,) = Gazetteer([tmp_path / "ml.bin"]).candidates("Dioura", "ML")
    assert (entry.admin1, entry.geonameid) == ("Mopti", 2458636)


def test_a_broken_dump_names_the_file_and_the_line(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("Dioura\t14.8\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"bad\.txt, line 1: 2 columns"):
        build_dump([tmp_path / "bad.txt"], tmp_path / "bad.bin")


def test_a_file_that_is_no_layer_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.bin").write_bytes(b"not a gazetteer")
    with pytest.raises(ConfigurationError, match=r"notes\.bin"):
        Layer(tmp_path / "notes.bin")


def test_the_packaged_layers_fit_the_repository() -> None:
    folder = data_path("places")
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 30_000_000


def test_share_alike_data_stays_in_a_file_of_its_own() -> None:
    layers = {layer.title: layer for layer in packaged().layers}
    assert layers["openstreetmap"].meta["licence"].startswith("ODbL")
    assert "ODbL" not in layers["geonames"].meta["licence"]


@pytest.mark.parametrize(
    ("name", "country", "admin1"),
    [
        ("Boulikessi", "ML", "Mopti"),
        ("Inates", "NE", "Tillabéri"),
        ("Alep", "SY", "Alep"),
        ("Khan Younès", "PS", "Bande de Gaza"),
        ("Kiev", "UA", "Kiev"),
        ("Djugu", "CD", "Ituri"),
        ("Maiduguri", "NG", "Borno"),
        ("La Nouvelle-Orléans", "US", "Louisiane"),
    ],
)
def test_french_names_are_known(name: str, country: str, admin1: str) -> None:
    assert admin1 in {entry.admin1 for entry in packaged().candidates(name, country)}


def test_opening_the_gazetteer_stays_small() -> None:
    """The layers are mapped, not read: opening them and one look-up take far less memory than they hold."""
    code = (
        "import resource, json; import numpy; before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "from depeche.gazetteer import packaged; packaged().exact('Gao');"
        "print(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before))"
    )
    grown = json.loads(
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    )
    assert grown < 150_000


def test_an_alias_line_works_without_a_new_build() -> None:
    # the packaged layers were built before « Thoune » was added to aliases.csv
    assert [entry.country for entry in packaged().exact("Thoune")] == ["CH"]
