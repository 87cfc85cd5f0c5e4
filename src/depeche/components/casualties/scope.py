"""What a count is a count of: the incident, a subset of its victims, a total over time, a toll since replaced."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc, Span

from depeche.components.casualties.counted import Counted
from depeche.components.lemma_patterns import fold_word
from depeche.resources import rules
from depeche.values.casualties import Scope

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
# « depuis 2015 », « entre janvier et mars », « en douze mois »: a stretch of time, not a day (guidelines: cumulative totals).
_SINCE_YEAR = re.compile(
    r"\bdepuis (?!lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|ce matin)|^depuis,"
    rf"|\bentre (?:le )?[^,.;]{{0,12}}(?:{_MONTHS})[^,.;]{{0,8}} et (?:le )?[^,.;]{{0,12}}(?:{_MONTHS})"
    r"|\b(?:en|au cours (?:de |d'|des )(?:ces |ses )?)(?:un peu )?(?:moins d'|plus d'|moins de |plus de )? ?"
    r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|\d+) (?:dernières? |derniers? )?"
    r"(?:semaines?|mois|ans?|années?)\b"
)

# « le conflit a fait », « décennies de guerre ayant fait »: the toll of a war, not of an incident.
_CONFLICT = re.compile(
    r"\b(?:conflit|guerre|insurrection|rébellion|crise|décennies?)\b[^.;]{0,40}\b(?:a|ont|ayant|avait) (?:déjà )?(?:fait|tué|causé|coûté|provoqué)\b"
)


@cache
def _phrases(table: str, key: str) -> re.Pattern[str]:
    words = sorted(rules("casualties", "scope.toml")[table][key], key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")


def _folded_text(tokens: Span | Doc) -> str:
    return tokens.text.lower().replace("’", "'")


def clause_start(doc: Doc, index: int) -> int:
    """First token of the clause that holds `index`: after the last stop, semicolon or comma before it."""
    start = doc[index].sent.start
    for position in range(index - 1, start - 1, -1):
        if doc[position].text in ";:,(":
            return position + 1
    return start


def is_subset(doc: Doc, phrase: Counted) -> bool:
    """« dont un soldat », « parmi lesquels trois enfants »: part of a total told before."""
    start = max(doc[phrase.head].sent.start, phrase.start - 12)
    for position in range(phrase.start - 1, start - 1, -1):
        if doc[position].text in ";:.)":
            return False
        word = fold_word(doc[position].text)
        if word == "dont" or (
            word in ("lesquels", "lesquelles") and fold_word(doc[position - 1].text) == "parmi"
        ):
            if phrase.kind is not None and any(t.text in (",", "et") for t in doc[position : phrase.start]):
                return False  # « 29 morts, dont 27 policiers, et 166 blessés »
            return not _verb_between(doc, position, phrase.start)
    before = _folded_text(doc[max(start, phrase.start - 6) : phrase.start])
    return (
        bool(re.search(_phrases("subset", "before").pattern + r"[^,;]{0,12}$", before)) if before else False
    )


def _verb_between(doc: Doc, start: int, end: int) -> bool:
    return any(token.pos_ in ("VERB", "AUX") for token in doc[start:end])


# « le plus lourd bilan depuis », « la première attaque depuis »: a comparison, whose own count is the incident's.
_RANKED = re.compile(r"\b(?:plus|premi[eè]re?|lourd|meurtri|sanglant|jamais|record|pire)[^.;]{0,60}\bdepuis ")


def is_cumulative(sent: Span) -> bool:
    """« depuis 2015, … ont fait plus de 2 000 morts »: a total over time, not an incident's toll."""
    text = _RANKED.sub(" ", _folded_text(sent))
    return bool(
        _SINCE_YEAR.search(text) or _CONFLICT.search(text) or _phrases("cumulative", "sentence").search(text)
    )


def is_earlier_toll(doc: Doc, phrase: Counted) -> bool:
    """« un premier bilan faisait état de sept morts »: replaced by the toll the text tells beside it."""
    sent = doc[phrase.head].sent
    start = sent.start
    for position in range(phrase.start - 1, sent.start - 1, -1):
        if doc[position].text in (";", ":"):
            start = position + 1
            break
    end = next((t.i for t in doc[phrase.end : sent.end] if t.text in ";,:"), sent.end)
    return bool(_phrases("earlier_toll", "clause").search(_folded_text(doc[start:end])))


def scope_of(doc: Doc, phrase: Counted) -> Scope:
    """The scope of a counted phrase."""
    if is_subset(doc, phrase):
        return "subset"
    if is_cumulative(doc[phrase.head].sent):
        return "cumulative"
    if is_earlier_toll(doc, phrase):
        return "earlier_toll"
    return "incident"
