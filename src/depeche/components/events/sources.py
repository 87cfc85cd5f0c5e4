"""Who gives a figure: « selon l'armée », « d'après des habitants » (`data/events/sources.toml`)."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Span

from depeche.resources import rules

MAX_LENGTH = 60


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(rules("events", "sources.toml")["before"]["words"], key=len, reverse=True)
    led = "|".join(re.escape(word) for word in words)
    return re.compile(rf"(?<!\w)(?:{led})\s+([^,.;:()«»\n]{{2,{MAX_LENGTH}}})", re.IGNORECASE)


@cache
def _no_source() -> tuple[str, ...]:
    return tuple(rules("events", "sources.toml")["not"]["words"])


def source_of(span: Span) -> str | None:
    """The source told nearest to a figure in its sentence, as written; None when the sentence names none."""
    text = span.sent.text.replace("’", "'")
    offset = span.start_char - span.sent.start_char
    found = [match for match in _pattern().finditer(text) if not match[1].lower().startswith(_no_source())]
    if not found:
        return None
    nearest = min(found, key=lambda match: abs(match.start() - offset))
    start, end = nearest.span(1)
    return str(span.sent.text[start:end]).strip()
