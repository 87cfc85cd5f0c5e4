"""The public names, and no others."""

from __future__ import annotations

import subprocess
import sys

import pytest

import depeche


def test_the_public_names() -> None:
    assert depeche.__all__ == [
        "Article",
        "ArticleError",
        "ConfigurationError",
        "DepecheError",
        "EventRecord",
        "__version__",
        "extract",
        "json_schema",
        "load",
        "read_articles",
    ]


@pytest.mark.parametrize("name", depeche.__all__)
def test_every_public_name_is_there_and_listed(name: str) -> None:
    assert getattr(depeche, name) is not None
    assert name in dir(depeche)


@pytest.mark.parametrize("name", [name for name in depeche.__all__ if name[0] != "_"])
def test_every_public_name_is_documented(name: str) -> None:
    assert (getattr(depeche, name).__doc__ or "").strip()


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        depeche.nothing  # noqa: B018


def test_the_import_alone_loads_no_pipeline() -> None:
    code = "import sys, depeche; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
