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
    return _folded_text_of(tokens.text)


def _folded_text_of(text: str) -> str:
    return text.lower().replace("’", "'")


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
_RANKED = re.compile(
    r"\b(?:plus (?!de\b|d')|premi[eè]re?|lourd|meurtri|sanglant|jamais|record|pire)[^.;]{0,60}\bdepuis "
)


_DEPUIS_PLACE = re.compile(r"\b[Dd]epuis (?=[A-ZÉ][a-zé])")


def is_cumulative(sent: Span, around: Span | None = None) -> bool:
    """« depuis 2015, … ont fait plus de 2 000 morts »: a total over time, not an incident's toll.

    A marker that opens the sentence holds for all of it; one further on for its own clause alone (« …, portant à vingt
    le nombre de morts en une semaine »), where `around` is the count or the trigger asked about.
    """
    text = _RANKED.sub(" ", _folded_text_of(_DEPUIS_PLACE.sub("", sent.text)))
    match = (
        _SINCE_YEAR.search(text) or _CONFLICT.search(text) or _phrases("cumulative", "sentence").search(text)
    )
    if match is None:
        return False
    opening = "," not in text[: match.start()] and ";" not in text[: match.start()]
    if around is None or opening:
        return True
    return _holds_marker(_folded_text_of(_clause_text(sent, around)))


def _holds_marker(text: str) -> bool:
    text = _RANKED.sub(" ", text)
    return bool(
        _SINCE_YEAR.search(text) or _CONFLICT.search(text) or _phrases("cumulative", "sentence").search(text)
    )


def _clause_text(sent: Span, around: Span) -> str:
    """The text between the commas or stops round a span."""
    doc, start, end = sent.doc, around.start, around.end
    while start > sent.start and doc[start - 1].text not in (",", ";", ":"):
        start -= 1
    while end < sent.end and doc[end].text not in (",", ";", ":"):
        end += 1
    return str(doc[start:end].text)


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


def _sheltered(doc: Doc, phrase: Counted) -> bool:
    """« le camp abrite 190 000 déplacés »: how many live there, not how many were driven out."""
    before = doc[max(doc[phrase.head].sent.start, phrase.start - 4) : phrase.start]
    return phrase.kind == "displaced" and any(
        t.lemma_.lower() in ("abriter", "accueillir", "héberger", "compter") for t in before
    )


def scope_of(doc: Doc, phrase: Counted) -> Scope:
    """The scope of a counted phrase."""
    if is_subset(doc, phrase):
        return "subset"
    if is_cumulative(
        doc[phrase.head].sent, doc[phrase.start : max(phrase.end, phrase.start + 1)]
    ) or _sheltered(doc, phrase):
        return "cumulative"
    if is_earlier_toll(doc, phrase):
        return "earlier_toll"
    return "incident"
