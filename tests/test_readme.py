"""Every snippet of the README runs, and every output shown there is what the program prints.

`python tests/test_readme.py` writes the outputs anew.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"```(console|python|text|bash)\n(.*?)```\n", re.DOTALL)


def run_console(line: str) -> str:
    """What a line that starts with `$ ` prints on standard output."""
    scripts = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "PYTHONUTF8": "1"}
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    return "\n".join(row.rstrip() for row in done.stdout.decode().splitlines()) + "\n"


def run_python(code: str, names: dict[str, object]) -> str:
    """What a Python snippet prints; snippets share their names, in the order of the README."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(code, str(README), "exec"), names)
    return out.getvalue()


def with_outputs(text: str) -> str:
    """The README with every output as the program prints it now."""
    names: dict[str, object] = {}

    def fresh(match: re.Match[str]) -> str:
        kind, body = match.groups()
        if kind == "console":
            command = body.splitlines()[0]
            return f"```console\n{command}\n{run_console(command.removeprefix('$ '))}```\n"
        if kind == "python":
            printed = run_python(body, names)
            return match[0] + (f"\n```text\n{printed}```\n" if printed else "")
        return "" if kind == "text" else match[0]

    return re.sub(
        r"```\n\n(?=\n)",
        "```\n",
        _BLOCK.sub(fresh, re.sub(r"\n```text\n.*?```\n", "", text, flags=re.DOTALL)),
    )


def test_every_output_in_the_readme_is_the_programs_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    text = README.read_text(encoding="utf-8")
    assert with_outputs(text) == text, "the README is out of date: python tests/test_readme.py"


def test_the_two_commands_set_up_and_run() -> None:
    commands = [
        body.strip() for kind, body in _BLOCK.findall(README.read_text(encoding="utf-8")) if kind == "bash"
    ]
    assert len(commands) == 2
    set_up: Callable[[str], str] = lambda extra: (  # noqa: E731
        f"python3 -m venv .venv && .venv/bin/pip install -q -c constraints.txt -e {extra} && "
    )
    assert commands[0] == set_up(".") + ".venv/bin/depeche extract corpus/articles"
    assert commands[1] == set_up("'.[dev]'") + ".venv/bin/python -m pytest"


def test_every_file_and_folder_it_names_is_there() -> None:
    named = re.findall(
        r"`((?:corpus|models|benchmarks|src)/[\w./-]+|NOTICE)`", README.read_text(encoding="utf-8")
    )
    assert [name for name in named if not (ROOT / name).exists()] == []


if __name__ == "__main__":
    README.write_text(with_outputs(README.read_text(encoding="utf-8")), encoding="utf-8")
