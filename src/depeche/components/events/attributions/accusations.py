"""Who is accused of an act: « attribuée à », « imputé au », « l'armée accuse les rebelles »."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from depeche.components.events.attributions.attribution import (
    actor_after,
    cues,
    denied,
    is_source,
    may_act,
    pointed_after,
)
from depeche.components.events.attributions.blame import of_act
from depeche.components.events.attributions.deeds import is_act
from depeche.components.events.index import index_of, sentence_spans
from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import phrases, words
from depeche.components.events.syntax.states import CHARGES, states
from depeche.components.events.syntax.subjects import actor_at
from depeche.components.lemma_patterns import plain
from depeche.components.qualifiers import UNREAL
from depeche.values.actors import GROUPS

_FAULT = 15  # tokens between « désigner » and the fault


def accused(sent: Span) -> Iterator[RoleFiller]:
    """Who is accused of it: « attribuée à », « imputé au », « l'armée accuse les rebelles »."""
    doc = sent.doc
    for start, end, phrase in cues(doc, sent.start, sent.end, "accused", "before"):
        if denied(doc, start, sent.start) or _habit(doc, start) or _of_fault(doc, end, phrase):
            continue
        if _of_victims(doc[start]):
            continue
        if phrase in phrases("roles", "accused", "pointing") and not _points(doc[start]):
            continue
        if doc[end - 1 : end + 1].text.endswith(" par") and "VerbForm=Fin" not in doc[start].morph:
            continue  # « le M23, accusé par l'armée »; « l'ONU accuse par ailleurs le M23 »
        direct = phrase in phrases("roles", "accused", "direct")
        act = _laid(doc, sent, start, end) if direct else _struck(doc, sent, start)
        if act is not None and _lays_it(doc, start, end, act, direct=direct):
            yield from states(act, list(doc[end : min(end + 2, sent.end)]), f"accused.{phrase}", towns=True)
        for span in actor_after(doc, end, sent.end) or pointed_after(doc, end):
            if direct and (_of_another(doc, end, span) or not of_act(doc, _name_end(span), sent.end)):
                continue
            able = may_act(span) or (direct and _object(doc[start], span))
            if able and not index_of(doc).within("triggers", end, span.start):  # the victim
                yield RoleFiller("perpetrator", span, span._.actor, f"accused.{phrase}", 0.8)
    for start, end, phrase in cues(doc, sent.start, sent.end, "accused", "subject"):
        other = denied(doc, start, sent.start) or not of_act(doc, end, sent.end)
        subject = None if other else _held_responsible(doc, start)
        if subject is not None:
            yield RoleFiller("perpetrator", subject, subject._.actor, f"accused.{phrase}", 0.8)
    yield from _in_the_name(sent)


def _lays_it(doc: Doc, start: int, end: int, act: Span, *, direct: bool) -> bool:
    """« accuse Moscou d'avoir visé », « accuse Kiev. », « l'a attribuée à »; not « attribue un prêt à »."""
    sent = doc[start].sent
    if direct:
        alone = any(token.is_punct for token in doc[end + 1 : end + 3])
        return of_act(doc, end + 1, sent.end, told=act.start < sent.start and not alone)
    told = [child for child in doc[start].children if child.i < end]
    return act.start >= sent.start or any(child.pos_ == "PRON" or is_act(child) for child in told)


def _object(verb: Token, span: Span) -> bool:
    """« Les habitants accusent des éleveurs peuls », unarmed; not « “Ils tuent”, accuse une femme »."""
    head, actor = span.doc[span._.actor.head], span._.actor
    own = any(child.dep_ == "nsubj" for child in verb.children)
    return own and head.head == verb and (head.dep_, head.pos_, actor.unit) == ("obj", "NOUN", "person")


def _struck(doc: Doc, sent: Span, start: int) -> Span | None:
    """« des raids attribués à Israël »; « Une frappe a fait dix morts. L'ONG l'attribue à la Russie »."""
    acts = index_of(doc).within("triggers", sent.start, start)
    if not acts and sent.start:
        acts = sentence_spans(doc[sent.start - 1].sent, "triggers")
    return next((act for act in reversed(acts) if act._.trigger.type in CHARGES), None)


