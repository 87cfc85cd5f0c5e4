"""Which act a claim may be of: one that the claimant is said to have done, not one that others did."""

from __future__ import annotations

from collections.abc import Sequence

from depeche.components.events.clauses import in_pluperfect
from depeche.components.events.compare import type_names
from depeche.components.events.incidents.bonds import told_as_past
from depeche.components.events.index import index_of
from depeche.components.events.model import EventMention, Incident, RoleFiller
from depeche.components.events.settings import pattern, phrases, weights, words
from depeche.components.lemma_patterns import plain
from depeche.values.actors import FORCES


def claim_bond(mention: EventMention, incident: Incident) -> float:
    """How well a claim told in a sentence of its own fits an incident; 0 for what is no claim.

    « Les brigades ont revendiqué ces tirs » is of no raid of the army, of no blow at the brigades, and of no
    riot; where the text has told an act of theirs, it is of that one.
    """
    claimants = {filler.actor.key for filler in mention.roles if filler.role == "claimant"}
    if not claimants or any(other.order == mention.order for other in incident.mentions):
        return 0.0
    table = weights("merge")
    recalled = table["claimed_past"] * _recalled(mention, incident)
    authors = _authors(incident)
    if authors:
        known = not authors.isdisjoint(claimants) or _one_state(mention, authors)
        return recalled + table["claimed" if known else "not_claimed"]
    suffered = {f.actor.key for other in incident.mentions for f in other.roles if f.role == "target"}
    alien = not suffered.isdisjoint(claimants) or _unclaimed(incident)
    return recalled + (table["not_claimed"] if alien else 0.0)


def _recalled(mention: EventMention, incident: Incident) -> bool:
    """« a revendiqué » is no claim of what the text only recalls (« avaient lynché »)."""
    claims = (f.span for f in mention.roles if f.role == "claimant" and f.rule.startswith("claim."))
    verbs = [span.doc[span._.actor.head].head for span in claims]
    if not verbs or any(in_pluperfect(verb) for verb in verbs):
        return False
    return all(told_as_past(other) for other in incident.mentions if other.triggers)


def _one_state(mention: EventMention, authors: set[str]) -> bool:
    """« l'état-major ukrainien » claims what « l'armée ukrainienne » is said to have done."""
    organs = words("attribution", "organs", "nouns")
    peoples = {
        f.actor.key.split()[-1]
        for f in mention.roles
        if f.role == "claimant" and f.actor.key.split()[0] in organs
    }
    # « ukrainien », « ukrainienne »
    return any(author.split()[-1].startswith(people) for author in authors for people in peoples)


def taken_back(mention: EventMention, incident: Incident, types: set[str]) -> bool:
    """« a été capturé … le TPNPB endossait le rapt »: who claims an abduction took the man captured."""
    claimed = any(filler.role == "claimant" for filler in mention.roles)
    if not claimed or "arrest" not in types or type_names(mention) != {"abduction"}:
        return False
    roles = (filler for other in incident.mentions for filler in other.roles)
    return not any(f.role == "perpetrator" and f.actor.actor_type in FORCES for f in roles)


def claimed_too(mention: EventMention, best: Incident, incidents: Sequence[Incident]) -> list[Incident]:
    """« a revendiqué les deux attaques »: the acts told last beside the one that the claim joined.

    So with blame: « ni l'une ni l'autre n'ont été revendiquées, mais on y voit la main de X ».
    """
    if not any(filler.role == "claimant" or filler.rule.startswith("accused.") for filler in mention.roles):
        return []
    counted = pattern("reference", "several").search(plain(index_of(mention.sent.doc).text_of(mention.sent)))
    if counted is None:
        return []
    numbers = phrases("reference", "several", "numbers")
    count = (numbers.index(counted[1]) if counted[1] else 0) + 2  # « l'un et l'autre »: two
    told = sorted(incidents, key=lambda incident: incident.last.order, reverse=True)[:count]
    return [incident for incident in told if incident is not best]


def _authors(incident: Incident) -> set[str]:
    """Groups by name, and forces of a state; a person or « des hommes » may act for the claimant."""
    return {
        filler.actor.key
        for other in incident.mentions
        for filler in other.roles
        if filler.role == "perpetrator" and _rival(filler)
    }


def _rival(filler: RoleFiller) -> bool:
    actor = filler.actor
    if actor.named:
        return actor.rule != "actor.person"
    return actor.actor_type in FORCES and actor.key.split()[0] not in words("belonging", "attackers", "nouns")


def _unclaimed(incident: Incident) -> bool:
    """A fight, an arrest, a riot or a wreck."""
    types = set().union(*(type_names(other) for other in incident.mentions))
    return bool(types) and types <= words("cast", "unclaimed", "types")
