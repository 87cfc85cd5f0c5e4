"""What a count covers: the incident, a subset of its victims, a total over time, a toll since replaced."""

from __future__ import annotations

import re
from functools import cache, lru_cache, partial

from spacy.tokens import Doc, Span

from depeche.components.casualties.counted import Counted
from depeche.components.casualties.replaced import is_earlier_toll
from depeche.components.casualties.stretches import (
    DEPUIS_PLACE,
    calendar_day,
    conflict,
    date_words,
    launched,
    one_year,
    onset,
    placed_in_year,
    ranked,
    standing,
    stretch,
)
from depeche.components.lemma_patterns import fold_word, plain
from depeche.resources import alternation, phrase_set, rules, word_set
from depeche.values.casualties import Scope

_any = partial(alternation, "casualties", "scope.toml")
_words = partial(word_set, "casualties", "scope.toml")


@cache
def _phrases(table: str, key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any(table, key)}(?!\w)")


def is_subset(doc: Doc, phrase: Counted) -> bool:
    """« dont un soldat », « parmi lesquels trois enfants »: part of a total told before."""
    start = max(doc[phrase.head].sent.start, phrase.start - 12)
    for position in range(phrase.start - 1, start - 1, -1):
        if doc[position].text in ";:.)":
            return False
        if _opens_subset(doc, position):
            if phrase.kind is not None and any(t.text in (",", "et") for t in doc[position : phrase.start]):
                return False  # « 29 morts, dont 27 policiers, et 166 blessés »
            if _again_led(doc, position, phrase.start) or _new_clause(doc, position, phrase.start):
                return False
            return not _verb_between(doc, position, phrase.start)
    before = plain(doc[max(start, phrase.start - 6) : phrase.start].text)
    return bool(re.search(_phrases("subset", "before").pattern + r"[^,;]{0,12}$", before))


def _again_led(doc: Doc, start: int, end: int) -> bool:
    """« état de 112 arrestations, dont neuf gardes à vue, et de 14 policiers blessés »: « de » goes on."""
    led = tuple(token.lower_ for token in doc[max(start, end - 3) : end])
    return led in phrase_set("casualties", "scope.toml", "dont", "goes_on")


def _new_clause(doc: Doc, start: int, end: int) -> bool:
    """« dont quatre grièvement, et deux Casques bleus manquent »: « , et » ends the part."""
    return end - start > 2 and doc[end - 2].text == "," and plain(doc[end - 1].text) in _words("dont", "ends")


def _opens_subset(doc: Doc, position: int) -> bool:
    """« dont », « parmi lesquels »."""
    word = fold_word(doc[position].text)
    if word in _words("dont", "after_among"):
        return fold_word(doc[position - 1].text) in _words("dont", "among")
    return word in _words("dont", "alone")


def _verb_between(doc: Doc, start: int, end: int) -> bool:
    return any(token.pos_ in ("VERB", "AUX") for token in doc[start:end])


def is_cumulative(sent: Span, around: Span | None = None) -> bool:
    """« depuis 2015, … ont fait plus de 2 000 morts »: a total over time, not an incident's toll.

    A marker that opens the sentence holds for all of it; one further on for its clause alone (« …,
    portant à vingt le nombre de morts en une semaine »), where `around` is the count or trigger asked about.
    """
    if _series(sent) or _of_two_years(sent.text):
        return True
    told, opening = _told_over_time(sent.text)
    if told and _one_act(sent):
        return False
    if not told or opening or around is None:
        return told
    return _marker(_without_comparisons(_clause_text(sent, around))) is not None


def _one_act(sent: Span) -> bool:
    """« L'an dernier, un glissement de terrain avait tué … »: the year tells when one act was."""
    if not one_year().match(plain(sent.text)):
        return False
    acts = [span for span in sent.doc.spans.get("triggers", ()) if sent.start < span.start < sent.end]
    return any(
        span._.trigger.pos == "N"
        and span._.trigger.strength == "strong"
        and sent.doc[span.start - 1].lower_ in _words("one_act", "determiners")
        and sent.doc[span._.trigger.head].dep_ in ("nsubj", "nsubj:pass")
        and not (sent.doc[span.end].lower_ == "sur" and sent.doc[span.end + 1].pos_ == "NUM")
        for span in acts
    )


@lru_cache(maxsize=1024)
def _told_over_time(text: str) -> tuple[bool, bool]:
    """Whether a sentence tells a stretch of time, and whether it does so at its head."""
    folded = _without_comparisons(launched().sub("", DEPUIS_PLACE.sub("", text)))
    match = _marker(folded)
    if match is None:
        return False, False
    before = _leads().sub("", folded[: match.start()])  # « Ainsi, selon l'AFP, depuis un an … »
    return True, not any(mark in before for mark in ",;")


