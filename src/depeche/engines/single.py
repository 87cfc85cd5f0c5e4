"""This process: one article after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language

from depeche.article import Article
from depeche.engines.base import Outcome, process


class SingleProcess:
    """The simplest engine, and the quickest for a few dozen articles."""

    def run(
        self, articles: Iterable[Article], nlp: Language, min_confidence: float = 0.0
    ) -> Iterator[Outcome]:
        """One outcome an article, as soon as it is read."""
        for article in articles:
            yield process(article, nlp, min_confidence)
