"""The parts of a total told by groups: « 10 morts, à savoir sept civils et trois gendarmes ».

A list of groups that no verb governs takes what befell the total before it when its figures add up to
that total, in the same sentence or the next: the sum is what makes it sure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from spacy.tokens import Doc, Span

from depeche.components.casualties.coordination import joined
from depeche.components.casualties.counted import Counted
from depeche.components.casualties.elsewhere import Found
from depeche.components.lemma_patterns import fold_word, plain
from depeche.resources import phrase_set, word_set

RULE = "casualty.breakdown"
VICTIMS_REACH = 10
_words = partial(word_set, "casualties", "grammar.toml", "breakdown")


def breakdowns(doc: Doc, phrases: Sequence[Counted], found: Mapping[int, Found]) -> list[tuple[int, Found]]:
    """The parts of totals, by their position among the phrases."""
    result: list[tuple[int, Found]] = []
    for run in _lists(doc, phrases, found):
        total = _total(doc, phrases, run, found)
        if total is not None:
            result += [(i, (phrases[i], total[1], total[2], RULE)) for i in run]
    return result


def _total(doc: Doc, phrases: Sequence[Counted], run: list[int], found: Mapping[int, Found]) -> Found | None:
    """The count that a list is the parts of: the one before it, or one further back that victims lead to."""
    parts, first = [phrases[i] for i in run], phrases[run[0]]
    before = [found[i] for i in range(run[0] - 1, -1, -1) if i in found]
    sentence = doc[first.head].sent
    if not _led(doc[max(sentence.start, first.start - VICTIMS_REACH) : first.start], "victims"):
        before = [told for told in before[:1] if _leads(doc, told[0], first)]
    return next((told for told in before if _adds_up(told[0], parts)), None)


def _lists(doc: Doc, phrases: Sequence[Counted], found: Mapping[int, Found]) -> list[list[int]]:
    """Runs of two counts of people and more, side by side, that nothing says the fate of."""
    runs: list[list[int]] = []
    for position, phrase in enumerate(phrases):
        if position in found or phrase.kind is not None or phrase.group is None:
            continue
        if runs and runs[-1][-1] == position - 1 and joined(doc, phrases[position - 1], phrase):
            runs[-1].append(position)
        else:
            runs.append([position])
    return [run for run in runs if len(run) > 1]


def _adds_up(total: Counted, parts: Sequence[Counted]) -> bool:
    named = any(part.group != "unspecified" for part in parts)
    if not named or total.group not in (None, "unspecified") or total.quantity.rule == "none":
        return False
    exact = all(part.quantity.low == part.quantity.high for part in parts)
    return exact and total.quantity.value == sum(part.quantity.value for part in parts)


def _leads(doc: Doc, total: Counted, first: Counted) -> bool:
    """Whether what stands between a total and a list lets the list be its parts."""
    between = doc[total.end : first.start]
    if any(fold_word(token.text) in _words("subset") for token in between):
        return False
    sentence, before = doc[first.head].sent, doc[total.head].sent
    if before.start != sentence.start and before.end != sentence.start:
        return False
    last = next((token.text for token in reversed(between) if not token.is_space), "")
    return _led(between, "leads") or (before.start == sentence.start and last in (",", ":", "("))


def _led(between: Span, key: str) -> bool:
    """Whether words that lead to parts stand in a stretch."""
    words = [plain(token.text) for token in between if not token.is_space]
    return any(
        tuple(words[index : index + len(lead)]) == lead
        for lead in phrase_set("casualties", "grammar.toml", "breakdown", key)
        for index in range(len(words))
    )
