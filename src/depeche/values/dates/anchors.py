"""What a document knows when one of its dates is read."""

from __future__ import annotations

from datetime import date

from depeche.values.base import Value
from depeche.values.edtf import DateSpan


class Anchors(Value):
    """What a document knows when a date is read.

    Attributes:
        published: publication date, to the day, month or year; None when unknown.
        narrative: the date last told in the text.
        year: a year told close by that dates without one take; None otherwise.
        future: the sentence speaks of the future.
    """

    published: DateSpan | None = None
    narrative: DateSpan | None = None
    year: int | None = None
    future: bool = False

    @property
    def today(self) -> date | None:
        """The publication day, when known to the day."""
        return self.published.start if self.published and self.published.precision == "day" else None
