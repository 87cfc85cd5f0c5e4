"""The casualty entries of an incident: one for each kind and group, revised and rival tolls reconciled."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span

from depeche.components.casualties.attackers import SLAIN
from depeche.components.casualties.breakdown import RULE
from depeche.components.casualties.rivals import RULE as RIVAL
from depeche.components.events.clauses import in_pluperfect
from depeche.components.events.compare import type_names
from depeche.components.events.index import index_of
from depeche.components.events.model import Incident
from depeche.components.events.settings import pattern, words
from depeche.components.events.slots.caught import with_attackers
from depeche.components.events.slots.sums import (
    TollEntry,
    one_more,
    plus,
    side_by_side,
    summed,
    without_struck,
)
from depeche.components.lemma_patterns import plain
from depeche.values.numbers import Quantity

ROUNDED = 0.2  # how far a round figure (« une soixantaine ») may be from the exact one


def entries(incident: Incident) -> list[TollEntry]:
    """Reconciled casualty entries in text order."""
    found = [
        TollEntry(span, span._.casualty, span._.casualty.quantity, mention.in_title)
        for mention in incident.mentions
        for span in mention.casualties
        if not _runs_away(span)
    ]
    found = [entry for entry in found if not _nobody_caught(entry, incident)]
    found = _without_zeros([_held(entry, incident) for entry in without_struck(found)])
    found = with_attackers(incident, _apart_from_toll(_without_names(_latest(found))))
    by_slot: dict[tuple[str, str], list[TollEntry]] = {}
    for entry in _one_group(summed(found)):
        by_slot.setdefault((entry.mention.kind, entry.mention.group), []).append(entry)
    kept = [_reconciled(group) for group in by_slot.values()]
    return sorted(_without_totals(kept), key=lambda entry: entry.span.start)


def _latest(found: list[TollEntry]) -> list[TollEntry]:
    """A toll that the text calls a first one stands only where no other figure of its kind is told."""
    later = {entry.mention.kind for entry in found if entry.mention.scope == "incident" and not _vague(entry)}
    replaced = {e.span.sent.start for e in found if e.mention.scope != "incident" and e.mention.kind in later}
    return [e for e in found if e.mention.scope == "incident" or e.span.sent.start not in replaced]


def _apart_from_toll(found: list[TollEntry]) -> list[TollEntry]:
    """« l'un d'eux a succombé »: a toll told elsewhere may count him already, that of his side at least."""
    whole = {_side(e) for e in found if e.mention.rule != "casualty.one_of" and e.quantity.value}
    return [e for e in found if e.mention.rule != "casualty.one_of" or _side(e) not in whole]


def _without_names(found: list[TollEntry]) -> list[TollEntry]:
    """« Deux sœurs ont été tuées. Les sœurs A et B ont été abattues »: the count before holds those named."""
    named = [e for e in found if e.mention.group == "unspecified" and _is_name(e.span)]
    return [entry for entry in found if entry not in named or not _counted(entry, found, named)]


def _is_name(span: Span) -> bool:
    return span._.casualty.quantity.value == 1 and all(token.pos_ == "PROPN" for token in span)


def _counted(entry: TollEntry, found: list[TollEntry], named: list[TollEntry]) -> bool:
    """Whether a count of a sentence before has room for a name told with no word for who it is."""
    before = [
        e for e in found if e.span.sent.end <= entry.span.start and e.mention.kind == entry.mention.kind
    ]
    several = max(2, sum(e.mention.kind == entry.mention.kind for e in named))
    return any(e.mention.group != "militant" and e.quantity.value >= several for e in before)


def _runs_away(span: Span) -> bool:
    """« L'agresseur a fui »: a lone person or an armed one who flees is no displaced person."""
    toll = span._.casualty
    return toll.kind == "displaced" and (
        toll.quantity.value == 1 or toll.group not in ("civilian", "unspecified")
    )


def _nobody_caught(entry: TollEntry, incident: Incident) -> bool:
    """« aucune interpellation »: a toll of a riot, nothing that happened in an act of any other sort."""
    riot = any("protest" in type_names(mention) for mention in incident.mentions)
    return entry.mention.kind == "arrested" and entry.quantity.high == 0 and not riot


def _without_zeros(found: list[TollEntry]) -> list[TollEntry]:
    """« il n'y a pas de blessés dans le train », beside six elsewhere: none of a part, not of the whole."""
    suffered = {
        entry.mention.kind
        for entry in found
        if entry.quantity.value and not entry.in_title and entry.mention.group != "militant"
    }
    return [entry for entry in found if entry.quantity.high != 0 or entry.mention.kind not in suffered]


def _held(entry: TollEntry, incident: Incident) -> TollEntry:
    """« 317 disparues » after a raid on a school that took them: those missing are those abducted."""
    types = set().union(*(type_names(mention) for mention in incident.mentions))
    if entry.mention.kind != "missing" or "abduction" not in types or types & {"accident", "disaster"}:
        return entry
    return replace(entry, mention=entry.mention.model_copy(update={"kind": "abducted"}))


def _side(entry: TollEntry) -> tuple[str, bool]:
    return entry.mention.kind, entry.mention.group == "militant"


