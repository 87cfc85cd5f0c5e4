"""Records found in a clean text, told in the offsets of the article itself."""

from __future__ import annotations

from typing import Any

from depeche.records import EventRecord
from depeche.text.clean import CleanText


def _back(value: Any, clean: CleanText) -> Any:
    if isinstance(value, list):
        return [_back(item, clean) for item in value]
    if not isinstance(value, dict):
        return value
    mapped = {key: _back(item, clean) for key, item in value.items()}
    if "start_char" in mapped:
        start, end = clean.span(mapped["start_char"], mapped["end_char"])
        mapped |= {"start_char": start, "end_char": end, "text": clean.original[start:end]}
    return mapped


def to_original(record: EventRecord, clean: CleanText) -> EventRecord:
    """The record with every span counted in the article as decoded; names stay as the pipeline wrote them.

    Raises:
        ValueError: a span does not agree with the text (pydantic.ValidationError).
    """
    return EventRecord.model_validate(
        _back(record.model_dump(mode="json"), clean), context={"text": clean.original}
    )
