"""Text and Markdown files: one file, one article."""

from __future__ import annotations

import re
from pathlib import Path

from depeche.article import Article
from depeche.errors import ArticleError, EmptyArticle, TooLong
from depeche.io.decode import decode
from depeche.io.metadata import article_from
from depeche.limits import MAX_FILE_BYTES

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
_MARKDOWN = frozenset({".md", ".markdown"})
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n((?:[\w-]+[ \t]*:.*(?:\r?\n))+)---[ \t]*(?:\r?\n|$)")
_FIELDS = {
    "title": "title",
    "titre": "title",
    "date": "published",
    "published": "published",
    "publié": "published",
    "url": "url",
}


def front_matter(text: str) -> dict[str, str]:
    """Title, publication date and address told by the YAML header of a Markdown file; empty without one.

    >>> front_matter("---\\ntitle: Bilan\\ndate: 2025-05-23\\nlayout: post\\n---\\n41 morts.")
    {'title': 'Bilan', 'published': '2025-05-23'}
    """
    match = _FRONT_MATTER.match(text)
    rows = (line.partition(":") for line in (match[1].splitlines() if match else ()))
    return {
        _FIELDS[key.strip().lower()]: value.strip().strip("\"'")
        for key, _, value in rows
        if key.strip().lower() in _FIELDS and value.strip()
    }


def article_of(data: bytes, name: str, *, id: str, source: str | None, markdown: bool = False) -> Article:
    """The article that a file's bytes hold.

    Raises:
        EmptyArticle, NotText: there is nothing to read.
        ArticleError: the Markdown header tells a date that is none.
    """
    text = decode(data, name)
    if not text.strip("\0 \t\r\n\f\v\u00a0\ufeff"):
        raise EmptyArticle(f"{name}: empty")
    fields = front_matter(text) if markdown else {}
    try:
        return article_from({"id": id, "text": text, "source": source, **fields})
    except ValueError as error:
        raise ArticleError(f"{name}: {error}") from error


def read_text_file(path: Path, id: str) -> Article:
    """Read one text or Markdown file.

    Raises:
        EmptyArticle, NotText, TooLong: the file holds no article.
        ArticleError: the file cannot be opened.
    """
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise TooLong(f"{path}: {size:,} bytes; an article may have {MAX_FILE_BYTES:,}")
        data = path.read_bytes()
    except OSError as error:
        raise ArticleError(f"{path}: cannot be read ({error.strerror})") from error
    return article_of(
        data, str(path), id=id, source=path.as_posix(), markdown=path.suffix.lower() in _MARKDOWN
    )
