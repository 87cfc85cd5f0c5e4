"""Where articles come from: files, folders and standard input, in the order given."""

from __future__ import annotations

import io
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from depeche.article import Article
from depeche.errors import ArticleError, ConfigurationError, DepecheError, TooLong
from depeche.io.files import TEXT_SUFFIXES, article_of, read_text_file
from depeche.io.jsonl import OnError, read_jsonl
from depeche.limits import MAX_FILE_BYTES

STDIN = "-"
JSONL_SUFFIXES = frozenset({".jsonl", ".ndjson"})
_SUFFIXES = TEXT_SUFFIXES | JSONL_SUFFIXES
_NO_ARTICLE = frozenset({"readme", "license", "licence", "changelog"})


def _walk(folder: Path, exclude: Path | None) -> Iterator[Path]:
    """The article files under a folder, in the order of their names; hidden ones and READMEs are left out."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if (
                name.startswith(".")
                or path.suffix.lower() not in _SUFFIXES
                or path.stem.lower() in _NO_ARTICLE
            ):
                continue
            if exclude is None or path.resolve() != exclude:
                yield path


def check_paths(paths: Iterable[str], exclude: Path | None = None) -> None:
    """Check that every path leads to articles, before anything is read.

    Raises:
        ConfigurationError: a path does not exist, is a folder without article, or no regular file.
    """
    for name in paths:
        if name == STDIN:
            continue
        path = Path(name)
        if path.is_dir():
            if next(_walk(path, exclude), None) is None:
                raise ConfigurationError(
                    f"{name}: no article in this folder ({', '.join(sorted(_SUFFIXES))})"
                )
        elif not path.exists():
            raise ConfigurationError(f"{name}: no such file or folder")


def _read_stream(stream: BinaryIO, on_error: OnError) -> Iterator[Article]:
    """Standard input: JSON Lines when its first line is a JSON object, else one article."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    head = buffered.peek(4096).lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")
    if head.startswith(b"{") and head[1:].lstrip(b" \t\r\n\0").startswith((b'"', b"}")):
        yield from read_jsonl(buffered, "standard input", "stdin", on_error)
        return
    try:
        data = buffered.read(MAX_FILE_BYTES + 1)
        if len(data) > MAX_FILE_BYTES:
            raise TooLong(f"standard input: more than {MAX_FILE_BYTES:,} bytes for one article")
        yield article_of(data, "standard input", id="stdin", source=None)
    except DepecheError as error:
        on_error(error)


def _read_file(path: Path, id: str, on_error: OnError) -> Iterator[Article]:
    try:
        if path.suffix.lower() in JSONL_SUFFIXES:
            with path.open("rb") as stream:
                yield from read_jsonl(stream, str(path), path.stem, on_error)
        else:
            yield read_text_file(path, id)
    except OSError as error:
        on_error(ArticleError(f"{path}: cannot be read ({error.strerror})"))
    except DepecheError as error:
        on_error(error)


def _files(name: str, exclude: Path | None) -> Iterator[tuple[Path, str]]:
    """The files behind one path, each with an id for its article: its path in the folder, without suffix."""
    path = Path(name)
    if path.is_dir():
        yield from (
            (file, file.relative_to(path).with_suffix("").as_posix()) for file in _walk(path, exclude)
        )
    else:
        yield path, path.stem


def read_articles(
    paths: Iterable[str | Path], *, on_error: OnError | None = None, exclude: Path | None = None
) -> Iterator[Article]:
    """The articles of files, folders (recursive) and `-` (standard input), one at a time.

    Args:
        paths: `.txt` and `.md` files hold one article, `.jsonl` files one a row (`id`, `text`, and optionally
            `published`, `title`, `url`, `source`); other files are read as text.
        on_error: called with the ArticleError or RowError of what cannot be read, and the reading goes on;
            without it the error is raised.
        exclude: a file left out of folders, such as the output.

    Raises:
        ConfigurationError: a path does not exist, or is a folder without article.
        ArticleError, RowError: as told, without `on_error`.
    """
    names = [str(path) for path in paths]
    resolved = exclude.resolve() if exclude is not None else None
    check_paths(names, resolved)
    ids: Counter[str] = Counter()
    return chain.from_iterable(_read_path(name, on_error or _raise, resolved, ids) for name in names)


def _raise(error: DepecheError) -> None:
    raise error


def _read_path(name: str, on_error: OnError, exclude: Path | None, ids: Counter[str]) -> Iterator[Article]:
    if name == STDIN:
        yield from _read_stream(sys.stdin.buffer, on_error)
        return
    for path, id in _files(name, exclude):
        ids[id] += 1
        yield from _read_file(path, id if ids[id] == 1 else f"{id}~{ids[id]}", on_error)
