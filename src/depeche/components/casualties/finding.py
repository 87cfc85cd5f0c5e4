"""What happened to each counted phrase: by its own noun, a predicate, or a coordinated phrase."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from spacy.tokens import Doc

from depeche.components.casualties.attachment import governs, left_predicate, right_predicate
from depeche.components.casualties.attackers import SELF, in_the_end, slain_attackers
from depeche.components.casualties.breakdown import breakdowns
from depeche.components.casualties.causes import held_by, wounds
from depeche.components.casualties.clitics import finished_off
from depeche.components.casualties.coordination import (
    barrier_after,
    joined,
    opens_breakdown,
    without_appositions,
    without_parts,
)
from depeche.components.casualties.counted import Counted
from depeche.components.casualties.elsewhere import (
    Found,
    bare_tolls,
    besides,
    counted_again,
    died_since,
)
from depeche.components.casualties.figures import figures
from depeche.components.casualties.gapped import gapped
from depeche.components.casualties.predicates import Predicate, fallen, find_predicates, split_predicate
from depeche.components.casualties.pronouns import taken_up, taken_up_together
from depeche.components.casualties.series import in_series, none_survived, set_off, stayed
from depeche.components.casualties.unharmed import asked, unharmed
from depeche.components.casualties.unlisted import unlisted
from depeche.components.casualties.unnumbered import counted_phrases
from depeche.components.casualties.voice import is_passive
from depeche.components.lemma_patterns import agreement_keys_cached, doc_keys_cached, plain
from depeche.components.negation import negated
from depeche.resources import phrase_set, word_set

_attached = partial(word_set, "casualties", "grammar.toml", "attachment")
_AT_FIRST = ("casualties", "grammar.toml", "attachment", "at_first")
_COUNTERS = ("casualties", "grammar.toml", "figures", "counters")
_OWN_NEGATION = ("casualties", "grammar.toml", "attachment", "own_negation")
_APART = ("casualties", "grammar.toml", "attachment", "apart")


def _own_kind(doc: Doc, predicates: Sequence[Predicate], phrase: Counted, barrier: int) -> Found | None:
    """What the phrase's own noun, the parse, or its place says of it."""
    if (phrase.kind is not None or phrase.quantity.rule == "some") and asked(doc[phrase.head]):
        return None
    if phrase.kind == "injured" and (death := _death_of(doc, predicates, phrase)) is not None:
        return phrase, "killed", death.start, "casualty.one_of"
    if phrase.kind is not None and phrase.kind != "displaced":
        return phrase, phrase.kind, phrase.head, "casualty.noun"
    if (held := held_by(doc[phrase.head])) is not None:
        return phrase, held, doc[phrase.head].head.i, "casualty.held"
    if (state := set_off(doc, phrase)) is not None:
        return phrase, state, phrase.head, "casualty.apposed"
    if none_survived(doc, phrase):
        return phrase, "killed", phrase.head, "casualty.none_survived"
    told = _predicated(doc, predicates, phrase, barrier)
    if told is not None and phrase.quantity.rule != "none" and not _denies(told[3]) and negated(doc[told[2]]):
        told = None
    if told is not None and unharmed(doc, told):
        told = None
    if told is None and phrase.kind is not None:
        return phrase, phrase.kind, phrase.head, "casualty.noun"
    if told is not None and told[1] == "injured" and (death := _dies(doc, predicates, told[2])) is not None:
        return phrase, "killed", death.start, f"casualty.parse.{death.form}"
    return told


def _dies(doc: Doc, predicates: Sequence[Predicate], wound: int) -> Predicate | None:
    """« a reçu plusieurs coups de couteau et a succombé », « blessé, avant de mourir »: dead."""
    for verb in doc[wound].children:
        if verb.dep_ not in ("conj", "advcl") or any(c.dep_.startswith("nsubj") for c in verb.children):
            continue
        led = any(
            child.dep_ == "mark" and plain(child.text) in _attached("before") for child in verb.children
        )
        if led and verb.lemma_ in _attached("dying"):
            return Predicate(verb.i, verb.i + 1, "killed", "patient", verb.lemma_)
        death = next((one for one in predicates if one.start == verb.i), None)
        if death is not None and (death.kind, death.voice) == ("killed", "patient") and not negated(verb):
            return death
    return None


