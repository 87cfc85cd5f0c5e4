"""What happened to each counted phrase: by its own noun, a predicate, or a coordinated phrase."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from depeche.components.casualties.attachment import governs, left_predicate, right_predicate
from depeche.components.casualties.attackers import SELF, in_the_end, slain_attackers
from depeche.components.casualties.breakdown import breakdowns
from depeche.components.casualties.causes import natural, on_the_run, wounds
from depeche.components.casualties.coordination import (
    barrier_after,
    joined,
    opens_breakdown,
    without_appositions,
)
from depeche.components.casualties.counted import Counted
from depeche.components.casualties.elsewhere import (
    Found,
    bare_tolls,
    besides,
    died_since,
)
from depeche.components.casualties.figures import figures
from depeche.components.casualties.predicates import Predicate, fallen, find_predicates, split_predicate
from depeche.components.casualties.pronouns import taken_up, taken_up_together
from depeche.components.casualties.unnumbered import counted_phrases
from depeche.components.lemma_patterns import agreement_keys_cached, doc_keys_cached, plain
from depeche.components.negation import negated
from depeche.resources import phrase_set, word_set

_AT_FIRST = ("casualties", "grammar.toml", "attachment", "at_first")
_COUNTERS = ("casualties", "grammar.toml", "figures", "counters")
_APART = ("casualties", "grammar.toml", "attachment", "apart")


def _own_kind(doc: Doc, predicates: Sequence[Predicate], phrase: Counted, barrier: int) -> Found | None:
    """What the phrase's own noun, the parse, or its place says of it."""
    if phrase.kind == "injured" and (death := _death_of(doc, predicates, phrase)) is not None:
        return phrase, "killed", death.start, "casualty.one_of"
    if phrase.kind is not None and phrase.kind != "displaced":
        return phrase, phrase.kind, phrase.head, "casualty.noun"
    told = _predicated(doc, predicates, phrase, barrier)
    if told is not None and phrase.quantity.rule != "none" and negated(doc[told[2]]):
        told = None
    if told is not None and told[1] == "displaced" and on_the_run(doc, told[2], phrase):
        told = None
    if told is not None and told[1] == "killed" and phrase.quantity.value == 1 and natural(doc, told[2]):
        told = None
    if told is None and phrase.kind is not None:
        return phrase, phrase.kind, phrase.head, "casualty.noun"
    return told


def _death_of(doc: Doc, predicates: Sequence[Predicate], phrase: Counted) -> Predicate | None:
    """« deux blessés ont succombé »: the death that wounded people are the subject of."""
    for predicate in predicates:
        if predicate.kind == "killed" and predicate.voice == "patient" and governs(doc, predicate, phrase):
            return None if negated(doc[predicate.start]) else predicate
    return None


def _predicated(doc: Doc, predicates: Sequence[Predicate], phrase: Counted, barrier: int) -> Found | None:
    """What a predicate says of the phrase: a participle beside it, then the parse, then its place."""
    right = right_predicate(doc, predicates, phrase, barrier)
    if right is not None and _adjacent(doc, predicates, phrase, barrier) is right:
        return phrase, right.kind, right.start, f"casualty.participle.{right.form}"
    for predicate in predicates:
        if governs(doc, predicate, phrase) and not _past(doc, right, predicate):
            return phrase, predicate.kind, predicate.start, f"casualty.parse.{predicate.form}"
    left = left_predicate(doc, predicates, phrase)
    if left is not None:
        return phrase, left.kind, left.start, f"casualty.left.{left.form}"
    if right is not None:
        return phrase, right.kind, right.start, f"casualty.right.{right.form}"
    return None


def _past(doc: Doc, right: Predicate | None, governor: Predicate) -> bool:
    """« Dix soldats étaient morts, six autres avaient été blessés »: a verb past another count is its."""
    if right is None or governor.start <= right.start:
        return False
    return any(right.end <= span.start < governor.start for span in doc.spans.get("numbers", ()))


def _adjacent(doc: Doc, predicates: Sequence[Predicate], phrase: Counted, barrier: int) -> Predicate | None:
    """The verb right after a phrase, nothing between that would part them."""
    for predicate in predicates:
        if phrase.end <= predicate.start <= phrase.end + 1 and predicate.voice != "noun":
            apart = doc[phrase.end : predicate.start].text in word_set(*_APART)
            return None if apart or predicate.start >= barrier else predicate
    return None


