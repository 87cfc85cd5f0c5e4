"""One article through the pipeline: what is refused, what the text is read as, and which records come out."""

from __future__ import annotations

from contextlib import nullcontext

from spacy.language import Language
from spacy.tokens import Doc

from depeche import extensions  # noqa: F401 (doc._.article and the others)
from depeche.article import Article
from depeche.components.header import find_publication, publication_from_name
from depeche.errors import ArticleError, EmptyArticle, NotFrench, TooLong
from depeche.limits import MAX_CHARS
from depeche.records import EventRecord
from depeche.text.clean import CleanText, clean_text
from depeche.text.french import foreign_language
from depeche.text.spans import to_original


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


def read_doc(article: Article, nlp: Language, clean: CleanText | None = None) -> Doc:
    """The article as a Doc with its mentions and `doc._.events`; offsets count in its clean text.

    Args:
        clean: the text if it was cleaned before.

    Raises:
        EmptyArticle, TooLong, NotFrench: the article is not for the pipeline.
    """
    doc = nlp.make_doc((clean or check_article(article)).text)
    doc._.article = article
    doc._.published = _known_publication(article, doc.text)
    return nlp(doc)


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
            doc = read_doc(article, nlp, clean)
            events = tuple(event for event in doc._.events if event.confidence >= min_confidence)
            # The tokenizer may write a plain space for a no-break one, so the Doc's text is what counts.
            return (
                events if doc.text == article.text else tuple(to_original(event, clean) for event in events)
            )
    except ArticleError:
        raise
    except Exception as error:  # one article must not end a run over thousands
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        raise ArticleError(f"{article_name(article)}: cannot be processed ({reason})") from error
