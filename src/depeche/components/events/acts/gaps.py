"""Acts whose verb is left out: « douze soldats ont été tués à Djibo et, le 5 mai, six autres à Diapaga ».

Each count with a town of its own is an act apart; it has the words, the authors and, with no day of its own,
the day of the act whose verb it shares.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from spacy.tokens import Span

from depeche.components.casualties import gapped
from depeche.components.events.index import sentence_spans
from depeche.components.events.model import WIDE, EventMention, RoleFiller


def gapped_acts(mention: EventMention, groups: Sequence[Sequence[Span]]) -> Iterator[EventMention]:
    """The acts that share the words of a mention, each over the tokens that tell it."""
    if any(name in WIDE for name, _ in mention.types):
        return
    told = sentence_spans(mention.sent, "casualties")
    counts = [c for c in told if c._.casualty.rule == gapped.RULE and _last_before(c, groups, mention)]
    for count, following in zip_longest(counts, counts[1:]):
        end = _next_act(count) if following is None else _opening(following)
        yield replace(
            mention,
            reach=(_opening(count), end),
            dates=[],
            places=[],
            roles=[],
            casualties=[],
            held_dates=[],
            held_places=[],
        )


def _last_before(count: Span, groups: Sequence[Sequence[Span]], mention: EventMention) -> bool:
    """Whether a mention tells the last act before a count."""
    before = [group for group in groups if any(span.start < count.start for span in group)]
    return bool(before) and any(span is mention.main for span in before[-1])


def _opening(count: Span) -> int:
    link = gapped.link_before(count.doc, count.start, count.sent.start)
    return count.start if link is None else link


def _next_act(count: Span) -> int:
    """Where the sentence tells the next act in full."""
    acts = (t.start for t in sentence_spans(count.sent, "triggers") if t.start >= count.end)
    return next(acts, count.sent.end)


def in_reach(span: Span, mention: EventMention, together: Sequence[EventMention]) -> bool:
    """What stands beside a count whose verb is left out is of its act alone."""
    if mention.reach is not None:
        return _within(span, mention)
    return not any(_within(span, other) for other in together)


def _within(span: Span, mention: EventMention) -> bool:
    return mention.reach is not None and mention.reach[0] <= span.start < mention.reach[1]


def share_days(together: Sequence[EventMention]) -> None:
    """« deux morts à Kharkiv et un à Kherson mercredi »: one day told before the first or after the last."""
    for mention in together:
        parts = [other for other in together if other.reach is not None and other.main is mention.main]
        if mention.reach is not None or not parts:
            continue
        last = [filler for filler in parts[-1].dates if _after_its_count(filler.span, parts[-1])]
        mention.dates = mention.dates or last
        for part in parts:
            part.dates = part.dates or list(mention.dates)


def _after_its_count(day: Span, mention: EventMention) -> bool:
    return any(count.end <= day.start for count in mention.casualties)


def own_victims(mention: EventMention, together: Sequence[EventMention]) -> list[RoleFiller]:
    """The roles of a mention without the houses and the dead of the other acts that share its verb.

    « douze soldats ont été tués à Djibo et six civils à Diapaga »: each town has its victims.
    """
    roles = [f for f in mention.roles if f.role != "target" or _its_victim(f, mention, together)]
    if mention.reach is None:
        return roles
    for count in mention.casualties:
        for span in sentence_spans(mention.sent, "actors"):
            if count.start <= span._.actor.head < count.end:
                roles.append(RoleFiller("target", span, span._.actor, "role.gapped", 0.7))
    return roles


def _its_victim(filler: RoleFiller, mention: EventMention, together: Sequence[EventMention]) -> bool:
    if in_reach(filler.span, mention, together):
        return True
    elided = all(count.root.pos_ in ("NUM", "PRON") for count in mention.casualties)
    return mention.reach is not None and elided and filler.actor.unit == "person"
