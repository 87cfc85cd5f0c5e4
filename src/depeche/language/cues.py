"""Words beside a name that tell its kind: « le village de X », « le général X », « les combattants du X »."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from depeche.resources import data_path, read_csv

#: What may stand between a noun and the name that it governs.
_OF = frozenset({"de", "d'", "du", "des"})
_ARTICLES = frozenset({"la", "l'", "le", "les"})


@cache
def cues() -> dict[tuple[str, str], str]:
    """Return the label by (word, link).

    `before` stands just before the name; `of` governs it through « de »; `place` stands just before a name of
    one word that was read as a person.
    """
    rows = read_csv(data_path("language", "entity_cues.csv"), ("word", "link", "label", "source"))
    return {(row["word"], row["link"]): row["label"] for row in rows}


def _word(token: Token) -> str:
    return token.text.lower().replace("’", "'")


def _governor(doc: Doc, start: int) -> str | None:
    """Return the word before « de », « du », « de la » … that ends just before a token, or None."""
    i = start - 1
    if i > 0 and _word(doc[i]) in _ARTICLES:
        i -= 1
    return _word(doc[i - 1]) if i > 0 and _word(doc[i]) in _OF else None


def cued_label(entity: Span) -> str:
    """Return the label that the words before an entity ask for, else its own."""
    doc, table = entity.doc, cues()
    if entity.start == 0:
        return entity.label_
    before = _word(doc[entity.start - 1])
    if (before, "place") in table and len(entity) == 1 and entity.label_ == "PER":
        return table[before, "place"]
    governor = _governor(doc, entity.start)
    governed = table.get((governor, "of")) if governor is not None else None
    return table.get((before, "before")) or governed or entity.label_


def relabelled(entities: Iterable[Span]) -> list[Span]:
    """Return the entities with the labels that their cues ask for; events and works (MISC) keep theirs."""
    return [
        entity
        if entity.label_ == "MISC"
        else Span(entity.doc, entity.start, entity.end, label=cued_label(entity))
        for entity in entities
    ]


@Language.component("depeche_cues", requires=["doc.ents"], assigns=["doc.ents"])
def depeche_cues(doc: Doc) -> Doc:
    """Correct the label of entities by the words beside them."""
    doc.ents = tuple(relabelled(doc.ents))
    return doc
