"""The actors of an incident: one name for each, the most specific that the article gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span

from depeche.components.events.index import index_of
from depeche.components.events.model import Incident, PlaceFiller, RoleFiller
from depeche.components.events.settings import folded, phrases, words
from depeche.components.events.slots.authors import one_army, one_name
from depeche.components.events.slots.camps import facing, fallen
from depeche.components.events.slots.suffering import form_of
from depeche.components.events.slots.targets import fullest, targets, unique
from depeche.components.events.slots.tolls import TollEntry
from depeche.components.lemma_patterns import plain
from depeche.records import EventType
from depeche.values.actors import FORCES, GROUPS, IRREGULARS

_JOINED = 3  # tokens of « et deux jeunes »
_VICTIMS = frozenset({"civilian", "military", "police", "peacekeeper"})
_SIDES = frozenset({"role.noun.opposer", "role.noun.entre"})


def cast(
    incident: Incident, type_: EventType | None, tolls: Sequence[TollEntry], places: Sequence[PlaceFiller]
) -> list[RoleFiller]:
    """Actors of an incident in their roles, each once."""
    fillers = [filler for mention in incident.mentions for filler in mention.roles]
    perpetrators = _specific(
        [
            f
            for f in fillers
            if f.role == "perpetrator"
            and (f.actor.bias not in ("thing", "count") or _patrols(f) or f.rule.startswith("claim."))
            and f.actor.key not in folded("cast", "nobody", "nouns")
            and f.actor.key.split()[0] not in folded("cast", "nobody", "authors")
            and not _ends(f, incident, type_)
            and not (type_ == "abduction" and _frees(f))
            and not (type_ == "arrest" and f.rule == "accused.court")
            and not (type_ == "protest" and _polices(f))
            and not (type_ != "protest" and _fired_on(f, fillers))
        ],
        type_,
    )
    if type_ == "arrest":
        perpetrators = _catchers(perpetrators, fillers)
    perpetrators = _surest(perpetrators) or list(fallen(incident, type_, tolls))
    if type_ == "clash" and not perpetrators:
        perpetrators = facing(fillers)
    claimants = _alike(unique([f for f in fillers if f.role == "claimant"]), perpetrators)
    suffered = targets(incident, type_, perpetrators, tolls, places)
    return [*perpetrators, *suffered, *claimants]


def _alike(claimants: Sequence[RoleFiller], perpetrators: Sequence[RoleFiller]) -> list[RoleFiller]:
    """Claimants by the name that the record gives them as authors: « JNIM » and « Jnim » are one."""
    names = {filler.actor.key: filler.actor.name for filler in perpetrators}
    return [
        replace(f, actor=f.actor.model_copy(update={"name": names.get(f.actor.key, f.actor.name)}))
        for f in claimants
    ]


def _polices(filler: RoleFiller) -> bool:
    """« les forces de l'ordre ont affronté les manifestants »: no authors of it, unless it is theirs."""
    told = filler.rule.startswith(("role.subject.", "role.sides."))
    own = form_of(filler.rule) in words("cast", "demonstrators", "verbs")
    return filler.actor.actor_type in FORCES and told and not own


def _fired_on(filler: RoleFiller, fillers: Sequence[RoleFiller]) -> bool:
    """« a ouvert le feu sur une manifestation de taximen »: they marched, and were shot at."""
    marched = filler.rule in ("role.noun.of", "role.demonstrators")
    return marched and any(
        f.role == "target" and f.actor.key == filler.actor.key and f.rule.startswith("role.noun.sur")
        for f in fillers
    )


def _patrols(filler: RoleFiller) -> bool:
    """« une patrouille de l'armée a abattu », « la foule a lynché »: attacked as a thing, they act as men."""
    actor = filler.actor
    noun = actor.key.split()[0]
    if noun in folded("cast", "patrolling", "men"):
        return True
    return actor.actor_type in FORCES and noun in folded("cast", "patrolling", "nouns")


def _surest(perpetrators: list[RoleFiller]) -> list[RoleFiller]:
    """Authors told as such; those that a pronoun or a charge points to, where but « un homme » is told."""
    told = [f for f in perpetrators if not f.rule.startswith(phrases("cast", "unsure", "rules"))]
    if any(f.actor.key not in folded("roles", "person", "nouns") for f in told):
        return told
    return perpetrators


def _ends(filler: RoleFiller, incident: Incident, type_: EventType | None) -> bool:
    """Forces that only kill or stop somebody in an attack told with a word of its own end it."""
    if type_ == "arrest":
        return False
    ending, form = words("roles", "ended", "verbs"), form_of(filler.rule)
    if form in words("roles", "ended", "caught") and len(incident.mentions) > 1:
        return True
    if (
        form in words("roles", "ended", "defending")
        and len(incident.mentions) + len(incident.first.triggers) > 2
    ):
        return True
    if filler.actor.actor_type not in FORCES or form not in ending or _strikes(filler, incident):
        return False
    triggers = [trigger for mention in incident.mentions for trigger in mention.triggers]
    operations = words("roles", "ended", "operations")
    if type_ in ("clash", "protest"):
        operations = operations - words("roles", "ended", "regaining")
    if any(t._.trigger.form in operations and not _titled(t) for t in triggers):
        return False
    told = [trigger._.trigger for trigger in triggers]
    return any(trigger.strength == "strong" and trigger.form not in ending for trigger in told)


