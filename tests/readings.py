"""Cases that a linguist can read: a sentence, then what the pipeline reads in it.

A line of a case file is « sentence => expected »; `¶` is a paragraph break, `## name` opens a section,
`#` is a comment, and a line that starts with `? ` is right by the guidelines but not read so yet.

Counts are written `41` for 41/41, `16+` for 16/null, `20-` for null/20, `40..85` for a range.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet
from spacy.language import Language
from spacy.tokens import Doc

from depeche.records import EventRecord, Role

HERE = Path(__file__).parent
PUBLISHED = "2025-05-28"  # a Wednesday


def cases(path: str, section: str | None = None) -> list[ParameterSet]:
    """The cases of a file under `tests/components`, or of a section, as (sentence, expected)."""
    found, current, number = [], "", 0
    for line in (HERE / "components" / path).read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if line.startswith("## "):
            current, number = line[3:].split(":")[0], 0
        elif line and not line.startswith("#"):
            number += 1
            if section in (None, current):
                found.append(_case(line, f"{current}-{number}"))
    assert found, f"{path}: no case in section {section}"
    return found


def _case(line: str, name: str) -> ParameterSet:
    text, _, expected = line.removeprefix("? ").partition(" => ")
    marks = [pytest.mark.xfail(strict=False, reason="not read yet")] if line.startswith("? ") else []
    return pytest.param(text.strip().replace(" ¶ ", "\n\n"), expected.strip(), id=name, marks=marks)


def read(nlp: Language, text: str, published: str | None = PUBLISHED) -> Doc:
    """The Doc of an article that was published on a known day."""
    doc = nlp.make_doc(text)
    doc._.published = published
    return nlp(doc)


def count(low: int | None, high: int | None) -> str:
    """A count as the case files write it.

    >>> count(41, 41), count(16, None), count(None, 20), count(40, 85)
    ('41', '16+', '20-', '40..85')
    """
    if high is None:
        return f"{low}+"
    if low is None:
        return f"{high}-"
    return str(low) if low == high else f"{low}..{high}"


def tolls(event: EventRecord) -> list[str]:
    """The casualties of a record: « killed military 41 »."""
    return [f"{entry.kind} {entry.group} {count(entry.low, entry.high)}" for entry in event.casualties]


def names(event: EventRecord, role: Role) -> list[str]:
    """The actors in one role."""
    return [actor.name for actor in event.actors_as(role)]


def told(event: EventRecord, fields: Iterable[str]) -> dict[str, str]:
    """Some fields of a record, in the writing of the case files."""
    every = {
        "type": event.type,
        "date": event.date.edtf if event.date else "null",
        "place": ", ".join(sorted(place.name for place in event.places)) or "null",
        "country": event.country or "null",
        "perp": ", ".join(sorted(names(event, "perpetrator"))) or "nobody",
        "target": ", ".join(sorted(names(event, "target"))) or "nobody",
        "claim": ", ".join(sorted(names(event, "claimant"))) or "nobody",
        "toll": ", ".join(sorted(tolls(event))) or "none",
    }
    return {field: every[field] for field in fields}


def _fields(expected: str) -> list[dict[str, str]]:
    """« type=ambush; perp=JNIM || type=clash » as one mapping an event; « no event » as none."""
    if expected == "no event":
        return []
    return [
        {key: _sorted(value) for key, value in (part.strip().split("=") for part in event.split(";"))}
        for event in expected.split("||")
    ]


def _sorted(value: str) -> str:
    return ", ".join(sorted(part.strip() for part in value.split(",")))


def _written(events: Iterable[dict[str, str]]) -> str:
    told_one_by_one = ["; ".join(f"{key}={value}" for key, value in event.items()) for event in events]
    return " || ".join(told_one_by_one) or "no event"


def wanted(expected: str) -> str:
    """An expectation with its lists in alphabetical order."""
    return _written(_fields(expected))


def described(nlp: Language, text: str, expected: str) -> str:
    """The records of a text, by the fields that the expectation names; surplus ones by the main."""
    fields = _fields(expected)
    events = read(nlp, text)._.events
    return _written(
        told(event, fields[index] if index < len(fields) else ("type", "date", "place", "toll"))
        for index, event in enumerate(events)
    )
