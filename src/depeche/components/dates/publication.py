"""The publication date that an article tells of itself, or that its file's name tells.

The shapes of publication dates are data (`data/dates/header.toml`). A date counts as publication only where
such a shape stands near the article's beginning, or, for « Publié le », at its end: never a date of the
prose.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from depeche.components.dates.find import find
from depeche.resources import lexicon, rules
from depeche.values.dates import Calendar
from depeche.values.edtf import parse_edtf

FIRST_LINES, MOST_LINES, LAST_LINES = 6, 12, 3  # of a shape by default, of any shape, at the end
LINE_LIMIT = 400  # characters of a line that are looked at
CHRONOLOGY_LINES = 3  # so many lines that are dates are a chronology, not a head

_ZONE = r"(?:\s*(?:GMT|UTC|TU|CEST|CET|heure de Paris|\([^)\n]{2,20}\)))?"
_TIME = rf"\d{{1,2}}\s?[h:]\s?(?:[0-5]\d)?(?::[0-5]\d)?(?:Z|[+-]\d{{2}}:?\d{{2}})?{_ZONE}"
_NAME = r"[A-ZÀ-Ý][\w'’.-]*"
_LINK = r"[ -](?:de|du|des|la|le|d'|d’|sur|en)?\s?"
_PROSE = r"(?!(?:[ÀA]|Au|En|Dans|Le|La|Les)\s)"  # « À Gao, le 3 mai 2020 » opens a sentence
_PLACE = rf"{_PROSE}{_NAME}(?:{_LINK}(?:{_NAME}|\d+)){{0,3}}(?:\s*\([^)\n]{{2,30}}\))?"
_AGENCY = r"\(?[A-Z][A-Za-zÀ-ÿ]*(?:[ /][A-Z][A-Za-zÀ-ÿ]*){0,2}\)?"
_BYLINE = re.compile(r"(?:par|auteure?|source|rédaction|©)\b[^.!?\n]{0,60}$", re.IGNORECASE)
_FILE_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_.]?(\d{2})(?:[-_.]?(\d{2}))?(?!\d)")


class Publication(NamedTuple):
    """A publication date told by the article: EDTF day, month or year, and the characters it was read from.

    `body_start` is the offset after the head that the date belongs to, when that head begins the text; else
    0.
    """

    published: str
    start: int
    end: int
    body_start: int


class _Shape(NamedTuple):
    name: str
    where: str
    pattern: re.Pattern[str]
    lines: int
    last: bool


class _Line(NamedTuple):
    start: int
    text: str
    rank: int  # from the first line, or, for the last lines, negative from the last


@cache
def _shapes() -> tuple[_Shape, ...]:
    rows = lexicon("dates", "lexicon.csv", columns=("form", "code", "value", "source"))

    def forms(*codes: str) -> str:
        words = [re.escape(row["form"]) for row in rows if row["code"] in codes]
        return "|".join(sorted((*words, *(word.capitalize() for word in words)), key=len, reverse=True))

    months, weekdays = forms("MONTH", "ABBR"), forms("WEEKDAY")
    upper, english = months.upper(), "|".join(_english())
    weekdays = f"{weekdays}|{weekdays.upper()}|{_short(weekdays)}"
    date = (
        rf"(?:(?:{weekdays})\.?,?\s+)?(?:(?:{english})[a-z]*\.?\s\d{{1,2}},?\s\d{{4}}|"
        rf"\d{{1,2}}\s(?:{english})[a-z]*\.?,?\s\d{{4}}|"
        rf"\d{{1,2}}(?:\s?er)?\.?\s+(?:{months}|{upper})\.?"
        r"(?:,?\s+\d{4})?(?!\d)|\d{4}-\d{2}-\d{2}|\d{1,2}([./-])\d{1,2}(?:[./-])(?:\d{4}|\d{2})(?!\d))"
    )
    shapes = []
    for row in rules("dates", "header.toml")["shape"]:
        pattern = row["pattern"].replace("{date}", date.replace("([./-])", "[./-]"))
        pattern = pattern.replace("{time}", _TIME).replace("{place}", _PLACE).replace("{agency}", _AGENCY)
        flags = re.IGNORECASE if row["where"] in ("prefix", "label") else 0
        if row["where"] == "line":
            pattern = (
                rf"(?i:{pattern})" if row["name"] == "line" and "{place}" not in row["pattern"] else pattern
            )
        shapes.append(
            _Shape(
                row["name"],
                row["where"],
                re.compile(pattern, flags),
                row.get("lines", FIRST_LINES),
                row.get("last", False),
            )
        )
    return tuple(shapes)


@cache
def _english() -> dict[str, int]:
    """The first letters of English months, which sites in French may write (« Nov 23, 2023 »)."""
    months = rules("dates", "header.toml")["english"]["months"]
    return {name: number for number, name in enumerate(months, 1)}


def _short(weekdays: str) -> str:
    """« mar. 12 mars »: weekdays by their first letters."""
    return "|".join(sorted({form[:3] for form in weekdays.split("|")}))


def _lines(text: str, start: int) -> list[_Line]:
    """The first and last lines that are not blank, from an offset on."""
    found: list[_Line] = []
    position = start
    for raw in text[start:].splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            found.append(_Line(position + raw.index(stripped[0]), stripped[:LINE_LIMIT], len(found)))
        position += len(raw)
    if len(found) <= MOST_LINES:
        return found
    last = [line._replace(rank=index - LAST_LINES) for index, line in enumerate(found[-LAST_LINES:])]
    return [*found[:MOST_LINES], *last]


def find_publication(text: str, known: str | None = None) -> Publication | None:
    """The publication date that the article tells of itself, or None.

    A month told by a prefix is made a day by a « Publié le »; a dateline without a year has that of `known`.

    >>> find_publication(" date 2025-05 Au Mali, dix soldats ont été tués.")
    Publication(published='2025-05', start=6, end=13, body_start=14)
    >>> find_publication("Le 23 mai 2025, dix soldats ont été tués.") is None
    True
    """
    prefix = _prefix(text)
    told = _labelled(text, prefix, known)
    if prefix is None:
        return told
    if told is not None and told.published.startswith(prefix.published):
        return told._replace(body_start=max(told.body_start, prefix.body_start))
    return prefix


def _prefix(text: str) -> Publication | None:
    pattern = next(shape.pattern for shape in _shapes() if shape.where == "prefix")
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    match = pattern.match(text, start)
    if match is None:
        match = next(
            (found for line in _lines(text, 0)[1:FIRST_LINES] if (found := pattern.match(text, line.start))),
            None,
        )
    if match is None:
        return None
    try:
        published = parse_edtf(match["date"]).edtf
    except ValueError:
        return None
    body = _skip_space(text, match.end()) if match.start() == start else 0
    return Publication(published, *match.span("date"), body)


def _labelled(text: str, prefix: Publication | None, known: str | None) -> Publication | None:
    """A date by one of the other shapes; a day and month without a year take the prefix's year."""
    start = prefix.body_start if prefix else 0
    lines = _lines(text, start)
    lone = [shape.pattern for shape in _shapes() if shape.where == "line"]
    chronology = sum(any(p.match(line.text) for p in lone) for line in lines) >= CHRONOLOGY_LINES
    for shape in _shapes():
        for line in lines:
            if shape.where == "prefix" or not _in_reach(shape, line, lines):
                continue
            if shape.where == "line" and (chronology or len(lines) < 2):
                continue
            match = _match(shape, line)
            year = prefix.published if prefix else known if shape.where == "dateline" else ""
            told = _value(match["date"], year) if match else None
            if match is None or told is None:
                continue
            left, right = match.span("date")
            at_start = line.rank == 0 and match.start() == 0
            end = line.start + (len(line.text) if shape.where != "dateline" else match.end())
            body = _skip_space(text, end) if at_start else start
            return Publication(told, line.start + left, line.start + right, body)
    return None


