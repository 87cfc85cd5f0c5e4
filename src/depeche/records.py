"""The public contract: one event record, as every output format derives from it.

`depeche schema` prints the JSON Schema that these models generate. Offsets count code points into the article
text as read, end exclusive, and `text == article[start_char:end_char]`.
"""

from __future__ import annotations

import datetime
import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator

from depeche.values.edtf import Precision, parse_edtf

EventType = Literal[
    "armed_attack", "ambush", "clash", "explosion", "suicide_bombing", "air_strike", "shelling", "killing",
    "abduction", "siege", "looting", "arrest", "protest", "accident", "disaster",
]  # fmt: skip
Role = Literal["perpetrator", "target", "claimant"]
ActorType = Literal[
    "state_forces",
    "police",
    "rebel",
    "militia",
    "civilians",
    "peacekeepers",
    "gang",
    "unknown_armed",
    "other",
]
CasualtyKind = Literal["killed", "injured", "missing", "abducted", "arrested", "displaced"]
VictimGroup = Literal["military", "police", "civilian", "militant", "peacekeeper", "unspecified"]
PlacePrecision = Literal["town", "admin2", "admin1", "country", "unresolved"]


class Part(BaseModel):
    """Base of the record's parts: frozen, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class TextSpan(Part):
    """Words of the article with their offsets.

    Validate with `context={"text": article_text}` to check the words against the article itself.
    """

    text: str
    start_char: int = Field(ge=0)
    end_char: int = Field(ge=0)

    @model_validator(mode="after")
    def _offsets_agree(self, info: ValidationInfo) -> TextSpan:
        if self.end_char - self.start_char != len(self.text):
            raise ValueError(f"offsets {self.start_char}-{self.end_char} do not span {self.text!r}")
        article = (info.context or {}).get("text")
        if article is not None and article[self.start_char : self.end_char] != self.text:
            raise ValueError(f"the article does not say {self.text!r} at {self.start_char}")
        return self


class EventDate(TextSpan):
    """When it happened."""

    edtf: str
    start: datetime.date
    end: datetime.date
    precision: Precision

    @model_validator(mode="after")
    def _edtf_agrees(self) -> EventDate:
        span = parse_edtf(self.edtf)
        if (span.start, span.end) != (self.start, self.end):
            raise ValueError(f"{self.edtf} does not run from {self.start} to {self.end}")
        return self


class EventPlace(TextSpan):
    """Where it happened."""

    name: str
    admin1: str | None = None
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)
    geonameid: int | None = None
    precision: PlacePrecision


class EventActor(TextSpan):
    """Who did it, to whom it was done, or who claimed it."""

    role: Role
    name: str
    actor_type: ActorType


class Casualties(TextSpan):
    """How many of which group were killed, injured, …; an open bound is null."""

    kind: CasualtyKind
    group: VictimGroup
    low: int | None = Field(ge=0)
    high: int | None = Field(ge=0)
    approximate: bool = False
    attributed_to: str | None = None

    @model_validator(mode="after")
    def _bounds_ordered(self) -> Casualties:
        if self.low is None and self.high is None:
            raise ValueError("a casualty entry needs a bound")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} is above high {self.high}")
        return self


class DocumentRef(Part):
    """The article that the record was read from."""

    id: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None


class Provenance(TextSpan):
    """Which rule read which words into which field (`date`, `places[0]`, `casualties[1]` …)."""

    field: str
    rule: str


class EventRecord(Part):
    """One incident told by one article."""

    id: str
    document: DocumentRef
    type: EventType
    date: EventDate | None = None
    places: tuple[EventPlace, ...] = ()
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    actors: tuple[EventActor, ...] = ()
    casualties: tuple[Casualties, ...] = ()
    trigger: TextSpan
    evidence: tuple[TextSpan, ...] = ()
    confidence: float = Field(ge=0, le=1)
    provenance: tuple[Provenance, ...] | None = None

    def to_json(self) -> str:
        """The record as one line of JSON; `provenance` only when it was asked for.

        >>> record = EventRecord(
        ...     id="a-1", document=DocumentRef(id="a"), type="explosion", confidence=0.5,
        ...     trigger=TextSpan(text="bombe", start_char=4, end_char=9))
        >>> record.to_json()[:35]
        '{"id": "a-1", "document": {"id": "a'
        """
        return json.dumps(self.to_dict(), ensure_ascii=False)

    def to_dict(self) -> dict[str, Any]:
        """The record as plain JSON values; `provenance` only when it was asked for."""
        exclude = {"provenance"} if self.provenance is None else None
        return self.model_dump(mode="json", exclude=exclude)

    def actors_as(self, role: Role) -> tuple[EventActor, ...]:
        """The actors that play one role, in the order of the record."""
        return tuple(actor for actor in self.actors if actor.role == role)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a record, as a reader of the JSON Lines output meets it."""
    schema = EventRecord.model_json_schema(mode="serialization")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return schema
