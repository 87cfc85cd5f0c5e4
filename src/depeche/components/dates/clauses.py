"""Words that open or join clauses beside a date, of `data/dates/clauses.csv`."""

from __future__ import annotations

import re
from functools import cache

from depeche.resources import lexicon


@cache
def clause_words(kind: str) -> re.Pattern[str]:
    """The words of one kind."""
    rows = lexicon("dates", "clauses.csv", columns=("form", "kind", "source"))
    forms = "|".join(re.escape(row["form"]) for row in rows if row["kind"] == kind)
    return re.compile(rf"\b(?:{forms})(?:\b|(?<='))")
