"""The four entity labels of depeche, and how those of other spaCy pipelines map to them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from depeche.resources import data_path, read_csv

LABELS = frozenset({"LOC", "ORG", "PER", "MISC"})


@cache
def label_map() -> dict[str, str]:
    """Return our label by label of another scheme; one that is absent is dropped (dates, amounts)."""
    rows = read_csv(data_path("language", "entity_labels.csv"), ("label", "ours", "source"))
    return {row["label"]: row["ours"] for row in rows}


def mapped(entities: Iterable[Span]) -> list[Span]:
    """Return the entities under our labels, without those that have none."""
    table = label_map()
    return [
        Span(entity.doc, entity.start, entity.end, label=table[entity.label_])
        for entity in entities
        if entity.label_ in table
    ]


@Language.component("depeche_entity_labels", requires=["doc.ents"], assigns=["doc.ents"])
def depeche_entity_labels(doc: Doc) -> Doc:
    """Rewrite the entities of another pipeline with LOC, ORG, PER and MISC."""
    doc.ents = tuple(mapped(doc.ents))
    return doc
