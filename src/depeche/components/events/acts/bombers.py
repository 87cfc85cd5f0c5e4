"""Bombers who die by intent and are told by what they do, with no word for a suicide bombing."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from depeche.components.events.settings import type_table
from depeche.components.events.syntax.subjects import actor_at


def rushes_to_die(weapons: Sequence[Span]) -> bool:
    """« un homme au volant d'une voiture bourrée d'explosifs s'est jeté contre le convoi ».

    So « un kamikaze a lancé son véhicule piégé »; not « ils ont jeté un sac bourré d'explosifs » nor « les
    rebelles ont lancé un camion piégé »: who throws a bomb or sends a car lives on.
    """
    return any(_by_bomber(weapon) or _by_driver(weapon) or _with_belt(weapon) for weapon in weapons)


def _by_bomber(weapon: Span) -> bool:
    if weapon._.trigger.type != "suicide_bombing" or weapon.root.dep_ not in ("nsubj", "nsubj:pass"):
        return False
    return weapon.root.head.lemma_.lower() in type_table("bomber")["rushes"]


def _by_driver(weapon: Span) -> bool:
    """A vehicle full of explosives that one person drives at a target."""
    vehicles = type_table("mown")["driven"]
    before = weapon.doc[max(weapon.sent.start, weapon.start - 4) : weapon.end]
    laden = any(word.lemma_.lower() in type_table("means")["laden"] for word in before)
    trapped = weapon._.trigger.form.endswith("piégé")
    if not (laden or trapped) or not any(word.lemma_.lower() in vehicles for word in before):
        return False
    verb = _rush(weapon.root)
    return verb is not None and _one_driver(verb)


def _with_belt(weapon: Span) -> bool:
    """« muni d'une ceinture d'explosifs, il s'est donné la mort au milieu des fidèles »."""
    worn = type_table("bomber")["worn"]
    if not any(word.lemma_.lower() in worn for word in weapon):
        return False
    doc, dies = weapon.doc, type_table("bomber")["dies"]
    after = doc[weapon.end : weapon.sent.end]
    if any(word.lemma_.lower() in dies for word in after):
        return True
    return any(word.lower_ == "mort" and doc[word.i - 2].lemma_ == "donner" for word in after)


def _rush(word: Token) -> Token | None:
    """The verb of rushing that a vehicle depends on."""
    return next((a for a in word.ancestors if a.lemma_.lower() in type_table("bomber")["rushes"]), None)


def _one_driver(verb: Token) -> bool:
    subject = next((child for child in verb.children if child.dep_.startswith("nsubj")), None)
    if subject is None or "Number=Plur" in subject.morph:
        return False
    actor = actor_at(verb.doc, subject)
    return subject.pos_ == "PRON" or (actor is not None and actor._.actor.unit == "person")
