"""Word embedding with lexicon features: a rare verb form shares the weights of its lemma and classes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy
from spacy.attrs import NORM, SHAPE, intify_attr  # type: ignore[import-not-found]
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array

from depeche.language.lexicon import entry, name_classes

#: Columns added to spaCy's: word classes, lemma, name classes.
ADDED = 3
_SEED = 7  # as spaCy's MultiHashEmbed: each table hashes with its own seed


@lru_cache(maxsize=1 << 16)
def _hashes(norm: str, shape: str) -> tuple[int, int, int]:
    """Return the hashes of word classes, lemma and, for capitalised words alone, name classes."""
    found = entry(norm)
    names = name_classes(norm) if shape[:1] == "X" else ""
    return hash_string(f"class:{found.classes}"), hash_string(f"lemma:{found.lemma or norm}"), _named(names)


def _named(classes: str) -> int:
    return int(hash_string(f"name:{classes}"))


def _features(doc: Doc, columns: list[Any]) -> Any:
    attrs, strings = doc.to_array(columns), doc.vocab.strings
    norms, shapes = attrs[:, columns.index(NORM)].tolist(), attrs[:, columns.index(SHAPE)].tolist()
    table = numpy.zeros((len(doc), len(columns) + ADDED), dtype="uint64")
    table[:, : len(columns)] = attrs
    if len(doc):
        lexical = [_hashes(strings[norm], strings[shape]) for norm, shape in zip(norms, shapes, strict=True)]
        table[:, len(columns) :] = lexical
    return table


def LexiconFeatures(columns: list[int], forget: float) -> Model[Any, Any]:  # noqa: N802 (thinc's convention)
    """Return a layer from docs to uint64 arrays: tokens × attributes, then word classes, lemma, name classes.

    In training a share `forget` of the names is not recognised, so that context is learnt too.
    """
    random = numpy.random.RandomState(0)

    def forward(
        model: Model[Any, Any], docs: list[Doc], is_train: bool
    ) -> tuple[list[Any], Callable[[Any], Any]]:
        tables = [_features(doc, columns) for doc in docs]
        if is_train:
            for table in tables:
                table[random.uniform(size=len(table)) < forget, -1] = _named("")
        return [model.ops.asarray2i(table, dtype="uint64") for table in tables], lambda gradients: []

    return Model("lexicon_features", forward, attrs={"columns": columns})


@registry.architectures("depeche.LexiconEmbed.v1")  # type: ignore[untyped-decorator]
def lexicon_embed(width: int, attrs: list[str], rows: list[int], forget: float) -> Model[Any, Any]:
    """Return spaCy's MultiHashEmbed with three more columns: word classes, lemma and name classes.

    `rows` has three more numbers than `attrs`. Raises ValueError when they do not match, or NORM or SHAPE
    is missing.
    """
    columns = [intify_attr(attr) for attr in attrs]
    if len(rows) != len(columns) + ADDED or not {NORM, SHAPE} <= set(columns):
        raise ValueError(f"LexiconEmbed: {attrs} must hold NORM and SHAPE and take {len(attrs) + ADDED} rows")
    tables: list[Model[Any, Any]] = [
        HashEmbed(width, count, column=i, seed=_SEED + 1 + i, dropout=0.0) for i, count in enumerate(rows)
    ]
    return chain(
        LexiconFeatures(columns, forget),
        list2ragged(),
        with_array(concatenate(*tables)),
        with_array(Maxout(width, width * len(tables), nP=3, dropout=0.0, normalize=True)),
        ragged2list(),
    )
