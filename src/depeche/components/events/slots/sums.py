"""Counts that add up: coordinated victims of one group, and the gravely and the lightly wounded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from depeche.components.casualties.breakdown import RULE
from depeche.components.events.settings import phrases, words
from depeche.components.lemma_patterns import plain
from depeche.resources import rules
from depeche.values.casualties import CasualtyMention
from depeche.values.numbers import Quantity

GRADE_REACH = 6
ADDED_REACH = 40


@dataclass(frozen=True, slots=True)
class TollEntry:
    """A casualty entry with the span it was read from."""

    span: Span
    mention: CasualtyMention
    quantity: Quantity
    in_title: bool
    rivals: tuple[Span, ...] = ()

    @property
    def unnumbered(self) -> bool:
        """Told by no figure (« des morts », « plusieurs », « des milliers »)."""
        return self.quantity.rule in words("reporting", "vague", "unnumbered")


def summed(found: Sequence[TollEntry]) -> list[TollEntry]:
    """« deux patients et un infirmier ont été tués »: counts of one group in one list are one count."""
    result: list[TollEntry] = []
    for run in map(_parts_or_total, _runs(_broken_down(found))):
        by_group: dict[str, TollEntry] = {}
        for entry in run:
            same = by_group.get(entry.mention.group)
            summable = same is not None and same.quantity.low is not None
            key = entry.mention.group if same is None or summable else f"{entry.mention.group}+"
            by_group[key] = plus(same, entry) if same is not None and summable else entry
        result.extend(by_group.values())
    return result


def _parts_or_total(run: list[TollEntry]) -> list[TollEntry]:
    """« six jeunes, cinq hommes et une femme, ont péri »: a list whose first count is the sum of the others.

    Its parts stand where they name groups that the total does not, else the total.
    """
    total, parts = run[0], run[1:]
    if len(parts) < 2 or total.quantity.value != sum(part.quantity.value for part in parts):
        return run
    named = total.mention.group == "unspecified" and any(p.mention.group != "unspecified" for p in parts)
    return parts if named else [total]


def _broken_down(found: Sequence[TollEntry]) -> list[TollEntry]:
    """The entries without the totals whose parts are told (`casualties.breakdown`)."""
    parts = {entry.mention.predicate for entry in found if entry.mention.rule == RULE}
    return [e for e in found if e.mention.rule == RULE or e.mention.predicate not in parts]


def _runs(found: Sequence[TollEntry]) -> list[list[TollEntry]]:
    """Entries cut into lists, each of counts told side by side."""
    runs: list[list[TollEntry]] = []
    for position, entry in enumerate(found):
        if runs and _continues(runs[-1][-1], entry, found[position + 1 :]):
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return runs


def _continues(first: TollEntry, second: TollEntry, rest: Sequence[TollEntry]) -> bool:
    """Whether a count goes on the list of the one before; a comma alone may open an apposition."""
    if first.mention.kind != second.mention.kind or first.span.end > second.span.start:
        return False
    if _graded(first, second):
        return True
    if first.mention.predicate != second.mention.predicate:
        return False
    between = _between(first, second)
    if len(between) <= 2 and not words("reporting", "sum", "coordinators").isdisjoint(between):
        return True
    return between == [","] and bool(rest) and _continues(second, rest[0], rest[1:])


def side_by_side(first: TollEntry, second: TollEntry) -> bool:
    """« un policier et sa compagne »: two counts that one coordinator joins."""
    one, two = sorted((first, second), key=lambda entry: entry.span.start)
    between = _between(one, two)
    return len(between) == 1 and between[0] in words("reporting", "sum", "coordinators")


def _between(first: TollEntry, second: TollEntry) -> list[str]:
    return [token.lower_ for token in first.span.doc[first.span.end : second.span.start]]


def _graded(first: TollEntry, second: TollEntry) -> bool:
    """« 10 blessés graves et 13 blessés légers », « deux en urgence absolue, quatre en urgence relative »."""
    if first.mention.kind != "injured" or first.span.sent.start != second.span.sent.start:
        return False
    doc = first.span.doc
    one = _grade(doc, first.span.start, second.span.start)
    two = _grade(doc, second.span.start, second.span.sent.end)
    return one is not None and two is not None and one != two


def _grade(doc: Doc, start: int, end: int) -> str | None:
    """How gravely those of a count are wounded, by the words that follow it."""
    following = [plain(token.text) for token in doc[start : min(end, start + GRADE_REACH)]]
    for grade in ("grave", "light"):
        if any(word.startswith(phrases("reporting", "grades", grade)) for word in following):
            return grade
    return None


def one_more(first: TollEntry, second: TollEntry) -> bool:
    """« Un élu a été enlevé. Son chauffeur a également été emmené. »: a count told right after, as added."""
    doc, near = first.span.doc, second.span.start - first.span.end
    verb = doc[second.mention.predicate]
    if not 0 <= near < ADDED_REACH or first.mention.predicate == second.mention.predicate:
        return False
    if second.mention.rule == "casualty.noun" or first.quantity.low is None:
        return False
    if _next_in_order(first, second):
        return True
    return any(plain(child.text) in words("reporting", "sum", "also") for child in verb.children)


def _next_in_order(first: TollEntry, second: TollEntry) -> bool:
    """« deux policiers ont été poignardés et un troisième a été renversé »: one more than those told."""
    order = rules("events", "reporting.toml")["sum"]["order"]
    last = plain(second.span[-1].text)
    return second.quantity.value == 1 and last in order and order.index(last) == first.quantity.value


def plus(first: TollEntry, second: TollEntry) -> TollEntry:
    low, high = first.quantity.low, first.quantity.high
    one, two = second.quantity.low or 0, second.quantity.high
    total = Quantity(
        low=None if low is None else low + one,
        high=None if high is None or two is None else high + two,
        rule="sum",
    )
    return replace(first, quantity=total)


def without_struck(found: list[TollEntry]) -> list[TollEntry]:
    """« a fauché huit cyclistes, en tuant trois »: those knocked down are dead where no fewer are told."""
    forms = words("reporting", "struck", "forms")
    struck = [e for e in found if e.mention.rule.rsplit(".", 1)[-1] in forms]
    dead = [e for e in found if e not in struck and e.mention.kind == "killed" and e.quantity.value]
    return [e for e in found if e not in struck or not any(_some_of(d, e) for d in dead)]


def _some_of(dead: TollEntry, struck: TollEntry) -> bool:
    """Fewer of the same side, told after those of whom they were."""
    same = dead.mention.group == struck.mention.group and dead.span.start > struck.span.start
    return same and dead.quantity.value < struck.quantity.value
