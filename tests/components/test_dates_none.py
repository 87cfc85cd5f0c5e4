"""Twenty articles that hold no date: ages, durations, counts, scores, laws, flights, names, parts of speech.

The articles are in `test_dates_none.txt`, each under a line `# name`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from depeche.components.dates.narrative import read_dates


def articles() -> dict[str, str]:
    """The articles by name, their lines joined."""
    found: dict[str, str] = {}
    for block in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split("\n\n"):
        name, _, text = block.strip().partition("\n")
        found[name.removeprefix("# ")] = " ".join(text.splitlines())
    return found


ARTICLES = articles()


@pytest.mark.parametrize("name", ARTICLES)
def test_no_date_is_found(name: str) -> None:
    text = ARTICLES[name]
    assert [text[read.start : read.end] for read in read_dates(text).dates] == []


def test_twenty_articles() -> None:
    assert len(ARTICLES) == 20
