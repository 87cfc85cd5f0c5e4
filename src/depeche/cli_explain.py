"""`depeche explain`: an article with its mentions coloured, and the words and rule behind each field."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from depeche.cli_meter import Meter, count
from depeche.errors import ArticleError
from depeche.io import check_paths, read_articles
from depeche.io.flat import bounds
from depeche.records import EventRecord

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Kinds of mention by `doc.spans` key; later ones are painted over earlier ones.
_STYLES = {
    "numbers": "underline",
    "casualties": "black on magenta",
    "actors": "black on yellow",
    "places": "black on cyan",
    "dates": "black on green",
    "triggers": "bold white on red",
}


def _painted(doc: Doc) -> Text:
    text = Text(doc.text)
    for kind, style in _STYLES.items():
        for span in doc.spans.get(kind, ()):
            text.stylize(style, span.start_char, span.end_char)
    return text


def _legend() -> Text:
    return Text(" ").join(Text(f" {kind} ", style=style) for kind, style in _STYLES.items())


def _values(record: EventRecord) -> dict[str, str]:
    """What each field of the record says, by the field names that provenance uses."""
    values = {"type": record.type, "country": record.country or "-"}
    if record.date is not None:
        values["date"] = f"{record.date.edtf} ({record.date.precision})"
    for index, place in enumerate(record.places):
        parts = [place.name, place.admin1, place.country, place.precision]
        values[f"places[{index}]"] = ", ".join(part for part in parts if part)
    for index, actor in enumerate(record.actors):
        values[f"actors[{index}]"] = f"{actor.role}: {actor.name} ({actor.actor_type})"
    for index, entry in enumerate(record.casualties):
        values[f"casualties[{index}]"] = f"{bounds(entry.low, entry.high)} {entry.kind} {entry.group}"
    return values


def _event_table(record: EventRecord) -> Table:
    told = {item.field: item for item in record.provenance or ()}
    table = Table(
        title=f"{record.id}: {record.type}, confidence {record.confidence:.2f}", title_justify="left"
    )
    for name, ratio in (("field", 2), ("value", 4), ("words", 5), ("rule", 4)):
        table.add_column(name, ratio=ratio, overflow="fold")
    values = _values(record)
    for field in dict.fromkeys((*values, *told)):
        words = told[field].text if field in told else ""
        rule = told[field].rule if field in told else ""
        table.add_row(*(Text(cell) for cell in (field, values.get(field, ""), " ".join(words.split()), rule)))
    return table


def _explain(doc: Doc, console: Console) -> None:
    console.print(_legend(), _painted(doc), "", sep="\n")
    published = doc._.published or "unknown"
    console.print(f"published {published}; {count(len(doc._.events), 'event')}\n", highlight=False)
    for record in doc._.events:
        console.print(_event_table(record))


def explain_command(
    file: Annotated[
        str, typer.Argument(help="an article (.txt, .md), articles (.jsonl), or - for standard input")
    ],
    registry: Annotated[
        Path | None, typer.Option(help="CSV file of actors that replaces the packaged one")
    ] = None,
    model: Annotated[
        str | None, typer.Option(help="another spaCy pipeline: a folder or an installed name")
    ] = None,
) -> None:
    """Show what was found in an article and why: mentions by kind, and the words and rule behind each field.

    Example:

      depeche explain corpus/articles/flash-agence.txt
    """
    check_paths([file])
    from depeche.pipeline import load
    from depeche.reading import read_docs

    nlp = load(model, registry=registry, provenance=True)
    console, meter = Console(), Meter()
    for article in read_articles([file], on_error=meter.report):
        try:
            for _, doc in read_docs(article, nlp):
                _explain(doc, console)
        except ArticleError as error:
            meter.report(error)
    if meter.failed or meter.skipped:
        raise typer.Exit(1 if meter.failed else 0)
