"""Where articles come from, and in which order."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from depeche.errors import ArticleError, ConfigurationError, DepecheError, EmptyArticle, RowError, TooLong
from depeche.io.read import read_articles
from depeche.limits import MAX_FILE_BYTES


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_folders_are_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden/d.txt", ".e.txt", "README.md", "photo.jpg", "a.txt"):
        write(tmp_path / name, "Gao")
    assert [article.id for article in read_articles([tmp_path])] == ["a", "a~2", "b", "sub/c"]


def test_a_named_file_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    article = next(read_articles([write(tmp_path / "depeche.log", "Gao")]))
    assert (article.id, article.text, article.source) == (
        "depeche",
        "Gao",
        (tmp_path / "depeche.log").as_posix(),
    )


def test_the_output_is_not_read_again(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "Gao")
    out = write(tmp_path / "out.jsonl", "{}")
    assert [article.id for article in read_articles([tmp_path], exclude=out)] == ["a"]


def test_markdown_tells_its_title_and_date(tmp_path: Path) -> None:
    article = next(read_articles([write(tmp_path / "a.md", "---\ntitle: Gao\ndate: 2025-05-23\n---\nTués.")]))
    assert (article.title, article.published) == ("Gao", "2025-05-23")


def test_rows_are_articles(tmp_path: Path) -> None:
    rows = [
        {"id": "x", "text": "Gao", "published": "2025-05", "title": "T", "url": "u", "source": "s"},
        {"text": "G"},
    ]
    path = write(tmp_path / "a.jsonl", "\n".join(json.dumps(row) for row in rows) + "\n\n")
    first, second = read_articles([path])
    assert first.model_dump() == {**rows[0]}
    assert second.id == "a-2"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1252"])
def test_rows_come_in_other_encodings_and_line_ends(tmp_path: Path, codec: str) -> None:
    text = '{"id": "a", "text": "Tués à Gao, près d’Alep"}\r\n{"id": "b", "text": "Été"}\r\n'
    path = write(tmp_path / "a.jsonl", text.encode(codec))
    assert [article.text for article in read_articles([path])] == ["Tués à Gao, près d’Alep", "Été"]


def test_broken_rows_are_told_with_their_number(tmp_path: Path) -> None:
    rows = [
        '{"text": "Gao"}',
        '{"text": ',
        "[1]",
        '{"id": "x"}',
        '{"text": 3}',
        '{"text": "G", "published": "hier"}',
        '{"text": " "}',
        "[" * 100_000,
        '{"text": "Mopti"}',
    ]
    path = write(tmp_path / "a.jsonl", "\n".join(rows))
    errors: list[DepecheError] = []
    assert [article.text for article in read_articles([path], on_error=errors.append)] == ["Gao", "Mopti"]
    assert [str(error).startswith(f"{path}:{row}: ") for row, error in enumerate(errors, start=2)] == [
        True
    ] * 7
    assert [type(error) for error in errors] == [RowError] * 5 + [EmptyArticle, RowError]
    assert all("\n" not in str(error) for error in errors)


def test_lone_surrogates_do_no_harm(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "Gao \\ud800"}')
    assert len(next(read_articles([path])).text) == 5


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(MAX_FILE_BYTES + 1)
    with pytest.raises(TooLong, match=r"a\.txt: 4,000,001 bytes"):
        list(read_articles([path]))


def test_a_file_that_goes_away_is_an_error_of_its_own(tmp_path: Path) -> None:
    paths = [write(tmp_path / name, "Gao") for name in ("a.txt", "b.txt")]
    errors: list[DepecheError] = []
    articles = read_articles(paths, on_error=errors.append)
    paths[0].unlink()
    assert [article.id for article in articles] == ["b"]
    assert type(errors[0]) is ArticleError


@pytest.mark.parametrize("name", ["missing.txt", "empty"])
def test_wrong_paths_are_told_before_anything_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ConfigurationError, match=name):
        read_articles([tmp_path / name])


@pytest.mark.parametrize(
    ("data", "ids"),
    [("Tués à Gao.\n", ["stdin"]), ('{"text": "Gao"}\n{"id": "z", "text": "Mopti"}\n', ["stdin-1", "z"])],
)
def test_standard_input_is_text_or_rows(monkeypatch: pytest.MonkeyPatch, data: str, ids: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    assert [article.id for article in read_articles(["-"])] == ids
