"""JSON Lines: one article a row, read row by row."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from typing import BinaryIO

from depeche.article import Article
from depeche.errors import DepecheError, EmptyArticle, NotText, RowError
from depeche.io.decode import decode, sniff_wide
from depeche.io.metadata import article_from
from depeche.limits import MAX_ROW_BYTES

OnError = Callable[[DepecheError], None]


def _article(line: str, where: str, id: str) -> Article:
    """The article of one row.

    Raises:
        RowError: the row is no JSON object with a text.
        EmptyArticle: its text is empty.
    """
    try:
        row = json.loads(line, strict=False)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "too deep or too large"
        raise RowError(f"{where}: not JSON ({reason})") from error
    if not isinstance(row, dict):
        raise RowError(
            f"{where}: not an object with the fields « id » and « text »; write one article a line"
        )
    if row.get("id") in (None, ""):
        row["id"] = id
    try:
        article = article_from(row)
    except ValueError as error:
        raise RowError(f"{where}: {error}") from error
    if not article.text.strip():
        raise EmptyArticle(f"{where}: empty")
    return article


def _rows(stream: BinaryIO) -> Iterator[bytes | None]:
    """The rows of a stream as UTF-8 or code page bytes; None for a row over the limit."""
    head = stream.peek(4096) if isinstance(stream, io.BufferedReader) else b""
    wide = sniff_wide(head)
    if wide is not None:
        text = io.TextIOWrapper(stream, encoding=wide, errors="replace")
        yield from (line.encode("utf-8", "replace") for line in text)
        return
    while line := stream.readline(MAX_ROW_BYTES):
        if len(line) == MAX_ROW_BYTES and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_ROW_BYTES)
            yield None
        else:
            yield line


def read_jsonl(stream: BinaryIO, name: str, stem: str, on_error: OnError) -> Iterator[Article]:
    """The articles of a stream of JSON Lines; a row without `id` is named after the file and its number.

    Args:
        stream: opened for bytes, buffered.
        name: the file as the user named it, for messages.
        stem: the start of the ids made here.
        on_error: called with each row that cannot be read; the reading goes on.
    """
    for number, data in enumerate(_rows(stream), start=1):
        where = f"{name}:{number}"
        try:
            if data is None:
                raise RowError(f"{where}: longer than {MAX_ROW_BYTES:,} bytes")
            if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
                continue
            try:
                line = decode(data, where)
            except NotText as error:
                raise RowError(str(error)) from error
            yield _article(line, where, f"{stem}-{number}")
        except DepecheError as error:
            on_error(error)
