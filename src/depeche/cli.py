"""The command `depeche`: parses arguments and calls; exit codes are decided here.

0 done, 1 something failed (a broken row, a full disk), 2 a wrong argument, 130 interrupted.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Annotated

import typer

from depeche import __version__
from depeche.cli_evaluate import evaluate_command
from depeche.cli_explain import explain_command
from depeche.cli_extract import INTERRUPTED, extract_command
from depeche.cli_gazetteer import app as gazetteer_app
from depeche.errors import ConfigurationError, DepecheError

app = typer.Typer(
    name="depeche",
    help="French news in, structured event records out.",
    epilog="Start with: depeche extract ARTICLES (a file or a folder). depeche COMMAND --help: examples.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("extract")(extract_command)
app.command("explain")(explain_command)
app.command("evaluate")(evaluate_command)
app.add_typer(gazetteer_app, name="gazetteer")


@app.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of a record.

    Example:

      depeche schema > event-record.schema.json
    """
    from depeche.records import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"depeche {__version__}")
        raise typer.Exit()


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """French news in, structured event records out."""


def _fail(message: str, code: int) -> int:
    print(f"depeche: {' '.join(message.split())}", file=sys.stderr)
    return code


def run(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code; every error is one line on standard error."""
    try:
        result = app(arguments, prog_name="depeche", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except typer.TyperException as error:
        message = error.format_message()
        return _fail(message, error.exit_code) if message else error.exit_code
    except ConfigurationError as error:
        return _fail(str(error), 2)
    except DepecheError as error:
        return _fail(str(error), 1)
    except BrokenPipeError:
        # The reader is gone (`| head`): keep Python from complaining again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (KeyboardInterrupt, typer.Abort):
        return _fail("interrupted", INTERRUPTED)


def main() -> None:
    """Entry point of the installed command."""
    sys.exit(run())


if __name__ == "__main__":
    main()
