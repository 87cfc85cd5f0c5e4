"""Accusations by syntax: « X, que Kigali accuse », « on lui impute », « c'est à X qu'on attribue ».

The words of `roles.toml` [accused] find the accused right after the verb; here he stands before it, is a
pronoun, or comes after the one who accuses (« des actes imputés par le ministre à X »).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from depeche.components.events.attributions.attribution import last_named, may_act
from depeche.components.events.attributions.deeds import is_act
from depeche.components.events.index import index_of
from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import words
from depeche.components.events.syntax.passive import is_passive_verb
from depeche.components.events.syntax.subjects import actor_at
from depeche.components.lemma_patterns import plain
from depeche.components.negation import negated
from depeche.values.actors import GROUPS

_FAULT = 15  # tokens of the fault of which somebody is accused
_AGENT = 20  # tokens between « imputés par » and the accused
_INSERTED = 8  # tokens between « sont » and « accusés »
_NEAR = 4  # tokens between « à » and the accused


def blamed(sent: Span) -> Iterator[RoleFiller]:
    """Those whom a verb of accusing or attributing names otherwise than right after it."""
    accusing, giving = words("attribution", "blame", "accusing"), words("attribution", "blame", "giving")
    pointing = words("attribution", "blame", "pointing")
    if index_of(sent.doc).lemmas(sent).isdisjoint(accusing | giving | pointing):
        return
    for verb in sent:
        lemma = verb.lemma_.lower()
        if verb.pos_ not in ("VERB", "ADJ") or lemma not in accusing | giving | pointing or negated(verb):
            continue
        if lemma in pointing:
            finger = _finger(verb)
            span = _singled_out(verb, finger + 1) if finger else None
        else:
            span = (_accused(verb) or _singled_out(verb, verb.i + 1)) if lemma in accusing else _given(verb)
        if span is not None and may_act(span):
            yield RoleFiller("perpetrator", span, span._.actor, f"accused.{lemma}", 0.8)


def _accused(verb: Token) -> Span | None:
    """« X, que Paris accuse d'avoir tué », « X, soupçonné d'être derrière l'attaque »: a group, of an act."""
    taken = taken_up(verb)
    if taken is None:
        return None
    told = is_object(verb) or not any(child.dep_ == "obl:agent" for child in verb.children)
    if not of_act(verb.doc, verb.i + 1, verb.sent.end, told=told):
        return None
    span = actor_at(verb.doc, taken)
    return span if span is not None and span._.actor.rule == "actor.registry" else None


def is_object(verb: Token) -> bool:
    """« que Paris accuse »: the relative pronoun is the object."""
    return any(plain(child.text) in words("attribution", "blame", "whom") for child in verb.children)


def taken_up(verb: Token) -> Token | None:
    """Of whom « que » or a participle says something: « X, que Paris accuse », « X, mis en cause »."""
    relative = is_object(verb)
    participle = verb.dep_ in ("acl", "amod", "advcl") and is_passive_verb(verb)
    if (relative and verb.dep_ == "acl:relcl") or (
        participle and verb.dep_ != "advcl" and verb.i > verb.head.i
    ):
        return verb.head
    if not relative and not participle:
        return None
    doc = verb.doc
    first = next(
        (c.i for c in verb.children if plain(c.text) in words("attribution", "blame", "whom")), verb.i
    )
    if first < verb.sent.start + 2 or doc[first - 1].text != ",":
        return None
    before = index_of(doc).within("actors", max(verb.sent.start, first - _NEAR), first - 1)
    return doc[before[-1]._.actor.head] if before and before[-1].end == first - 1 else None


