"""Lines and sentences that announce or sum up acts which are told elsewhere."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from depeche.components.events.index import index_of
from depeche.components.events.settings import phrases
from depeche.components.lemma_patterns import plain

HEADING_WORDS = 14


def sums_up(sent: Span, triggers: list[Span]) -> bool:
    """« dans deux attaques, l'une à Cali, l'autre dans le Cauca »: each act is told for itself elsewhere."""
    plural = any(
        "Number=Plur" in sent.doc[span._.trigger.head].morph for span in triggers if span._.trigger.pos == "N"
    )
    if not plural:
        return False
    text = plain(index_of(sent.doc).text_of(sent))
    each = all(part in text for part in phrases("reference", "summary", "each"))
    return each or any(part in text for part in phrases("reference", "summary", "respectively"))


def is_heading(doc: Doc, sent: Span) -> bool:
    """A sub-heading: a short line of its own after the headline, with no final stop."""
    whole, line = index_of(doc).text, index_of(doc).text_of(sent)
    text = line.strip()
    if (
        sent.start_char < doc._.title_end
        or not text
        or text[-1] in '.!?…:;»"'
        or len(text.split()) > HEADING_WORDS
    ):
        return False
    before = whole[max(0, sent.start_char - 2) : sent.start_char]
    after = whole[sent.start_char + len(line.rstrip()) :][:2]
    return "\n" in before + line[:2] and "\n" in after and text[0] not in "-•–*"
