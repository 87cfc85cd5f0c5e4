"""Bytes of every kind that French text comes in."""

from __future__ import annotations

import codecs

import pytest

from depeche.errors import NotText
from depeche.io.decode import decode

TEXT = "À Gao, « 41 soldats » ont été tués, d’après l’armée ; œuvre d’un kamikaze.\n"


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_text_is_read_in_every_encoding(codec: str) -> None:
    assert decode(TEXT.encode(codec), "a.txt") == TEXT


def test_short_cp1252_is_read() -> None:
    assert decode("Tué à Goma, près d’Alep".encode("cp1252"), "a.txt") == "Tué à Goma, près d’Alep"


def test_line_ends_and_nul_bytes_stay() -> None:
    assert decode("Tués\r\n\0à Gao".encode(), "a.txt") == "Tués\r\n\0à Gao"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0" + bytes(range(256)) * 4,
        b"%PDF-1.7\n1 0 obj",
        b"PK\x03\x04 word/document.xml",
        bytes(1000),
        bytes(range(256)) * 8,
        b"\xff\xfe\x00",
        "<!DOCTYPE html><html><body>Tués à Gao</body></html>".encode(),
    ],
    ids=["png", "pdf", "docx", "nul", "bytes", "cut utf-16", "html"],
)
def test_binary_files_are_refused_by_name(data: bytes) -> None:
    with pytest.raises(NotText, match=r"^a\.txt: "):
        decode(data, "a.txt")


def test_the_mark_is_no_part_of_the_text() -> None:
    assert decode(codecs.BOM_UTF8 + b"Gao", "a.txt") == "Gao"
