"""The one input type: an article as read, with what its carrier says of it."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, field_validator

from depeche.values.edtf import parse_edtf


class Article(BaseModel):
    """A news article.

    Attributes:
        id: any string that names the article in the records made from it.
        text: the whole text as decoded; offsets in records count its code points.
        published: publication date (document creation time), ISO `2025-05-23`, `2025-05` or `2025`.
        title, source, url: copied into the records when known.

    >>> Article(id="a1", text="Une bombe a explosé.", published="2025-05").published
    '2025-05'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    text: str
    published: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None

    @field_validator("published")
    @classmethod
    def _published_is_a_date(cls, value: str | None) -> str | None:
        if value is None or not value.strip():
            return None
        span = parse_edtf(value.strip())
        if span.precision == "interval":
            raise ValueError(f"published must be a day, a month or a year, not an interval: {value!r}")
        return span.edtf
