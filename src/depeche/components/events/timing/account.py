"""The day of an act whose own sentences tell none: an hour of the day, the date just told, the account's day.

News tells a day once, in its lead; the episodes that follow (« À Gao, … », « En parallèle, … ») are of that
day unless words set them apart: a date of their own, a recall in the pluperfect, a stretch of time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from depeche.components.dates import linking
from depeche.components.events.clauses import clause_root, in_pluperfect
from depeche.components.events.index import index_of, sentence_spans
from depeche.components.events.model import DateFiller, EventMention, Incident
from depeche.components.events.settings import pattern
from depeche.components.events.timing.dating import is_aside
from depeche.components.qualifiers import UNREAL
from depeche.values.edtf import DateSpan, parse_edtf

ACCOUNT_DAYS = 31  # a day so long before publication is of a recalled act, not of the news
SCORE = 0.4
_TELLING = ("strong", "weak", "toll")
_DAYS = ("day", "interval")
_PASSING = ("nmod", "obl", "obl:arg")


def told_day(incident: Incident) -> DateFiller | None:
    """The day of an incident that no date is tied to, or None."""
    if incident.first.since is not None:
        return None
    named = [mention for mention in incident.mentions if mention.triggers]
    if _recalled(named[0]):
        return None
    just_told = linking.narrative_date(named[0].main)
    if just_told is not None and not is_aside(just_told):
        return DateFiller(just_told, "date.narrative", SCORE)
    hour = _hour(named)
    if hour is not None:
        return DateFiller(hour, "date.hour", SCORE)
    episode = next((mention for mention in named if not mention.in_title), None)
    day = _account_day(episode) if episode is not None and _is_episode(episode) else None
    return None if day is None else DateFiller(day, "date.account", SCORE)


def _recalled(mention: EventMention) -> bool:
    """« En janvier, le groupe avait revendiqué l'assaut de Taji »: a day of its own, that of the claim."""
    doc = mention.sent.doc
    verb = doc[clause_root(doc[mention.main._.trigger.head])]
    dated = any(span._.date.resolved is not None for span in sentence_spans(mention.sent, "dates"))
    return dated and in_pluperfect(verb)


def _hour(named: Sequence[EventMention]) -> Span | None:
    """« À 15 h 05, une femme a été emportée »: the hour of an act, in its clause or told right after it."""
    for mention in named:
        clauses = {clause_root(head) for head in _own_heads(mention)}
        for span in sentence_spans(mention.sent, "times"):
            if _tells_day(span) and clause_root(span.root) in clauses:
                return span
    later = (linking.hour_after(mention.main) for mention in reversed(named))
    return next((span for span in later if span is not None and not is_aside(span)), None)


def _own_heads(mention: EventMention) -> list[Token]:
    """Heads of what tells the act; not « Vers 15 h, ils rendent hommage aux morts de l'attentat »."""
    heads = [mention.sent.doc[trigger._.trigger.head] for trigger in mention.triggers]
    passing = mention.pointer or mention.definite
    return [head for head in heads if not (passing and head.pos_ == "NOUN" and head.dep_ in _PASSING)]


def _tells_day(span: Span) -> bool:
    """An hour of a day told before; with none told, the hour alone does not show the day."""
    date = span._.date
    if date.kind != "time" or date.resolved is None or date.resolved.precision not in _DAYS:
        return False
    return any(told.start < span.start for told in index_of(span.doc).dates(since=False))


def _is_episode(mention: EventMention) -> bool:
    """An act of the account: not recalled, nor caught afterwards, nor told with a time of its own."""
    recalled = mention.qualifiers & {"background", "recalled", "generic"}
    if recalled or mention.pointer or mention.main._.trigger.type == "arrest":
        return False
    sent = mention.sent
    if in_pluperfect(sent.doc[clause_root(sent.doc[mention.main._.trigger.head])]):
        return False
    if pattern("dating", "stretch").search(index_of(sent.doc).text_of(sent).lower()):
        return False
    return all(span._.date.relative == "narrative" for span in sentence_spans(sent, "dates"))


def _account_day(mention: EventMention) -> Span | None:
    """The last day told before, in whatever paragraph, of an act that the account is about."""
    return next((span for span in _days_before(mention.sent) if _of_the_account(span)), None)


def _days_before(sent: Span) -> Iterator[Span]:
    """Days told before a sentence, the last first; « lundi » in a text of a month has that month."""
    month = sent.doc._.published
    for span in reversed(index_of(sent.doc).dates(since=False)):
        day = span._.date.resolved
        if span.start < sent.start and (day.precision in _DAYS or day.edtf == month):
            yield span


def _of_the_account(span: Span) -> bool:
    if is_aside(span) or span._.date.rule in linking.COUNTED_BACK:
        return False
    if span.doc._.published and not _in_the_news(span._.date.resolved, parse_edtf(span.doc._.published)):
        return False
    triggers = sentence_spans(span.sent, "triggers")
    told = [t for t in triggers if not t._.qualifiers & UNREAL and t._.trigger.strength in _TELLING]
    return bool(told) and not any("background" in trigger._.qualifiers for trigger in told)


def _in_the_news(day: DateSpan, published: DateSpan) -> bool:
    """Not long past, and not to come."""
    return day.start <= published.end and (published.start - day.start).days <= ACCOUNT_DAYS