def _denies(rule: str) -> bool:
    """« n'ont pas survécu », « ne donnent plus signe de vie »: entries that hold their own negation."""
    return not word_set(*_OWN_NEGATION).isdisjoint(rule.rsplit(".", 1)[-1].split())


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
        if (death := _killed_then(doc, predicates, phrase, right)) is not None:
            return phrase, "killed", death.start, f"casualty.parse.{death.form}"
        return phrase, right.kind, right.start, f"casualty.participle.{right.form}"
    for predicate in predicates:
        if governs(doc, predicate, phrase) and not _past(doc, right, predicate):
            told = _main_after(doc, predicates, predicate) or predicate
            return phrase, told.kind, told.start, f"casualty.parse.{told.form}"
    series = in_series(doc, predicates, phrase) if right is None or right.kind != "killed" else None
    if series is not None:
        return phrase, series.kind, series.start, f"casualty.series.{series.form}"
    left = left_predicate(doc, predicates, phrase)
    if left is not None:
        return phrase, left.kind, left.start, f"casualty.left.{left.form}"
    if right is not None:
        right = _main_after(doc, predicates, right) or right
        return phrase, right.kind, right.start, f"casualty.right.{right.form}"
    return None


def _main_after(doc: Doc, predicates: Sequence[Predicate], first: Predicate) -> Predicate | None:
    """« un homme, écroué la veille, avait été battu à mort »: the verb past the comma tells the fate.

    « Son mari, arrêté lundi, a avoué l'avoir étranglée » tells what he did.
    """
    if first.kind == "killed" or "VerbForm=Part" not in doc[first.start].morph:
        return None
    comma = next((t.i for t in doc[first.end : doc[first.start].sent.end] if t.text in ",;:"), None)
    if comma is None or doc[comma].text != "," or comma + 1 >= len(doc) or doc[comma + 1].pos_ != "AUX":
        return None
    for predicate in predicates:
        suffered = predicate.voice == "patient" or is_passive(doc, predicate)
        if predicate.kind == "killed" and suffered and comma < predicate.start <= comma + 5:
            return predicate
    return None


def _killed_then(
    doc: Doc, predicates: Sequence[Predicate], phrase: Counted, first: Predicate
) -> Predicate | None:
    """« un homme écroué la veille a été battu à mort »: the main verb tells the fate."""
    if first.kind == "killed":
        return None
    for predicate in predicates:
        if predicate.kind == "killed" and predicate.start > first.start and governs(doc, predicate, phrase):
            return None if negated(doc[predicate.start]) else predicate
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
    phrases = without_parts(doc, counted_phrases(doc, agreement_keys_cached(doc)))
    predicates = [p for p in find_predicates(doc, doc_keys_cached(doc)) if wounds(doc, p)]
    predicates = [
        p
        for p in [*predicates, *fallen(doc), *stayed(doc)]
        if not _at_first(doc, p) and not _a_number_of(doc, p)
    ]
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
    told = [*told, *besides(doc, phrases, told), *unlisted(doc, predicates, told)]
    told = sorted(told, key=lambda item: item[0].start)
    slain = list(slain_attackers(doc, [*predicates, *alone], ends, phrases, told))
    ended = {predicate for *_, predicate, _ in slain}
    free = [predicate for predicate in predicates if predicate.start not in ended]
    told = finished_off(doc, predicates, phrases, died_since(doc, predicates, told))
    told = taken_up(doc, free, phrases, told)
    told = taken_up_together(doc, free, phrases, told)
    told = [*told, *counted_again(doc, phrases, told)]
    told = [*told, *_apart(doc, predicates, told)]
    told = [*told, *gapped(doc, phrases, told)]
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