def find_casualties(doc: Doc) -> list[Found]:
    """Counted phrases with the kind of what happened to them, coordination included."""
    phrases = counted_phrases(doc, agreement_keys_cached(doc))
    predicates = [p for p in find_predicates(doc, doc_keys_cached(doc)) if wounds(doc, p)]
    predicates = [p for p in predicates + fallen(doc) if not _at_first(doc, p) and not _a_number_of(doc, p)]
    predicates = _with_split(doc, predicates, phrases)
    predicates, ends, alone = _parted(doc, sorted(predicates, key=lambda predicate: predicate.start))
    found: dict[int, Found] = {}
    for position, phrase in enumerate(phrases):
        own = _own_kind(doc, predicates, phrase, barrier_after(doc, phrases, position))
        if own is not None:
            found[position] = own
    _coordinate(doc, phrases, found)
    found.update(breakdowns(doc, phrases, found))
    told = without_appositions(doc, [found[position] for position in sorted(found)])
    told = sorted([*told, *besides(doc, phrases, told)], key=lambda item: item[0].start)
    slain = list(slain_attackers(doc, [*predicates, *alone], ends, phrases, told))
    ended = {predicate for *_, predicate, _ in slain}
    free = [predicate for predicate in predicates if predicate.start not in ended]
    told = taken_up(doc, free, phrases, died_since(doc, predicates, told))
    told = taken_up_together(doc, free, phrases, told)
    told = [*told, *_apart(doc, predicates, told)]
    return sorted([*told, *slain, *bare_tolls(doc, told)], key=lambda item: item[0].start)


def _with_split(doc: Doc, predicates: list[Predicate], phrases: Sequence[Counted]) -> list[Predicate]:
    """The predicates, with those that stand on both sides of a count (« a pris dix élèves en otage »)."""
    keys, told = doc_keys_cached(doc), {predicate.start for predicate in predicates}
    split = (split_predicate(doc, keys, p.start, p.end) for p in phrases if p.kind is None)
    return [*predicates, *(one for one in split if one is not None and one.start not in told)]


def _at_first(doc: Doc, predicate: Predicate) -> bool:
    """« trois otages, d'abord portés disparus, ont été retrouvés morts »: a fate that did not last."""
    before = tuple(plain(token.text) for token in doc[max(0, predicate.start - 2) : predicate.start])
    return "VerbForm=Part" in doc[predicate.start].morph and (
        before in phrase_set(*_AT_FIRST) or before[-1:] in phrase_set(*_AT_FIRST)
    )


def _a_number_of(doc: Doc, predicate: Predicate) -> bool:
    """« le nombre de tués est de 58 »: a noun that is counted, no verb."""
    before = [plain(token.text) for token in doc[max(0, predicate.start - 2) : predicate.start]]
    return before[1:] == ["de"] and before[0] in word_set(*_COUNTERS)


def _parted(
    doc: Doc, predicates: Sequence[Predicate]
) -> tuple[list[Predicate], list[Predicate], list[Predicate]]:
    """Predicates, those that tell how the act ended (« avant d'être abattu »), those done to oneself."""
    ends = [p for p in predicates if p.kind in ("killed", "arrested") and in_the_end(doc, p)]
    alone = [p for p in predicates if p.voice == SELF and p not in ends]
    return [p for p in predicates if p not in ends and p not in alone], ends, alone


def _apart(doc: Doc, predicates: Sequence[Predicate], told: Sequence[Found]) -> list[Found]:
    """Figures told apart from their noun, where no phrase has counted them."""
    taken = {index for phrase, *_ in told for index in range(phrase.start, phrase.end)}
    found = figures(doc, agreement_keys_cached(doc), predicates)
    return [item for item in found if item[0].start not in taken]


def _coordinate(doc: Doc, phrases: Sequence[Counted], found: dict[int, Found]) -> None:
    """Give a phrase without a predicate that of the phrase it is coordinated with, in `found`."""
    for position in range(1, len(phrases)):
        before, last, phrase = found.get(position - 1), phrases[position - 1], phrases[position]
        if position in found or before is None or not joined(doc, last, phrase):
            continue
        if before[3] != "casualty.noun" or opens_breakdown(doc, last, phrase, found):
            found[position] = (phrase, before[1], before[2], "casualty.coordinated")
