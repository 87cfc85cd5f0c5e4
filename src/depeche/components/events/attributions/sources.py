"""Who gives a figure: « selon l'armée », « d'après des habitants » (`data/events/sources.toml`)."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Span

from depeche.components.events.settings import phrases
from depeche.resources import alternation

MAX_LENGTH = 60


@cache
def _pattern() -> re.Pattern[str]:
    led = alternation("events", "sources.toml", "before", "words")
    return re.compile(rf"(?<!\w){led}\s+([^,.;:()«»\n]{{2,{MAX_LENGTH}}})", re.IGNORECASE)


def source_of(span: Span) -> str | None:
    """The source told nearest to a figure in its sentence, as written; None when the sentence names none."""
    text = span.sent.text.replace("’", "'")
    offset = span.start_char - span.sent.start_char
    found = [
        match
        for match in _pattern().finditer(text)
        if not match[1].lower().startswith(phrases("sources", "not", "words"))
    ]
    if not found:
        return None
    nearest = min(found, key=lambda match: abs(match.start() - offset))
    start, end = nearest.span(1)
    return str(span.sent.text[start:end]).strip()
