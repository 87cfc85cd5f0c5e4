"""Records found in a clean text, told in the offsets of the article itself."""

from __future__ import annotations

from typing import Any

from depeche.records import EventRecord
from depeche.text.clean import CleanText


def _back(value: Any, clean: CleanText, offset: int) -> Any:
    if isinstance(value, list):
        return [_back(item, clean, offset) for item in value]
    if not isinstance(value, dict):
        return value
    mapped = {key: _back(item, clean, offset) for key, item in value.items()}
    if "start_char" in mapped:
        start, end = clean.span(mapped["start_char"] + offset, mapped["end_char"] + offset)
        mapped |= {"start_char": start, "end_char": end, "text": clean.original[start:end]}
    return mapped


def to_original(record: EventRecord, clean: CleanText, offset: int = 0) -> EventRecord:
    """The record with every span counted in the article as decoded; names stay as the pipeline wrote them.

    Args:
        record: with spans counted in a part of the clean text.
        clean: the whole clean text.
        offset: where that part starts in it.

    Raises:
        ValueError: a span does not agree with the text (pydantic.ValidationError).
    """
    fields = _back(record.model_dump(mode="json"), clean, offset)
    return EventRecord.model_validate(fields, context={"text": clean.original})
