"""A very long text in parts, cut where it hurts least."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Best cut first: between paragraphs, lines, sentences, words.
_CUTS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"[.!?…]\s"), re.compile(r"\s"))


def _last_cut(text: str, start: int, end: int) -> int:
    """The best place to cut in the second half of `start:end`; `end` when there is none."""
    middle = (start + end) // 2
    for pattern in _CUTS:
        cuts = [match.end() for match in pattern.finditer(text, middle, end)]
        if cuts:
            return cuts[-1]
    return end


def parts(text: str, size: int) -> Iterator[tuple[int, int]]:
    """Offsets of the parts of a text, none longer than `size` characters, together the whole text.

    >>> list(parts("Un.\\n\\nDeux. Trois.", 12))
    [(0, 11), (11, 17)]
    """
    start = 0
    while len(text) - start > size:
        end = _last_cut(text, start, start + size)
        yield start, end
        start = end
    yield start, len(text)