def _singled_out(verb: Token, fault: int) -> Span | None:
    """« les ADF sont, là encore, montrés du doigt », « ont une nouvelle fois été accusés du massacre ».

    Read by place: what stands inserted leads the parse astray.
    """
    doc, being = verb.doc, words("attribution", "blame", "being")
    start = max(verb.sent.start + 1, verb.i - _INSERTED)
    finite = next((t for t in reversed(doc[start : verb.i]) if "VerbForm=Fin" in t.morph), None)
    if finite is None or all(token.lower_ not in being for token in doc[finite.i : verb.i]):
        return None
    habit = any(token.lower_ in words("attribution", "blame", "often") for token in doc[finite.i : verb.i])
    if habit or not of_act(doc, fault, verb.sent.end):
        return None
    end = finite.i - doc[finite.i - 1].is_quote
    near = index_of(doc).within("actors", verb.sent.start, finite.i)
    return next((s for s in near if s.end == end and s._.actor.rule == "actor.registry"), None)


def _finger(verb: Token) -> int | None:
    """The last word of « pointer du doigt », which « pointer » or « montrer » alone lack."""
    after = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + _NEAR)]
    return next((t.i for t in after if t.lower_ in words("attribution", "blame", "fingers")), None)


def of_act(doc: Doc, start: int, limit: int, *, told: bool = False) -> bool:
    """« d'avoir enlevé », « de la tuerie »: of an act; « de mentir », « de violer la trêve » are none.

    Who is accused with no fault told (« l'armée accuse les rebelles ») is accused of the act told, unless
    `told` asks for it.
    """
    fault = next(
        (token.i for token in doc[start : min(limit, start + _NEAR)] if _opens_fault(token)),
        None,
    )
    if fault is None:
        return not told
    end = next((t.i for t in doc[fault : min(limit, fault + _FAULT)] if t.text in ";:."), fault + _FAULT)
    if index_of(doc).within("triggers", fault, min(end, limit)):
        return True
    return any(
        t.lemma_.lower() in words("attribution", "blame", "acts") for t in doc[fault : min(end, limit)]
    )


def _opens_fault(token: Token) -> bool:
    return plain(token.text) in words("attribution", "blame", "of")


def _given(verb: Token) -> Span | None:
    """« on leur attribue l'attaque », « imputée par le maire à X », « c'est au X qu'ils attribuent »."""
    if not _about_act(verb):
        return None
    doc = verb.doc
    if verb.dep_ == "acl:relcl" and _led(doc, verb.head.i):
        return actor_at(doc, verb.head)
    if any(plain(child.text) in words("attribution", "blame", "dative") for child in verb.children):
        return group_before(verb)
    if not any(child.dep_ == "obl:agent" for child in verb.children):
        return None
    for span in index_of(doc).within("actors", verb.i + 2, min(verb.sent.end, verb.i + _AGENT)):
        if span._.actor.actor_type in GROUPS and _led(doc, span.start):
            return span
    return None


def group_before(verb: Token) -> Span | None:
    """« leur », « lui »: the group named last, unless the sentence before is about somebody else."""
    doc, sent = verb.doc, verb.sent
    if not sent.start:
        return None
    before = doc[sent.start - 1].sent
    subject = next((child for child in before.root.children if child.dep_ == "nsubj"), None)
    group = last_named(doc, verb.i)
    if group is None or group.end <= before.start:
        return None
    if group.start >= sent.start:  # « le M23 nie, mais l'armée l'en rend responsable »
        return group if doc[group._.actor.head].dep_ in ("nsubj", "nsubj:pass") else None
    about = subject is None or subject.pos_ not in ("NOUN", "PROPN") or group.start <= subject.i < group.end
    return group if about else None


def _led(doc: Doc, index: int) -> bool:
    """« à X », « au X », « aux hommes de X »."""
    return any(plain(token.text) in words("roles", "far", "laid") for token in doc[max(0, index - 2) : index])


def _about_act(verb: Token) -> bool:
    """An act or « ce forfait » is what the verb gives to somebody: its object, its subject or its noun."""
    told = [child for child in verb.children if child.dep_ in ("obj", "nsubj:pass", "nsubj")]
    if verb.dep_ in ("acl", "amod"):
        told.append(verb.head)
    return any(is_act(token) for token in told)
