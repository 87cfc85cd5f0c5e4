"""What was missed, spurious or wrong in an article, with the words of the text and the rule that made it.

In a list slot, a missed and a spurious filler of one aligned pair are told together as one wrong filler
(casualty entries of one kind first). A missing group of a casualty entry is told only where kind and figures
are right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from depeche.evaluation.alignment import Alignment, dates_overlap
from depeche.evaluation.incidents import SLOTS, Filler, Incident, match
from depeche.evaluation.metrics import SUMMED
from depeche.evaluation.mistakes import Kind, Mistake
from depeche.records import EventRecord

AROUND = 40


def describe(incident: Incident) -> str:
    """An incident in short: type, date, first place.

    The date is the label of its filler, `?` when null.
    """
    slots = incident.slots
    date = slots["date"][0].label if slots["date"] else "?"
    return " ".join([incident.type, date, *(place.label for place in slots["place"][:1])])


def rule_of(record: EventRecord | None, field: str | None) -> str | None:
    """The rule of a field by the record's provenance; that of the trigger for the type, None when not
    told.
    """
    if record is None or field is None or record.provenance is None:
        return None
    rules = {told.field: told.rule for told in reversed(record.provenance)}
    fallback = {"type": "trigger", "country": "places[0]"}.get(field, field.split("[")[0])
    return rules.get(field) or rules.get(fallback)


def quote(text: str | None, needle: str) -> str | None:
    """The words around the first occurrence of a value in a text, whatever its case; None when it is not
    there.
    """
    whole = rf"(?<!\w){re.escape(needle)}(?!\w)"
    found = re.search(whole, text, re.IGNORECASE) if text and needle else None
    if text is None or found is None:
        return None
    start, end = max(0, found.start() - AROUND), min(len(text), found.end() + AROUND)
    return " ".join(f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}".split())


class ArticleErrors:
    """Lists the mistakes of one article."""

    def __init__(
        self, name: str, text: str | None, gold: Sequence[Incident], read: Sequence[Incident]
    ) -> None:
        self.name, self.text, self.gold, self.read = name, text, gold, read

    def mistakes(self, aligned: Alignment) -> list[Mistake]:
        """Mistakes event by event: aligned pairs, then missed, then spurious events."""
        found: list[Mistake] = []
        for one, two in aligned.pairs:
            for slot in SLOTS:
                found += self._slot(slot, self.gold[one], self.read[two])
        found += [self._missed_event(self.gold[index]) for index in aligned.missed]
        return found + [self._spurious_event(self.read[index]) for index in aligned.spurious]

    def _slot(self, slot: str, gold: Incident, read: Incident) -> list[Mistake]:
        one, two = gold.slots[slot], read.slots[slot]
        same = match(slot, one, two)
        missed = [filler for index, filler in enumerate(one) if index not in {pair[0] for pair in same}]
        spurious = [filler for index, filler in enumerate(two) if index not in {pair[1] for pair in same}]
        wrong = _paired(missed, spurious)
        if slot == "casualty_group":
            wrong = [(a, b) for a, b in wrong if a.value[:3] == b.value[:3]]
            return [self._mistake(slot, "wrong", gold, read, a, b) for a, b in wrong]
        left = [filler for filler in missed if all(filler is not a for a, _ in wrong)]
        right = [filler for filler in spurious if all(filler is not b for _, b in wrong)]
        return [
            *(self._mistake(slot, "wrong", gold, read, a, b) for a, b in wrong),
            *(self._mistake(slot, "missed", gold, read, filler, None) for filler in left),
            *(self._mistake(slot, "spurious", gold, read, None, filler) for filler in right),
        ]

    def _mistake(
        self, slot: str, kind: Kind, gold: Incident, read: Incident, one: Filler | None, two: Filler | None
    ) -> Mistake:
        words = two.words if two else quote(self.text, _needle(slot, one) if one else "")
        return Mistake(
            article=self.name,
            event=describe(gold),
            slot=slot,
            kind=kind,
            cause=self._cause(slot, gold, read, one, two),
            gold=one.label if one else None,
            read=two.label if two else None,
            rule=rule_of(read.record, two.field) if two else None,
            words=words,
            cost=0 if slot == "casualty_group" else int(one is not None) + int(two is not None),
        )

    def _cause(
        self, slot: str, gold: Incident, read: Incident, one: Filler | None, two: Filler | None
    ) -> str:
        if one is not None and two is not None:
            return _difference(slot, gold, read, one, two)
        if one is not None:
            elsewhere = any(match(slot, [one], other.slots[slot]) for other in self.read)
            return "in another record" if elsewhere else "in no record"
        assert two is not None
        belongs = any(match(slot, other.slots[slot], [two]) for other in self.gold)
        return "of another gold event" if belongs else "of no gold event"

    def _missed_event(self, gold: Incident) -> Mistake:
        labels = [filler.label for slot in ("place", "perpetrator", "target") for filler in gold.slots[slot]]
        words = next((found for label in labels if (found := quote(self.text, label))), None)
        return Mistake(article=self.name, event=describe(gold), slot="event", kind="missed", cause=gold.type,
                       gold=describe(gold), words=words, cost=_size(gold))  # fmt: skip

    def _spurious_event(self, read: Incident) -> Mistake:
        filler = read.slots["type"][0]
        return Mistake(article=self.name, event=describe(read), slot="event", kind="spurious",
                       cause=read.type, read=describe(read), rule=rule_of(read.record, "type"),
                       words=filler.words, cost=_size(read))  # fmt: skip


def _needle(slot: str, gold: Filler) -> str:
    """What to look for in the text: the name, or the figure of a casualty entry in digits."""
    figures = [bound for bound in gold.value[1:3] if bound is not None] if slot == "casualty" else []
    return str(figures[0]) if figures else gold.label


def _size(incident: Incident) -> int:
    return sum(len(incident.slots[slot]) for slot in SUMMED)


def _paired(missed: list[Filler], spurious: list[Filler]) -> list[tuple[Filler, Filler]]:
    """Missed and spurious fillers told together, those of equal figures or kind first (tuple values), then
    in order.
    """
    left, right, pairs = list(missed), list(spurious), []
    for size in (3, 1, 0):
        for one in tuple(left):
            two = next(
                (filler for filler in right if size == 0 or one.value[:size] == filler.value[:size]), None
            )
            if two is not None:
                pairs.append((one, two))
                left.remove(one)
                right.remove(two)
    return pairs


def _difference(slot: str, gold: Incident, read: Incident, one: Filler, two: Filler) -> str:
    if slot == "type":
        return f"{two.label} for {one.label}"
    if slot == "date":
        return "another precision" if dates_overlap(gold, read) else "another day"
    if slot == "casualty":
        return "another figure" if one.value[0] == two.value[0] else "another kind"
    if slot == "casualty_group":
        return f"{two.value[3]} for {one.value[3]}"
    return "another name" if slot != "country" else f"{two.label} for {one.label}"
