"""The event type that the triggers of one mention speak for."""

from __future__ import annotations

from spacy.tokens import Span, Token

from depeche.components.events.clauses import clause_root
from depeche.components.events.index import index_of, sentence_weapons
from depeche.components.events.settings import pattern, type_table, words
from depeche.components.lemma_patterns import plain
from depeche.records import EventType

MEANS_REACH = 9
MEANS_WEIGHT = 1.1
SOFT = 0.95  # weight of a type that a weapon may settle otherwise
_STRENGTH = {"strong": 1.0, "weak": 0.45, "toll": 0.3, "found": 0.25, "means": 0.5}


def _is_means_of(weapon: Span, trigger: Span) -> bool:
    """« attaqué par des drones », « attentat à la bombe », « une bombe a tué »: the weapon beside its act.

    So is that which its author carries (« un homme armé d'un couteau a attaqué »).
    """
    doc = weapon.doc
    if trigger.end <= weapon.start <= trigger.end + MEANS_REACH:
        between = doc[trigger.end : weapon.start + 1]
        if any(token.text in ";:." or token.lower_ in type_table("means")["parts"] for token in between):
            return False
        if weapon._.trigger.form in type_table("means")["craft"] and _falls(trigger.end, weapon):
            return False
        if _of_a_site(weapon) or _beside_guns(weapon):
            return False
        return any(
            token.lower_ in type_table("means")["leads"]
            for token in doc[max(trigger.end, weapon.start - 4) : weapon.start]
        )
    head = doc[trigger._.trigger.head]
    root = weapon.root
    carried = root.head.dep_ in ("acl", "amod") and root.head.head.head.i == head.i
    return (root.head.i == head.i and root.dep_ in ("nsubj", "nsubj:pass", "obl:agent", "obl")) or carried


def _of_a_site(weapon: Span) -> bool:
    """« devant l'école d'aviation », « contre une usine de drones »: the weapon names what was hit."""
    head = weapon.root.head
    return weapon.root.dep_ == "nmod" and head.lemma_.lower() in type_table("means")["sites"]


def _beside_guns(weapon: Span) -> bool:
    """« à la grenade et au fusil », « de rafales et de grenades »: several means together are an attack."""
    if weapon._.trigger.type != "explosion":
        return False
    doc, sent, guns = weapon.doc, weapon.sent, type_table("means")["guns"]
    for part in (doc[max(sent.start, weapon.start - 5) : weapon.start], doc[weapon.end : weapon.end + 5]):
        if any(word.lower_ == "et" for word in part) and any(word.lemma_.lower() in guns for word in part):
            return True
    return False


def _falls(start: int, craft: Span) -> bool:
    """« morts dans le crash de leur hélicoptère »: a craft that fell is no weapon."""
    between = index_of(craft.doc).within("triggers", start, craft.start)
    return any(span._.trigger.type == "accident" for span in between)


def _is_subject_of(weapon: Span, trigger: Span) -> bool:
    """« des roquettes se sont abattues sur », « un missile s'est écrasé sur »: the weapon is what acts."""
    if trigger._.trigger.pos != "V" or weapon._.trigger.type not in ("shelling", "air_strike"):
        return False
    root, head = weapon.root, weapon.doc[trigger._.trigger.head]
    means = type_table("means")
    if trigger._.trigger.type == "accident" and weapon._.trigger.form in means["craft"]:
        hits = weapon._.trigger.form in means["unmanned"] and trigger._.trigger.form in means["hits"]
        if not (hits and _has_target(head)):
            return False
    if root.dep_ not in ("nsubj", "nsubj:pass") or weapon.start > trigger.start:
        return False
    return root.head.i == head.i or clause_root(root) == clause_root(head)


def _has_target(verb: Token) -> bool:
    """« a percuté un immeuble », « s'est écrasé contre un dépôt »; not « s'est écrasé dans un champ »."""
    against = type_table("means")["against"]
    return any(
        child.dep_ == "obj" or any(c.dep_ == "case" and c.lower_ in against for c in child.children)
        for child in verb.children
    )


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


def told_weapons(sents: list[Span]) -> dict[EventType, int]:
    """How often weapons of each type are told in the sentences of an incident."""
    found: dict[EventType, int] = {}
    for sent in sents:
        for weapon in sentence_weapons(sent):
            type_: EventType = weapon._.trigger.type
            found[type_] = found.get(type_, 0) + 1
    return found


def mention_types(group: list[Span], sent: Span) -> list[tuple[EventType, float]]:
    """Types with their weight: those of the triggers, and those of the weapons that are their means."""
    upgrades = frozenset(type_table("means")["upgrades"])
    weapons, soft = sentence_weapons(sent), frozenset(type_table("means")["soft"])
    found: list[tuple[EventType, float]] = []
    for span in group:
        trigger = span._.trigger
        if trigger.type is None or _kind_alone(span):
            continue
        weight = _STRENGTH.get(trigger.strength, 0.1)
        if _counted(span):
            weight = min(weight, _STRENGTH["toll"])
        if trigger.type == "protest" and trigger.strength == "weak" and demonstrators(sent):
            weight = 1.0
        if trigger.type == "protest" and trigger.pos == "N" and _aimed_at(span):
            continue
        if trigger.type == "clash" and trigger.pos == "N" and _ends_in(span):
            weight = min(weight, _STRENGTH["weak"])
        if trigger.form in soft:
            weight = min(weight, SOFT)
        found.append((trigger.type, weight))
        for weapon in weapons:
            if (trigger.type in upgrades and _is_means_of(weapon, span)) or _is_subject_of(weapon, span):
                found.append((weapon._.trigger.type, MEANS_WEIGHT))
    return found
