"""The one table of Doc and Span extensions.

Extensions are keyed by offsets, not by label: two spans over the same characters share one `span._.x`, hence
one attribute a mention type.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

DOC: dict[str, object] = {
    "article": None,  # depeche.Article | None: what the carrier says (id, title, publication date)
    "published": None,  # str | None: publication date, EDTF day, month or year
    "published_span": None,  # tuple[int, int] | None: characters it was read from
    "body_start": 0,  # int: character offset where the prose begins, after a header line or prefix
    "title_end": 0,  # int: character offset where the headline ends; body_start when there is none
    "country": None,  # str | None: ISO code of the country that the article is mainly about
    "events": (),  # tuple[depeche.EventRecord, ...]
}
SPAN: dict[str, object] = {
    "number": None,  # values.numbers.Quantity
    "date": None,  # values.dates.DateMention
    "place": None,  # values.places.PlaceMention
    "actor": None,  # values.actors.ActorMention
    "trigger": None,  # values.triggers.TriggerMention
    "casualty": None,  # values.casualties.CasualtyMention
    "qualifiers": frozenset(),  # frozenset[str]: negated, hypothetical, cumulative, …
}


def register() -> None:
    """Declare every extension; calling it again changes nothing."""
    for owner, table in ((Doc, DOC), (Span, SPAN)):
        for name, default in table.items():
            if not owner.has_extension(name):
                owner.set_extension(name, default=default)


register()
