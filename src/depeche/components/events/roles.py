"""Who did it to whom: actors in roles around the triggers of a mention."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from depeche.components.events.attribution import accused, claimants, is_source
from depeche.components.events.model import EventMention, RoleFiller
from depeche.components.events.nominal import noun_roles
from depeche.records import Role

_SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj"})
_OBJECT = frozenset({"obj", "iobj"})


# Heads that count or gather those who act: « une cinquantaine d'hommes armés », « un groupe de rebelles ».
_GATHERING = frozenset({"dizaine", "douzaine", "quinzaine", "vingtaine", "trentaine", "quarantaine", "cinquantaine", "soixantaine",
                        "centaine", "millier", "groupe", "foule", "colonne", "commando", "bande", "partie", "plupart", "reste",
                        "centaines", "dizaines", "milliers", "plusieurs", "nombre", "équipe"})  # fmt: skip


def actor_at(doc: Doc, token: Token) -> Span | None:
    """The actor span whose phrase holds a token, or that a gathering noun counts."""
    best: Span | None = None
    for span in doc.spans.get("actors", ()):
        if span.start <= token.i < span.end:
            if span._.actor.head == token.i:
                return span
            best = best or span
    if best is None and (token.lemma_.lower() in _GATHERING or token.like_num):
        for span in doc.spans.get("actors", ()):
            if token.i < span.start <= token.i + 3:
                return span
    return best


def coordinated(token: Token) -> list[Token]:
    """A token and what is coordinated with it by nouns (« l'armée et la gendarmerie »)."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "PRON"):
            found.extend(coordinated(child))
    return found


def _filler(role: Role, span: Span | None, rule: str, strength: float) -> Iterator[RoleFiller]:
    if span is not None and span._.actor.bias != "count":
        yield RoleFiller(role, span, span._.actor, rule, strength)


def is_passive_verb(verb: Token) -> bool:
    """Passive by its auxiliary, its subject label, or as a bare participle; reflexives are active."""
    low = verb.lower_
    if low.endswith("ant"):
        return False
    labels = {child.dep_ for child in verb.children}
    if labels & {"aux:pass", "nsubj:pass", "obl:agent"}:
        return True
    if "VerbForm=Part" in verb.morph and not labels & {"aux:tense", "aux", "obj"}:
        return verb.dep_ in ("acl", "amod", "ROOT", "conj", "advcl", "acl:relcl") and not any(
            child.lemma_ in ("avoir",) for child in verb.children
        )
    return False


def _verb_subject(verb: Token) -> Token | None:
    """The subject of a verb, shared through coordination and participial phrases (« …, tuant »)."""
    current = verb
    for _ in range(6):
        for child in current.children:
            if child.dep_ in _SUBJECT and child.pos_ != "PRON":
                return child
            if child.dep_ in _SUBJECT and child.lower_ in ("qui",) and current.dep_ == "acl:relcl":
                return current.head
        if any(child.dep_ in _SUBJECT for child in current.children):
            return next(child for child in current.children if child.dep_ in _SUBJECT)
        if (
            current.dep_ in ("conj", "advcl", "xcomp", "ccomp")
            and current.head.pos_ in ("VERB", "AUX")
            and current.head.i != current.i
        ):
            current = current.head
            continue
        if current.dep_ == "acl" and not is_passive_verb(current):
            return current.head
        break
    return None


def _agent(verb: Token) -> Iterator[Token]:
    """« par des hommes armés » after a passive verb, by the parse or by place."""
    seen = False
    for child in verb.children:
        if child.dep_ == "obl:agent":
            seen = True
            yield from coordinated(child)
    if seen:
        return
    doc = verb.doc
    for token in doc[verb.i + 1 : min(verb.sent.end, verb.i + 12)]:
        if token.text in ";." or (token.pos_ in ("VERB", "AUX") and token.i > verb.i):
            return
        if token.lower_ == "par":
            for follow in doc[token.i + 1 : min(verb.sent.end, token.i + 6)]:
                if follow.pos_ in ("NOUN", "PROPN"):
                    yield follow
                    return


def _of_tokens(
    doc: Doc, tokens: Iterator[Token] | list[Token], role: Role, rule: str, strength: float
) -> Iterator[RoleFiller]:
    for token in tokens:
        yield from _filler(role, actor_at(doc, token), rule, strength)


def verb_roles(trigger: Span) -> Iterator[RoleFiller]:
    """Roles round a verbal trigger, by its frame."""
    doc, value = trigger.doc, trigger._.trigger
    verb = doc[value.head]
    form = value.form
    subject = _verb_subject(verb)
    subjects = coordinated(subject) if subject is not None else []
    objects: list[Token] = [
        token
        for child in verb.children
        if child.dep_ in _OBJECT or (child.dep_ in ("obl", "obl:arg") and _inside_complement(child, trigger))
        for token in coordinated(child)
    ]
    if not objects and value.frame == "agent":
        objects = _object_by_place(trigger)
    if value.frame == "patient":
        yield from _of_tokens(doc, subjects, "target", f"role.patient.{form}", 0.9)
    elif value.frame == "recip":
        yield from _of_tokens(doc, subjects + objects, "perpetrator", f"role.sides.{form}", 0.9)
    elif value.frame == "agent" and is_passive_verb(verb):
        patients = coordinated(verb.head) if verb.dep_ in ("acl", "amod") else subjects
        yield from _of_tokens(doc, patients, "target", f"role.passive.{form}", 0.9)
        yield from _of_tokens(doc, _agent(verb), "perpetrator", f"role.agent.{form}", 1.0)
    elif value.frame == "agent":
        yield from _of_tokens(doc, subjects, "perpetrator", f"role.subject.{form}", 0.95)
        yield from _of_tokens(doc, objects, "target", f"role.object.{form}", 0.9)


def _object_by_place(trigger: Span) -> list[Token]:
    """The noun phrase right of an active verb, with no preposition, where the parse found no object."""
    doc, sent = trigger.doc, trigger.sent
    for span in doc.spans.get("actors", ()):
        if trigger.end <= span.start < min(sent.end, trigger.end + 10):
            before = doc[trigger.end : span.start]
            if any(token.text in ";:." or token.pos_ == "VERB" for token in before):
                return []
            close = doc[max(trigger.end, span.start - 2) : span.start]
            return [] if any(token.pos_ == "ADP" for token in close) else [doc[span._.actor.head]]
    return []


def _inside_complement(child: Token, trigger: Span) -> bool:
    """The complement of a verb that takes one (« s'en prendre à », « tirer sur »)."""
    form = trigger._.trigger.form
    if form.endswith((" à", " sur", " de")):
        return True
    return form in (
        "ouvrir le feu",
        "faire feu",
        "tendre une embuscade",
        "mener un raid",
        "donner l'assaut à",
        "faire irruption",
    ) and any(mark.lower_ in ("sur", "contre", "à", "au") for mark in child.children if mark.dep_ == "case")


def mention_roles(mention: EventMention) -> list[RoleFiller]:
    """All roles of a mention; an actor that only speaks is none."""
    found: list[RoleFiller] = []
    for trigger in mention.triggers:
        roles = verb_roles(trigger) if trigger._.trigger.pos == "V" else noun_roles(trigger)
        found.extend(filler for filler in roles if not is_source(filler.span))
    found.extend(accused(mention.sent))
    found.extend(claimants(mention.sent))
    return found
