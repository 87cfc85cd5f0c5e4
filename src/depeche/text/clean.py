"""Text as the pipeline likes it, with the way back to the characters of the article.

Articles come with CRLF, decomposed accents, NUL bytes, soft hyphens, ligatures and Markdown. The pipeline
reads a clean copy; every offset it finds is mapped back: records count in the article as it was decoded.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass

# No-break, narrow no-break, thin and figure space are kept: French typography gives them a meaning that the
# tokenizer knows. Other spaces of Unicode are plain ones here.
_ODD_SPACE = "[\u1680\u2000-\u2006\u2008\u200a\u205f\u3000]"
_LINE_END = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
_CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_INVISIBLE = f"[{_CONTROL}\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]"
_LIGATURE = "[\ufb00-\ufb06]"
_SURROGATE = "[\ud800-\udfff]"
_COMBINED = r"[^\W_][\u0300-\u036f]+"
_FRONT_MATTER = r"\A(?:\ufeff)?---[ \t]*\r?\n(?:[\w-]+[ \t]*:.*(?:\r?\n))+---[ \t]*\r?\n"
_HEADING = r"(?m:^[ \t]{0,3}(?:#{1,6}|>+)[ \t]+)"
_EMPHASIS = r"\*\*(?=\S)|(?<=\S)\*\*"
_LINK = r"!?\[(?P<label>[^\]\[\n]{0,300})\]\((?:https?|mailto|/|\.)[^)\s]*(?: \"[^\"\n]*\")?\)"

_SPECIAL = re.compile(
    "|".join(
        f"(?P<{name}>{pattern})"
        for name, pattern in (
            ("front", _FRONT_MATTER),
            ("heading", _HEADING),
            ("emphasis", _EMPHASIS),
            ("link", _LINK),
            ("line", _LINE_END),
            ("space", _ODD_SPACE),
            ("invisible", _INVISIBLE),
            ("form", f"{_LIGATURE}|{_COMBINED}"),
            ("surrogate", _SURROGATE),
        )
    )
)


@dataclass(frozen=True, slots=True)
class CleanText:
    """A clean copy of `original`.

    Attributes:
        text: what the pipeline reads.
        original: the article as decoded.
        starts, ends: for each character of `text`, the characters of `original` it stands for; empty when the
            two texts are equal.
    """

    text: str
    original: str
    starts: array[int]
    ends: array[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in `original` of the characters `start:end` of `text`.

        >>> clean_text("L’arme\\u0301e").span(2, 7)
        (2, 8)
        """
        if not self.starts:
            return start, end
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else len(self.original)
            return at, at
        return self.starts[start], self.ends[end - 1]


Piece = tuple[str, int, int]  # clean characters, and the offsets of what they replace


def _replacement(match: re.Match[str]) -> Iterator[Piece]:
    start, end = match.span()
    kind = match.lastgroup
    if match["label"] is not None:
        yield match["label"], match.start("label"), match.end("label")
        return
    replace: dict[str | None, Callable[[str], str]] = {
        "line": lambda _: "\n",
        "space": lambda _: " ",
        "form": lambda text: unicodedata.normalize("NFKC" if text[0] >= "\ufb00" else "NFC", text),
        "surrogate": lambda _: "\ufffd",
    }
    if kind in replace:
        yield replace[kind](match[0]), start, end


def _pieces(text: str) -> Iterator[Piece]:
    at = 0
    for match in _SPECIAL.finditer(text):
        if match.start() > at:
            yield text[at : match.start()], at, match.start()
        yield from _replacement(match)
        at = match.end()
    if at < len(text):
        yield text[at:], at, len(text)


def clean_text(text: str) -> CleanText:
    """Clean a text: line ends, composed accents, invisible characters, Markdown headings, emphasis and links.

    >>> clean_text("## **Bilan**\\r\\n41 morts").text
    'Bilan\\n41 morts'
    """
    if _SPECIAL.search(text) is None:
        return CleanText(text, text, array("L"), array("L"))
    clean: list[str] = []
    starts, ends = array("L"), array("L")
    for piece, start, end in _pieces(text):
        clean.append(piece)
        if len(piece) == end - start:
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            starts.extend(start for _ in piece)
            ends.extend(end for _ in piece)
    return CleanText("".join(clean), text, starts, ends)
