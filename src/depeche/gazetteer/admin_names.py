"""Bare names of administrative units: « Région de Mopti » and « Mopti Region » are « Mopti »."""

from __future__ import annotations

import re
from functools import cache

from depeche.resources import lexicon


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = lexicon("places", "admin_words.csv", columns=("word", "position", "levels", "source"))
    before = "|".join(re.escape(row["word"]) for row in rows if row["position"] == "before")
    after = "|".join(re.escape(row["word"]) for row in rows if row["position"] == "after")
    prefix = re.compile(
        rf"^(?:{before})\s+(?:(?:of|de|du|des|da|do|del)\s+(?:la\s+|l['’])?|d['’]|de\s+l['’])?(?=\w)", re.I
    )
    suffix = re.compile(rf"\s+(?:{after})$", re.I)
    return prefix, suffix


def bare(name: str) -> str:
    """The name without its administrative noun; unchanged when nothing would be left.

    >>> bare("Région de Mopti"), bare("Taoudénit Region"), bare("Province du Nord-Kivu")
    ('Mopti', 'Taoudénit', 'Nord-Kivu')
    """
    prefix, suffix = _patterns()
    short = suffix.sub("", prefix.sub("", name.strip(), count=1), count=1).strip()
    return short if len(short) > 1 else name
