"""The spaCy component `depeche_dates`."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

import depeche.extensions  # noqa: F401
from depeche.components.dates.narrative import Reading, read_dates
from depeche.components.dates.state import Read

WARM_UP = "Le chef sera jugé mardi 3 mai, a annoncé hier l'armée."
GROUPS = ("dates", "times", "date_intervals")


class DateComponent:
    """Finds and resolves the dates of a document: `match` reads, `set_annotations` alone writes."""

    def __init__(self) -> None:
        read_dates(WARM_UP, "2025-05-28")  # a broken rule file shows at load, not in the first article

    def match(self, doc: Doc) -> Reading:
        """The dates of the document's text, resolved against `doc._.published`."""
        return read_dates(doc.text, doc._.published, doc._.published_span)

    def set_annotations(self, doc: Doc, reading: Reading) -> None:
        """Write the three span groups and the value of each span."""
        for group, reads in zip(GROUPS, (reading.dates, reading.times, reading.intervals), strict=True):
            doc.spans[group] = _spans(doc, reads)

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations(doc, self.match(doc))
        return doc


def _spans(doc: Doc, reads: Sequence[Read]) -> list[Span]:
    spans = []
    for read in reads:
        span = doc.char_span(read.start, read.end, label="DATE", alignment_mode="expand")
        if span is not None:
            span._.date = read.mention
            spans.append(span)
    return spans


@Language.factory(
    "depeche_dates",
    assigns=["doc.spans", "span._.date"],
    requires=["doc._.published", "doc._.published_span"],
)
def make_dates(nlp: Language, name: str) -> DateComponent:
    """Create the component; it reads the text and the publication date alone."""
    return DateComponent()
