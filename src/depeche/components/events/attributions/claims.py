"""Which act a claim is of, and claims made by saying that one did it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from depeche.components.events.index import index_of, sentence_spans
from depeche.components.events.model import EventMention, RoleFiller
from depeche.components.events.settings import words
from depeche.components.events.syntax.passive import is_passive_verb
from depeche.components.events.syntax.subjects import actor_at
from depeche.components.lemma_patterns import plain
from depeche.components.negation import negated
from depeche.records import EventType
from depeche.values.actors import GROUPS

_ACTS: frozenset[EventType] = frozenset(
    {
        "armed_attack",
        "ambush",
        "air_strike",
        "shelling",
        "explosion",
        "killing",
        "suicide_bombing",
        "abduction",
    }
)


def announced(verb: Token, subjects: list[Token]) -> Iterator[RoleFiller]:
    """« le Hezbollah assure avoir tiré des roquettes »: an armed group that says it did an act claims it."""
    past = any(child.dep_.startswith("aux") and "VerbForm=Inf" in child.morph for child in verb.children)
    if not past or verb.head.lemma_.lower() not in words("roles", "claiming", "verbs") or negated(verb.head):
        return
    for token in subjects:
        span = _group_at(token)
        if span is not None:
            yield RoleFiller("claimant", span, span._.actor, f"claim.announced.{verb.head.lemma_}", 0.9)


def vouched(sent: Span) -> Iterator[RoleFiller]:
    """« le Jnim assure que ses combattants ont mené l'assaut », « déclare qu'il a visé une caserne ».

    The clause after the verb of saying must tell an act, done by the group itself or by its men.
    """
    saying = words("roles", "claiming", "verbs")
    if index_of(sent.doc).lemmas(sent).isdisjoint(saying):
        return
    for act in sentence_spans(sent, "triggers"):
        verb = act.doc[act._.trigger.head]
        verb = verb if act._.trigger.pos == "V" else verb.head
        head = verb.head
        if act._.trigger.pos == "N" and verb.dep_ == "xcomp" and act._.trigger.type in _ACTS:
            yield from _carried(verb)
            continue
        if verb.dep_ != "ccomp" or head.lemma_.lower() not in saying or negated(head) or negated(verb):
            continue
        group = next((_speaker(child) for child in head.children if child.dep_ == "nsubj"), None)
        past = any(child.dep_ == "aux:tense" and child.lemma_ == "avoir" for child in verb.children)
        if group is None or not past or is_passive_verb(verb) or act._.trigger.type not in _ACTS:
            continue
        if any(_own(child) for child in verb.children if child.dep_ == "nsubj"):
            yield RoleFiller("claimant", group, group._.actor, f"claim.vouched.{head.lemma_}", 0.9)
            yield RoleFiller("perpetrator", group, group._.actor, f"claim.vouched.{head.lemma_}", 0.9)


def _carried(verb: Token) -> Iterator[RoleFiller]:
    """« les shebab disent avoir mené l'assaut »: the verb that carries the noun of the act."""
    if verb.lemma_.lower() not in words("roles", "support", "verbs"):
        return
    said = announced(verb, [child for child in verb.head.children if child.dep_ == "nsubj"])
    for filler in said:
        yield filler
        yield replace(filler, role="perpetrator")


def _speaker(subject: Token) -> Span | None:
    """The group that is the subject, or beside it (« son organe, l'État islamique, a affirmé »)."""
    beside = (child for child in subject.children if child.dep_ == "appos")
    return next((span for token in (subject, *beside) if (span := _group_at(token)) is not None), None)


def _group_at(token: Token) -> Span | None:
    span = actor_at(token.doc, token)
    known = span is not None and span._.actor.rule == "actor.registry" and span._.actor.actor_type in GROUPS
    return span if known else None


def _own(token: Token) -> bool:
    """« il », « ses combattants »: the group that speaks, or its men."""
    if token.pos_ == "PRON":
        return plain(token.text).lower() in words("cast", "pronouns", "subjects")
    led = token.nbor(-1).lower_ if token.i else ""
    return led in words("cast", "owned", "determiners") and token.lemma_.lower() in words(
        "cast", "owned", "nouns"
    )


def own_claims(
    roles: list[RoleFiller], mention: EventMention, together: Sequence[EventMention]
) -> list[RoleFiller]:
    """« survient après un attentat revendiqué par le TAK »: a claim is of the act told right before it."""
    kept = []
    for filler in roles:
        before = [
            (trigger.start, other.order, id(other))
            for other in together
            for trigger in other.triggers
            if trigger.end <= filler.span.start
        ]
        claimed = filler.rule.startswith(("claim.", "accused.")) and filler.rule.endswith((" par", " à"))
        if not claimed or not before or max(before)[2] == id(mention):
            kept.append(filler)
    return kept
