"""One article through the pipeline: what is refused, what the text is read as, and which records come out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext

from spacy.language import Language
from spacy.tokens import Doc

from depeche import extensions  # noqa: F401 (doc._.article and the others)
from depeche.article import Article
from depeche.components.header import find_publication, publication_from_name
from depeche.errors import ArticleError, EmptyArticle, NotFrench, TooLong
from depeche.limits import MAX_CHARS, MAX_SENTENCE, PART_CHARS
from depeche.records import EventRecord
from depeche.text.clean import CleanText, clean_text
from depeche.text.french import foreign_language
from depeche.text.parts import parts
from depeche.text.spans import to_original

_STOPS = frozenset(".!?…:;\n")


def article_name(article: Article) -> str:
    """How messages name an article: by its file, else by its id."""
    return article.source or article.id


def check_article(article: Article) -> CleanText:
    """The text as the pipeline reads it.

    Raises:
        EmptyArticle, TooLong, NotFrench: the article is not for the pipeline.
    """
    name = article_name(article)
    if len(article.text) > MAX_CHARS:
        raise TooLong(f"{name}: {len(article.text):,} characters; an article may have {MAX_CHARS:,}")
    clean = clean_text(article.text)
    if not clean.text.strip():
        raise EmptyArticle(f"{name}: empty")
    other = foreign_language(clean.text)
    if other is not None:
        raise NotFrench(f"{name}: not French ({other})")
    return clean


def read_docs(article: Article, nlp: Language, clean: CleanText | None = None) -> Iterator[tuple[int, Doc]]:
    """The article as a Doc with its mentions and `doc._.events`; a very long one as several.

    Args:
        clean: the text if it was cleaned before.

    Yields:
        where the Doc starts in the clean text, and the Doc.

    Raises:
        EmptyArticle, TooLong, NotFrench: the article is not for the pipeline.
    """
    text = (clean or check_article(article)).text
    published = _known_publication(article, text)
    for start, end in parts(text, PART_CHARS):
        doc = nlp.make_doc(text[start:end])
        doc._.article = article
        doc._.published = published
        doc = nlp(bound_sentences(doc))
        published = published or doc._.published
        yield start, doc


def bound_sentences(doc: Doc) -> Doc:
    """Start a sentence where the text has gone on for too long without a full stop or a line break."""
    length = 0
    for token in doc:
        length = 0 if token.text[-1] in _STOPS else length + 1
        if length > MAX_SENTENCE:
            token.is_sent_start = True
            length = 0
    return doc


def _known_publication(article: Article, text: str) -> str | None:
    """The date told outside the text: metadata first, a file's name only when the text tells none."""
    if article.published is not None or article.source is None or find_publication(text) is not None:
        return article.published
    return publication_from_name(article.source)


def read_events(article: Article, nlp: Language, *, min_confidence: float = 0.0) -> tuple[EventRecord, ...]:
    """The records of one article, with offsets in the article as decoded.

    Vocabulary that the article adds to the pipeline is dropped afterwards, so that memory stays the same over
    millions of articles.

    Args:
        min_confidence: records below it are left out, 0 to 1.

    Raises:
        EmptyArticle, TooLong, NotFrench: the article is not for the pipeline.
        ArticleError: the pipeline failed on it.
    """
    clean = check_article(article)
    try:
        with nullcontext() if nlp.vocab.in_memory_zone else nlp.memory_zone():  # type: ignore[attr-defined]
            found = list(_events(article, nlp, clean))
    except ArticleError:
        raise
    except Exception as error:  # one article must not end a run over thousands
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        raise ArticleError(f"{article_name(article)}: cannot be processed ({reason})") from error
    return tuple(event for event in found if event.confidence >= min_confidence)


def _events(article: Article, nlp: Language, clean: CleanText) -> Iterator[EventRecord]:
    number = 0
    title = article.title
    for start, doc in read_docs(article, nlp, clean):
        if start == 0:
            title = title or doc.text[doc._.body_start : doc._.title_end].strip() or None
        # The tokenizer may write a plain space for a no-break one: the text of the Doc is what counts.
        agrees = start == 0 and doc.text == article.text
        for event in doc._.events:
            number += 1
            record = event if agrees else to_original(event, clean, start)
            if start:
                document = event.document.model_copy(update={"title": title})
                record = record.model_copy(update={"id": f"{article.id}-{number}", "document": document})
            yield record
