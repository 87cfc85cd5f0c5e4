"""Demonyms as authors: « frappe israélienne », « avions russes » are acts of that state's army."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from depeche.resources import lexicon
from depeche.values.actors import ActorMention

COLUMNS = ("country", "masculine", "feminine", "masculine_plural", "feminine_plural", "army", "source")


@cache
def _armies() -> dict[str, tuple[str, str]]:
    """Country and army by each form of the demonym."""
    found: dict[str, tuple[str, str]] = {}
    for row in lexicon("actors", "demonyms.csv", columns=COLUMNS):
        if row["army"]:
            for form in COLUMNS[1:5]:
                found.setdefault(row[form], (row["country"], row["army"]))
    return found


def army_of(doc: Doc, start: int, end: int) -> tuple[int, ActorMention] | None:
    """The army that a demonym among tokens [start, end) stands for: (token index, mention), or None."""
    for index in range(start, min(end, len(doc))):
        entry = _armies().get(doc[index].lower_)
        if entry is not None and doc[index].text[:1].islower():
            country, army = entry
            return index, ActorMention(
                name=army,
                key=army,
                actor_type="state_forces",
                group="military",
                bias="any",
                named=True,
                head=index,
                country=country,
                rule="actor.demonym",
            )
    return None


@cache
def demonym_forms() -> frozenset[str]:
    """Every lower-case form of every demonym."""
    return frozenset(
        row[form] for row in lexicon("actors", "demonyms.csv", columns=COLUMNS) for form in COLUMNS[1:5]
    )


def is_people(text: str) -> bool:
    """A demonym used as a noun: « un Palestinien », « des Tchadiens ».

    >>> is_people("Palestinien"), is_people("palestinien"), is_people("Lundi")
    (True, False, False)
    """
    return text[:1].isupper() and text.lower() in demonym_forms()
