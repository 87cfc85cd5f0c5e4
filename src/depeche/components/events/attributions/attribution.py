"""Claims and accusations, and actors that only speak."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span

from depeche.components.events.attributions.unregistered import unregistered
from depeche.components.events.attributions.voice import active, passive, passive_agent
from depeche.components.events.index import index_of, spans
from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import folded, phrases, words
from depeche.components.events.syntax.states import states
from depeche.components.events.syntax.subjects import actor_at
from depeche.components.lemma_patterns import PatternIndex, doc_keys_cached, plain
from depeche.values.actors import ARMED, GROUPS


@cache
def _index(table: str, key: str) -> PatternIndex[str]:
    return PatternIndex([(phrase, phrase) for phrase in phrases("roles", table, key)])


def _matches(doc: Doc, start: int, end: int, table: str, key: str) -> Iterator[tuple[int, int, str]]:
    keys, entries = doc_keys_cached(doc), _index(table, key)
    if not entries.opens_among(index_of(doc).keys(start, end)):
        return
    for index in range(start, end):
        for stop, _, phrase in entries.matches_at(keys, index):
            yield index, stop, phrase


def _actor_after(doc: Doc, end: int, limit: int) -> list[Span]:
    """The actor right after a cue, an article or a short title between, with those coordinated to it."""
    found: list[Span] = []
    for span in index_of(doc).within("actors", end, limit):
        if not found:
            near = span.start <= end + 4 and not any(token.text in ";:.," for token in doc[end : span.start])
            if not near:
                return []
            found.append(span)
        elif _coordinated(doc, found[-1].end, span.start):
            found.append(span)
        else:
            break
    return found


def _coordinated(doc: Doc, start: int, end: int) -> bool:
    told = {plain(token.text) for token in doc[start:end]}
    return (
        end - start <= 4
        and bool(told & words("attribution", "coordination", "coordinators"))
        and told <= words("attribution", "coordination", "words")
    )


def affiliate(doc: Doc, span: Span) -> bool:
    """A group named only as an ally: « allié d'al-Qaïda », « affilié à l'État islamique »."""
    before = [token.lemma_.lower() for token in doc[max(0, span.start - 4) : span.start]]
    return any(word in words("attribution", "allies", "lemmas") for word in before)


def _actor_before(doc: Doc, start: int, sent_start: int) -> Span | None:
    """The subject of a verb of claiming: by the parse, else the nearest armed actor that is no mere ally."""
    for child in doc[start].children:
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
        if child.lemma_.lower() in words("attribution", "allies", "parts"):
            parents = index_of(doc).within("actors", child.i + 1, min(start, child.i + 5))
            return next((span for span in parents if span._.actor.named and _may_act(span)), None)
        if child.pos_ == "PRON" or child.lemma_.lower() in words("attribution", "pointing", "subjects"):
            return unregistered(doc, child.i + 1, start) or last_named(doc, child.i)
        unknown = unregistered(doc, child.i, start)
        if unknown is not None:
            return unknown
    found = [
        span
        for span in spans(doc, "actors")
        if sent_start <= span.start
        and span.end <= start
        and span._.actor.actor_type in ARMED
        and not affiliate(doc, span)
    ]
    return found[-1] if found else None


def last_named(doc: Doc, before: int) -> Span | None:
    """The armed group named last before a pronoun (« Ce dernier a revendiqué »)."""
    named = [
        span
        for span in spans(doc, "actors")
        if span.end <= before + 1
        and span._.actor.rule == "actor.registry"
        and span._.actor.actor_type in GROUPS
        and not affiliate(doc, span)
    ]
    return named[-1] if named else None


def _pointed_after(doc: Doc, start: int) -> list[Span]:
    """« revendiquée par le groupe »: the armed group named last."""
    agents = words("attribution", "pointing", "agents")
    if any(token.lemma_.lower() in agents for token in doc[start : start + 3]):
        named = last_named(doc, start - 1)
        return [named] if named is not None else []
    return []


def _negated(doc: Doc, start: int, sent_start: int) -> bool:
    """« n'a pas revendiqué »; « n'est pas revendiqué mais porte la marque de » denies the claim alone."""
    negation, ends = words("attribution", "negation", "words"), words("attribution", "negation", "ends")
    for token in reversed(doc[max(sent_start, start - 6) : start]):
        if plain(token.text) in ends:
            return False
        if plain(token.text) in negation:
            return True
    return False


def claimants(sent: Span) -> Iterator[RoleFiller]:
    """Who claimed it (« revendiquée par le JNIM », « le Jnim a revendiqué »): claimant and perpetrator."""
    doc = sent.doc
    for start, end, phrase in _matches(doc, sent.start, sent.end, "claimed", "subject"):
        if _negated(doc, start, sent.start) or "VerbForm=Inf" in doc[start].morph:
            continue
        agent = None if active(doc, start) else passive_agent(doc, end, sent.end)
        if agent is not None:
            known = _actor_after(doc, agent, sent.end) or _pointed_after(doc, agent)
            unknown = None if known else unregistered(doc, agent, sent.end)
            for span in known or ([unknown] if unknown is not None else []):
                yield from _claim(span, f"claim.{phrase} par")
        elif not passive(doc, start):
            yield from _claim(_actor_before(doc, start, sent.start), f"claim.{phrase}")
    for start, end, phrase in _matches(doc, sent.start, sent.end, "claimed", "by"):
        if not _negated(doc, start, sent.start):
            for span in _actor_after(doc, end, sent.end):
                yield from _claim(span, f"claim.{phrase}")


def _may_act(span: Span) -> bool:
    """Armed; « les autorités », who only speak of their dead and their enemies', are not."""
    actor = span._.actor
    return actor.actor_type in ARMED and actor.key not in folded("attribution", "speakers", "nouns")


