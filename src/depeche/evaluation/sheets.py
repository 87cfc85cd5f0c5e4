"""A titled table, written as a rich table for a terminal or as Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from rich.box import SIMPLE
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from depeche.values.base import Value

PIPED_WIDTH = 160


class Sheet(Value):
    """A table with its title and a line above it; cells are text, those of `numbers` columns to the right."""

    title: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    note: str = ""
    numbers: tuple[str, ...] = ()

    def markdown(self) -> str:
        """The sheet as GitHub Markdown."""
        lines = [f"## {self.title}", ""]
        if self.note:
            lines += [self.note, ""]
        if self.rows:
            rule = ["--:" if column in self.numbers else "---" for column in self.columns]
            cells = [
                [cell.replace("|", "\\|") for cell in row] for row in (self.columns, tuple(rule), *self.rows)
            ]
            lines += [f"| {' | '.join(row)} |" for row in cells] + [""]
        return "\n".join(lines)

    def rich(self) -> RenderableType:
        """The sheet for a terminal."""
        parts: list[RenderableType] = [Text(self.title, style="bold")]
        if self.note:
            parts.append(Text(self.note))
        if self.rows:
            table = Table(box=SIMPLE, show_edge=False, pad_edge=False, padding=(0, 1))
            for column in self.columns:
                number = column in self.numbers
                table.add_column(
                    column, justify="right" if number else "left", no_wrap=number, overflow="fold"
                )
            for row in self.rows:
                table.add_row(*(Text(cell) for cell in row))
            parts.append(table)
        return Group(*parts, Text(""))


def as_markdown(sheets: Iterable[Sheet]) -> str:
    """Sheets one below the other."""
    return "\n".join(sheet.markdown() for sheet in sheets).rstrip() + "\n"


def as_table(sheets: Iterable[Sheet], console: Console | None = None) -> str:
    """Sheets as a terminal shows them; as wide as the terminal, or `PIPED_WIDTH` columns in a pipe."""
    console = console or Console()
    if not console.is_terminal:
        console = Console(width=PIPED_WIDTH, no_color=True)
    with console.capture() as capture:
        for sheet in sheets:
            console.print(sheet.rich())
    return capture.get()


def percent(share: float | None) -> str:
    """A share (0..1) in percent with one decimal, a dash for None.

    >>> percent(0.8768), percent(None)
    ('87.7', '–')
    """
    return "–" if share is None else f"{100 * share:.1f}"
