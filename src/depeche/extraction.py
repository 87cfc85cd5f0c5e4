"""`extract()`: articles in, event records out, one by one."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from spacy.language import Language

from depeche.article import Article
from depeche.engines import Engine, engine_for
from depeche.errors import ConfigurationError, DepecheError, RowError
from depeche.io.metadata import article_from
from depeche.pipeline import load
from depeche.records import EventRecord

Source = Article | Mapping[str, Any] | str
_log = logging.getLogger("depeche")


def _warn(error: DepecheError) -> None:
    _log.warning("%s", error)


def as_article(source: Source, number: int) -> Article:
    """An Article from what `extract` takes; texts and mappings without `id` are named `text-1`, `text-2` ….

    Raises:
        RowError: a mapping lacks its text or tells a publication date that is none; another type was given.
    """
    if isinstance(source, Article):
        return source
    if isinstance(source, str):
        return Article(id=f"text-{number}", text=source)
    if not isinstance(source, Mapping):
        raise RowError(
            f"text-{number}: neither an Article nor a mapping nor a string: {type(source).__name__}"
        )
    name = source.get("id") or f"text-{number}"
    try:
        return article_from({**source, "id": name})
    except ValueError as error:
        raise RowError(f"{name}: {error}") from error


def _articles(sources: Iterable[Source], on_error: Callable[[DepecheError], None]) -> Iterator[Article]:
    for number, source in enumerate(sources, start=1):
        try:
            yield as_article(source, number)
        except DepecheError as error:
            on_error(error)


def extract(
    articles: Iterable[Source],
    nlp: Language | None = None,
    *,
    provenance: bool = False,
    min_confidence: float = 0.0,
    workers: int = 1,
    on_error: Callable[[DepecheError], None] | None = None,
) -> Iterator[EventRecord]:
    """Read articles and yield their event records, lazily and in the order of the input.

    Args:
        articles: Article objects, mappings with the same fields, or plain strings.
        nlp: a pipeline from `depeche.load()`; loaded when not given.
        provenance: whether records tell the rule behind each field; a pipeline given must be loaded with it.
        min_confidence: records below it are left out, 0 to 1.
        workers: processes to use; 1 is this one.
        on_error: called with the error of each article that is skipped (empty, not French, too long, …);
            without it a warning goes to the logger `depeche`. The other articles go on either way.

    Raises:
        ConfigurationError: the model or an option is wrong.

    >>> text = "Le 23 mai 2025, des hommes armés ont attaqué le village de Dioura, au Mali, tuant 41 soldats."
    >>> for event in extract([text]):
    ...     print(event.id, event.type, event.date.edtf, event.places[0].name, event.casualties[0].low)
    text-1-1 armed_attack 2025-05-23 Dioura 41
    """
    if isinstance(articles, str | Mapping | Article):
        raise TypeError("extract() takes an iterable of articles: put the one you have in a list")
    if not 0 <= min_confidence <= 1:
        raise ConfigurationError(f"min_confidence {min_confidence}: between 0 and 1")
    return _records(
        articles, engine_for(workers), _pipeline(nlp, provenance), min_confidence, on_error or _warn
    )


def _pipeline(nlp: Language | None, provenance: bool) -> Callable[[], Language]:
    """How to get the pipeline once the first record is asked for."""
    if nlp is None:
        return lambda: load(provenance=provenance)
    if provenance and not getattr(nlp.get_pipe("depeche_events"), "provenance", False):
        raise ConfigurationError("provenance: the pipeline given tells none; use load(provenance=True)")
    return lambda: nlp


def _records(
    sources: Iterable[Source],
    engine: Engine,
    pipeline: Callable[[], Language],
    min_confidence: float,
    report: Callable[[DepecheError], None],
) -> Iterator[EventRecord]:
    for outcome in engine.run(_articles(sources, report), pipeline(), min_confidence):
        if outcome.error is not None:
            report(outcome.error)
        yield from outcome.records
