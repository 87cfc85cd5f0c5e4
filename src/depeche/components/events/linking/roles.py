"""Who did it to whom: actors in roles around the triggers of a mention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from depeche.components.events.attributions.accusations import accused
from depeche.components.events.attributions.attribution import is_source
from depeche.components.events.attributions.blame import blamed
from depeche.components.events.attributions.claimants import claimants
from depeche.components.events.attributions.claims import announced, vouched
from depeche.components.events.attributions.held import held
from depeche.components.events.attributions.owned import owned
from depeche.components.events.attributions.suspects import suspects
from depeche.components.events.index import index_of, sentence_weapons
from depeche.components.events.linking.beyond import of_another, told_demonstrators
from depeche.components.events.linking.carried import launched, marchers, policed, wielded
from depeche.components.events.linking.nominal import noun_roles
from depeche.components.events.linking.sides import disputing, fought_with, joined_sides, side_before
from depeche.components.events.linking.wrought import wrought
from depeche.components.events.model import EventMention, RoleFiller
from depeche.components.events.naming.belonging import belonging
from depeche.components.events.naming.identity import identified
from depeche.components.events.naming.introduced import fled, introduced
from depeche.components.events.settings import folded, phrases, words
from depeche.components.events.syntax.across import across, act_among, adjacent, counted_start
from depeche.components.events.syntax.apposition import thing_at
from depeche.components.events.syntax.beside import beside
from depeche.components.events.syntax.by_place import subject_by_place
from depeche.components.events.syntax.objects import objects_of, patients_of
from depeche.components.events.syntax.passive import (
    agents_of,
    ends_its_author,
    is_passive_verb,
    on_himself,
)
from depeche.components.events.syntax.sites import entered, sites
from depeche.components.events.syntax.states import states
from depeche.components.events.syntax.subjects import (
    actor_at,
    charged_with,
    in_habit,
    shared_subjects,
    verb_subjects,
)
from depeche.records import Role


def _filler(role: Role, span: Span | None, rule: str, strength: float) -> Iterator[RoleFiller]:
    if span is not None and span._.actor.bias != "count":
        yield RoleFiller(role, span, span._.actor, rule, strength)


def _of_tokens(
    doc: Doc, tokens: Iterator[Token] | list[Token], role: Role, rule: str, strength: float
) -> Iterator[RoleFiller]:
    for token in tokens:
        if any(
            word.lower_ in words("roles", "function", "partitive")
            for word in doc[max(token.sent.start, token.i - 4) : token.i]
        ):
            continue
        yield from _filler(role, thing_at(doc, token), rule, strength)
        if role == "target":
            yield from beside(doc, token, rule, strength)


def verb_roles(trigger: Span) -> Iterator[RoleFiller]:
    """Roles round a verbal trigger, by its frame."""
    doc, value = trigger.doc, trigger._.trigger
    verb = doc[value.head]
    form = value.form
    if ends_its_author(verb):
        return
    reflexive = form.startswith(("s'", "se "))
    own = verb_subjects(verb)
    shared = [] if own else shared_subjects(verb)
    active = reflexive or (bool(shared) and verb.nbor(-1).pos_ == "CCONJ")  # « a bloqué un car et pris »
    subjects = own or shared or subject_by_place(trigger)
    subjects = charged_with(verb) or _actors_first(trigger, verb, subjects)
    if in_habit(verb):
        subjects = []
    objects = objects_of(trigger)
    if value.type == "protest":  # « des jeunes sont descendus dans la rue »: nobody suffers it
        yield from _of_tokens(doc, subjects, "perpetrator", f"role.subject.{form}", 0.95)
    elif value.frame == "patient":
        subjects = patients_of(trigger, subjects)
        yield from _of_tokens(doc, subjects, "target", f"role.patient.{form}", 0.9)
    elif value.frame == "recip":
        sides = _sides(verb, [*subjects, *objects], mutual=reflexive or on_himself(verb))
        yield from _of_tokens(doc, sides, "perpetrator", f"role.sides.{form}", 0.9)
    elif value.frame == "agent" and not active and is_passive_verb(verb):
        patients = patients_of(trigger, subjects)
        yield from _of_tokens(doc, patients, "target", f"role.passive.{form}", 0.9)
        if not _ends_attack(trigger, patients):
            agents = list(agents_of(verb))
            yield from states(trigger, agents, f"role.agent.{form}")
            yield from _of_tokens(doc, agents, "perpetrator", f"role.agent.{form}", 1.0)
    elif form in words("roles", "ended", "repelling") and act_among(objects):
        yield from _of_tokens(doc, subjects, "target", f"role.suffered.{form}", 0.9)
    elif value.frame == "agent":
        yield from announced(verb, subjects)
        yield from states(trigger, subjects, f"role.subject.{form}")
        if not _ends_attack(trigger, objects):
            yield from _of_tokens(doc, subjects, "perpetrator", f"role.subject.{form}", 0.95)
        yield from _of_tokens(doc, objects, "target", f"role.object.{form}", 0.9)


def _sides(verb: Token, told: list[Token], *, mutual: bool) -> list[Token]:
    """Both sides of a fight: subject and object, whom one fought with, what the parse lost beside them."""
    led = list(fought_with(verb)) if mutual else list(agents_of(verb)) if is_passive_verb(verb) else []
    sides = [*told, *led, *side_before(verb.doc, told[:1])]
    return [*sides, *(token for token in joined_sides(verb.doc, sides) if token not in sides)]


def _actors_first(trigger: Span, verb: Token, subjects: list[Token]) -> list[Token]:
    """The subjects by the parse; those read across an insertion where the parse found no actor."""
    value = trigger._.trigger
    if value.frame not in ("agent", "recip"):
        return subjects
    told = [span for token in subjects if (span := thing_at(trigger.doc, token)) is not None]
    if any(span._.actor.bias != "thing" for span in told):
        return _glued(trigger, verb, subjects)
    if told and not verb.lower_.endswith(phrases("roles", "participles", "present")):
        # « le fief des X (…), qui, mardi, avaient tué »: a thing is no author where men may be
        return across(verb) or _glued(trigger, verb, subjects)
    if told:
        return _glued(trigger, verb, subjects)
    if is_passive_verb(verb) and not value.form.startswith(("s'", "se ")):
        return subjects
    if act_among(subjects):
        return subjects  # « l'attaque des rebelles a tué »
    return across(verb) or subjects


def _glued(trigger: Span, verb: Token, subjects: list[Token]) -> list[Token]:
    """« …, dix civils tués Des avions du régime ont pilonné »: the actor before the verb, past a title."""
    if is_passive_verb(verb):
        return subjects
    beside = adjacent(verb)
    span = actor_at(trigger.doc, beside[0]) if beside else None
    if span is None or any(span.start <= token.i < span.end for token in subjects):
        return subjects
    start = counted_start(span)
    return beside if trigger.doc[start].is_title and start > trigger.sent.start else subjects


def _ends_attack(trigger: Span, patients: list[Token]) -> bool:
    """« Les assaillants ont été tués par la police », « il a abattu l'auteur »: not the attack's authors."""
    if trigger._.trigger.type == "arrest":
        return False
    attackers, determiners = words("roles", "ended", "attackers"), words("roles", "ended", "determiners")
    return any(
        token.lemma_.lower() in folded("cast", "attackers", "nouns")
        or (token.lemma_ in attackers and token.i > 0 and token.nbor(-1).lower_ in determiners)
        for token in patients
    )


def mention_roles(mention: EventMention) -> list[RoleFiller]:
    """All roles of a mention; an actor that only speaks is none."""
    found: list[RoleFiller] = []
    # the owner of a weapon acts (« un missile de l'armée russe »)
    owned = [weapon for weapon in sentence_weapons(mention.sent) if wielded(weapon, mention)]
    telling = (*mention.triggers, *owned)
    for trigger in telling:
        roles = verb_roles(trigger) if trigger._.trigger.pos == "V" else noun_roles(trigger)
        found.extend(filler for filler in roles if not is_source(filler.span))
        fought = (*disputing(trigger), *marchers(trigger), *wrought(trigger))
        more = (*_inner_noun(trigger), *launched(trigger), *fought)
        found.extend(filler for filler in more if not is_source(filler.span))
    found.extend(sites(mention.sent, telling))
    found.extend(entered(mention.sent))
    found.extend(of_another(mention))
    found.extend(attributed(mention.sent))
    if any(type_ == "protest" for type_, _ in mention.types):
        found.extend(told_demonstrators(mention))
    arrests = bool(mention.triggers) and mention.main._.trigger.type == "arrest"
    if arrests and all(f.role != "perpetrator" for f in found):
        found.extend(policed(mention.sent))
    return found


def _inner_noun(trigger: Span) -> Iterator[RoleFiller]:
    """Roles round the noun of a verbal entry: « lancer une attaque contre », « tomber dans un piège de »."""
    value = trigger._.trigger
    if value.pos != "V" or len(trigger) == 1:
        return
    role = {"agent": "target", "patient": "perpetrator"}.get(value.frame)
    if role == "perpetrator" and trigger[-1].pos_ != "NOUN":
        return
    frame = "act" if role == "perpetrator" else value.frame
    for filler in noun_roles(trigger, frame):
        own = filler.rule in ("role.noun.of", "role.noun.coordinated") and filler.actor.bias != "perp"
        if filler.role != role or (own and _led_elsewhere(trigger, filler.span)):
            continue
        # « réduit en cendres plus de 50 maisons »: its object; not « pris sous le feu de rebelles »
        yield replace(filler, rule=f"role.object.{value.form}") if own else filler


def _led_elsewhere(trigger: Span, span: Span) -> bool:
    """« se sont fait exploser au volant de leurs voitures »: another preposition leads to what has « de ».

    So does another verb (« ont pris d'assaut la ville et libéré plus de 500 détenus »).
    """
    of = words("roles", "function", "of") | words("roles", "takes", "partitive")
    between = trigger.doc[trigger.end : span.start]
    return any(token.pos_ == "VERB" or (token.pos_ == "ADP" and token.lower_ not in of) for token in between)


def attributed(sent: Span) -> Sequence[RoleFiller]:
    """Claims, accusations and identities told by a sentence, with or without an event word."""
    return index_of(sent.doc).once("attributed", sent, _attributed)


def _attributed(sent: Span) -> list[RoleFiller]:
    persons = list(introduced(sent)) or list(identified(sent))
    claims = (*claimants(sent), *owned(sent), *vouched(sent))
    return [
        *claims,
        *accused(sent),
        *blamed(sent),
        *held(sent),
        *persons,
        *fled(sent),
        *suspects(sent),
        *belonging(sent),
    ]