def _in_reach(shape: _Shape, line: _Line, lines: list[_Line]) -> bool:
    if line.rank < 0 or line in lines[-LAST_LINES:]:
        return shape.last or 0 <= line.rank < shape.lines
    return line.rank < shape.lines


def _match(shape: _Shape, line: _Line) -> re.Match[str] | None:
    """The shape at the line's start, or, for a label, after a separator within the line."""
    if shape.where != "label" or len(line.text) == LINE_LIMIT:
        return shape.pattern.match(line.text)
    for match in shape.pattern.finditer(line.text):
        before = line.text[: match.start()].rstrip()
        if not before or before[-1] in "|•·–—-,:)" or _BYLINE.match(before):
            return match
    return None


def _value(words: str, known: str | None) -> str | None:
    """The EDTF day of a date's words; without a year, of the year of a date known."""
    words = _translated(words)
    value = next((item.value for item in find(f"le {words}")), None)
    if not isinstance(value, Calendar) or value.month is None or value.day is None:
        return None
    year = value.year or (int(known[:4]) if known else None)
    if year is None:
        return None
    try:
        return parse_edtf(f"{year:04d}-{value.month:02d}-{value.day:02d}").edtf
    except ValueError:
        return None


def _translated(words: str) -> str:
    """« Nov 23, 2023 » as « 2023-11-23 »."""
    told = re.search(rf"\b({'|'.join(_english())})[a-z]*\b", words)
    numbers = re.findall(r"\d+", words)
    if told is None or len(numbers) != 2:
        return words
    return f"{numbers[1]}-{_english()[told[1]]:02d}-{int(numbers[0]):02d}"


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def publication_from_name(file_name: str) -> str | None:
    """A publication date in a file's name: day or month, EDTF; None when there is none.

    >>> publication_from_name("2019-10-03-boulikessi.txt"), publication_from_name("mali_201910.txt")
    ('2019-10-03', '2019-10')
    """
    for match in _FILE_DATE.finditer(file_name):
        parts = [part for part in match.groups() if part]
        for text in ("-".join(parts), "-".join(parts[:2])):
            try:
                return parse_edtf(text).edtf
            except ValueError:
                continue
    return None
