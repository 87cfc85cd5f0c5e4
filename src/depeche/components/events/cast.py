"""The actors of an incident: one name for each, the most specific that the article gives."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from depeche.components.events.attribution import affiliate
from depeche.components.events.index import spans
from depeche.components.events.model import EventMention, Incident, RoleFiller
from depeche.components.events.settings import folded, words
from depeche.components.events.tolls import TollEntry
from depeche.components.events.typing import SOFT
from depeche.components.lemma_patterns import fold_agreement, plain
from depeche.values.actors import ActorMention

_GENERIC_PERP = frozenset({"rebel", "militia", "gang", "unknown_armed"})


def cast(incident: Incident, tolls: Sequence[TollEntry]) -> list[RoleFiller]:
    """Actors of an incident in their roles, each once."""
    fillers = [filler for mention in incident.mentions for filler in mention.roles]
    perpetrators = _specific(
        [f for f in fillers if f.role == "perpetrator" and f.actor.bias not in ("thing", "count")]
    )
    claimants = _unique([f for f in fillers if f.role == "claimant"])
    targets = _besieged(incident) or _targets(fillers, perpetrators, tolls)
    return [*perpetrators, *targets, *claimants]


def _besieged(incident: Incident) -> list[RoleFiller]:
    """The town under siege is its target (« le blocus de la ville de Boni »)."""
    if not any(type_ == "siege" for type_, weight in incident.first.types if weight >= SOFT):
        return []
    for mention in incident.mentions:
        for filler in mention.places:
            if filler.place.precision in ("town", "unresolved", "admin2"):
                name = filler.place.name
                actor = ActorMention(
                    name=name,
                    key=fold_agreement(name),
                    actor_type="other",
                    group="civilian",
                    bias="thing",
                    named=True,
                    head=filler.span.start,
                    unit="thing",
                    rule="actor.place",
                )
                return [RoleFiller("target", filler.span, actor, "role.besieged", 0.7)]
    return []


_FORCES = frozenset({"state_forces", "police", "peacekeepers"})


def _unique(fillers: Sequence[RoleFiller]) -> list[RoleFiller]:
    found: dict[str, RoleFiller] = {}
    for filler in sorted(fillers, key=lambda filler: filler.span.start):
        found.setdefault(filler.actor.key, filler)
    return list(found.values())


def _specific(fillers: Sequence[RoleFiller]) -> list[RoleFiller]:
    """Named actors stand for the descriptive nouns beside them; without a name, the first two do."""
    unique = _unique(fillers)
    named = [filler for filler in unique if filler.actor.named]
    if named:
        kinds = {filler.actor.actor_type for filler in named}
        extra = [
            f
            for f in unique
            if not f.actor.named
            and f.actor.actor_type in ("state_forces", "police", "civilians")
            and f.actor.actor_type not in kinds
        ]
        return [*named, *extra[:1]]
    described = [f for f in unique if f.actor.key not in folded("cast", "attackers", "nouns")]
    return described[:2]


def _targets(
    fillers: Sequence[RoleFiller], perpetrators: Sequence[RoleFiller], tolls: Sequence[TollEntry]
) -> list[RoleFiller]:
    """Those attacked by the syntax, the fullest name of each; else the victims counted."""
    authors = {filler.actor.key for filler in perpetrators}
    told = [f for f in fillers if f.role == "target" and f.actor.key not in authors and _attackable(f)]
    aimed = [f for f in told if not _toll_rule(f.rule)]
    found = _fullest(_unique(aimed or told))
    if found:
        return found
    for entry in tolls:
        span = _victims(entry.span)
        if (
            span is None
            or entry.mention.group in ("militant", "unspecified")
            or entry.mention.kind not in _SUFFERED
        ):
            continue
        if span._.actor.key not in authors:
            found.append(RoleFiller("target", span, span._.actor, "role.victims", 0.5))
    return _fullest(_unique(found))


def _toll_rule(rule: str) -> bool:
    form = rule.split(".", 2)[-1].split("+")[0]
    return form in words("cast", "fell", "forms")


_SUFFERED = frozenset({"killed", "injured", "abducted"})


def _fullest(fillers: Sequence[RoleFiller]) -> list[RoleFiller]:
    """One filler for names that hold each other (« camp de Dioura », « camp militaire de Dioura »)."""
    kept: list[RoleFiller] = []
    for filler in sorted(fillers, key=lambda f: -len(f.actor.key.split())):
        words = set(filler.actor.key.split())
        if not any(words <= set(other.actor.key.split()) for other in kept):
            kept.append(filler)
    return sorted(kept, key=lambda f: f.span.start)


def _attackable(filler: RoleFiller) -> bool:
    key = filler.actor.key
    if key in folded("cast", "attackers", "nouns") or key.split()[0] in folded(
        "cast", "settlements", "nouns"
    ):
        return False
    if filler.actor.group == "militant" and _toll_rule(filler.rule):
        return False
    return filler.actor.group != "unspecified" or filler.actor.named


def _victims(span: Span) -> Span | None:
    """The actor counted by a casualty."""
    head = span._.casualty.head
    for actor in spans(span.doc, "actors"):
        if actor._.actor.head == head and actor._.actor.bias not in ("count", "perp"):
            found: Span = actor
            return found
    return None


def resolve_pointing(doc: Doc, mentions: Sequence[EventMention]) -> None:
    """« le groupe », « les rebelles » take the name of the group told; « l'armée », the fuller name."""
    only = _only_group(doc)
    for mention in mentions:
        mention.roles = [_fuller(doc, _pointed(doc, filler, only)) for filler in mention.roles]


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


def _fuller(doc: Doc, filler: RoleFiller) -> RoleFiller:
    """« l'armée » by the fuller name that the article gives it elsewhere (« l'armée tunisienne »)."""
    actor = filler.actor
    if actor.named or actor.actor_type not in _FORCES or " " in actor.key or actor.unit != "body":
        return filler
    for span in spans(doc, "actors"):
        other = span._.actor
        if (
            other.actor_type in _FORCES
            and fold_agreement(other.name.split()[0]) == actor.key
            and " " in other.name
        ):
            return RoleFiller(filler.role, span, other, f"{filler.rule}+fuller", filler.strength)
    return filler
