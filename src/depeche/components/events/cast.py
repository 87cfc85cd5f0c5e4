"""The actors of an incident: one name for each, the most specific that the article gives."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from depeche.components.events.attribution import affiliate
from depeche.components.events.identity import apposed_name
from depeche.components.events.index import spans
from depeche.components.events.model import EventMention, Incident, RoleFiller
from depeche.components.events.settings import folded, words
from depeche.components.events.targets import form_of, targets, unique
from depeche.components.events.tolls import TollEntry
from depeche.components.lemma_patterns import fold_agreement, plain
from depeche.records import EventType
from depeche.values.actors import FORCES

_GENERIC_PERP = frozenset({"rebel", "militia", "gang", "unknown_armed"})
_SIDES = frozenset({"role.noun.opposer", "role.noun.entre"})


def cast(incident: Incident, type_: EventType | None, tolls: Sequence[TollEntry]) -> list[RoleFiller]:
    """Actors of an incident in their roles, each once."""
    fillers = [filler for mention in incident.mentions for filler in mention.roles]
    perpetrators = _specific(
        [
            f
            for f in fillers
            if f.role == "perpetrator"
            and f.actor.bias not in ("thing", "count")
            and f.actor.key not in folded("cast", "nobody", "nouns")
            and not _ends(f, incident, type_)
        ]
    )
    claimants = unique([f for f in fillers if f.role == "claimant"])
    suffered = targets(incident, type_, perpetrators, tolls)
    return [*perpetrators, *suffered, *claimants]


def _ends(filler: RoleFiller, incident: Incident, type_: EventType | None) -> bool:
    """Forces that only kill or stop somebody in an attack told with a word of its own end it."""
    if type_ == "arrest":
        return False
    ending, form = words("roles", "ended", "verbs"), form_of(filler.rule)
    if form in words("roles", "ended", "caught") and len(incident.mentions) > 1:
        return True
    if filler.actor.actor_type not in FORCES or form not in ending:
        return False
    triggers = [trigger for mention in incident.mentions for trigger in mention.triggers]
    if any(t._.trigger.form in words("roles", "ended", "operations") and not _titled(t) for t in triggers):
        return False
    told = [trigger._.trigger for trigger in triggers]
    return any(trigger.strength == "strong" and trigger.form not in ending for trigger in told)


def _titled(trigger: Span) -> bool:
    """« l'opération Sentinelle »: the name of a mission, no act."""
    doc = trigger.doc
    return trigger.end < len(doc) and doc[trigger.end].text[:1].isupper()


def _specific(fillers: Sequence[RoleFiller]) -> list[RoleFiller]:
    """Named actors stand for the descriptive nouns beside them; without a name, the first two do."""
    each = _one_army(unique(fillers))
    named = [filler for filler in each if filler.actor.named]
    if named:
        kinds = {filler.actor.actor_type for filler in named}
        extra = [
            f
            for f in each
            if not f.actor.named
            and f.actor.rule != "actor.people"
            and f.actor.actor_type in ("state_forces", "police")
            and f.actor.actor_type not in kinds
        ]
        if kinds <= FORCES:
            extra = [*extra, *(f for f in each if _opposes(f) and f.actor.actor_type in _GENERIC_PERP)]
        return [*named, *extra[:1]]
    described = [f for f in each if f.actor.key not in folded("cast", "attackers", "nouns")]
    return (described or each)[:2]


def _opposes(filler: RoleFiller) -> bool:
    """The other side of a clash, or of an accusation that each side throws back."""
    return filler.rule in _SIDES or filler.rule.startswith("accused.")


def _one_army(fillers: Sequence[RoleFiller]) -> list[RoleFiller]:
    """« l'artillerie russe », « une frappe russe »: the army that only an adjective tells adds no author."""
    return [
        filler
        for filler in fillers
        if filler.rule != "role.demonym"
        or not any(
            other.rule != "role.demonym"
            and other.actor.actor_type == "state_forces"
            and (other.actor.country == filler.actor.country or _nation(filler) in other.actor.name.lower())
            for other in fillers
        )
    ]


