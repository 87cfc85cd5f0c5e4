"""Sentences with entities inline, « À [Ogossagou](LOC), … », read as text and character spans."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_MENTION = re.compile(r"\[([^\[\]]+)\]\((LOC|ORG|PER|MISC)\)")
_BROKEN = re.compile(r"\]\(|\[[^\]]*\]\([A-Z]")


@dataclass(frozen=True)
class Annotated:
    """A text and its entities as (start, end, label), character offsets, end exclusive.

    `unsure` holds (start, end) of words that may be entities or not: training learns nothing from them.
    """

    text: str
    entities: tuple[tuple[int, int, str], ...]
    unsure: tuple[tuple[int, int], ...] = ()


def parse_inline(line: str) -> Annotated:
    """Return the text without its marks, and the spans that they gave.

    Raises ValueError when a mark is left over (unknown label, bracket missing).
    """
    pieces: list[str] = []
    entities: list[tuple[int, int, str]] = []
    end = length = 0
    for match in _MENTION.finditer(line):
        before, mention = line[end : match.start()], match[1]
        pieces += [before, mention]
        length += len(before)
        entities.append((length, length + len(mention), match[2]))
        length += len(mention)
        end = match.end()
    pieces.append(line[end:])
    text = "".join(pieces)
    if _BROKEN.search(text):
        raise ValueError(f"broken entity mark: {line!r}")
    return Annotated(text, tuple(entities))


def read_inline(path: Path) -> list[Annotated]:
    """Return the annotated lines of a file; empty lines and those that start with « # » are skipped.

    Raises ValueError naming the file and line of a broken mark.
    """
    texts = []
    for number, line in enumerate(path.read_text(encoding="utf8").split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            texts.append(parse_inline(line.strip()))
        except ValueError as error:
            raise ValueError(f"{path}, line {number}: {error}") from error
    return texts
