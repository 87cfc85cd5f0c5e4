"""Bytes to text: UTF-8, UTF-16 and UTF-32, with or without a byte order mark, and code pages."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from depeche.errors import NotText

# Longest marks first: the mark of UTF-32 starts with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# charset-normalizer mistakes short cp1252 for other code pages when it may choose among all of them.
_CODE_PAGES = ["cp1252", "iso8859_15", "mac_roman", "cp850"]
_MAGIC = {
    b"%PDF-": "a PDF file: save its text first",
    b"PK\x03\x04": "a Word, OpenDocument or zip file: save its text first",
    b"\xd0\xcf\x11\xe0": "an old Word file: save its text first",
    b"{\\rtf": "an RTF file: save its text first",
    b"\x1f\x8b": "a compressed file: decompress it first",
}
_CONTROL = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", re.IGNORECASE)
_MOST_CONTROL = 0.02  # more control characters than that are no text
_MOST_NUL = 0.25


def sniff_wide(data: bytes) -> str | None:
    """The UTF-16 or UTF-32 codec of data by its byte order mark, or by where its NUL bytes fall."""
    for mark, codec in _MARKS[1:]:
        if data.startswith(mark):
            return codec
    head = data[:4096]
    if len(head) < 4:
        return None
    half = len(head) // 2
    even, odd = head[::2].count(0), head[1::2].count(0)
    # French has few characters above U+00FF: one byte of nearly every pair is NUL.
    if odd > 0.8 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.8 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _decode_as(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise NotText(f"{name}: not readable as text ({codec}, byte {error.start})") from error


def _code_page(data: bytes, name: str) -> str:
    best = from_bytes(data, cp_isolation=_CODE_PAGES).best()
    if best is None:
        raise NotText(
            f"{name}: a binary file, or text in an encoding that is not recognised; save it as UTF-8"
        )
    return str(best)


def _check_is_text(text: str, name: str) -> None:
    sample = text[:200_000]
    if sample.count("\0") > _MOST_NUL * len(sample) or len(_CONTROL.findall(sample)) > _MOST_CONTROL * len(
        sample
    ):
        raise NotText(f"{name}: a binary file, not text")
    if _HTML.match(sample):
        raise NotText(f"{name}: an HTML page: save its text first")


def decode(data: bytes, name: str) -> str:
    """The text of a file, without its byte order mark; line ends and NUL characters are kept as they are.

    Args:
        data: the whole file.
        name: the file's name, for the message.

    Raises:
        NotText: the data are binary, an HTML page, or in no encoding that French is written in.

    >>> decode("« 41 soldats tués »".encode("cp1252"), "a.txt")
    '« 41 soldats tués »'
    """
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise NotText(f"{name}: {what}")
    codec = sniff_wide(data)
    if codec is not None:
        text = _decode_as(data, codec, name)
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = _code_page(data, name)
    _check_is_text(text, name)
    return text
