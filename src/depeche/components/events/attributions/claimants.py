"""Claims: who says that he did it, before the verb, after it, or by its passive."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from depeche.components.events.attributions.attribution import (
    actor_after,
    affiliate,
    claim,
    cues,
    denied,
    last_named,
    may_act,
    on_behalf,
    pointed_after,
)
from depeche.components.events.attributions.deeds import of_no_act
from depeche.components.events.attributions.unregistered import unregistered
from depeche.components.events.attributions.voice import active, passive, passive_agent
from depeche.components.events.index import index_of, spans
from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import phrases, words
from depeche.components.events.syntax.subjects import actor_at
from depeche.components.lemma_patterns import plain
from depeche.values.actors import ARMED


def claimants(sent: Span) -> Iterator[RoleFiller]:
    """Who claimed it (« revendiquée par le JNIM », « le Jnim a revendiqué »): claimant and perpetrator."""
    doc = sent.doc
    for start, end, phrase in cues(doc, sent.start, sent.end, "claimed", "subject"):
        if "VerbForm=Inf" in doc[start].morph:
            yield from claim(_hastening(doc, start), f"claim.{phrase}")
            continue
        if denied(doc, start, sent.start) or of_no_act(doc[start:end]):
            continue
        agent = None if active(doc, start) else passive_agent(doc, end, sent.end)
        if agent is not None:
            known = actor_after(doc, agent, sent.end)
            unknown = None if known else unregistered(doc, agent, sent.end)
            for span in known or ([unknown] if unknown is not None else pointed_after(doc, agent)):
                yield from claim(span, f"claim.{phrase} par")
        elif not passive(doc, start):
            author = on_behalf(doc, end, sent.end) or _inverted(doc, start, end, sent.end)
            yield from claim(author or _actor_before(doc, start, sent.start), f"claim.{phrase}")
    for start, end, phrase in cues(doc, sent.start, sent.end, "claimed", "by"):
        of_act = phrase not in phrases("roles", "claimed", "signed") or _after_act(doc, start)
        if of_act and not denied(doc, start, sent.start):
            for span in actor_after(doc, end, sent.end):
                yield from claim(span, f"claim.{phrase}")


def claiming(doc: Doc, start: int) -> Span | None:
    """The subject of a verb of claiming, by the parse; « le groupe », « il » by the group named last."""
    nearest = sorted(doc[start].children, key=lambda child: abs(child.i - start))
    for child in nearest:
        if child.dep_ not in ("nsubj", "nsubj:pass"):
            continue
        for span in spans(doc, "actors"):
            if span.start <= child.i < span.end and span._.actor.actor_type in ARMED and span._.actor.named:
                subject: Span = span
                return subject
        beside = [
            span
            for span in spans(doc, "actors")
            if child.i < span.start <= child.i + 2 and span._.actor.named
        ]
        if child.lemma_.lower() in words("attribution", "pointing", "subjects") and beside:
            named: Span = beside[0]  # « le groupe État islamique »
            return named
        if child.lemma_.lower() in words("attribution", "organs", "nouns"):
            organ = actor_at(doc, child)
            if organ is not None:
                return organ
        if child.lemma_.lower() in words("attribution", "allies", "parts"):
            parents = index_of(doc).within("actors", child.i + 1, min(start, child.i + 5))
            return next((span for span in parents if span._.actor.named and may_act(span)), None)
        if child.pos_ == "PRON" or child.lemma_.lower() in words("attribution", "pointing", "subjects"):
            return unregistered(doc, child.i + 1, start) or last_named(doc, child.i)
        unknown = unregistered(doc, child.i, start)
        if unknown is not None:
            return unknown
    return None


def _actor_before(doc: Doc, start: int, sent_start: int) -> Span | None:
    """The subject of a verb of claiming, else the nearest armed actor before it that is no mere ally."""
    subject = claiming(doc, start)
    if subject is not None:
        return subject
    found = [
        span
        for span in spans(doc, "actors")
        if sent_start <= span.start
        and span.end <= start
        and span._.actor.actor_type in ARMED
        and span._.actor.actor_type != "unknown_armed"
        and (not affiliate(doc, span) or _branch(doc, span))
    ]
    long = [span for span in found if not any(_acronym(doc, other, span) for other in found)]
    return long[-1] if long else None


def _acronym(doc: Doc, name: Span, span: Span) -> bool:
    """« les Ambazonia Defence Forces (ADF) »: no other group, whatever else bears that acronym."""
    return name.end + 1 == span.start and doc[name.end].text == "("


def _branch(doc: Doc, span: Span) -> bool:
    """« la branche locale de l'État islamique »: the group itself, where it claims."""
    before = doc[max(0, span.start - 4) : span.start]
    return any(token.lemma_.lower() in words("attribution", "allies", "parts") for token in before)


def _inverted(doc: Doc, start: int, end: int, limit: int) -> Span | None:
    """« l'attaque, qu'a revendiquée le JNIM », « que s'étaient attribuée les Lions du Nord »."""
    before = doc[max(0, start - 3) : start]
    if not before or not any(plain(t.text) in words("attribution", "blame", "whom") for t in before):
        return None
    if any(child.dep_ == "nsubj" and child.i < start for child in doc[start].children):
        return None
    known = actor_after(doc, end, limit)
    return known[0] if known else unregistered(doc, end, limit)


def _after_act(doc: Doc, start: int) -> bool:
    """« un attentat (également) signé du JNIM », no letter."""
    return any(span.end >= start - 2 for span in index_of(doc).within("triggers", max(0, start - 4), start))


def _hastening(doc: Doc, start: int) -> Span | None:
    """« n'ont pas tardé à revendiquer », « se sont empressés de », « ont fini par »: who did claim."""
    verb = doc[start].head
    if verb.lemma_ not in words("attribution", "hastening", "verbs"):
        return None
    if denied(doc, verb.i, verb.sent.start) != (verb.lemma_ in words("attribution", "hastening", "late")):
        return None
    return claiming(doc, verb.i)
