"""Dates told by another date: one told beside it, or the day of another act from which they count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from depeche.components.dates.clauses import clause_words
from depeche.components.dates.state import Read, State
from depeche.values.dates import Anchors, Calendar, Shift, Weekday, day_span, resolve
from depeche.values.edtf import DateSpan

CLOCK_BEFORE = re.compile(r"(\d{1,2})\s?(?:h|:)\s?\d{0,2}\s*$")
CLOCK = re.compile(r"(\d{1,2})\s?(?:h|:)")
OF_AN_ACT = re.compile(r"(?:(?:de |du |des )?(?:l['’]|le |la |les |ce |cet |cette |ces )?[^,.;:\n]{3,40})?,")
_OPENING = ",( "  # what may stand before « soit »
HALF_DAY = 12  # hours: clocks of one moment that lie further apart show different days


def day_after(read: Read, dates: Sequence[Read], state: State) -> Read:
    """« au lendemain de l'attaque »: the day before the one told in the sentence, else before publication."""
    resolved = None
    last = dates[-1] if dates else None
    if last and last.mention.relative == "publication" and state.same_sentence(last.end, read.start):
        told = last.mention.resolved
        resolved = day_span(told.start - timedelta(days=1)) if told and told.precision == "day" else None
    elif state.narrative is None:
        resolved = read.mention.resolved
    return read._replace(mention=read.mention.model_copy(update={"resolved": resolved}))


def settle(dates: list[Read], read: Read, text: str) -> None:
    """A date told right beside a relative one is what that means.

    « trois semaines plus tôt, le 3 octobre »; « la veille du drame, soit dimanche »; « hier (mardi) », in
    words quoted some days later.
    """
    if not dates or read.mention.resolved is None:
        return
    before = dates[-1].mention
    between = text[dates[-1].end : read.start].strip()
    if not isinstance(before.value, Shift):
        return
    if before.relative == "narrative":
        that_is = clause_words("that_is").fullmatch(between.lstrip(_OPENING)) is not None
        told = read.mention.explicit
        settled = (that_is and (told or isinstance(read.mention.value, Weekday))) or (told and between == ",")
    else:
        told = read.mention.explicit or isinstance(read.mention.value, Weekday)
        settled = told and between in ("(", "[") and before.value.unit == "day"
    if settled:
        dates[-1] = dates[-1]._replace(mention=before.model_copy(update={"resolved": read.mention.resolved}))


def beside_counted(read: Read, dates: Sequence[Read], state: State) -> Read:
    """« Deux mois plus tôt, le 8 février », « l'an dernier, le 22 août »: the words before tell the year.

    So do « une semaine avant le rapt, le 2 septembre » where the text has told a rapt of a 9 September.
    """
    value = read.mention.value
    if not dates or not isinstance(value, Calendar) or value.year is not None or value.month is None:
        return read
    before = dates[-1].mention
    if not isinstance(before.value, Shift):
        return read
    between = state.text[dates[-1].end : read.start].strip()
    day = None
    if between == "," and before.resolved is not None and before.value.unit in ("month", "year", "week"):
        day = _nearest(value, before.resolved)
    elif before.relative == "narrative" and OF_AN_ACT.fullmatch(between):
        day = _day_counted(value, before.value, dates[:-1])
    if day is None:
        return read
    return read._replace(mention=read.mention.model_copy(update={"resolved": day, "relative": "narrative"}))


def _nearest(value: Calendar, span: DateSpan) -> DateSpan | None:
    """The day of some year that lies in a span (« l'an dernier ») or nearest to its start."""
    days = [resolve(value, Anchors(year=span.start.year + more)) for more in (-1, 0, 1)]
    inside = [day for day in days if day and span.start <= day.start <= span.end]
    near = inside or [day for day in days if day]
    return min(near, key=lambda day: abs((day.start - span.start).days), default=None)


