"""Places: the two lists, recall on gold articles, share of time, cost of opening the gazetteer.

    python benchmarks/places.py [--gold FOLDER …]

Times are process times; the ratio of places to the whole is what the target speaks of (at most 15 %).
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import time
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

import depeche.components.places  # noqa: F401 (registers the factory)
from depeche.gazetteer.keys import normalise
from depeche.gazetteer.lookup import packaged
from depeche.language.base_model import load_base
from depeche.values.places import PlaceMention, haversine_km

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "tests" / "data"


def rows(name: str) -> list[dict[str, str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def places(doc: Doc) -> list[PlaceMention]:
    return [place for span in doc.spans["places"] for place in (span._.place, *span._.place.also)]


def opening() -> None:
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    gazetteer = packaged()
    gazetteer.exact("Gao")
    seconds = time.perf_counter() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"gazetteer: {len(gazetteer)} places, opens in {seconds:.3f} s, {grown:.0f} MB")


def listed(nlp: Language) -> None:
    conflict, country, near = rows("places_conflict.csv"), 0, 0
    for row in conflict:
        found = [p for p in places(nlp(row["sentence"])) if normalise(p.name) == normalise(row["place"])]
        if found and found[0].country == row["country"]:
            country += 1
            latitude, longitude = found[0].latitude, found[0].longitude
            if latitude is not None and longitude is not None:
                away = haversine_km(latitude, longitude, float(row["latitude"]), float(row["longitude"]))
                near += away <= 25
    abroad = sum(row["homonym"] == "1" for row in conflict)
    count = len(conflict)
    print(f"conflict places: {count}, {abroad} with homonyms abroad")
    print(f"  right country {country / count:.3f}, within 25 km {near / count:.3f}")
    traps = rows("places_traps.csv")
    wrong = sum(
        any(
            p.role == "location" and normalise(row["trap"]) in normalise(p.name)
            for p in places(nlp(row["sentence"]))
        )
        for row in traps
    )
    print(f"traps: {wrong} of {len(traps)} given as places where something happened")


def gold(folder: Path) -> Iterator[tuple[str, list[tuple[str, str | None]]]]:
    for path in sorted(folder.glob("*.json")):
        told = {
            (place, event.get("country"))
            for event in json.loads(path.read_text(encoding="utf-8"))["events"]
            for place in event.get("places") or ()
        }
        yield path.with_suffix(".txt").read_text(encoding="utf-8"), sorted(told, key=str)


def recall(nlp: Language, folder: Path) -> None:
    total = found = located = country = 0
    for text, told in gold(folder):
        mentions = places(nlp(text))
        for name, code in told:
            same = [place for place in mentions if normalise(place.name) == normalise(name)]
            total += 1
            found += bool(same)
            located += any(place.role == "location" for place in same)
            country += code is None or any(place.country == code for place in same)
    if total:
        print(
            f"{folder.name}: {total} gold places; found {found / total:.3f}, "
            f"as location {located / total:.3f}, country {country / total:.3f}"
        )


def share(nlp: Language, texts: list[str]) -> None:
    pipe = nlp.get_pipe("depeche_places")
    with nlp.select_pipes(disable="depeche_places"):
        start = time.process_time()
        docs = list(nlp.pipe(texts))
        model = time.process_time() - start
    tokens = sum(len(doc) for doc in docs)
    for label in ("first pass", "names seen before"):
        start = time.process_time()
        for doc in docs:
            pipe(doc)
        spent = time.process_time() - start
        print(f"{label}: {1e6 * spent / tokens:.1f} µs a token, {spent / model:.3f} of the model's time")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", nargs="*", type=Path, default=[ROOT / "corpus" / "gold" / "dev"])
    folders = parser.parse_args().gold
    opening()
    nlp = load_base()
    nlp.add_pipe("depeche_places")
    share(nlp, [text for folder in folders for text, _ in gold(folder)])
    listed(nlp)
    for folder in folders:
        recall(nlp, folder)


if __name__ == "__main__":
    main()
