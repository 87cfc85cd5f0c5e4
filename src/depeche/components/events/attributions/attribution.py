"""What claims and accusations are read with: cues, actors beside them, negation, who only speaks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from depeche.components.events.index import index_of, spans
from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import folded, phrases, words
from depeche.components.lemma_patterns import PatternIndex, doc_keys_cached, plain
from depeche.values.actors import ARMED, FORCES, GROUPS

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
    """An armed actor that claims is an author too; a force that confirms it is but that."""
    if span is not None and may_act(span):
        organ = span._.actor.key.split()[0] in words("attribution", "organs", "nouns")
        if organ or span._.actor.actor_type not in FORCES or "confirmer" not in rule:
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
