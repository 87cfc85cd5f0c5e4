"""Demonyms as authors: « frappe israélienne », « avions russes » are acts of that state's army."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from depeche.resources import lexicon, word_set
from depeche.values.actors import ActorMention

_LED = ("actors", "grammar.toml", "people", "led")
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


def counted_people(doc: Doc, index: int) -> bool:
    """A demonym noun behind a determiner or a number: « une Palestinienne », « deux Français »."""
    token = doc[index]
    if not is_people(token.text) or token.is_sent_start:
        return False
    before = token.nbor(-1)
    if (
        before.i > token.sent.start
        and before.lower_ in word_set(*_LED)
        and before.nbor(-1).text[:1].isupper()
        and not is_people(before.nbor(-1).text)
    ):
        return False  # « la Promenade des Anglais », unlike « entre Peuls et Dogons »
    while before.pos_ == "ADJ" and before.i > token.sent.start and before.text[:1].islower():
        before = before.nbor(-1)
    return before.pos_ in ("DET", "NUM") or before.like_num or before.lower_ in word_set(*_LED)