def _strikes(filler: RoleFiller, incident: Incident) -> bool:
    """« l'exécution de neuf captifs, abattus par des soldats »: those whom they killed are no attackers."""
    form = form_of(filler.rule)
    if form in phrases("cast", "fell", "bodily"):
        return False  # « …, blessant deux villageois »: any blast may do that
    return any(
        other.role == "target"
        and other.actor.group in _VICTIMS
        and form_of(other.rule) == form
        and plain(other.span.doc[other.span.start - 1].text) not in words("cast", "owned", "determiners")
        and other.span.sent.start == filler.span.sent.start
        for mention in incident.mentions
        for other in mention.roles
    )


def _catchers(perpetrators: list[RoleFiller], fillers: Sequence[RoleFiller]) -> list[RoleFiller]:
    """« Quatre mineurs écroués pour avoir frappé un homme »: those arrested are no authors of the arrest."""
    caught = {f.actor.key.split()[0] for f in fillers if f.role == "target"}
    return [f for f in perpetrators if f.actor.actor_type in FORCES or f.actor.key.split()[0] not in caught]


def _frees(filler: RoleFiller) -> bool:
    """« Pour libérer les otages, l'armée a mené une opération »: forces that end an abduction."""
    index = index_of(filler.span.doc)
    freeing = not index.lemmas(filler.span.sent).isdisjoint(words("roles", "ended", "freeing"))
    return freeing and filler.actor.actor_type in FORCES


def _titled(trigger: Span) -> bool:
    """« l'opération Sentinelle »: the name of a mission, no act."""
    doc = trigger.doc
    after = next((token for token in doc[trigger.end : trigger.end + 2] if not token.is_quote), None)
    return after is not None and after.text[:1].isupper()


def _specific(fillers: Sequence[RoleFiller], type_: EventType | None) -> list[RoleFiller]:
    """Named actors stand for the descriptive nouns beside them; without a name, the first two do."""
    each = one_army(one_name(unique(fillers)))
    if (
        type_ == "protest"
    ):  # « la police a affronté des jeunes » tells of a protest whose authors are told apart
        each = [f for f in each if not f.rule.startswith("role.sides.")] or each
    named = [filler for filler in each if filler.actor.named]
    if any(filler.rule.startswith("claim.") for filler in named):
        return named
    if named:
        kinds = {filler.actor.actor_type for filler in named}
        extra = [
            f
            for f in each
            if not f.actor.named
            and f.actor.rule != "actor.people"
            and not _lone(f)
            and f.actor.actor_type in ("state_forces", "police")
            and f.actor.actor_type not in kinds
        ] or [f for f in each if any(_joins(f, other) for other in named)]
        if kinds <= FORCES:
            extra = [*extra, *(f for f in each if not f.actor.named and _opposes(f))]
        return [*named, *extra[:1]]
    return _described(each, clash=type_ == "clash")[:2]


def _described(each: list[RoleFiller], *, clash: bool) -> list[RoleFiller]:
    """The nouns that say most: « un Suisse de 40 ans » before « l'homme », « le suspect », « le tireur »."""
    for table, name in (("cast", "attackers"), ("roles", "person")):
        each = [
            f for f in each if f.actor.key not in folded(table, name, "nouns") or (clash and _beside(f))
        ] or each
    if any(f.actor.actor_type in GROUPS for f in each) and not any(map(_beside, each)):
        # « des djihadistes », said of « des hommes armés » elsewhere
        each = [f for f in each if f.actor.actor_type != "unknown_armed"]
    return fullest(each)


def _joins(filler: RoleFiller, other: RoleFiller) -> bool:
    """« X et deux complices ont retenu »: those whom « et » joins to a person named."""
    between = filler.span.doc[other.span.end : filler.span.start]
    joined = 0 < len(between) <= _JOINED and between[0].lower_ in words("roles", "function", "and")
    return joined and other.actor.rule == "actor.person" and other.rule == filler.rule


def _lone(filler: RoleFiller) -> bool:
    """« un ancien militaire de 42 ans »: a person, no force that acts beside the one named."""
    head = filler.span.doc[filler.actor.head]
    return filler.actor.unit == "person" and "Number=Plur" not in head.morph


def _opposes(filler: RoleFiller) -> bool:
    """The other side of a clash, or of an accusation that each side throws back."""
    armed = filler.actor.actor_type in IRREGULARS
    return (_beside(filler) and filler.actor.actor_type not in FORCES) or (
        armed and filler.rule.startswith("accused.")
    )


def _beside(filler: RoleFiller) -> bool:
    """Told as one of two sides."""
    return filler.rule in _SIDES or filler.rule.startswith("role.sides.")
