"""What a verb of violence was done to: a thing torn open is not killed, a person who burns not looted."""

from __future__ import annotations

from spacy.tokens import Span, Token

from depeche.components.events.settings import type_table
from depeche.components.events.syntax.passive import on_himself
from depeche.components.events.syntax.subjects import actor_at


def breaks_a_thing(span: Span) -> bool:
    """« un rideau éventré », « le canot s'est éventré »: a verb of killing said of a thing.

    One shoots at a house to hurt those inside: verbs of shooting stay what they are.
    """
    trigger = span._.trigger
    if trigger.type != "killing" or trigger.strength != "strong" or trigger.pos != "V":
        return False
    if trigger.form in type_table("conduct")["shooting"]:
        return False
    victim = _suffering(span.doc[trigger.head])
    if victim is None or victim.pos_ != "NOUN":
        return False
    actor = actor_at(span.doc, victim)
    if actor is not None:
        return bool(actor._.actor.unit == "thing")
    return trigger.form in type_table("broken")["forms"]


def founders(span: Span) -> bool:
    """« leur canot s'est éventré »: a vessel that breaks is wrecked."""
    if span._.trigger.form not in type_table("broken")["forms"]:
        return False
    victim = _suffering(span.doc[span._.trigger.head])
    return victim is not None and victim.lemma_.lower() in type_table("broken")["vessels"]


def burns_persons(span: Span) -> bool:
    """« ils ont péri brûlés », « un homme battu à mort et brûlé »: nothing was looted or destroyed."""
    trigger = span._.trigger
    if trigger.type != "looting" or trigger.form not in type_table("broken")["burnt"]:
        return False
    victim = _suffering(span.doc[trigger.head])
    actor = actor_at(span.doc, victim) if victim is not None else None
    return actor is not None and bool(actor._.actor.unit == "person")


def hurts_badly(span: Span) -> bool:
    """« une fillette, grièvement touchée »: a wound, by whatever act, and no attack."""
    if span._.trigger.form not in type_table("hurt")["forms"]:
        return False
    beside = (span.doc[max(0, span.start - 1)], span.doc[min(span.end, len(span.doc) - 1)])
    return any(token.lower_ in type_table("hurt")["badly"] for token in beside)


def _suffering(verb: Token) -> Token | None:
    """The object, the subject of a passive, a reflexive or a bare participle, or the noun it qualifies."""
    children = {child.dep_: child for child in verb.children}
    for dep in ("obj", "nsubj:pass"):
        if dep in children and children[dep].pos_ != "PRON":
            return children[dep]
    if verb.dep_ in ("acl", "amod"):
        return verb.head
    if on_himself(verb):
        return children.get("nsubj")
    if verb.dep_ in ("xcomp", "advcl", "conj", "obl", "advmod") and "VerbForm=Part" in verb.morph:
        subjects = [child for child in verb.head.children if child.dep_.startswith("nsubj")]
        return subjects[0] if subjects else None
    return None
