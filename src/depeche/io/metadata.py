"""From the fields that people write (`published`, `title`, …) to an Article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from depeche.article import Article

_DATE_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:?\d{2}.*")
_FRENCH_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:\b.*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_FIELDS = ("published", "title", "source", "url")


def publication_date(value: object) -> str | None:
    """A publication date in EDTF, from ISO dates and times, `23/05/2025`, `20250523` or a year.

    Raises:
        ValueError: the value is no date.

    >>> publication_date("2025-05-23T10:12:00+02:00"), publication_date("23/05/2025"), publication_date(2025)
    ('2025-05-23', '2025-05-23', '2025')
    """
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError(f"published is no date: {value!r}")
    text = str(value).strip()
    if match := _DATE_TIME.fullmatch(text):
        text = match[1]
    elif match := _FRENCH_DAY.fullmatch(text):
        text = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    elif match := _COMPACT.fullmatch(text):
        text = "-".join(match.groups())
    try:
        return Article(id="", text="", published=text).published
    except ValidationError as error:
        raise ValueError(
            f"published is no date: {value!r}; write it as 2025-05-23, 2025-05 or 2025"
        ) from error


def article_from(fields: Mapping[str, Any]) -> Article:
    """An article from a mapping with `id`, `text` and optionally `published`, `title`, `source`, `url`.

    Other fields are ignored.

    Raises:
        ValueError: `text` is missing or no string, or `published` is no date.
    """
    text = fields.get("text")
    if text is None:
        raise ValueError("lacks the field « text »")
    if not isinstance(text, str):
        raise ValueError("its « text » is no string")
    known = {name: fields.get(name) for name in _FIELDS}
    values = {name: None if value in (None, "") else str(value) for name, value in known.items()}
    values["published"] = publication_date(known["published"])
    return Article(id=str(fields.get("id")), text=text, **values)
