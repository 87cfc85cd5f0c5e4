"""POPCORN: French security reports; the mentions of actors and places that are proper names."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from models.training.inline import Annotated
from models.training.winer import outermost

LABELS = {
    "CIVILIAN": "PER",
    "MILITARY": "PER",
    "TERRORIST_OR_CRIMINAL": "PER",
    "PLACE": "LOC",
    "NON_GOVERNMENTAL_ORGANISATION": "ORG",
    "NON_MILITARY_GOVERNMENT_ORGANISATION": "ORG",
    "MILITARY_ORGANISATION": "ORG",
    "INTERGOVERNMENTAL_ORGANISATION": "ORG",
}
_SENTENCE_START = re.compile(r"(?:^|[.!?\n])\s*[\"«]?\s*$")
_NO_NAME = frozenset(
    [
        "je",
        "tu",
        "il",
        "elle",
        "on",
        "nous",
        "vous",
        "ils",
        "elles",
        "ce",
        "cet",
        "cette",
        "ces",
        "ceux",
        "celui",
        "celle",
        "celles",
        "le",
        "la",
        "les",
        "un",
        "une",
        "des",
        "monsieur",
        "madame",
        "m",
        "mr",
        "mme",
        "mlle",
        "dr",
        "docteur",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
    ]
)


def _documents(path: Path) -> list[dict[str, Any]]:
    """Return the documents of either file: a dict by id, or a list of such dicts."""
    data = json.loads(path.read_text(encoding="utf8"))
    groups = [data] if isinstance(data, dict) else data
    return [document for group in groups for document in group.values() if "text" in document]


def is_name(text: str, start: int, value: str, vocabulary: frozenset[str]) -> bool:
    """Tell whether a mention is a proper name: a capital that is not owed to the start of a sentence."""
    first = re.split(r"[\s'’]", value)[0].lower()
    if not value[:1].isupper() or first in _NO_NAME:
        return False
    return not (_SENTENCE_START.search(text[:start]) and first in vocabulary)


def unsure_words(text: str, entities: list[tuple[int, int, str]]) -> tuple[tuple[int, int], ...]:
    """Return capitalised words that may be names or not: POPCORN annotates only some of its names."""
    words = (match.span() for match in re.finditer(r"\b[A-ZÀ-Ý][\w'’-]*", text))
    return tuple(
        (start, end)
        for start, end in words
        if text[start:end].lower() not in _NO_NAME
        and not any(start < b and end > a for a, b, _ in entities)
        and not _SENTENCE_START.search(text[:start])
    )


def read_popcorn(corpora: Path) -> list[Annotated]:
    """Return the reports, hand-written and synthetic, with their proper names."""
    documents = [
        d for name in ("train.json", "synthetic.json") for d in _documents(corpora / "POPCORN" / name)
    ]
    words = re.findall(r"\b[a-zà-ÿ]+\b", " ".join(document["text"] for document in documents))
    vocabulary = frozenset(words)
    texts = []
    for document in documents:
        text = document["text"]
        found = [
            (mention["start"], mention["end"], LABELS[entity["type"]])
            for entity in document["entities"]
            if entity["type"] in LABELS
            for mention in entity["mentions"]
            if mention["value"] and is_name(text, mention["start"], mention["value"], vocabulary)
        ]
        entities = outermost(found)
        texts.append(Annotated(text, tuple(entities), unsure_words(text, entities)))
    return texts
