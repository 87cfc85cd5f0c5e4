"""Where records come from: a JSON Lines file, or the pipeline run over the gold texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from depeche.article import Article
from depeche.errors import RowError
from depeche.evaluation.gold import GoldArticle, first_error
from depeche.records import EventRecord

if TYPE_CHECKING:
    from spacy.language import Language


def read_records(path: Path | str) -> tuple[EventRecord, ...]:
    """Records of a JSON Lines file, as `depeche extract` writes them.

    Raises:
        RowError: one line with the file, the line number and the field.
    """
    path = Path(path)
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise RowError(f"{path}: not readable as UTF-8 text ({error})") from error
    records = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                records.append(EventRecord.model_validate_json(line))
            except ValidationError as error:
                raise RowError(f"{path}, line {number}: not an event record: {first_error(error)}") from error
    return tuple(records)


def run_pipeline(gold: Sequence[GoldArticle], nlp: Language | None = None) -> tuple[EventRecord, ...]:
    """Records that the pipeline makes of the gold texts, with their provenance.

    The publication date of the gold file is given to the pipeline as the article's metadata.
    """
    from depeche.extraction import extract  # here: it loads spaCy, which reading predictions does not need

    articles = [
        Article(
            id=one.id,
            text=one.text or "",
            published=one.published,
            title=one.title,
            source=one.source,
            url=one.url,
        )
        for one in gold
    ]
    return tuple(extract(articles, nlp, provenance=True))
