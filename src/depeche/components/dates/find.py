"""Finding: from a text to the dates its words tell, unresolved, in text order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from depeche.components.dates.builders import BUILDERS, completed
from depeche.components.dates.guards import GUARDS, Site
from depeche.components.dates.rules import MAX_RUN, Rule, load_rules, match_codes
from depeche.components.dates.scan import OTHER, Unit, scan, vocabulary
from depeche.errors import ConfigurationError
from depeche.values.dates import DateExpression, Stretch

OUTSIDE = frozenset({OTHER, "FUNCTION"})  # codes that no rule names but to look around


class Found(NamedTuple):
    """A date found: character offsets, what it says, and the rule that says so.

    `partner` is the index of the other end of an interval within the same find, -1 when there is none.
    """

    start: int
    end: int
    value: DateExpression
    rule: Rule
    part: str | None
    edge: str | None
    explicit: bool
    opens: bool  # first end of an interval whose last end is the next mention found


def runs(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Runs of units that rules name, with the one other word on each side, as unit ranges."""
    count = len(units)
    index = 0
    while index < count:
        if units[index].code in OUTSIDE:
            index += 1
            continue
        start = index
        while index < count and units[index].code not in OUTSIDE and index - start < MAX_RUN:
            index += 1
        yield max(0, start - 1), min(count, index + 1)


def find(text: str) -> list[Found]:
    """All dates that the words of a text tell, unresolved.

    >>> [(f.value.day, f.value.month) for f in find("Le camp a été pris le 23 mai.")]
    [(23, 5)]
    """
    units = scan(text)
    letters = vocabulary().letters
    codes = "".join([letters[unit.code] for unit in units])
    found: list[Found] = []
    months_told = False
    for start, end in runs(units):
        run = codes[start:end]
        for match in match_codes(run):
            extents = [(start + left, start + right) for left, right in match.extents]
            rule = load_rules()[match.rule]
            site = Site(text, units, extents[0][0], extents[-1][1], months_told)
            if rule.build == "none" or (rule.guard and not GUARDS[rule.guard](site)):
                continue
            mentions = _built(units, extents, rule)
            months_told = months_told or any(_tells_month(mention.value) for mention in mentions)
            found.extend(mentions)
    return found


def _tells_month(value: DateExpression) -> bool:
    return getattr(value, "month", None) is not None


def _built(units: Sequence[Unit], extents: list[tuple[int, int]], rule: Rule) -> list[Found]:
    """The mentions of one match, the earlier completed from the later."""
    if rule.build not in BUILDERS:
        raise ConfigurationError(f"dates: rule {rule.name}: unknown builder {rule.build}")
    mentions: list[Found] = []
    following: DateExpression | None = None
    for left, right in reversed(extents):
        words = tuple(units[left:right])
        value = _value(rule.build, tuple((unit.code, unit.value) for unit in words))
        if value is None:
            continue
        if following is not None:
            value = completed(value, following)
        opens = rule.interval and following is not None
        following = value
        mentions.append(_mention(words, value, rule, opens))
    return mentions[::-1]


@lru_cache(maxsize=8192)
def _value(build: str, told: tuple[tuple[str, str], ...]) -> DateExpression | None:
    """What units come to; the same words always come to the same."""
    return BUILDERS[build]([Unit(code, value, 0, 0) for code, value in told])


def _mention(words: Sequence[Unit], value: DateExpression, rule: Rule, opens: bool) -> Found:
    part = edge = None
    for unit in words:
        if unit.code in ("PART", "NIGHT", "CLOCKPART"):
            part = unit.value
        elif unit.code == "EDGE":
            edge = unit.value
    last = value.last if isinstance(value, Stretch) else value
    explicit = getattr(last, "day", None) is not None and getattr(last, "month", None) is not None
    return Found(words[0].start, words[-1].end, value, rule, part, edge, explicit, opens)