def _day_counted(value: Calendar, shift: Shift, dates: Sequence[Read]) -> DateSpan | None:
    """The day whose distance to a day told before is the one counted."""
    for told in reversed(dates):
        anchor = told.mention.resolved
        if anchor is None or anchor.precision != "day" or told.mention.role == "publication":
            continue
        counted = resolve(shift, Anchors(narrative=anchor))
        day = resolve(value, Anchors(year=counted.start.year)) if counted else None
        if counted and day and counted.start <= day.start <= counted.end:
            return day
    return None


def count_back(dates: list[Read], read: Read, state: State) -> None:
    """« Trois jours après la fusillade, un homme a été arrêté mercredi »: the shooting was three days before.

    Only where the text told no date before, from which the arrest would be counted.
    """
    if not dates or read.mention.role != "event" or not _main_clause(state, dates[-1].end, read.start):
        return
    before = dates[-1]
    if before.mention.rule in ("day_after_event", "before_event") and not any(
        one.mention.role == "event" for one in dates[:-1]
    ):
        dates[-1] = _before(before, read.mention.resolved)
    elif before.mention.resolved is None and state.narrative is None:
        dates[-1] = _turned(before, read.mention.resolved)


def _main_clause(state: State, start: int, end: int) -> bool:
    """Whether a comma and a verb lie between: not « après l'attaque qui a visé mardi la ville »."""
    clause = state.lower[start:end].rpartition(",")[2] if "," in state.lower[start:end] else ""
    told = clause_words("auxiliary").search(clause) and not clause_words("relative").search(clause)
    return bool(told) and state.same_sentence(start, end)


def local_day(read: Read, state: State) -> Read:
    """« vers 02H00 (23H00 GMT vendredi) »: Saturday where it was two o'clock; with no hour told, no day."""
    opening = state.lower.rfind("(", 0, read.start)
    here = CLOCK_BEFORE.search(state.lower, max(0, opening - HALF_DAY), opening)
    there = CLOCK.search(state.lower, opening)
    day = read.mention.resolved
    if here is None or there is None or day is None or day.precision != "day":
        return read._replace(mention=read.mention.model_copy(update={"role": "other"}))
    apart = int(here[1]) - int(there[1])
    shift = (apart < -HALF_DAY) - (apart > HALF_DAY)
    resolved = day_span(day.start + timedelta(days=shift))
    return read._replace(mention=read.mention.model_copy(update={"resolved": resolved}))


def counted_after(read: Read, dates: Sequence[Read], state: State) -> Read:
    """« Un homme a été arrêté mercredi, trois jours après la fusillade »: the words explain the day told."""
    if not dates or dates[-1].mention.role != "event":
        return read
    between = state.lower[dates[-1].end : read.start]
    parted = ";" in between or clause_words("joint").search(between)
    joined = state.same_sentence(dates[-1].end, read.start) and not parted
    return _turned(read, dates[-1].mention.resolved) if joined else read


def _before(counted: Read, day: DateSpan | None) -> Read:
    """« Au lendemain d'un raid à Jénine, un homme a tué vendredi »: the raid was on the day before Friday."""
    value = counted.mention.value
    if not isinstance(value, Shift) or value.unit not in ("day", "week") or value.amount > 0:
        return counted
    if day is None or day.precision != "day":
        return counted
    value = value.model_copy(update={"anchor": "narrative"})
    changed = {"value": value, "resolved": resolve(value, Anchors(narrative=day)), "relative": "narrative"}
    return counted._replace(mention=counted.mention.model_copy(update=changed))


def _turned(counted: Read, day: DateSpan | None) -> Read:
    """« N jours après l'acte » as the day of that act, counted back from the day of the one told."""
    mention = counted.mention
    if mention.rule != "later_event" or not isinstance(mention.value, Shift):
        return counted
    if day is None or day.precision != "day":
        return counted
    value = mention.value.model_copy(update={"amount": -mention.value.amount})
    resolved = resolve(value, Anchors(narrative=day))
    changed = {"value": value, "resolved": resolved, "rule": "before_event"}
    return counted._replace(mention=mention.model_copy(update=changed))
