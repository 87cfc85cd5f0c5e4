"""`evaluate`: gold against records, article by article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from depeche.errors import GoldError
from depeche.evaluation.alignment import align
from depeche.evaluation.calibration import Outcome, calibration, calibration_error, outcomes
from depeche.evaluation.errors_list import ArticleErrors
from depeche.evaluation.gold import GoldArticle, read_gold
from depeche.evaluation.incidents import Incident, gold_incidents, record_incident
from depeche.evaluation.metrics import count
from depeche.evaluation.mistakes import Mistake
from depeche.evaluation.report import ArticleScore, NoEvent, Report, scores
from depeche.records import EventRecord


def evaluate(gold: Sequence[GoldArticle] | Path | str, records: Iterable[EventRecord]) -> Report:
    """Measure records against gold, slot by slot.

    Args:
        gold: annotated articles, or the path of a gold folder or CSV file.
        records: records of these articles in any order; `record.document.id` is the article's id. An article
            without records yields none. Records of other articles are left out, and counted in
            `Report.ignored`.

    How events are aligned is told in `alignment`, how names compare in `names`, what is counted in `metrics`,
    what the intervals are in `bootstrap`.

    Raises:
        GoldError: gold is broken, empty, names an article twice, or shares no article with the records.
    """
    articles = read_gold(gold) if isinstance(gold, (Path, str)) else tuple(gold)
    by_article, others = _by_article(articles, records)
    incidents = {name: [record_incident(record) for record in found] for name, found in by_article.items()}
    return compare_incidents(articles, incidents, ignored=others)


def _by_article(
    articles: Sequence[GoldArticle], records: Iterable[EventRecord]
) -> tuple[dict[str, list[EventRecord]], int]:
    found: dict[str, list[EventRecord]] = {}
    for article in articles:
        if article.id in found:
            raise GoldError(f"gold: article {article.id} is there twice")
        found[article.id] = []
    if not found:
        raise GoldError("gold: holds no article")
    others: list[EventRecord] = []
    for record in records:
        found.get(record.document.id, others).append(record)
    if others and not any(found.values()):
        told, wanted = others[0].document.id, articles[0].id
        raise GoldError(f"gold: no record is of a gold article ({told!r} in the records, {wanted!r} in gold)")
    return found, len(others)


def compare_incidents(
    articles: Sequence[GoldArticle], read: dict[str, list[Incident]], *, ignored: int = 0
) -> Report:
    """Measure incidents against gold; `read` holds those of each article by its id."""
    by_article: list[ArticleScore] = []
    mistakes: list[Mistake] = []
    found: list[Outcome] = []
    for article in articles:
        gold, other = gold_incidents(article), read.get(article.id, [])
        aligned = align(gold, other)
        by_article.append(ArticleScore(id=article.id, counts=count(gold, other, aligned)))
        mistakes += ArticleErrors(article.id, article.text, gold, other).mistakes(aligned)
        found += outcomes(gold, other, aligned)
    bins = calibration(found)
    events = [event for article in articles for event in article.events]
    optional = sum(event.optional for event in events)
    return Report(
        articles=len(articles),
        events=len(events) - optional,
        optional=optional,
        records=sum(len(incidents) for incidents in read.values()),
        ignored=ignored,
        scores=scores(by_article),
        no_event=_no_event(articles, read),
        calibration=bins,
        calibration_error=calibration_error(bins),
        by_article=tuple(by_article),
        mistakes=tuple(mistakes),
    )


def _no_event(articles: Sequence[GoldArticle], read: dict[str, list[Incident]]) -> NoEvent:
    """Articles that hold no event at all; one with an optional event alone is no such article."""
    empty = [article.id for article in articles if not article.events]
    return NoEvent(articles=len(empty), clean=sum(not read.get(name) for name in empty))
