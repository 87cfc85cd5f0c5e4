"""Reading a text's dates in order: each is resolved against publication and the date told before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from depeche.components.dates.counting import (
    beside_counted,
    count_back,
    counted_after,
    day_after,
    local_day,
    settle,
)
from depeche.components.dates.find import Found, find
from depeche.components.dates.nights import hour_of_night
from depeche.components.dates.roles import role_of
from depeche.components.dates.state import FROM_EVENT, Read, State
from depeche.components.dates.years import lacks_year
from depeche.values.dates import (
    Anchors,
    Calendar,
    DateMention,
    Kind,
    Nearby,
    Reference,
    Relative,
    Role,
    Shift,
    Stretch,
    Weekday,
    day_span,
    interval_span,
    resolve,
)
from depeche.values.edtf import DateSpan, parse_edtf

ONSET_DAYS = 15  # « depuis lundi », so many days before publication at most, tells when the event began
HEADER_END = re.compile(r"\n|[-–—]\s")
OPENING = 700  # characters after the dateline in which a time of the day takes its day


class Reading(NamedTuple):
    """All dates of a text, in order.

    Attributes:
        dates: what tells a day or a longer period, and vague expressions (« ces derniers jours »).
        times: clock times, parts of the day and references (« désormais »), which take their day from the
        dates. intervals: pairs of dates told as the ends of an interval, over the words of both.
    """

    dates: tuple[Read, ...]
    times: tuple[Read, ...]
    intervals: tuple[Read, ...]


def read_dates(text: str, published: str | None = None, header: tuple[int, int] | None = None) -> Reading:
    """Find and resolve every date of a text.

    Args:
        text: the article.
        published: publication date, EDTF day, month or year; None when unknown.
        header: characters of the publication date in the text; dates inside have the role `publication`.
    """
    found = find(text)
    state = State(text, parse_edtf(published) if published else None, found)
    dates: list[Read] = []
    times: list[Read] = []
    intervals: list[Read] = []
    opening: Read | None = None
    for item in found:
        read = _read(item, state, header)
        if read.mention.kind in ("time", "reference"):
            dated = None if _day_follows(read, found, state) else _dated_time(read, state, header)
            if dated is None:
                times.append(read)
                continue
            read = dated
        if item.rule.name == "day_after_event":
            read = day_after(read, dates, state)
        elif item.rule.name == "weekday_elsewhere":
            read = local_day(read, state)
        read = beside_counted(hour_of_night(counted_after(read, dates, state), found, state), dates, state)
        if opening is not None and (interval := _interval(opening, read)):
            intervals.append(interval)
        settle(dates, read, text)
        count_back(dates, read, state)
        dates.append(read)
        opening = read if item.opens else None
        state.advance(item, read)
    return Reading(tuple(dates), tuple(times), tuple(intervals))


def _read(item: Found, state: State, header: tuple[int, int] | None) -> Read:
    anchors = state.anchors(item)
    resolved = resolve(item.value, anchors)
    if isinstance(item.value, Weekday):
        resolved = state.weekday(item.value) or resolved
    if item.rule.name == "same" and item.part == "night":
        resolved = state.same_night(resolved)
    if item.rule.name == "later_event" and _not_yet(resolved, state, anchors):
        resolved = None
    mention = DateMention(
        value=item.value,
        resolved=resolved,
        role=_role(item, resolved, state, header),
        explicit=item.explicit,
        relative=_relative(item, anchors),
        rule=item.rule.name,
        kind=_kind(item),
        part=item.part,
        edge=item.edge,
    )
    return Read(item.start, item.end, mention)


def _not_yet(resolved: DateSpan | None, state: State, anchors: Anchors) -> bool:
    """« Sept ans après le séisme, un ouragan a frappé »: what is told as past does not follow publication."""
    if resolved is None or state.published is None or anchors.future:
        return False
    return (resolved.start - state.published.end).days > ONSET_DAYS


def _kind(item: Found) -> Kind:
    """« 4 h mardi » and « vingt-quatre heures plus tard » tell a day."""
    timed = item.rule.kind == "time" and not isinstance(item.value, Nearby | Reference)
    return "date" if timed else item.rule.kind


def _role(item: Found, resolved: DateSpan | None, state: State, header: tuple[int, int] | None) -> Role:
    if header and item.start < header[1] and item.end > header[0]:
        return "publication"
    if item.rule.name == "named_attacks" and resolved and resolved.start.year == 2001:
        return "other"
    if _kind(item) not in ("date", "vague"):
        return "event"
    role = role_of(state.lower, item.start, item.end)
    if item.rule.name in FROM_EVENT:
        return "event"
    return "event" if role == "since" and _is_onset(resolved, state.published) else role


def _is_onset(resolved: DateSpan | None, published: DateSpan | None) -> bool:
    """« les combats font rage depuis lundi »: days before publication, the start is the event's day."""
    if resolved is None or published is None:
        return False
    if resolved == published:
        return True
    near = (published.start - resolved.start).days <= ONSET_DAYS
    return resolved.precision == "day" and near and resolved.start <= published.end


def _day_follows(read: Read, found: Sequence[Found], state: State) -> bool:
    """« peu avant minuit dans la nuit de vendredi à samedi »: the sentence goes on to tell the day."""
    later = (item for item in found if item.start >= read.end and state.same_sentence(read.end, item.start))
    return any(
        _kind(item) == "date"
        and item.rule.name != "weekday_elsewhere"
        and role_of(state.lower, item.start, item.end) == "event"
        for item in later
    )


def _dated_time(read: Read, state: State, header: tuple[int, int] | None) -> Read | None:
    """« peu après minuit » as a dispatch opens, before any date: the day of its dateline."""
    if not header or state.day is None or state.narrative is not None or read.mention.kind != "time":
        return None
    if not 0 <= read.start - header[1] <= OPENING or read.mention.resolved != state.day:
        return None
    if not HEADER_END.search(state.text, header[1], read.start):  # the time of publication
        return None
    changed: dict[str, object] = {"relative": "publication"}
    if read.mention.part == "night" and isinstance(read.mention.value, Nearby):  # the night just past
        changed["resolved"] = interval_span(day_span(state.day.start - timedelta(days=1)), state.day)
    return read._replace(mention=read.mention.model_copy(update=changed))


def _relative(item: Found, anchors: Anchors) -> Relative:
    value = item.value.last if isinstance(item.value, Stretch) else item.value
    if isinstance(value, Shift):
        return value.anchor
    if isinstance(value, Weekday):
        return "narrative" if value.which in ("before", "after") else "publication"
    if isinstance(value, Nearby) or (isinstance(value, Calendar) and value.day and not value.month):
        return "narrative"
    if isinstance(value, Reference) or not lacks_year(item):
        return "none"
    return "narrative" if anchors.year else "publication"


def _interval(first: Read, last: Read) -> Read | None:
    """The interval from one mention to the next, when both are known and in order."""
    left, right = first.mention.resolved, last.mention.resolved
    if left is None or right is None:
        return None
    span = interval_span(left, right)
    if span is None:
        return None
    value = Stretch(first=first.mention.value, last=last.mention.value)
    return Read(first.start, last.end, last.mention.model_copy(update={"value": value, "resolved": span}))
