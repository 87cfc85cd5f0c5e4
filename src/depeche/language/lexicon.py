"""The French form lexicon: which word classes a form can have, the lemma of its verb reading, known names.

`lexicon.tsv.gz` is compiled by the training code (`models/training/lexicon.py`) from spacy-lookups-data
(MIT), the regular conjugation of -er verbs and the treebanks; `names.tsv.gz` (`models/training/names.py`)
from public gazetteers, named in its first line. They serve as features of the embedding, and for the lemmas
of verbs.
"""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple


class Entry(NamedTuple):
    """What the lexicon knows of one form."""

    classes: str  #: letters among V (verb), N (noun), A (adjective), D (adverb), in this order; "" for none
    lemma: str  #: lemma of the verb reading when there is one, else of the noun or adjective


UNKNOWN = Entry("", "")
FORMS, NAMES = "lexicon.tsv.gz", "names.tsv.gz"


def unpack(form: str, packed: str) -> str:
    """Return the lemma from its packed form « 3er »: cut 3 letters of the end of the form, add « er »."""
    digits = len(packed) - len(packed.lstrip("0123456789"))
    cut = int(packed[:digits])
    return form[: len(form) - cut] + packed[digits:]


def pack(form: str, lemma: str) -> str:
    """Return the lemma as an edit of the end of the form; the inverse of `unpack`."""
    common = 0
    while common < min(len(form), len(lemma)) and form[common] == lemma[common]:
        common += 1
    return f"{len(form) - common}{lemma[common:]}"


@cache
def _lines(file: str) -> bytes:
    """Return a table as lines « key TAB values » sorted by key, between two line ends.

    It is searched as it stands: half a million entries as Python objects would cost 0.3 s and 100 MB a
    process.
    """
    data = gzip.decompress(files("depeche.language").joinpath(file).read_bytes())
    _, _, body = data.partition(b"\n")
    return b"\n" + body.rstrip(b"\n") + b"\n"


def _find(file: str, key: bytes) -> bytes | None:
    """Return what follows a key in a table, by bisection over byte offsets."""
    lines = _lines(file)
    low, high = 0, len(lines) - 1  # both are line ends; the line looked for lies between them
    while low < high:
        start = lines.rfind(b"\n", low, (low + high) // 2 + 1)
        end = lines.index(b"\n", start + 1)
        form, _, rest = lines[start + 1 : end].partition(b"\t")
        if form == key:
            return rest
        low, high = (end, high) if form < key else (low, start)
    return None


@lru_cache(maxsize=1 << 16)
def entry(form: str) -> Entry:
    """Return what is known of a form, whatever its case and apostrophe; `UNKNOWN` when nothing is."""
    norm = form.lower().replace("’", "'")
    packed = _find(FORMS, norm.encode("utf8"))
    if packed is None:
        return UNKNOWN
    classes, edit = packed.decode("utf8").split("\t")
    return Entry(classes, unpack(norm, edit))


def name_classes(word: str) -> str:
    """Return the letters of what a word is known to name: L place, O organisation, P person."""
    found = _find(NAMES, word.lower().replace("’", "'").encode("utf8"))
    return "" if found is None else found.decode("utf8")


def verb_lemma(form: str) -> str | None:
    """Return the infinitive of a verb form, or None when the lexicon has no verb reading of it."""
    found = entry(form)
    return found.lemma if "V" in found.classes else None
