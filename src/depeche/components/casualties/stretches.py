"""Patterns of stretches of time, wars and comparisons, by the words of `data/casualties/scope.toml`."""

from __future__ import annotations

import re
from functools import cache, partial

from depeche.resources import alternation, lexicon

_any = partial(alternation, "casualties", "scope.toml")
# « depuis Gaza » tells where from, not since when.
DEPUIS_PLACE = re.compile(r"\b[Dd]epuis (?=[A-ZÉ][a-zé])")


@cache
def launched() -> re.Pattern[str]:
    """« depuis une voiture », « depuis les toits »: where a shot or a word comes from."""
    return re.compile(
        rf"\b[Dd]epuis {_any('launched', 'determiners')} ?(?:\w+ )?{_any('launched', 'places')}s?\b"
    )


@cache
def onset() -> re.Pattern[str]:
    """« la guerre a éclaté après l'attaque »: how a war began, not what it cost."""
    begun = rf"{_any('onset', 'auxiliaries')} {_any('onset', 'verbs')}"
    return re.compile(rf"(\b{_any('conflict', 'nouns')}\b(?: \w+)?) {begun}\b")


@cache
def standing() -> re.Pattern[str]:
    """« un Français détenu depuis octobre a été exécuté »: since when somebody was in a state."""
    return re.compile(rf"(\b{_any('standing', 'states')}) depuis\b")


def date_words(code: str) -> str:
    rows = lexicon("dates", "lexicon.csv", columns=("form", "code"))
    return "(?:" + "|".join(re.escape(row["form"]) for row in rows if row["code"] == code) + ")"


@cache
def stretch() -> re.Pattern[str]:
    """« depuis 2015 », « entre janvier et mars », « en douze mois »: a stretch of time, not a day."""
    month = rf"(?:le )?[^,.;]{{0,12}}{date_words('MONTH')}"
    return re.compile(
        rf"\bdepuis (?![^,.;]{{0,30}}{date_words('WEEKDAY')}|{_any('stretch', 'recent')})|^depuis,"
        rf"|\b(?:entre {month}[^,.;]{{0,8}} et|(?:du |de |d'){month}[^,.;]{{0,8}} à) {month}"
        rf"|\b{_any('stretch', 'openers')}{_any('stretch', 'softeners')}? ?"
        rf"(?:{_any('stretch', 'numbers')}|\d+) {_any('stretch', 'last')}?{_any('stretch', 'units')}\b"
    )


@cache
def conflict() -> re.Pattern[str]:
    """« le conflit a fait », « la guerre, née en 2014, a fait »: the toll of a war, not of an incident."""
    return re.compile(
        rf"\b{_any('conflict', 'nouns')}\b(?: qui|,[^.;,]*,)?(?:(?!\bqui\b)[^.;]){{0,40}}"
        rf"\b{_any('conflict', 'auxiliaries')} (?:déjà )?{_any('conflict', 'verbs')}\b"
    )


@cache
def ranked() -> re.Pattern[str]:
    """« le plus lourd bilan depuis », « la pire tuerie de ces dernières années »: a comparison.

    Its own count is the incident's.
    """
    field = rf"\b(?:depuis |{_any('ranked', 'fields')}\b)"
    return re.compile(rf"\b(?:plus (?!de\b|d')|{_any('ranked', 'words')})[^.;]{{0,60}}?{field}")


@cache
def placed_in_year() -> re.Pattern[str]:
    """« en août de l'an dernier », « début mars de cette année », « plus tôt dans l'année »: when it was."""
    month = rf"({date_words('MONTH')})"
    return re.compile(
        rf"\b{month},? (?:de )?{_any('placed', 'years')}"
        rf"|\b{_any('placed', 'years')}(?: même)?,? (?=[^.;,]{{0,12}}{month}|l[ea] \d)"
        rf"|\b{_any('placed', 'earlier')}"
    )


@cache
def one_year() -> re.Pattern[str]:
    """« L'an dernier, … », « L'année dernière à la même époque, … » at the head of a sentence."""
    return re.compile(rf"\s*{_any('placed', 'years')}(?: {_any('placed', 'same_time')})?,? ")


@cache
def calendar_day() -> re.Pattern[str]:
    """« le 5 mars », « mardi »: a day told in the text."""
    return re.compile(rf"\b(?:{date_words('WEEKDAY')}|(?:\d{{1,2}}|1er) {date_words('MONTH')})\b")
