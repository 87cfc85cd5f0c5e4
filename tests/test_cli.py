"""The command as a whole: version, help, schema, explain, and what a real process does."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import depeche
from samples import FLASH, Command

DEPECHE = [sys.executable, "-m", "depeche"]
COMMANDS = ["extract", "explain", "evaluate", "schema", "gazetteer"]


def test_the_version_is_told(command: Command) -> None:
    assert command("--version").out == f"depeche {depeche.__version__}\n"


def test_help_names_every_command(command: Command) -> None:
    text = command("--help").out
    assert all(name in text for name in COMMANDS)


@pytest.mark.parametrize("name", ["extract", "explain", "schema"])
def test_help_of_a_command_shows_an_example(command: Command, name: str) -> None:
    assert f"depeche {name}" in command(name, "--help").out.split("Example", 1)[1]


@pytest.mark.parametrize("arguments", [[], ["extract"], ["nothing"], ["--nothing"]])
def test_a_wrong_call_is_exit_2(command: Command, arguments: list[str]) -> None:
    result = command(*arguments)
    assert result.code == 2
    assert len(result.err) <= 1


def test_the_schema_is_that_of_the_record(command: Command) -> None:
    assert json.loads(command("schema").out) == depeche.json_schema()


def test_explain_shows_mentions_and_the_rule_behind_each_field(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FLASH, encoding="utf-8")
    result = command("explain", tmp_path / "a.txt")
    assert result.code == 0
    rows = {line.split("│")[1].strip(): line for line in result.out.splitlines() if line.count("│") == 5}
    assert "2025-05-23 (day)" in rows["date"]
    assert "Le 23 mai 2025" in rows["date"]
    assert rows["places[0]"].split("│")[4].strip()
    assert "published unknown; 1 event" in result.out


def test_explain_says_why_it_cannot(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    assert command("explain", tmp_path / "a.txt").err == [f"depeche: warning: {tmp_path / 'a.txt'}: empty"]
    assert command("explain", tmp_path / "b.txt").code == 2


def run(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*DEPECHE, *arguments], check=False, capture_output=True, timeout=60, **options)  # type: ignore[call-overload, no-any-return]


def test_standard_input_is_read() -> None:
    done = run("extract", "-", input=FLASH.encode())
    assert json.loads(done.stdout)["document"] == {
        "id": "stdin",
        "title": None,
        "source": None,
        "url": None,
        "published": None,
    }


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_standard_output_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FLASH, encoding="utf-8")
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*DEPECHE, "extract", tmp_path], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert done.returncode == 1
    assert done.stderr.decode() == "depeche: standard output: cannot be written (No space left on device)\n"


def test_a_reader_that_leaves_ends_the_run_quietly(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text((json.dumps({"text": FLASH}) + "\n") * 200, encoding="utf-8")
    with subprocess.Popen(
        [*DEPECHE, "extract", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(timeout=60) == 1
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()


def _hear_interrupts() -> None:
    """A shell's background job hands down a deaf ear; a command at a terminal has none."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_stops_at_once_and_keeps_what_was_finished(tmp_path: Path, workers: str) -> None:
    path, out = tmp_path / "a.jsonl", tmp_path / "out.jsonl"
    row = json.dumps({"text": FLASH * 40})
    path.write_text((row + "\n") * 2_000, encoding="utf-8")
    arguments = [*DEPECHE, "extract", path, "-o", out, "--workers", workers]
    begun = time.monotonic()
    with subprocess.Popen(
        arguments, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=_hear_interrupts
    ) as process:
        deadline = begun + 60
        while (not out.exists() or out.stat().st_size == 0) and time.monotonic() < deadline:
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process of the group
        started = time.monotonic()
        code = process.wait(timeout=30)
        took = time.monotonic() - started
        assert process.stderr is not None
        errors = process.stderr.read().decode().splitlines()
    assert code == 130
    assert took < started - begun  # far less than loading took on the same machine
    assert len(errors) == 1
    assert errors[0].endswith("(interrupted; what was finished is kept)")
    assert all(json.loads(line) for line in out.read_text(encoding="utf-8").splitlines())
