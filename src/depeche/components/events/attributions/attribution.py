"""Claims, the groups that make them, and actors that only speak."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from depeche.components.events.attributions.unregistered import unregistered
from depeche.components.events.attributions.voice import active, passive, passive_agent
from depeche.components.events.index import index_of, spans
from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import folded, phrases, words
from depeche.components.events.syntax.subjects import actor_at
from depeche.components.lemma_patterns import PatternIndex, doc_keys_cached, plain
from depeche.values.actors import ARMED, GROUPS

_BEHALF = 15  # tokens between a claim and « au nom de »


@cache
def _index(table: str, key: str) -> PatternIndex[str]:
    return PatternIndex([(phrase, phrase) for phrase in phrases("roles", table, key)])


def cues(doc: Doc, start: int, end: int, table: str, key: str) -> Iterator[tuple[int, int, str]]:
    keys, entries = doc_keys_cached(doc), _index(table, key)
    if not entries.opens_among(index_of(doc).keys(start, end)):
        return
    for index in range(start, end):
        for stop, _, phrase in entries.matches_at(keys, index):
            yield index, stop, phrase


def actor_after(doc: Doc, end: int, limit: int) -> list[Span]:
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
    if any(word in words("attribution", "allies", "lemmas") for word in before):
        return True
    for other in index_of(doc).within("actors", max(0, span.start - 6), span.start):
        if _coordinated(doc, other.end, span.start):  # « affiliés à l'État islamique ou à Al-Qaïda »
            return affiliate(doc, other)
    return False


def claiming(doc: Doc, start: int) -> Span | None:
    """The subject of a verb of claiming, by the parse; « le groupe », « il » by the group named last."""
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
    return found[-1] if found else None


def _branch(doc: Doc, span: Span) -> bool:
    """« la branche locale de l'État islamique »: the group itself, where it claims."""
    before = doc[max(0, span.start - 4) : span.start]
    return any(token.lemma_.lower() in words("attribution", "allies", "parts") for token in before)


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
    if not named:
        return None
    # « l'Iswap, qui a rompu avec le chef de Boko Haram, »: the subject before what stands beside it
    near = [span for span in named if span.sent.start == named[-1].sent.start]
    subjects = [span for span in near if doc[span._.actor.head].dep_ in ("nsubj", "nsubj:pass")]
    return (subjects or near)[-1]


def pointed_after(doc: Doc, start: int) -> list[Span]:
    """« revendiquée par le groupe »: the armed group named last."""
    agents = words("attribution", "pointing", "agents")
    if any(token.lemma_.lower() in agents for token in doc[start : start + 3]):
        named = last_named(doc, start - 1)
        return [named] if named is not None else []
    return []


def denied(doc: Doc, start: int, sent_start: int) -> bool:
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
    for start, end, phrase in cues(doc, sent.start, sent.end, "claimed", "subject"):
        if "VerbForm=Inf" in doc[start].morph:
            yield from claim(_hastening(doc, start), f"claim.{phrase}")
            continue
        if denied(doc, start, sent.start) or _of_no_act(doc[start:end]):
            continue
        agent = None if active(doc, start) else passive_agent(doc, end, sent.end)
        if agent is not None:
            known = actor_after(doc, agent, sent.end) or pointed_after(doc, agent)
            unknown = None if known else unregistered(doc, agent, sent.end)
            for span in known or ([unknown] if unknown is not None else []):
                yield from claim(span, f"claim.{phrase} par")
        elif not passive(doc, start):
            author = on_behalf(doc, end, sent.end) or _actor_before(doc, start, sent.start)
            yield from claim(author, f"claim.{phrase}")
    for start, end, phrase in cues(doc, sent.start, sent.end, "claimed", "by"):
        if not denied(doc, start, sent.start):
            for span in actor_after(doc, end, sent.end):
                yield from claim(span, f"claim.{phrase}")


def _of_no_act(cue: Span) -> bool:
    """« s'attribuer le mérite de la baisse », « revendiquer l'indépendance »; not « de l'embuscade »."""
    heads = {trigger._.trigger.head for trigger in spans(cue.doc, "triggers")}
    claimed = [child for token in cue for child in token.children if child.dep_ == "obj"]
    return any(
        token.lemma_.lower() in words("roles", "claimed", "no_act")
        and not any(child.i in heads for child in token.children)
        for token in claimed
    )


def _hastening(doc: Doc, start: int) -> Span | None:
    """« n'ont pas tardé à revendiquer », « se sont empressés de », « ont fini par »: who did claim."""
    verb = doc[start].head
    if verb.lemma_ not in words("attribution", "hastening", "verbs"):
        return None
    if denied(doc, verb.i, verb.sent.start) != (verb.lemma_ in words("attribution", "hastening", "late")):
        return None
    return claiming(doc, verb.i)


def on_behalf(doc: Doc, start: int, limit: int) -> Span | None:
    """« a revendiqué l'attaque au nom de X »: the group that a man claims for."""
    for _, end, _ in cues(doc, start, min(limit, start + _BEHALF), "claimed", "behalf"):
        found = actor_after(doc, end, limit)
        if found and found[0]._.actor.actor_type in GROUPS:
            return found[0]
    return None


def may_act(span: Span) -> bool:
    """Armed; « les autorités », who only speak of their dead and their enemies', are not."""
    actor = span._.actor
    if actor.key.split()[0] in words("attribution", "organs", "nouns"):
        return True
    return actor.actor_type in ARMED and actor.key not in folded("attribution", "speakers", "nouns")


def claim(span: Span | None, rule: str) -> Iterator[RoleFiller]:
    """An armed actor that claims is an author too."""
    if span is not None and may_act(span):
        yield RoleFiller("claimant", span, span._.actor, rule, 1.0)
        yield RoleFiller("perpetrator", span, span._.actor, rule, 1.0)


def is_source(span: Span) -> bool:
    """Whether an actor only speaks: « selon l'armée », « a indiqué la police »."""
    doc, sent = span.doc, span.sent
    for _, end, _ in cues(doc, max(sent.start, span.start - 6), span.start, "sources", "before"):
        if (
            end <= span.start
            and span.start - end <= 2
            and not any(token.text in ";:.," or _told(token) for token in doc[end : span.start])
        ):
            return True
    return False


def _told(token: Token) -> bool:
    """« rapportent que le marché a été bombardé »: what follows « que » is told, it does not speak."""
    return token.lower_ in words("roles", "function", "object_relative")
