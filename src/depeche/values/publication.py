"""Publication dates as carriers write them: ISO, RSS, French and English words."""

from __future__ import annotations

import re
from functools import lru_cache

from dateparser.date import DateDataParser

from depeche.values.edtf import DateSpan, parse_edtf

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ISO = re.compile(r"\d{4}-\d\d?(?:-\d\d?)?")  # meant as ISO: wrong digits are not guessed at
_FORMATS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


@lru_cache(maxsize=1)
def _parser() -> DateDataParser:
    settings = {"REQUIRE_PARTS": ["year"], "DATE_ORDER": "DMY", "PREFER_DAY_OF_MONTH": "first"}
    return DateDataParser(languages=["fr", "en"], settings=settings)


def publication_date(text: str) -> DateSpan:
    """A publication date (document creation time) to the day, the month or the year.

    Raises:
        ValueError: no date with a year can be read, or it is an interval.

    >>> publication_date("2025-05").edtf, publication_date("23 mai 2025").edtf
    ('2025-05', '2025-05-23')
    >>> publication_date("Fri, 23 May 2025 10:00:00 +0200").edtf
    '2025-05-23'
    """
    value = text.strip()
    try:
        span = parse_edtf(value)
    except ValueError:
        span = _worded(value)
    if span.precision == "interval":
        raise ValueError(f"a publication date is a day, a month or a year, not an interval: {text!r}")
    return span


def _worded(value: str) -> DateSpan:
    if not _YEAR.search(value) or _ISO.fullmatch(value):
        raise ValueError(f"not a date with a year: {value!r}")
    read = _parser().get_date_data(value)
    form = _FORMATS.get(read.period)
    if read.date_obj is None or form is None:
        raise ValueError(f"not a date with a year: {value!r}")
    return parse_edtf(read.date_obj.strftime(form))
