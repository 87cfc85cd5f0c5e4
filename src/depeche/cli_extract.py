"""`depeche extract`: files, folders or standard input in; JSON Lines, CSV or a table out."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from depeche.article import Article
from depeche.cli_meter import Meter
from depeche.errors import ConfigurationError
from depeche.io import (
    FORMATS,
    FileSink,
    RecordWriter,
    TableWriter,
    check_paths,
    check_writable,
    read_articles,
)
from depeche.io.metadata import publication_date

if TYPE_CHECKING:
    from spacy.language import Language

INTERRUPTED = 130


def _format(name: str | None, output: Path | None) -> str:
    """The format asked for; else CSV for a `.csv` file, a table for a terminal, JSON Lines for the rest."""
    if name is None:
        if output is None and sys.stdout.isatty():
            return "table"
        return "csv" if output is not None and output.suffix.lower() == ".csv" else "jsonl"
    if name not in FORMATS:
        raise ConfigurationError(f"unknown format « {name} »; choose {', '.join(FORMATS)}")
    return name


def _published(value: str | None) -> str | None:
    try:
        return publication_date(value)
    except ValueError as error:
        raise ConfigurationError(f"--published {value}: write it as 2025-05-23, 2025-05 or 2025") from error


def _writer(format: str, output: Path | None) -> RecordWriter:
    sink = (
        FileSink(sys.stdout.fileno(), "standard output", owned=False)
        if output is None
        else FileSink.open(output)
    )
    if format == "table" and output is None and sys.stdout.isatty():
        return TableWriter(sink, shutil.get_terminal_size().columns, color=True)
    return FORMATS[format](sink)


def _dated(articles: Iterable[Article], published: str | None) -> Iterator[Article]:
    """The articles, with the publication date given on the command line where their carrier tells none."""
    for article in articles:
        if published is not None and article.published is None:
            yield article.model_copy(update={"published": published})
        else:
            yield article


Paths = Annotated[
    list[str], typer.Argument(metavar="PATH", help="files, folders (recursive), or - for standard input")
]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", help="file to write; standard output without it")
]
Format = Annotated[str | None, typer.Option(help="jsonl, csv or table; a terminal gets the table")]
Workers = Annotated[int, typer.Option(help="processes to use")]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="publication date of articles whose metadata tell none")
]
MinConfidence = Annotated[float, typer.Option(help="leave out records below it, 0 to 1")]
Registry = Annotated[Path | None, typer.Option(help="CSV file of actors that replaces the packaged one")]
Model = Annotated[str | None, typer.Option(help="another spaCy pipeline: a folder or an installed name")]
WithProvenance = Annotated[
    bool, typer.Option("--provenance", help="tell the rule and words behind each field")
]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one run of the command was asked for.

    Attributes:
        paths: files, folders or `-`.
        output: file to write, None for standard output.
        format: a name of `FORMATS`.
        workers: number of processes, at least 1.
        published: ISO date of articles that tell none, or None.
        min_confidence: records below it are left out, 0 to 1.
    """

    paths: list[str]
    output: Path | None
    format: str
    workers: int
    published: str | None
    min_confidence: float

    def check(self) -> None:
        """Stop before anything is read. Raises ConfigurationError for options or paths that cannot work."""
        if self.workers < 1:
            raise ConfigurationError(f"--workers {self.workers}: at least 1")
        if not 0 <= self.min_confidence <= 1:
            raise ConfigurationError(f"--min-confidence {self.min_confidence}: between 0 and 1")
        check_paths(self.paths, self.output.resolve() if self.output else None)
        if self.output is not None:
            check_writable(self.output)


def extract_command(
    paths: Paths,
    output: Output = None,
    format: Format = None,
    workers: Workers = 1,
    published: Published = None,
    min_confidence: MinConfidence = 0.0,
    registry: Registry = None,
    model: Model = None,
    provenance: WithProvenance = False,
) -> None:
    """Read articles and write one record for each event.

    Articles are .txt and .md files (one each) and .jsonl files (a row each: id, text, and
    optionally published, title, url, source).

    Examples:

      depeche extract corpus/articles

      depeche extract articles.jsonl -o events.jsonl --workers 4

      cat flash.txt | depeche extract - --published 2025-05-23 --format csv
    """
    wanted = Extraction(
        paths, output, _format(format, output), workers, _published(published), min_confidence
    )
    wanted.check()
    # Here and not above: spaCy takes a second, and a wrong path should be told at once.
    from depeche.pipeline import load

    _run(wanted, load(model, registry=registry, provenance=provenance))


def _run(wanted: Extraction, nlp: Language) -> None:
    from depeche.engines import engine_for

    interrupted = False
    meter = Meter()
    writer = _writer(wanted.format, wanted.output)
    try:
        with meter:
            found = read_articles(wanted.paths, on_error=meter.report, exclude=wanted.output)
            articles = _dated(found, wanted.published)
            for outcome in engine_for(wanted.workers).run(articles, nlp, wanted.min_confidence):
                if outcome.error is not None:
                    meter.report(outcome.error)
                    continue
                if outcome.records:
                    with meter.hidden():
                        for record in outcome.records:
                            writer.write(record)
                meter.article_done(len(outcome.records))
    except KeyboardInterrupt:
        interrupted = True
    finally:
        writer.close()
    meter.close(interrupted=interrupted)
    if interrupted or meter.failed:
        raise typer.Exit(INTERRUPTED if interrupted else 1)
