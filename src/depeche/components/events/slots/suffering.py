"""What the rule and the noun of a filler say of those who suffered an act: aimed at, fallen, counted."""

from __future__ import annotations

from depeche.components.events.index import holds_weapon, index_of
from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import folded, phrases, words
from depeche.components.events.syntax.sites import is_settlement
from depeche.records import EventType
from depeche.values.actors import IRREGULARS


def form_of(rule: str) -> str:
    """The trigger form in the name of a role's rule (« role.object.tuer »: tuer)."""
    return rule.split(".", 2)[-1].split("+")[0]


def toll_rule(filler: RoleFiller) -> bool:
    """Who fell: « ont tué », « la mort de »; « l'attaque d'un convoi », « détruit par » tell what was hit."""
    rule = filler.rule
    if rule.startswith("role.suffered.") or (rule == "role.noun.of" and filler.actor.unit == "thing"):
        return False
    return form_of(rule) in words("cast", "fell", "forms")


def damage(filler: RoleFiller) -> bool:
    return form_of(filler.rule) in words("cast", "fell", "damage")


def ravaged(filler: RoleFiller, type_: EventType | None) -> bool:
    """« ont mis à sac des maisons et un dispensaire »: the target of an attack that tells no other."""
    return type_ in phrases("cast", "ravaged", "types") and form_of(filler.rule) in words(
        "cast", "ravaged", "forms"
    )


def counts(filler: RoleFiller) -> bool:
    """A toll; a thing is no victim of a verb that tells of bodies (« 79 policiers blessés, 30 bus »)."""
    form, thing = form_of(filler.rule), filler.actor.unit == "thing"
    return form in words("cast", "fell", "bodily" if thing else "toll") and filler.actor.unit != "body"


def attackable(filler: RoleFiller, type_: EventType | None) -> bool:
    """Not the place, not the attacker who fell, not a noun that says no more than that somebody fell.

    Those arrested or abducted are the targets by whatever noun (« trois suspects », « des femmes »).
    """
    key, group = filler.actor.key, filler.actor.group
    if is_settlement(filler.actor) or (holds_weapon(filler.span) and not struck(filler)):
        return False
    if type_ == "arrest":
        return not says_nothing(key, "taken")
    if key.split()[0] in folded("cast", "attackers", "nouns") or (group == "militant" and toll_rule(filler)):
        return False
    if type_ == "abduction":  # people are taken, no armed group as a whole
        whole = filler.actor.unit == "body" and filler.actor.actor_type in IRREGULARS
        return not whole and not says_nothing(key, "taken")
    return group != "unspecified" or filler.actor.named or not says_nothing(key, "empty")


def struck(filler: RoleFiller) -> bool:
    """« un hélicoptère a essuyé des tirs »: what carries people is no weapon where it suffers the act."""
    suffers = filler.rule.startswith(("role.patient.", "role.passive.", "role.suffered.", "role.object."))
    loaded = any(
        weapon.end > filler.actor.head + 1
        for weapon in index_of(filler.span.doc).weapons
        if weapon.start < filler.span.end and weapon.end > filler.span.start
    )
    return suffers and not loaded and filler.actor.key.split()[0] in folded("cast", "carriers", "nouns")


def says_nothing(key: str, table: str) -> bool:
    """« un homme », « un homme présenté comme »; « un homme de 19 ans » says more."""
    told = key.split()
    return told[0] in folded("cast", table, "nouns") and len(told) < 3