def _claim(span: Span | None, rule: str) -> Iterator[RoleFiller]:
    if span is not None and _may_act(span):
        yield RoleFiller("claimant", span, span._.actor, rule, 1.0)
        yield RoleFiller("perpetrator", span, span._.actor, rule, 1.0)


def accused(sent: Span) -> Iterator[RoleFiller]:
    """Who is accused of it: « attribuée à », « imputé au », « l'armée accuse les rebelles »."""
    doc = sent.doc
    for start, end, phrase in _matches(doc, sent.start, sent.end, "accused", "before"):
        if _negated(doc, start, sent.start) or _habit(doc, start) or _of_fault(doc, end, phrase):
            continue
        acts = index_of(doc).within("triggers", sent.start, start)
        if acts:  # « des raids attribués à Israël »
            yield from states(acts[-1], list(doc[end : min(end + 2, sent.end)]), f"accused.{phrase}")
        for span in _actor_after(doc, end, sent.end) or _pointed_after(doc, end):
            if _may_act(span) and not index_of(doc).within("triggers", end, span.start):  # the victim
                yield RoleFiller("perpetrator", span, span._.actor, f"accused.{phrase}", 0.8)
    for start, _, phrase in _matches(doc, sent.start, sent.end, "accused", "subject"):
        subject = None if _negated(doc, start, sent.start) else _held_responsible(doc, start)
        if subject is not None:
            yield RoleFiller("perpetrator", subject, subject._.actor, f"accused.{phrase}", 0.8)


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


def is_source(span: Span) -> bool:
    """Whether an actor only speaks: « selon l'armée », « a indiqué la police »."""
    doc, sent = span.doc, span.sent
    for _, end, _ in _matches(doc, max(sent.start, span.start - 6), span.start, "sources", "before"):
        if (
            end <= span.start
            and span.start - end <= 2
            and not any(token.text in ";:.," for token in doc[end : span.start])
        ):
            return True
    return False
