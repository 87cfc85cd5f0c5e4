"""The contract of the record: what it accepts, what it refuses, what it prints."""

from __future__ import annotations

import datetime
import json

import pytest
from pydantic import ValidationError

from depeche.records import (
    Casualties,
    DocumentRef,
    EventDate,
    EventPlace,
    EventRecord,
    Provenance,
    TextSpan,
    json_schema,
)

DAY = datetime.date(2025, 5, 23)
TRIGGER = TextSpan(text="attaqué", start_char=0, end_char=7)


def event(**fields: object) -> EventRecord:
    base = {
        "id": "a-1",
        "document": DocumentRef(id="a"),
        "type": "clash",
        "trigger": TRIGGER,
        "confidence": 0.5,
    }
    return EventRecord.model_validate({**base, **fields})


def test_words_must_span_their_offsets() -> None:
    with pytest.raises(ValidationError, match="do not span"):
        TextSpan(text="Gao", start_char=0, end_char=4)


def test_words_are_checked_against_the_article_when_it_is_given() -> None:
    words = {"text": "Gao", "start_char": 2, "end_char": 5}
    assert TextSpan.model_validate(words, context={"text": "À Gao"}).text == "Gao"
    with pytest.raises(ValidationError, match="does not say"):
        TextSpan.model_validate(words, context={"text": "À Kidal"})


def test_spans_inside_a_record_are_checked_against_the_article_too() -> None:
    record = event().model_dump(mode="json")
    with pytest.raises(ValidationError, match="does not say"):
        EventRecord.model_validate(record, context={"text": "Rien de tel"})


def test_the_days_of_a_date_follow_from_its_edtf() -> None:
    with pytest.raises(ValidationError, match="does not run"):
        EventDate(text="", start_char=0, end_char=0, edtf="2025-05", start=DAY, end=DAY, precision="month")


@pytest.mark.parametrize(("low", "high"), [(None, None), (5, 4), (-1, 3)])
def test_bounds_of_a_toll_are_ordered(low: int | None, high: int | None) -> None:
    with pytest.raises(ValidationError):
        Casualties(kind="killed", group="military", low=low, high=high, text="", start_char=0, end_char=0)


@pytest.mark.parametrize(
    "fields", [{"type": "war"}, {"country": "mali"}, {"confidence": 1.2}, {"surprise": 1}, {"trigger": None}]
)
def test_what_the_contract_does_not_know_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        event(**fields)


def test_coordinates_stay_on_the_globe() -> None:
    with pytest.raises(ValidationError):
        EventPlace(name="Gao", latitude=91, longitude=0, precision="town", text="", start_char=0, end_char=0)


def test_a_record_does_not_change() -> None:
    with pytest.raises(ValidationError):
        event().id = "b"  # type: ignore[misc]


def test_a_line_of_json_reads_back_and_holds_no_line_break() -> None:
    record = event(evidence=[{"text": "a\nb", "start_char": 0, "end_char": 3}])
    assert "\n" not in record.to_json()
    assert EventRecord.model_validate_json(record.to_json()) == record


def test_provenance_is_printed_only_when_it_was_asked_for() -> None:
    told = Provenance(field="type", rule="trigger.attaquer", text="attaqué", start_char=0, end_char=7)
    assert "provenance" not in event().to_dict()
    assert event(provenance=[told]).to_dict()["provenance"][0]["rule"] == "trigger.attaquer"


def test_the_schema_names_every_field_of_the_contract() -> None:
    schema = json_schema()
    assert json.loads(json.dumps(schema))["$schema"].startswith("https://json-schema.org")
    assert {
        "id",
        "document",
        "type",
        "date",
        "places",
        "country",
        "actors",
        "casualties",
        "trigger",
        "evidence",
        "confidence",
    } <= set(schema["properties"])
