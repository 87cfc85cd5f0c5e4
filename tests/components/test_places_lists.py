"""The targets of place recognition: 300 conflict places, 100 traps, the sample article's eleven places."""

import csv
from pathlib import Path

import pytest
from spacy.language import Language

import depeche.components.places  # noqa: F401 (registers the factory)
from depeche.gazetteer.keys import normalise
from depeche.language.base_model import load_base
from depeche.values.places import PlaceMention, haversine_km

DATA = Path(__file__).parents[1] / "data"
SAMPLE = {
    "Dioura": ("Mopti", 14.83, -5.25),
    "Mopti": ("Mopti", 14.6, -3.6),
    "Sofara": ("Mopti", 14.02, -4.23),
    "Soumpi": ("Tombouctou", 15.84, -4.33),
    "Tombouctou": ("Tombouctou", 21.5, -3.86),
    "Boulikessi": ("Mopti", 14.80, -1.30),
    "Mondoro": ("Mopti", 14.68, -1.95),
    "Bodio": ("Mopti", 14.25, -3.69),
    "Bandiagara": ("Mopti", 14.35, -3.61),
    "Goundaka": ("Mopti", 14.50, -3.95),
    "Boni": ("Mopti", 15.08, -2.22),
}
ARTICLE = (
    "Au Mali, le camp de Dioura, dans la région de Mopti, a été attaqué ; l'armée parle d'une opération à "
    "Sofara. Le camp de Soumpi, dans la région de Tombouctou, a été visé par des drones.\n\n"
    "En 2019, les bases de Boulikessi et Mondoro étaient tombées. Près de Bodio, dans la région de Mopti, un "
    "convoi a été surpris. Une bombe a explosé sur la route Bandiagara-Goundaka. "
    "Le blocus de la ville de Boni continue."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = load_base()
    nlp.add_pipe("depeche_places")
    return nlp


def rows(name: str) -> list[dict[str, str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def places(nlp: Language, text: str) -> list[PlaceMention]:
    doc = nlp(text)
    return [place for span in doc.spans["places"] for place in (span._.place, *span._.place.also)]


def kilometres(place: PlaceMention, latitude: float, longitude: float) -> float:
    if place.latitude is None or place.longitude is None:
        return float("inf")
    return haversine_km(place.latitude, place.longitude, latitude, longitude)


def test_three_hundred_conflict_places(nlp: Language) -> None:
    listed = rows("places_conflict.csv")
    assert len(listed) == 300
    country = near = 0
    for row in listed:
        found = [
            place
            for place in places(nlp, row["sentence"])
            if normalise(place.name) == normalise(row["place"])
        ]
        if found and found[0].country == row["country"]:
            country += 1
            near += kilometres(found[0], float(row["latitude"]), float(row["longitude"])) <= 25
    assert country / len(listed) >= 0.97
    assert near / len(listed) >= 0.90


def test_a_hundred_traps(nlp: Language) -> None:
    listed = rows("places_traps.csv")
    assert len(listed) == 100
    wrong = [
        row["sentence"]
        for row in listed
        for place in places(nlp, row["sentence"])
        if place.role == "location" and normalise(row["trap"]) in normalise(place.name)
    ]
    assert len(wrong) <= 5, wrong


def test_eleven_places_of_the_sample(nlp: Language) -> None:
    found = {place.name: place for place in places(nlp, ARTICLE)}
    for name, (admin1, latitude, longitude) in SAMPLE.items():
        assert (found[name].country, found[name].admin1) == ("ML", admin1)
        assert kilometres(found[name], latitude, longitude) <= 25