def _laid(doc: Doc, sent: Span, start: int, end: int) -> Span | None:
    """« accuse l'Inde d'être responsable de l'attentat »: the fault told after; else the act told before.

    « accuse Kiev de viser des civils » tells a habit, which lays no act to it.
    """
    after = index_of(doc).within("triggers", end, min(sent.end, end + _FAULT))
    done = [act for act in after if not act._.qualifiers & UNREAL]
    if after and not done:
        return None
    return next((act for act in done if act._.trigger.type in CHARGES), None) or _struck(doc, sent, start)


def _in_the_name(sent: Span) -> Iterator[RoleFiller]:
    """« trois tireurs ont tué 19 personnes au nom de X »: done for a group, not said for it."""
    doc = sent.doc
    for start, end, phrase in cues(doc, sent.start, sent.end, "claimed", "behalf"):
        head = doc[start + 1].head
        told = (doc[act._.trigger.head] for act in sentence_spans(sent, "triggers"))
        if not any(head in (word, word.head) for word in told):
            continue
        for span in actor_after(doc, end, sent.end):
            if span._.actor.rule == "actor.registry" and span._.actor.actor_type in GROUPS:
                yield RoleFiller("perpetrator", span, span._.actor, f"accused.{phrase}", 0.8)


def _of_another(doc: Doc, end: int, span: Span) -> bool:
    """« accuse Kigali de soutenir le M23 »: what another is accused of doing with the group."""
    return doc[end].pos_ == "PROPN" and any(token.pos_ == "VERB" for token in doc[end : span.start])


def _name_end(span: Span) -> int:
    """« la police de laxisme »: a force that has no name ends before « de » and the fault."""
    doc, actor = span.doc, span._.actor
    after = doc[actor.head + 1 : span.end]
    fault = (
        len(after) > 1
        and after[1].pos_ == "NOUN"
        and plain(after[0].text) in words("roles", "function", "owner")
    )
    return actor.head + 1 if fault and actor.unit == "body" and not actor.named else span.end


def _points(verb: Token) -> bool:
    """« désigne X comme l'auteur », « tout désigne X »; « a désigné l'armée pour » tells a choice."""
    after = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + _FAULT)]
    if any(token.lemma_.lower() in words("roles", "accused", "faults") for token in after):
        return True
    subjects = (child for child in verb.children if child.dep_ == "nsubj")
    return any(subject.lemma_.lower() in words("roles", "accused", "evidence") for subject in subjects)


def _habit(doc: Doc, start: int) -> bool:
    """« l'épicentre de nombreuses attaques attribuées à », « les violences imputées à »: no act."""
    acts = index_of(doc).within("triggers", max(0, start - 3), start)
    return any(act._.qualifiers & {"generic", "cumulative"} for act in acts)


def _of_fault(doc: Doc, end: int, phrase: str) -> bool:
    """« accusé de laxisme envers les rebelles »: what follows is the fault, not who is accused."""
    if end + 1 >= len(doc) or plain(doc[end].text) not in words("roles", "function", "owner"):
        return False
    belongs = doc[end + 1].lemma_ in words("attribution", "membership", "lemmas")
    return not belongs and phrase in phrases("roles", "accused", "direct")


def _of_victims(participle: Token) -> bool:
    """« ont lynché deux hommes soupçonnés d'appartenir à un gang »: the group of those who suffered."""
    noun = participle.head
    if participle.dep_ not in ("acl", "amod") or noun.dep_ not in ("obj", "nsubj:pass"):
        return False
    follow = participle.doc[participle.i + 1 : participle.i + 3]
    belongs = any(token.lemma_ in words("attribution", "membership", "lemmas") for token in follow)
    suffered = index_of(noun.doc).told_by(noun.head)
    return belongs and any(act._.trigger.frame == "agent" for act in suffered)


def _held_responsible(doc: Doc, start: int) -> Span | None:
    """The group that is the subject: « le FPRC est accusé », no guess (« pourrait être »)."""
    if start and doc[start - 1].lemma_ in words("attribution", "guess", "verbs"):
        return None
    for token in (doc[start], doc[start].head, doc[start].head.head):
        for child in token.children:
            if child.dep_ not in ("nsubj", "nsubj:pass"):
                continue
            relative = child.lower_ in words("roles", "function", "relative")
            span = actor_at(doc, token.head if relative else child)
            named = span is not None and span._.actor.rule == "actor.registry"
            return span if span is not None and named and not is_source(span) else None
    return None
