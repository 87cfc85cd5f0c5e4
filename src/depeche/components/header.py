"""The head of an article: the publication date that it tells, the headline, and where the prose begins."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

import depeche.extensions  # noqa: F401
from depeche.components.dates.publication import Publication, find_publication, publication_from_name

__all__ = ["HeaderComponent", "Publication", "find_publication", "publication_from_name", "title_end"]

TITLE_CHARACTERS, TITLE_WORDS = 200, 32
STOPS = frozenset(".!?…;|")


def title_end(text: str, body_start: int) -> int:
    """The offset where the headline ends, or `body_start` when the first line is none.

    A headline is short, has no final stop, and is followed by a line break and more text.

    >>> title_end("Mali : dix morts à Gao\\n\\nDix soldats ont été tués.", 0)
    22
    """
    line_end = text.find("\n", body_start)
    if line_end < 0 or not text[line_end:].strip():
        return body_start
    line = text[body_start:line_end].rstrip()
    long = len(line) > TITLE_CHARACTERS or len(line.split()) > TITLE_WORDS
    if not line or long or line[-1] in ".,;:" or (line[-1] == "»" and line.rstrip("» \u00a0")[-1:] == "."):
        return body_start
    return body_start + len(line)


class HeaderComponent:
    """Writes what the head of the article tells, and a sentence start where the prose begins."""

    def __call__(self, doc: Doc) -> Doc:
        text = doc.text
        publication = find_publication(text, doc._.published)
        if publication is not None:
            doc._.published_span = (publication.start, publication.end)
            doc._.body_start = publication.body_start
            known = doc._.published
            if known is None or publication.published.startswith(f"{known}-"):  # a day of the known month
                doc._.published = publication.published
        doc._.title_end = title_end(text, doc._.body_start)
        if doc._.body_start:
            _start_sentence(doc, doc._.body_start)
        _join_title(doc)
        return doc


def _start_sentence(doc: Doc, position: int) -> None:
    """The head is one sentence of its own, and the prose starts another."""
    for token in doc:
        if token.idx >= position:
            token.is_sent_start = True
            return
        token.is_sent_start = token.i == 0


def _join_title(doc: Doc) -> None:
    """A headline is one sentence up to its stops, whatever a parser makes of its colon."""
    begun = False
    for token in doc:
        if token.idx >= doc._.title_end:
            return
        if token.idx >= doc._.body_start and not token.is_space:
            if begun and doc[token.i - 1].text not in STOPS:
                token.is_sent_start = False
            begun = True


@Language.factory(
    "depeche_header",
    assigns=[
        "doc._.published",
        "doc._.published_span",
        "doc._.body_start",
        "doc._.title_end",
        "token.is_sent_start",
    ],
)
def make_header(nlp: Language, name: str) -> HeaderComponent:
    """Create the component; it reads the text alone and runs before the model."""
    return HeaderComponent()
