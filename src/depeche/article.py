"""The one input type: an article as read, with what its carrier says of it."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, field_validator

from depeche.values.publication import publication_date


class Article(BaseModel):
    """A news article.

    Attributes:
        id: any string that names the article in the records made from it.
        text: the whole text as decoded; offsets in records count its code points.
        published: publication date (document creation time), ISO `2025-05-23`, `2025-05` or `2025`; other
            spellings (« 23 mai 2025 », RSS dates) are read and stored as ISO.
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
        return publication_date(value).edtf
