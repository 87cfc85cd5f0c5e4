"""Demonyms as authors: « frappe israélienne », « avions russes » are acts of that state's army."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from depeche.resources import lexicon, word_set
from depeche.values.actors import ActorMention

_LED = ("actors", "grammar.toml", "people", "led")
_NAME_LED = ("actors", "grammar.toml", "people", "name_led")
_JOINING = ("actors", "grammar.toml", "people", "joining")
COLUMNS = ("country", "masculine", "feminine", "masculine_plural", "feminine_plural", "army", "source")


def _forms(row: dict[str, str]) -> Iterator[str]:
    """The forms of a demonym, its several plurals among them: « les Dinka », « les Dinkas »."""
    for column in COLUMNS[1:5]:
        yield from row[column].split("|")


@cache
def _armies() -> dict[str, tuple[str, str]]:
    """Country and army by each form of the demonym."""
    found: dict[str, tuple[str, str]] = {}
    for row in lexicon("actors", "demonyms.csv", columns=COLUMNS):
        if row["army"]:
            for form in _forms(row):
                found.setdefault(form, (row["country"], row["army"]))
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
        form for row in lexicon("actors", "demonyms.csv", columns=COLUMNS) for form in _forms(row)
    )


@cache
def _names() -> frozenset[str]:
    """Those that tell neither gender nor number, as names of towns and persons do: « bari », « sara »."""
    rows = lexicon("actors", "demonyms.csv", columns=COLUMNS)
    return frozenset(
        row["masculine"] for row in rows if row["masculine"] == row["feminine"] and not row["army"]
    )


def is_people(text: str) -> bool:
    """A demonym used as a noun: « un Palestinien », « des Tchadiens », « une Franco-Marocaine ».

    >>> is_people("Palestinien"), is_people("palestinien"), is_people("Lundi"), is_people("Belgo-Turque")
    (True, False, False, True)
    """
    first, joined, last = text.lower().rpartition("-")
    composed = bool(joined) and first.endswith("o") and last in demonym_forms()
    return text[:1].isupper() and (composed or text.lower() in demonym_forms())


def counted_people(doc: Doc, index: int) -> bool:
    """A demonym noun behind a determiner or a number: « une Palestinienne », « deux Français »."""
    token = doc[index]
    if not is_people(token.text) or token.is_sent_start:
        return False
    before = token.nbor(-1)
    if token.lower_ in _names() and _of_a_name(doc, index):
        return False
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


def _of_a_name(doc: Doc, index: int) -> bool:
    """« l'équipe de Bari », « à Lecce et Bari »: a town or a person; not « entre Dinka et Nuer »."""
    before = doc[index - 1]
    if before.lower_ in word_set(*_NAME_LED):
        return True
    if before.lower_ in word_set(*_JOINING):
        return index < 2 or not is_people(doc[index - 2].text)
    other = doc[index + 2 : index + 3].text if doc[index + 1 : index + 2].text in word_set(*_JOINING) else ""
    return before.lower_ in word_set(*_LED) and other[:1].isupper() and not is_people(other)
