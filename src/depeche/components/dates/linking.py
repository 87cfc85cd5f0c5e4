"""Which of the dates near a trigger is its event's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from spacy.tokens import Doc, Span, Token

from depeche.values.dates import DateMention

Scope = Literal["syntax", "clause", "sentence", "narrative", "paragraph"]

# Scores are ordinal: they rank scopes, the nearest and most precise date first within each.
SCOPE_SCORES: dict[Scope, float] = {
    "syntax": 0.95,
    "clause": 0.8,
    "sentence": 0.6,
    "narrative": 0.4,
    "paragraph": 0.3,
}
COARSE_PENALTY = 0.15  # a month or a year beside a day
DISTANCE_PENALTY = 0.002  # a token
NOT_EVENTS = frozenset({"announcement", "publication", "birth", "since", "until", "other", "duration"})
COUNTED_BACK = frozenset({"before_event", "day_after_event"})  # rules that date an act before the one told
NARRATIVE_SENTENCES = 2  # full sentences between a date and a trigger that takes it
AGE_YEARS = 100  # so long before publication, a date in passing is history, not news
NARRATIVE_COARSE = frozenset({"year", "season"})
CLAUSAL = frozenset({"ROOT", "ccomp", "advcl", "acl:relcl", "parataxis", "csubj", "conj"})


class DateCandidate(NamedTuple):
    """A date that may be the event's: its span, a score from 0 to 1, why, and how far from the trigger."""

    span: Span
    score: float
    reason: str
    scope: Scope


def event_dates(doc: Doc, *, since: bool = False) -> list[Span]:
    """Resolved dates of events in text order; the ends of an interval give way to the interval.

    With `since`, also the dates from which a state lasts: a siege begins there.

    >>> import spacy, depeche.components.dates
    >>> nlp = spacy.blank("fr"); _ = nlp.add_pipe("depeche_dates")
    >>> [span.text for span in event_dates(nlp("Des combats du 3 au 5 mars 2020 ont fait dix morts."))]
    ['3 au 5 mars 2020']
    """
    intervals = list(doc.spans.get("date_intervals", ()))
    inside = {index for whole in intervals for index in range(whole.start, whole.end)}
    single = [span for span in doc.spans.get("dates", ()) if span.start not in inside]
    return sorted(
        (span for span in (*single, *intervals) if _tells_event(span._.date, since)),
        key=lambda span: span.start,
    )


def _tells_event(mention: DateMention, since: bool) -> bool:
    if mention.resolved is None:
        return False
    return mention.role not in NOT_EVENTS or (since and mention.role == "since")


def sentence_dates(sentence: Span, *, since: bool = False) -> list[Span]:
    """Resolved dates of events in a sentence, intervals in the place of their ends."""
    return [
        span for span in event_dates(sentence.doc, since=since) if sentence.start <= span.start < sentence.end
    ]


def narrative_date(trigger: Span) -> Span | None:
    """The date current in the narrative for a trigger whose sentence tells none; None when there is none.

    It is the last date of an event in the sentences just before, in the same paragraph: « Le 20 mai, les
    défenseurs se rendent. Au total, 2 000 soldats sont capturés. »
    """
    sentence = trigger.sent
    earlier = [span for span in event_dates(trigger.doc) if span.start < sentence.start]
    current = [span for span in earlier if not recalls(span)]
    if not current:
        return None
    last = current[-1]
    between = trigger.doc[last.end : sentence.start]
    if "\n" in between.text or sum(bool(token.is_sent_start) for token in between) > NARRATIVE_SENTENCES:
        return None
    return last if last._.date.resolved.precision not in NARRATIVE_COARSE else None


def hour_after(trigger: Span) -> Span | None:
    """« Le train a déraillé. Dix voitures seraient sorties des rails vers 3 h. »: the hour told right after.

    Only a time of day that has its dateline's day; in the paragraph, before any other act.
    """
    doc, sentence = trigger.doc, trigger.sent
    others = [span.start for span in doc.spans.get("triggers", ()) if span.start >= sentence.end]
    for span in event_dates(doc):
        if span.start < sentence.end or span._.date.kind != "time":
            continue
        between = doc[sentence.end : span.start]
        told_on = sum(bool(token.is_sent_start) for token in between) <= NARRATIVE_SENTENCES
        alone = not any(start < span.end for start in others)
        return span if told_on and alone and "\n" not in doc[sentence.start : span.start].text else None
    return None


