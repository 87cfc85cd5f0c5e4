"""The event type that the triggers of one mention speak for."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from depeche.components.events.acts.bombers import rushes_to_die
from depeche.components.events.acts.means import is_means_of, is_subject_of, weapons_beside
from depeche.components.events.acts.victims import breaks_a_thing, burns_persons, founders, hurts_badly
from depeche.components.events.index import index_of
from depeche.components.events.settings import pattern, type_table, words
from depeche.components.lemma_patterns import plain
from depeche.records import EventType

MEANS_WEIGHT = 1.1
SOFT = 0.95  # weight of a type that a weapon may settle otherwise
_STRENGTH = {"strong": 1.0, "weak": 0.45, "toll": 0.3, "found": 0.25, "means": 0.5}


def demonstrators(sent: Span) -> bool:
    """A gathering of demonstrators is a protest."""
    return bool(index_of(sent.doc).lemmas(sent) & words("cast", "demonstrators", "lemmas"))


def _aimed_at(span: Span) -> bool:
    """« un attentat contre un rassemblement »: the gathering is the target, not the act."""
    before = span.doc[max(span.sent.start, span.start - 2) : span.start]
    return any(token.lower_ in type_table("gathering")["led"] for token in before)


def _kind_alone(span: Span) -> bool:
    """« ce genre d'attaques est courant », « il ne s'agit pas d'une mutinerie »: no word for the act told."""
    before = plain(index_of(span.doc).text[span.sent.start_char : span.start_char])
    return span._.trigger.pos == "N" and bool(pattern("types", "kind").search(before))


def _ends_in(span: Span) -> bool:
    """« au terme de combats », « à l'issue d'affrontements »: the fighting led to the act told."""
    before = span.doc[max(span.sent.start, span.start - 6) : span.start]
    return any(token.lower_ in type_table("means")["ends"] for token in before)


def _counted(span: Span) -> bool:
    """« un mort et plusieurs arrestations »: the word counts victims, it does not name the act."""
    return span._.trigger.head in index_of(span.doc).counting_nouns


def _opposed(group: list[Span]) -> bool:
    """« les heurts qui ont opposé éleveurs et cultivateurs »: a noun for a fight and both its sides."""
    acts = [span._.trigger for span in group if span._.trigger.type in ("clash", "killing")]
    sides = any(act.pos == "V" and act.type == "clash" and act.frame == "recip" for act in acts)
    return sides and any(act.pos == "N" and act.strength in ("strong", "weak") for act in acts)


def _turned(group: list[Span], sent: Span) -> Token | None:
    """« une marche qui s'était terminée dans le sang »: a protest, and what it turned to is its toll."""
    march = next((s for s in group if s._.trigger.type == "protest" and s._.trigger.pos == "N"), None)
    if march is None:
        return None
    table = type_table("marched")
    for token in sent.doc[march.end : sent.end]:
        if token.lemma_.lower() in table["verbs"]:
            near = sent.doc[token.i + 1 : min(token.i + 5, sent.end)]
            if any(word.lemma_.lower() in table["ends"] for word in near):
                return token
    return None


def _from_the_air(span: Span) -> bool:
    """« touché, lui aussi, depuis les airs »: right after the act."""
    after = span.doc[span.end : min(span.end + 8, span.sent.end)]
    told = plain(index_of(span.doc).text_of(after)) if len(after) else ""
    return any(part in told for part in type_table("means")["aloft"])


def mention_types(group: list[Span], sent: Span) -> list[tuple[EventType, float]]:
    """Types with their weight: those of the triggers, and those of the weapons that are their means."""
    upgrades = frozenset(type_table("means")["upgrades"])
    weapons, soft = weapons_beside(group[0]), frozenset(type_table("means")["soft"])
    found: list[tuple[EventType, float]] = []
    turned = _turned(group, sent)
    if turned is not None:
        found.append(("protest", 1.0))
    for span in group:
        trigger = span._.trigger
        if trigger.type is None or _kind_alone(span):
            continue
        weight = _STRENGTH.get(trigger.strength, 0.1)
        if burns_persons(span) or hurts_badly(span):
            found.append(("killing", _STRENGTH["toll"]))
            continue
        if _opposed(group) and trigger.type in ("clash", "killing") and trigger.strength != "toll":
            found.append(("clash", 1.0))
            continue
        if _counted(span) or (turned is not None and trigger.type == "killing" and span.start > turned.i):
            weight = min(weight, _STRENGTH["toll"])
        if trigger.type == "protest" and trigger.strength == "weak" and demonstrators(sent):
            weight = 1.0
        if trigger.type == "protest" and trigger.pos == "N" and _aimed_at(span):
            continue
        if trigger.type == "clash" and trigger.pos == "N" and _ends_in(span):
            weight = min(weight, _STRENGTH["weak"])
        if trigger.form in soft:
            weight = min(weight, SOFT)
        if founders(span):
            found.append(("accident", _STRENGTH["weak"]))
        elif not breaks_a_thing(span):
            found.append((trigger.type, weight))
        for weapon in weapons:
            if (trigger.type in upgrades and is_means_of(weapon, span)) or is_subject_of(weapon, span):
                found.append((weapon._.trigger.type, MEANS_WEIGHT))
    return [*found, *_by_how(group, weapons, found)]


def _by_how(
    group: list[Span], weapons: list[Span], found: list[tuple[EventType, float]]
) -> Iterator[tuple[EventType, float]]:
    """Types told by how it was done: by attackers who mean to die, from the air."""
    upgrades = frozenset(type_table("means")["upgrades"])
    if rushes_to_die(weapons) and any(type_ in upgrades for type_, _ in found):
        yield "suicide_bombing", MEANS_WEIGHT
    if any(span._.trigger.type in upgrades and _from_the_air(span) for span in group):
        yield "air_strike", MEANS_WEIGHT