def _nation(filler: RoleFiller) -> str:
    """« israélien » of « l'armée israélienne »."""
    return fold_agreement(filler.actor.name.split()[-1])


def resolve_pointing(doc: Doc, mentions: Sequence[EventMention]) -> None:
    """« le groupe », « les rebelles » take the name of the group told; « l'armée », the fuller name."""
    only = _only_group(doc)
    for mention in mentions:
        mention.roles = [_fuller(doc, _pointed(doc, apposed_name(filler), only)) for filler in mention.roles]


def _only_group(doc: Doc) -> Span | None:
    """The one armed group that an article names, mere allies apart; None when it names several."""
    groups: dict[str, Span] = {}
    for span in spans(doc, "actors"):
        actor = span._.actor
        if actor.rule == "actor.registry" and actor.actor_type in _GENERIC_PERP and not affiliate(doc, span):
            groups.setdefault(actor.key, span)
    return next(iter(groups.values())) if len(groups) == 1 else None


def _definite(doc: Doc, span: Span) -> bool:
    start = span.start
    while start > 0 and doc[start - 1].lower_ in words("cast", "pointing", "same"):
        start -= 1
    before = plain(doc[start - 1].text) if start else ""
    return before in words("cast", "pointing", "definite")


def _pointed(doc: Doc, filler: RoleFiller, only: Span | None) -> RoleFiller:
    key = filler.actor.key
    if filler.actor.named or not _definite(doc, filler.span):
        return filler
    same = filler.span.start > 0 and doc[filler.span.start - 1].lower_ in words("cast", "pointing", "same")
    generic = key in folded("cast", "generic", "nouns")
    if key in folded("cast", "pointing", "nouns") or (same and generic):
        earlier = [
            span
            for span in spans(doc, "actors")
            if span.end <= filler.span.start
            and span._.actor.named
            and span._.actor.actor_type in _GENERIC_PERP
        ]
        target = earlier[-1] if earlier else None
    else:
        target = only if generic else None
    if target is None:
        return filler
    return RoleFiller(
        filler.role, target, target._.actor, f"{filler.rule}+coreference", filler.strength * 0.9
    )


def _full_name(doc: Doc, filler: RoleFiller) -> RoleFiller:
    """« Chekatt » by the full name that the article gives the person elsewhere."""
    for span in spans(doc, "actors"):
        other = span._.actor
        if other.rule == "actor.person" and other.key.split()[-1] == filler.actor.key and " " in other.key:
            return RoleFiller(filler.role, span, other, f"{filler.rule}+fuller", filler.strength)
    return filler


def _flying(doc: Doc, filler: RoleFiller) -> RoleFiller:
    """« un raid israélien » by « l'aviation israélienne », where the article names it."""
    nation = _nation(filler)
    for span in spans(doc, "actors"):
        first, *rest = span._.actor.key.split()
        if first in folded("cast", "flying", "nouns") and rest[:1] == [nation]:
            return RoleFiller(filler.role, span, span._.actor, f"{filler.rule}+fuller", filler.strength)
    return filler


def _fuller(doc: Doc, filler: RoleFiller) -> RoleFiller:
    """« l'armée » by the fuller name that the article gives it elsewhere (« l'armée tunisienne »)."""
    actor = filler.actor
    if filler.rule == "role.demonym":
        return _flying(doc, filler)
    if actor.rule == "actor.person" and " " not in actor.key:
        return _full_name(doc, filler)
    if actor.named or actor.actor_type not in FORCES or " " in actor.key or actor.unit != "body":
        return filler
    for span in spans(doc, "actors"):
        other = span._.actor
        if (
            other.actor_type in FORCES
            and fold_agreement(other.name.split()[0]) == actor.key
            and " " in other.name
        ):
            return RoleFiller(filler.role, span, other, f"{filler.rule}+fuller", filler.strength)
    return filler
