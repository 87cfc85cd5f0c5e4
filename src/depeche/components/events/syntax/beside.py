"""Victims told beside the one of the parse: « le chef et ses deux fils », « dont six élèves »."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from depeche.components.events.index import index_of
from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import folded, words
from depeche.components.events.syntax.subjects import actor_at, phrase_start

_NEAR = 10
_PART = 6
_PARTS = 20
_GAP = 5


def beside(doc: Doc, token: Token, rule: str, strength: float) -> Iterator[RoleFiller]:
    """Those tied to a victim by « et ses », and the part that says more of « personnes » than the whole."""
    kin = _kin(doc, token)
    yield from (RoleFiller("target", other, other._.actor, rule, strength) for other in _joined(doc, token))
    taken = rule.rsplit(".", 1)[-1] in words("cast", "taken", "forms")
    for span in (*((kin,) if kin is not None else ()), *(_part(doc, token) if taken else ())):
        yield RoleFiller("target", span, span._.actor, rule, strength)


def _kin(doc: Doc, token: Token) -> Span | None:
    """« le chef du village et ses deux fils »: the possessive ties to « fils » the one the parse left out."""
    first = token.sent.start
    start = phrase_start(doc, token.i, first)
    tied = words("cast", "carriers", "possessives")
    if (
        start in (token.i, first)
        or doc[start].lower_ not in tied
        or doc[start - 1].lower_ not in words("roles", "function", "and")
    ):
        return None
    near = index_of(doc).within("actors", max(first, start - _NEAR), start - 1)
    if not near or near[-1]._.actor.unit != "person":
        return None
    found: Span = near[-1]
    return None if any(word.text in ",;:." for word in doc[found.end : start]) else found


def _joined(doc: Doc, token: Token) -> Iterator[Span]:
    """« un marché aux légumes et des ateliers »: a thing that the parse ties to a noun inside the first."""
    whole = actor_at(doc, token)
    if whole is None or whole._.actor.unit != "thing":
        return
    for inner in doc[whole.start : whole.end]:
        for child in inner.children if inner.i != whole._.actor.head else ():
            other = actor_at(doc, child) if child.dep_ == "conj" and child.i >= whole.end else None
            if other is not None and other._.actor.unit == "thing" and other._.actor.head == child.i:
                yield other


def _part(doc: Doc, token: Token) -> list[Span]:
    """« 42 personnes, dont 27 écoliers, ont été enlevées »: « personnes » names nobody, the part does.

    « vingt personnes, parmi lesquelles le gérant et deux anciens fonctionnaires »: all that are told.
    """
    whole = actor_at(doc, token)
    if whole is None or whole._.actor.key.split()[0] not in folded("cast", "empty", "nouns"):
        return []
    end = min(token.sent.end, whole.end + _PART)
    led = next((word.i for word in doc[whole.end : end] if word.lower_ in words("cast", "part", "led")), None)
    if led is None or any(word.pos_ in ("VERB", "AUX") for word in doc[whole.end : led]):
        return []
    found: list[Span] = []
    start = led + 1
    for span in index_of(doc).within("actors", led + 1, min(token.sent.end, led + _PARTS)):
        between = doc[start : span.start]
        if any(word.text in ";:." or word.pos_ in ("VERB", "AUX") for word in between) or len(between) > _GAP:
            break
        if found and not any(word.lower_ in words("roles", "function", "coordinators") for word in between):
            break
        if span._.actor.unit == "person" or span._.actor.rule == "actor.person":
            found.append(span)
        start = span.end
    return found
