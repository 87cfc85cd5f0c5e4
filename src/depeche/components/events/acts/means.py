"""Which weapon is the means of which act: the parse and the words between them."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token

from depeche.components.events.clauses import clause_root
from depeche.components.events.index import index_of, sentence_weapons
from depeche.components.events.model import EventMention
from depeche.components.events.settings import type_table
from depeche.components.events.timing.resuming import part_of
from depeche.records import EventType

MEANS_REACH = 9


def is_means_of(weapon: Span, trigger: Span) -> bool:
    """« attaqué par des drones », « attentat à la bombe », « une bombe a tué »: the weapon beside its act.

    So is that which its author carries (« un homme armé d'un couteau a attaqué »).
    """
    doc = weapon.doc
    if _is_hit(weapon, trigger) or _crashed(weapon):
        return False
    if _by_means_of(weapon, trigger):
        return True
    if trigger.end <= weapon.start <= trigger.end + MEANS_REACH:
        between = doc[trigger.end : weapon.start + 1]
        if any(token.text in ";:." or token.lower_ in type_table("means")["parts"] for token in between):
            return False
        if _may_fall(weapon) and _falls(trigger.end, weapon):
            return False
        if _of_a_site(weapon) or _beside_guns(weapon) or _of_another_verb(weapon, trigger):
            return False
        return any(
            token.lower_ in _leads(weapon, trigger)
            for token in doc[max(trigger.end, weapon.start - 4) : weapon.start]
        )
    return _acts_in(weapon, trigger)


def _by_means_of(weapon: Span, trigger: Span) -> bool:
    """« ont frappé l'aéroport et les citernes au moyen de drones »: however far, in the clause of the act."""
    before = weapon.doc[max(weapon.sent.start, weapon.start - 4) : weapon.start]
    told = " ".join(token.lower_ for token in before).replace("' ", "'")
    if trigger.start > weapon.start or not told.endswith(tuple(type_table("means")["with"])):
        return False
    head = weapon.doc[trigger._.trigger.head]
    return clause_root(weapon.root) == clause_root(head) and not (_of_a_site(weapon) or _beside_guns(weapon))


def _leads(weapon: Span, trigger: Span) -> frozenset[str]:
    """« bombardé par des avions », « le raid d'un drone »; not « péri faute d'un hélicoptère »."""
    leads = frozenset(type_table("means")["leads"])
    if trigger._.trigger.pos == "V" and is_craft(weapon):
        return leads & frozenset(type_table("means")["flown"])
    return leads


def is_craft(weapon: Span) -> bool:
    """An aircraft, with or without a crew."""
    return bool(weapon._.trigger.type == "air_strike")


def _is_hit(weapon: Span, trigger: Span) -> bool:
    """« un hélicoptère a essuyé des tirs », « l'avion a été abattu »: a craft that suffers the act."""
    if not is_craft(weapon) or not weapon.root.dep_.startswith("nsubj"):
        return False
    suffers = trigger._.trigger.frame == "patient" and trigger._.trigger.type != "accident"
    return weapon.root.dep_ == "nsubj:pass" or suffers


def _acts_in(weapon: Span, trigger: Span) -> bool:
    """Whether the weapon, what is laden with it or who carries it is subject or agent of the act.

    « une voiture bourrée d'explosifs a pulvérisé », « un chasseur, puis un hélicoptère ont visé »; a toll
    hangs on its light verb (« une bombe a fait dix morts »).
    """
    head = trigger.doc[trigger._.trigger.head]
    if trigger._.trigger.strength == "toll" and head.dep_ == "obj":
        head = head.head
    noun = weapon.root
    if noun.dep_ in ("nmod", "obl", "obl:arg") and _laden(noun):
        noun = noun.head if noun.head.pos_ in ("NOUN", "PROPN") else noun.head.head
    while noun.dep_ == "conj" and is_craft(weapon):
        noun = noun.head
    if noun.dep_ == "obj" and _handled(weapon, noun.head):
        return noun.head.i == head.i or (
            head.lower_.endswith("ant") and clause_root(head) == clause_root(noun.head)
        )
    carried = noun.head.dep_ in ("acl", "amod") and noun.head.head.head.i == head.i
    return carried or (noun.head.i == head.i and noun.dep_ in ("nsubj", "nsubj:pass", "obl:agent", "obl"))


def _handled(weapon: Span, verb: Token) -> bool:
    """« ont jeté une grenade dans un bar, tuant trois clients »."""
    bomb = weapon._.trigger.type == "explosion" and not _beside_guns(weapon)
    return bomb and verb.lemma_.lower() in type_table("means")["handled"]


def _laden(load: Token) -> bool:
    """« un camion bourré d'explosifs », « une moto chargée de dynamite »."""
    return any(
        word.lemma_.lower() in type_table("means")["laden"] for word in load.doc[max(0, load.i - 4) : load.i]
    )


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


def _of_another_verb(weapon: Span, trigger: Span) -> bool:
    """« Au lendemain d'un attentat à Gao, une bombe a fait dix morts »: the subject of the next act."""
    root, verb = weapon.root, weapon.root.head
    return root.dep_.startswith("nsubj") and verb.i > weapon.end and verb.i != trigger._.trigger.head


def _falls(start: int, craft: Span) -> bool:
    """« morts dans le crash de leur hélicoptère »: a craft that fell is no weapon."""
    between = index_of(craft.doc).within("triggers", start, craft.start)
    return any(span._.trigger.type == "accident" for span in between)


def _may_fall(weapon: Span) -> bool:
    """Aircraft and drones may fall by accident; bombs and missiles do not."""
    return is_craft(weapon) and weapon._.trigger.form.split()[0] not in type_table("means")["dropped"]


def _crashed(weapon: Span) -> bool:
    """« l'hélicoptère s'est écrasé, tuant l'équipage »: no weapon; « un drone a percuté une tour » is one."""
    verb = weapon.root.head
    if not _may_fall(weapon) or not weapon.root.dep_.startswith("nsubj"):
        return False
    falls = [
        span._.trigger.form
        for span in index_of(weapon.doc).told_by(verb)
        if span._.trigger.type == "accident"
    ]
    means = type_table("means")
    aimed = weapon._.trigger.form in means["unmanned"] and _has_target(verb)
    return bool(falls) and not (aimed and any(form in means["hits"] for form in falls))


def is_subject_of(weapon: Span, trigger: Span) -> bool:
    """« des roquettes se sont abattues sur », « un missile s'est écrasé sur »: the weapon is what acts."""
    if _is_hit(weapon, trigger) or _crashed(weapon):
        return False
    if trigger._.trigger.pos != "V" or weapon._.trigger.type not in ("shelling", "air_strike"):
        return False
    root, head = weapon.root, weapon.doc[trigger._.trigger.head]
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


def weapons_beside(main: Span) -> list[Span]:
    """The weapons told in the sentence of an act, or in its part where the sentence tells several."""
    return [weapon for weapon in sentence_weapons(main.sent) if part_of(weapon) == part_of(main)]


def told_weapons(mentions: Iterable[EventMention]) -> dict[EventType, int]:
    """How often weapons of each type are told in the sentences of an incident."""
    found: dict[EventType, int] = {}
    for mention in mentions:
        beside = weapons_beside(mention.main) if mention.triggers else sentence_weapons(mention.sent)
        for weapon in beside:
            type_: EventType = weapon._.trigger.type
            found[type_] = found.get(type_, 0) + 1
    return found