@cache
def _leads() -> re.Pattern[str]:
    """An adverb, « au total » or a source that a sentence opens with, and its comma."""
    sources = alternation("casualties", "grammar.toml", "elsewhere", "sources")
    return re.compile(rf"^(?:\s*(?:\w+|{_any('stretch', 'leads')}|{sources}\b[^,;]*)\s*,)+")


def _without_comparisons(text: str) -> str:
    text = plain(text)
    for pattern, kept in (
        (ranked(), " "),
        (placed_in_year(), r" \1 "),
        (onset(), r"\1"),
        (standing(), r"\1"),
    ):
        text = pattern.sub(kept, text)
    return text


def _marker(text: str) -> re.Match[str] | None:
    """What says in a folded text that a count covers a stretch of time."""
    found = stretch().search(text) or conflict().search(text)
    found = found or _phrases("cumulative", "sentence").search(text)
    dated = calendar_day().search(text) or late_death(text)
    return found or (None if dated else _phrases("cumulative", "undated").search(text))


@lru_cache(maxsize=1024)
def _of_two_years(text: str) -> bool:
    """« 18 morts en 2021, contre 21 l'année précédente »: totals compared, with no day told."""
    folded = plain(text)
    return _compared().search(folded) is not None and _weekday().search(folded) is None


@cache
def _compared() -> re.Pattern[str]:
    return re.compile(rf"\bcontre (?:\S+ ){{1,3}}{_any('compared', 'years')}")


def _series(sent: Span) -> bool:
    """« En 2024, 92 fusillades ont fait neuf morts »: acts counted by the many, with no day, are a series."""
    year, season = _told_seasons(sent.text)
    if not (year or season):
        return False
    nouns = [span for span in sent.doc.spans.get("triggers", ()) if _plural_act(span, sent)]
    ends = {n.end for n in sent.doc.spans.get("numbers", ()) if n._.number.value >= _least()}
    counted = any(span.start in ends for span in nouns)
    some = any(sent.doc[span.start - 1].lower_ in _words("series", "some") for span in nouns)
    return (counted and year) or (some and season)


@lru_cache(maxsize=1024)
def _told_seasons(text: str) -> tuple[bool, bool]:
    """Whether a sentence with no weekday tells a bare year, and whether a season."""
    folded = placed_in_year().sub(r" \1 ", plain(text))
    if _weekday().search(folded):
        return False, False
    return _year().search(folded) is not None, _phrases("series", "seasons").search(folded) is not None


def _plural_act(span: Span, sent: Span) -> bool:
    trigger = span._.trigger
    inside = sent.start < span.start < sent.end
    act = trigger.pos == "N" and trigger.strength in ("strong", "weak")
    return bool(inside and act and "Number=Plur" in sent.doc[trigger.head].morph)


@cache
def _least() -> int:
    return int(rules("casualties", "scope.toml")["series"]["least"])


@cache
def _year() -> re.Pattern[str]:
    """« en 2024 », with no month."""
    return re.compile(r"\ben (?:19|20)\d\d\b")


def late_death(text: str) -> bool:
    """« un blessé est décédé, ce qui porte à 5 le nombre total de décès »: the incident's own total."""
    return _phrases("cumulative", "late_deaths").search(plain(text)) is not None


@lru_cache(maxsize=1024)
def died_of_age(text: str) -> bool:
    """« un survivant du massacre de Tulle est mort à l'âge de 97 ans »: no victim of the act."""
    folded = plain(text)
    return bool(_phrases("survivor", "nouns").search(folded)) and bool(_at_age().search(folded))


@cache
def _at_age() -> re.Pattern[str]:
    return re.compile(rf"{_any('survivor', 'ages')}\d")


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"\b{date_words('WEEKDAY')}\b")


def _clause_text(sent: Span, around: Span) -> str:
    """The text between the commas or stops round a span."""
    doc, start, end = sent.doc, around.start, around.end
    while start > sent.start and doc[start - 1].text not in (",", ";", ":"):
        start -= 1
    while end < sent.end and doc[end].text not in (",", ";", ":"):
        end += 1
    return str(doc[start:end].text)


def _sheltered(doc: Doc, phrase: Counted) -> bool:
    """« le camp abrite 190 000 déplacés »: how many live there, not how many were driven out."""
    if phrase.kind != "displaced":
        return False
    before = doc[max(doc[phrase.head].sent.start, phrase.start - 4) : phrase.start]
    return any(token.lemma_.lower() in _words("sheltered", "verbs") for token in before)


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
