"""WiNER-fr: Wikinews articles with entities (brat stand-off), split by article."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

from models.training.inline import Annotated

SPLIT = Path(__file__).with_name("splits") / "winer.csv"
LABELS = {"Location": "LOC", "Organization": "ORG", "Person": "PER", "Event": "MISC", "Product": "MISC"}
_ELIDED = r"\b(?:[lLdDsSnNjJmMtTcC]|[qQ]u|[jJ]usqu|[lL]orsqu|[pP]uisqu)"
# Wiki links left a space on their inner side: « l' Euro », « Payet . », « ( Mali ) ». Before « … » the
# space is real.
_LEFT_OVER = re.compile(
    rf"{_ELIDED}['’](?P<a> )(?=[^\W\d_])|(?P<b> )(?=[,.)\]])(?! ?\.\.\.)"
    r"|(?<=[(\[])(?P<c> )|(?<= )(?P<d> )|(?P<e>\r)"
)


def squeeze(annotated: Annotated) -> Annotated:
    """Return the text without carriage returns and the spaces left round links, which give entities away."""
    text = annotated.text
    cut = {match.end() - 1 for match in _LEFT_OVER.finditer(text)}
    kept = [0]
    for i in range(len(text)):
        kept.append(kept[-1] + (i not in cut))
    squeezed = "".join(char for i, char in enumerate(text) if i not in cut)
    return Annotated(squeezed, tuple((kept[a], kept[b], label) for a, b, label in annotated.entities))


def outermost(entities: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return the entities that no other one contains or overlaps, the longest first, in text order."""
    kept: list[tuple[int, int, str]] = []
    for entity in sorted(entities, key=lambda e: (e[0] - e[1], e[0])):
        if all(entity[1] <= other[0] or entity[0] >= other[1] for other in kept):
            kept.append(entity)
    return sorted(kept)


def read_article(path: Path) -> Annotated:
    """Return the text beside a brat file and its outermost entities under our labels."""
    text = path.with_suffix(".txt").open(encoding="utf8", newline="").read()
    entities = []
    for line in path.read_text(encoding="utf8").split("\n"):
        if not line.startswith("T"):
            continue
        label, *offsets = line.split("\t")[1].replace(";", " ").split()
        if label in LABELS:
            entities.append((int(offsets[0]), int(offsets[-1]), LABELS[label]))
    return squeeze(Annotated(text, tuple(outermost(entities))))


def blocks(article: Annotated, rng: Random, largest: int = 4) -> Iterator[Annotated]:
    """Yield the article in blocks of one to `largest` paragraphs, with the entities inside each."""
    paragraphs = [match.span() for match in re.finditer(r"[^\n\r]+[\n\r]*", article.text)]
    start = 0
    while start < len(paragraphs):
        group = paragraphs[start : start + rng.randint(1, largest)]
        start += len(group)
        first = group[0][0]
        text = article.text[first : group[-1][1]].rstrip()
        inside = [(a - first, b - first, label) for a, b, label in article.entities if a >= first]
        yield Annotated(text, tuple(entity for entity in inside if entity[1] <= len(text)))


def draw_split(corpora: Path, seed: int = 0) -> dict[str, str]:
    """Return the part of each article, drawn with a fixed seed: 5 % dev, 10 % test, the rest train."""
    names = sorted(path.stem for path in (corpora / "WiNER-fr").rglob("*.ann"))
    Random(seed).shuffle(names)
    dev, test = len(names) // 20, len(names) // 10
    return {name: "dev" if i < dev else "test" if i < dev + test else "train" for i, name in enumerate(names)}


def write_split(corpora: Path) -> None:
    """Write the list of articles and parts that all trainings and measures share."""
    rows = [f"{name},{part}" for name, part in sorted(draw_split(corpora).items())]
    SPLIT.write_text("\n".join(["article,part", *rows]) + "\n", encoding="utf8")


def split_articles() -> dict[str, list[str]]:
    """Return the article names of train, dev and test, as listed in `splits/winer.csv`."""
    parts: dict[str, list[str]] = {"train": [], "dev": [], "test": []}
    with SPLIT.open(encoding="utf8", newline="") as lines:
        for row in csv.DictReader(lines):
            parts[row["part"]].append(row["article"])
    return parts


def article_path(corpora: Path, name: str) -> Path:
    """Return the brat file of an article: WiNER-fr/YEAR/MONTH/NAME.ann."""
    year, month = name.split("_")[:2]
    return corpora / "WiNER-fr" / year / month / f"{name}.ann"
