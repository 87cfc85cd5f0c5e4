"""`depeche extract`: files, folders or standard input in; JSON Lines, CSV or a table out."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

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


def extract_command(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="files, folders (recursive), or - for standard input"),
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="file to write; standard output without it")
    ] = None,
    format: Annotated[str | None, typer.Option(help="jsonl, csv or table; a terminal gets the table")] = None,
    workers: Annotated[int, typer.Option(help="processes to use")] = 1,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="publication date of articles whose metadata tell none")
    ] = None,
    min_confidence: Annotated[float, typer.Option(help="leave out records below it, 0 to 1")] = 0.0,
    registry: Annotated[
        Path | None, typer.Option(help="CSV file of actors that replaces the packaged one")
    ] = None,
    model: Annotated[
        str | None, typer.Option(help="another spaCy pipeline: a folder or an installed name")
    ] = None,
    provenance: Annotated[
        bool, typer.Option("--provenance", help="tell the rule and words behind each field")
    ] = False,
) -> None:
    """Read articles and write one record for each event.

    Articles are .txt and .md files (one each) and .jsonl files (a row each: id, text, and
    optionally published, title, url, source).

    Examples:

      depeche extract corpus/articles

      depeche extract articles.jsonl -o events.jsonl --workers 4

      cat flash.txt | depeche extract - --published 2025-05-23 --format csv
    """
    format = _format(format, output)
    published = _published(published)
    if workers < 1:
        raise ConfigurationError(f"--workers {workers}: at least 1")
    if not 0 <= min_confidence <= 1:
        raise ConfigurationError(f"--min-confidence {min_confidence}: between 0 and 1")
    check_paths(paths, output.resolve() if output else None)
    if output is not None:
        check_writable(output)
    _run(paths, output, format, workers, published, min_confidence, registry, model, provenance)


def _run(
    paths: list[str],
    output: Path | None,
    format: str,
    workers: int,
    published: str | None,
    min_confidence: float,
    registry: Path | None,
    model: str | None,
    provenance: bool,
) -> None:
    # Here and not above: spaCy takes a second, and a wrong path should be told at once.
    from depeche.engines import engine_for
    from depeche.pipeline import load

    nlp = load(model, registry=registry, provenance=provenance)
    interrupted = False
    meter = Meter()
    writer = _writer(format, output)
    try:
        with meter:
            articles = _dated(read_articles(paths, on_error=meter.report, exclude=output), published)
            for outcome in engine_for(workers).run(articles, nlp, min_confidence):
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