def recalls(span: Span) -> bool:
    """« Il peignait la ville le 5 septembre 1870 », « au lendemain d'un attentat »: told beside the account.

    The acts that follow are not of that day; a text that is about a day a century ago repeats it.
    """
    if span._.date.rule in COUNTED_BACK:
        return True
    published = span.doc._.published
    return bool(published) and int(published[:4]) - span._.date.resolved.end.year > AGE_YEARS


def candidate_dates(trigger: Span) -> list[DateCandidate]:
    """Dates that the event of a trigger may have, best first; empty when the text tells none.

    First the date that hangs on the trigger (« l'attaque de mardi ») or on its verb, then one of its clause,
    of its sentence; else the date last told before it, in its paragraph or the one before.
    """
    doc = trigger.doc
    dates = event_dates(doc)
    sentence = trigger.sent if doc.has_annotation("SENT_START") else doc[:]
    inside = [span for span in dates if sentence.start <= span.start < sentence.end]
    found = [_inside(trigger, span) for span in inside]
    found.extend(_before(trigger, sentence, dates))
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.span.start))


def _inside(trigger: Span, span: Span) -> DateCandidate:
    """A date of the trigger's sentence."""
    scope, reason = _scope(trigger, span)
    score = SCOPE_SCORES[scope] - DISTANCE_PENALTY * min(50, _distance(trigger, span)) - _coarse(span)
    return DateCandidate(span, max(0.0, score), reason, scope)


def _scope(trigger: Span, span: Span) -> tuple[Scope, str]:
    if not trigger.doc.has_annotation("DEP"):
        between = trigger.doc[min(trigger.end, span.end) : max(trigger.start, span.start)]
        near = not any(token.text in (",", ";", ":") or token.lower_ in ("que", "qu'") for token in between)
        return ("clause", "no stop between") if near else ("sentence", "same sentence")
    root, date = trigger.root, span.root
    if root in date.ancestors:
        path = _path(date, root)
        if not any(token.dep_ in CLAUSAL for token in path):
            return "syntax", "modifies the trigger"
    verb, date_verb = _clause(root), _clause(date)
    if verb == date_verb:
        return "clause", "same clause"
    return "sentence", "same sentence"


def _path(token: Token, ancestor: Token) -> Sequence[Token]:
    """The words from a token up to its ancestor, the ancestor left out."""
    path = [token]
    while path[-1].head.i != ancestor.i and path[-1].head.i != path[-1].i:
        path.append(path[-1].head)
    return path


def _clause(token: Token) -> int:
    """Index of the head of the clause that a word belongs to."""
    while token.dep_ not in CLAUSAL and token.head.i != token.i:
        token = token.head
    return int(token.i)


def _distance(trigger: Span, span: Span) -> int:
    return max(trigger.start - span.end, span.start - trigger.end, 0)


def _coarse(span: Span) -> float:
    resolved = span._.date.resolved
    return COARSE_PENALTY if resolved is not None and (resolved.end - resolved.start).days > 7 else 0.0


def _before(trigger: Span, sentence: Span, dates: Sequence[Span]) -> list[DateCandidate]:
    """The date current in the narrative where the sentence begins."""
    earlier = [span for span in dates if span.start < sentence.start]
    if not earlier:
        return []
    last = earlier[-1]
    breaks = trigger.doc[last.end : sentence.start].text.count("\n")
    scope: Scope = "narrative" if breaks == 0 else "paragraph"
    if breaks > 2:
        return []
    reason = "last date told" if scope == "narrative" else "last date of the paragraph before"
    return [DateCandidate(last, SCOPE_SCORES[scope] - _coarse(last), reason, scope)]
