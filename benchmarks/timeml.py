"""Reading TimeML files (French TimeBank): the plain text and its time expressions as character offsets."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

TYPES = ("DATE", "TIME")


@dataclass(frozen=True)
class Expression:
    """A time expression: character offsets, end exclusive, TIMEX3 type and value at day granularity."""

    start: int
    end: int
    type: str
    value: str
    rule: str = ""


@dataclass(frozen=True)
class Article:
    """A TimeML file: name, text, document creation time, its DATE and TIME expressions."""

    name: str
    text: str
    published: str | None
    gold: tuple[Expression, ...]


def day_value(value: str) -> str:
    """A TIMEX3 value without its clock part.

    >>> day_value("1999-05-23T22:00"), day_value("1999-05-23TEV"), day_value("PRESENT_REF")
    ('1999-05-23', '1999-05-23', 'PRESENT_REF')
    """
    head, mark, _ = value.partition("T")
    return head if mark and (not head or head[-1].isdigit()) else value


def read_timeml(path: Path) -> Article:
    """One TimeML file, its markup read into offsets over the plain text.

    Raises:
        ValueError: the file has no TEXT element.
    """
    root = ElementTree.parse(path).getroot()
    body = root.find("TEXT")
    if body is None:
        raise ValueError(f"{path}: no TEXT element")
    pieces: list[str] = []
    gold: list[Expression] = []
    _walk(body, pieces, gold)
    creation = root.find(".//DCT/TIMEX3")
    published = day_value(creation.get("value", "")) if creation is not None else None
    ordered = sorted(gold, key=lambda item: (item.start, item.end))
    return Article(path.stem, "".join(pieces), published or None, tuple(ordered))


def _walk(element: ElementTree.Element, pieces: list[str], gold: list[Expression]) -> None:
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _walk(child, pieces, gold)
        pieces.append(child.tail or "")
    end = sum(map(len, pieces))
    if element.tag == "TIMEX3" and element.get("type") in TYPES and end > start:
        gold.append(Expression(start, end, element.get("type", ""), day_value(element.get("value", ""))))


def read_folder(folder: Path) -> list[Article]:
    """All `.tml` files of a folder, by name.

    Raises:
        SystemExit: the folder holds none.
    """
    paths = sorted(folder.rglob("*.tml"))
    if not paths:
        raise SystemExit(f"{folder}: no .tml file")
    return [read_timeml(path) for path in paths]
