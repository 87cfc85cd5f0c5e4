"""Tests on the words themselves, for rules whose codes do not settle whether there is a date."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from depeche.components.dates.scan import Unit

EDITION_WORDS = 5  # units between « Coupe » and the year: « Coupe du monde de football 2018 »
LINE_REACH = 40  # characters on each side of words that fill a line
FIRST_PLAIN_YEAR = 1900
NOUN_CODES = ("OTHER", "EVENT", "ATTACKS", "EDITION", "STREET")  # of a word that a number may count
SHORT_YEARS = range(60, 100)


class Site(NamedTuple):
    """Where a rule matched: the text, its units, and the match in units, end exclusive."""

    text: str
    units: Sequence[Unit]
    start: int
    end: int
    months_told: bool  # a day and month were told before


def _words(site: Site) -> Sequence[Unit]:
    return site.units[site.start : site.end]


def after_month(site: Site) -> bool:
    """« le 5 » is a date once a month was told."""
    return site.months_told


def month_word(site: Site) -> bool:
    """A bare month with a capital inside a sentence is a name (Mars, Avril), unless all is in capitals."""
    for unit in _words(site):
        if unit.code != "MONTH":
            continue
        word = site.text[unit.start : unit.end]
        if word[0].isupper() and not word.isupper() and word.lower() in ("mars", "mai", "avril"):
            return False
    return True


def year(site: Site) -> bool:
    """A number of four digits is no year where it counts the noun that follows, or is part of a longer
    number."""
    last = max(i for i in range(site.start, site.end) if site.units[i].code == "YEAR")
    number = int(site.units[last].value)
    end = site.units[last].end
    if site.text[end : end + 1] in ("/", "%", "°", "€") or site.text[end : end + 2] in (" €", " %", " $"):
        return False
    joined = site.text[end : end + 1] == "-" and site.text[end + 1 : end + 2].isdigit()
    if joined and len(site.units) > last + 2 and site.units[last + 2].code not in ("YEAR", "INT31", "INT99"):
        return False
    if last + 1 >= len(site.units):
        return True
    following = site.units[last + 1]
    if following.code in ("HOUR", "MINUTE", "DAYUNIT", "WEEK", "MOIS", "AN", "PERCENT", "DEGREE"):
        return False
    if following.code not in NOUN_CODES:
        return True
    word = site.text[following.start : following.end]
    if not word[0].islower():
        return True
    round_number = number % 100 == 0 or number < FIRST_PLAIN_YEAR
    return not (round_number or word.endswith(("s", "x")) or len(word) <= 2)


def edition(site: Site) -> bool:
    """A bare year belongs to an edition, a budget, a ballot named just before it."""
    before = site.units[max(0, site.start - EDITION_WORDS) : site.start]
    closed = max((i for i, unit in enumerate(before) if unit.code in ("DOT", "STOP", "COMMA")), default=-1)
    return any(unit.code == "EDITION" for unit in before[closed + 1 :])


def short_year(site: Site) -> bool:
    """« en 97 » is a year, « en 45 » is not told apart from a count."""
    return any(unit.code == "INT99" and int(unit.value) in SHORT_YEARS for unit in _words(site))


def own_line(site: Site) -> bool:
    """The words fill a line, but for a colon."""
    start, end = site.units[site.start].start, site.units[site.end - 1].end
    before = site.text[max(0, start - LINE_REACH) : start].rpartition("\n")
    after = site.text[end : end + LINE_REACH].partition("\n")
    begins = bool(before[1]) or start < LINE_REACH
    return begins and not before[2].strip() and after[0].strip() in ("", ":")


_ENTRY = re.compile(r"[\s•*–—-]*(?:[^\n:.;,(]{1,40}[,(]\s?)?")


def heading(site: Site) -> bool:
    """The year fills a line or opens an entry of a list: « - Roumanie, 2015 : un incendie … »."""
    end = site.units[site.end - 1].end
    before = site.text[max(0, site.units[site.start].start - LINE_REACH) : site.units[site.start].start]
    entry = _ENTRY.fullmatch(before.rpartition("\n")[2]) is not None
    return own_line(site) or (entry and site.text[end : end + 4].lstrip(" )\u00a0\u202f")[:1] == ":")


def plural_recent(site: Site) -> bool:
    """« ces derniers jours », not « le dernier jour »."""
    words = _words(site)
    return words[0].code != "LE" and site.text[words[0].start : words[0].end].lower() != "au"


def feast(site: Site) -> bool:
    """« à Noël », « la Saint-Jean »; not « Noël Mamère », « Saint-Jean-de-Luz », « le lycée Saint-Jean »."""
    start, end = site.units[site.start].start, site.units[site.end - 1].end
    words = site.text[start:end].lower()
    if site.text[end : end + 1] == "-":
        return False
    if words.startswith("saint") and not words.endswith("sylvestre"):
        return site.text[max(0, start - 3) : start].lower() == "la "
    following = site.units[site.end : site.end + 1]
    return not (following and following[0].code == "OTHER" and site.text[following[0].start].isupper())


GUARDS: dict[str, Callable[[Site], bool]] = {
    guard.__name__: guard
    for guard in (
        after_month,
        month_word,
        year,
        edition,
        short_year,
        heading,
        plural_recent,
        feast,
    )
}
