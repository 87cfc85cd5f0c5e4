"""What the tests share: the pipeline, loaded once, and the command run in this process."""

from __future__ import annotations

import os

import pytest
from spacy.language import Language

import depeche
from samples import Command, Result


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline; its documents carry events."""
    return depeche.load()


@pytest.fixture
def command(
    nlp: Language, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Command:
    """`depeche ARGUMENTS` in this process, with the pipeline of the session when it needs the default one."""
    from depeche import cli, pipeline

    real = pipeline.load

    def load(model: object = None, *, registry: object = None, provenance: bool = False) -> Language:
        if model is None and registry is None and not provenance:
            return nlp
        return real(model, registry=registry, provenance=provenance)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "load", load)
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments: str | os.PathLike[str]) -> Result:
        capfdbinary.readouterr()
        code = cli.run([os.fspath(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Result(code, out.decode(), err.decode().splitlines())

    return run
