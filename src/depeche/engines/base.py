"""What every engine takes and gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from spacy.language import Language

from depeche.article import Article
from depeche.errors import ArticleError
from depeche.reading import read_events
from depeche.records import EventRecord


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article: its records, or why there are none. Holds no Doc: it crosses processes."""

    article_id: str
    records: tuple[EventRecord, ...] = ()
    error: ArticleError | None = None


class Engine(Protocol):
    """Runs articles through a pipeline, in the order given; memory does not grow with their number."""

    def run(self, articles: Iterable[Article], nlp: Language, min_confidence: float) -> Iterator[Outcome]:
        """One outcome an article, lazily."""


def process(article: Article, nlp: Language, min_confidence: float) -> Outcome:
    """The outcome of one article."""
    try:
        return Outcome(article.id, read_events(article, nlp, min_confidence=min_confidence))
    except ArticleError as error:
        return Outcome(article.id, error=error)
