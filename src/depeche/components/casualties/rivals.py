"""Bare figures that another source sets beside a toll: « 21, d'après les séparatistes », « en admet deux ».

A figure with no noun of its own takes what befell the count before it when a source is named for it, by a
preposition or an inverted clause, or when a verb of counting takes that noun up by « en ».
"""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc, Span

from depeche.components.casualties.quantities import free_number, without_asides
from depeche.components.lemma_patterns import plain
from depeche.resources import alternation, word_set

RULE = "casualty.rival"
_FILE = ("casualties", "rivals.toml")
BEFORE, AFTER = 9, 6
_NOMINAL = ("DET", "NOUN", "PROPN", "ADJ", "ADP")
_YEAR = re.compile(r"(?:19|20)\d\d")


@cache
def _source_after() -> re.Pattern[str]:
    """What follows a figure: « d'après … », « , répondent les habitants », « , a rectifié la justice »."""
    helpers = alternation(*_FILE, "source", "auxiliaries")
    verb = rf"{alternation(*_FILE, 'source', 'speech')}{alternation(*_FILE, 'source', 'endings')}"
    subject = rf"(?:(?i:[ -]{alternation(*_FILE, 'source', 'subjects')}\b)| (?=[A-ZÉ]))"
    now = alternation("casualties", "grammar.toml", "quantities", "since")
    spoken = rf"(?i:, ?(?:{helpers} )?{verb}(?: {now})?){subject}"
    return re.compile(rf"(?i:,? ?{alternation(*_FILE, 'source', 'leads')})|{spoken}")


@cache
def _figure_again() -> re.Pattern[str]:
    """What stands before a figure: « en comptabilise », « n'en reconnaît que », « en ont compté »."""
    return re.compile(
        r"(?:\b(?:qui|qu') )?(?:\b(?:ne |n'))?"
        rf"\ben (?:{alternation(*_FILE, 'counting', 'auxiliaries')} )?(?:,? ?\w+,? )?"
        rf"{alternation(*_FILE, 'counting', 'verbs')}\w*(?: (?!pas\b)[\w-]+){{0,2}}?"
        rf"(?: que| qu')?(?: {alternation(*_FILE, 'counting', 'softeners')})?$"
    )


@cache
def _first() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(*_FILE, 'first', 'words')}\b")


@cache
def _now() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation('casualties', 'grammar.toml', 'elsewhere', 'now')}\b")


@cache
def _once() -> re.Pattern[str]:
    """« qui en dénombrait neuf », « n'en recensait que 70 »: the imperfect of a count."""
    return re.compile(rf"(\b(?:qui|qu') )?(?:n'|ne )?\ben {alternation(*_FILE, 'counting', 'past')}")


@cache
def _earlier() -> re.Pattern[str]:
    return re.compile(alternation(*_FILE, "first", "times"))


def is_rival(doc: Doc, number: Span) -> bool:
    """Whether a number with no noun of its own is the figure of another source."""
    if _YEAR.fullmatch(number.text):
        return False
    if _of_a_source(doc, number) or _gapped(doc, number):
        return True
    return free_number(doc, number.end) and _counted_by_another(doc, number)


def _of_a_source(doc: Doc, number: Span) -> bool:
    """« …, 21, d'après les séparatistes », « Une quarantaine, répondent les habitants »."""
    opens = number.start == number.sent.start or doc[number.start - 1].text in word_set(
        *_FILE, "source", "opened"
    )
    after = doc[number.end : number.end + AFTER].text.replace("’", "'").replace("' ", "'")
    return opens and _source_after().match(after) is not None and _first().search(after.lower()) is None


def another_counts(doc: Doc, start: int) -> bool:
    """« penche pour », « parle de », « s'en tient à »: a verb by which a source sets its count."""
    before = plain(doc[max(doc[start].sent.start, start - BEFORE) : start].text)
    return _set_against().search(without_asides(before)) is not None


@cache
def _set_against() -> re.Pattern[str]:
    return re.compile(
        rf"\b{alternation(*_FILE, 'against', 'verbs')}\w*(?: [\w' -]*?)? ?(?:pour|de|d'|à|sur|)$"
    )


def _gapped(doc: Doc, number: Span) -> bool:
    """« Le préfet a compté 79 morts, l'OMS 114, … »: a second subject of the verb of counting, left out."""
    if number.end >= len(doc) or doc[number.end].text not in (",", ".", ";", ")"):
        return False
    start = number.start
    while start > number.sent.start and doc[start - 1].pos_ in _NOMINAL:
        start -= 1
    named = any(token.pos_ in ("NOUN", "PROPN") for token in doc[start : number.start])
    if not named or doc[start - 1].text not in (",", ";") or doc[number.start - 1].pos_ == "DET":
        return False
    before = plain(doc[number.sent.start : start].text)
    return _counting().search(before) is not None and not _shared_out(number, doc[start : number.start])


def _shared_out(number: Span, subject: Span) -> bool:
    """« … 12 morts, le village de Kani 8, celui de Bani 4 »: the parts of a total, place by place."""
    if any(token.lemma_.lower() in word_set(*_FILE, "counting", "settlements") for token in subject):
        return True
    told = [span for span in number.doc.spans.get("numbers", ()) if number.sent.start <= span.start]
    inside = [span for span in told if span.end <= number.sent.end]
    total = next((span._.number.value for span in inside if span.end <= number.start), 0)
    later = [span._.number.value for span in inside if span.start >= number.start]
    return len(later) > 1 and sum(later) == total


@cache
def _counting() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(*_FILE, 'counting', 'verbs')}\w* (?:\w+ )?(?:\d|\w+ mort)")


def _counted_by_another(doc: Doc, number: Span) -> bool:
    """« le mouvement n'en admet que deux »; « n'en recensait d'abord que cinq » is an earlier figure."""
    before = plain(doc[max(number.sent.start, number.start - BEFORE) : number.start].text)
    found = _figure_again().search(before.strip())
    if found is None or _first().search(found[0]) or _now().search(found[0]):
        return False
    past = _once().search(found[0])
    return past is None or not (past[1] or _earlier().search(before))
