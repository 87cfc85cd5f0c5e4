"""Train and measure the French model: `python -m models.training all CORPORA --gazetteers GAZETTEERS`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from models.training import steps
from models.training.assemble import checksum
from models.training.card import measured, write_card
from models.training.measure import figures
from rich.console import Console

app = typer.Typer(add_completion=False, help="From raw corpora to the weights and card of models/.")
console = Console()

Corpora = Annotated[Path, typer.Argument(help="Folder with UD_French-*, WiNER-fr and POPCORN.", exists=True)]
Gazetteers = Annotated[Path, typer.Option(help="Folder of the public gazetteers.", exists=True)]
Work = Annotated[Path, typer.Option(help="Folder for documents and checkpoints.")]
Model = Annotated[Path, typer.Option(help="The pipeline to measure.")]


@app.command(name="all")
def run_all(corpora: Corpora, gazetteers: Gazetteers, work: Work = Path("build/training")) -> None:
    """Run every step: lexicons, data, parser, entities, assembly, measures and card."""
    folders = steps.Folders(corpora, gazetteers, work)
    console.print(steps.compile_lexicons(folders))
    console.print(steps.convert(folders))
    steps.train_parser(folders)
    steps.train_ner(folders)
    steps.train_ner_more(folders)
    steps.put_together(folders)
    measure(corpora, gazetteers, work)


@app.command()
def data(corpora: Corpora, gazetteers: Gazetteers, work: Work = Path("build/training")) -> None:
    """Compile the lexicons and convert the corpora."""
    folders = steps.Folders(corpora, gazetteers, work)
    console.print(steps.compile_lexicons(folders))
    console.print(steps.convert(folders))


@app.command()
def parser(corpora: Corpora, gazetteers: Gazetteers, work: Work = Path("build/training")) -> None:
    """Train tok2vec, morphologizer, parser and lemmatizer on the converted treebanks."""
    steps.train_parser(steps.Folders(corpora, gazetteers, work))


@app.command()
def ner(corpora: Corpora, gazetteers: Gazetteers, work: Work = Path("build/training")) -> None:
    """Train the entity recogniser in two stages on the converted corpora, from the parser's tok2vec."""
    folders = steps.Folders(corpora, gazetteers, work)
    steps.train_ner(folders)
    steps.train_ner_more(folders)


@app.command()
def assemble(corpora: Corpora, gazetteers: Gazetteers, work: Work = Path("build/training")) -> None:
    """Put the two trainings together in models/fr_depeche."""
    steps.put_together(steps.Folders(corpora, gazetteers, work))


@app.command()
def measure(
    corpora: Corpora,
    gazetteers: Gazetteers,
    work: Work = Path("build/training"),
    model: Model = steps.MODEL,
    card: Annotated[bool, typer.Option(help="Write the measures into models/README.md.")] = True,
) -> None:
    """Measure a pipeline on the test sets and write the card."""
    folders = steps.Folders(corpora, gazetteers, work)
    steps.convert_tests(folders)
    aims, tables, technical = figures(model, folders.data)
    text = measured(aims, tables, technical, checksum(model))
    console.print(text, markup=False)
    if card:
        write_card(steps.REPOSITORY / "models" / "README.md", text)


if __name__ == "__main__":
    app()
