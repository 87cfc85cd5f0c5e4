"""Authors of an incident that are one: told by a name twice, by a branch and its whole, by an adjective."""

from __future__ import annotations

from collections.abc import Sequence

from depeche.components.events.model import RoleFiller
from depeche.components.events.naming.pointing import nation
from depeche.components.lemma_patterns import plain


def one_name(fillers: Sequence[RoleFiller]) -> list[RoleFiller]:
    """One author a name; « Israël » adds none beside « l'armée israélienne »."""
    armies = {
        f.actor.country
        for f in fillers
        if f.actor.actor_type == "state_forces" and f.actor.rule != "actor.state" and f.actor.country
    }
    found: dict[str, RoleFiller] = {}
    for filler in fillers:
        if filler.actor.rule != "actor.state" or filler.actor.country not in armies:
            found.setdefault(filler.actor.name.lower(), filler)
    return [f for f in found.values() if not any(_part_of(f, other) for other in found.values())]


def _part_of(whole: RoleFiller, part: RoleFiller) -> bool:
    """« l'État islamique », then « la branche régionale de l'État islamique »: the branch did it."""
    name, other = plain(whole.actor.name).lower(), plain(part.actor.name).lower()
    registered = whole.actor.rule == part.actor.rule == "actor.registry"
    return registered and name != other and f" {name} " in f" {other} ".replace("'", " ")


def one_army(fillers: Sequence[RoleFiller]) -> list[RoleFiller]:
    """« l'artillerie russe », « une frappe russe »: the army that only an adjective tells adds no author."""
    return [
        filler
        for filler in fillers
        if filler.rule != "role.demonym"
        or not any(
            other.rule != "role.demonym"
            and other.actor.actor_type == "state_forces"
            and (other.actor.country == filler.actor.country or nation(filler) in other.actor.name.lower())
            for other in fillers
        )
    ]