def _one_group(found: list[TollEntry]) -> list[TollEntry]:
    """A rival figure told of « corps » or « morts » counts the group that the other figure names."""
    result: list[TollEntry] = []
    for entry in found:
        groups = {
            e.mention.group for e in found if e.mention.kind == entry.mention.kind and e is not entry
        } - {"unspecified", "militant"}
        rival = pattern("reporting", "against").search(_text(entry)) or any(
            pattern("reporting", "rival").search(_text(e))
            for e in found
            if e.mention.kind == entry.mention.kind and e is not entry
        )
        if (
            entry.mention.group == "unspecified"
            and len(groups) == 1
            and rival
            and entry.quantity.value > 1
            and not entry.in_title
        ):
            entry = replace(entry, mention=entry.mention.model_copy(update={"group": groups.pop()}))
        result.append(entry)
    return result


def _text(entry: TollEntry) -> str:
    return plain(index_of(entry.span.doc).text_of(entry.span.sent))


def _vague(entry: TollEntry) -> bool:
    return entry.quantity.rule in words("reporting", "vague", "rules")


def _precise(entry: TollEntry) -> bool:
    return not entry.quantity.approximate and not entry.unnumbered


def _reconciled(group: list[TollEntry]) -> TollEntry:
    """One entry of several: the body over the title, a revision over what it revises, rivals to a range."""
    body = [entry for entry in group if not entry.in_title] or group
    numbered = [entry for entry in body if not _vague(entry) and not entry.unnumbered] or body
    precise = [entry for entry in numbered if _precise(entry)] or numbered
    chosen = precise[0]
    if len(precise) == 2 and one_more(*precise):
        return plus(*precise)
    for entry in [e for e in numbered if e is not chosen and (e in precise or _far(e, chosen))]:
        text = _text(entry)
        if _same_value(entry.quantity, chosen.quantity):
            continue
        if entry.mention.rule == RULE or (
            pattern("reporting", "revised").search(text) and _replaces(entry, chosen, text)
        ):
            chosen = entry if entry in precise else chosen
        elif entry.quantity.value > 1 and _rivals(entry, chosen):
            chosen = _range(chosen, entry)
    return chosen


def _rivals(one: TollEntry, other: TollEntry) -> bool:
    """Whether the figure told later of the two is said to be another source's."""
    first, last = sorted((one, other), key=lambda entry: entry.span.start)
    told = last.mention.rule == RIVAL or pattern("reporting", "rival").search(_text(last)) is not None
    return told and (last.mention.rule == RIVAL or _told_before(last) <= _told_before(first))


def _far(entry: TollEntry, chosen: TollEntry) -> bool:
    """« une quarantaine » beside 23: more than the same figure rounded, so another source's."""
    one, other = entry.quantity, chosen.quantity
    return one.low is not None and other.low is not None and abs(one.low - other.low) > ROUNDED * one.low


def _replaces(entry: TollEntry, chosen: TollEntry, text: str) -> bool:
    """A revision is a rise, unless the text says that the toll has come down (« revu à la baisse »)."""
    return entry.quantity.value >= chosen.quantity.value or bool(pattern("reporting", "lowered").search(text))


def _told_before(entry: TollEntry) -> bool:
    """« l'attentat de lundi avait fait 26 morts »: the pluperfect tells of an act before, no rival figure."""
    word = entry.span.doc[entry.mention.predicate]
    verbs = (one for one in (word, *word.ancestors) if one.pos_ in ("VERB", "AUX"))
    return in_pluperfect(next(verbs, word))


def _same_value(first: Quantity, second: Quantity) -> bool:
    return (first.low, first.high) == (second.low, second.high)


def _range(first: TollEntry, second: TollEntry) -> TollEntry:
    numbers = [
        n
        for n in (first.quantity.low, first.quantity.high, second.quantity.low, second.quantity.high)
        if n is not None
    ]
    quantity = Quantity(low=min(numbers), high=max(numbers), rule="rival")
    return replace(first, quantity=quantity, rivals=(*first.rivals, second.span))


def _in_headline_alone(entry: TollEntry, kept: list[TollEntry]) -> bool:
    """« Trois migrants morts » over « trois personnes ont péri »: the body says whom it counts."""
    return entry.in_title and any(
        not other.in_title
        and other.mention.kind == entry.mention.kind
        and other.mention.group == "unspecified"
        and other.quantity.value == entry.quantity.value > 1
        for other in kept
        if other is not entry
    )


def _without_totals(kept: list[TollEntry]) -> list[TollEntry]:
    """A total goes when its parts add up to it, when it repeats one, or when it is vague and no larger."""
    kept = [entry for entry in kept if not _in_headline_alone(entry, kept)]
    result = list(kept)
    for total in kept:
        if total.mention.group != "unspecified":
            continue
        parts = [e for e in kept if e.mention.kind == total.mention.kind and e.mention.group != "unspecified"]
        if not parts:
            continue
        killed = total.mention.kind == "killed"
        counts = [p.quantity.value for p in parts if not (killed and p.mention.rule.startswith(SLAIN))]
        if not counts:
            continue  # « a tué sa femme avant de se donner la mort »
        if any(side_by_side(total, part) or one_more(part, total) for part in parts):
            continue  # « un policier et sa compagne »
        repeated = total.quantity.value in (sum(counts), *counts)
        headline = total.in_title and _vague(total)
        if headline or repeated or (not _precise(total) and total.quantity.value <= max(counts)):
            result.remove(total)
    return result


__all__ = ["TollEntry", "entries"]
