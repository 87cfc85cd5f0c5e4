"""Complements of a noun trigger: « l'attaque d'un convoi », « l'embuscade où est tombé un convoi »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from depeche.components.events.index import index_of
from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import phrases, words
from depeche.components.events.syntax.passive import coordinated
from depeche.components.events.syntax.subjects import actor_at, phrase_start, verb_subjects

_FAR = 16


def far_targets(trigger: Span) -> Iterator[RoleFiller]:
    """What an act was aimed at, told outside its own noun phrase."""
    doc, noun = trigger.doc, trigger.doc[trigger._.trigger.head]
    for token in (*_fallen_into(noun), *_before_act(noun), *_object_of(trigger)):
        span = actor_at(doc, token)
        if span is not None:
            yield RoleFiller("target", span, span._.actor, f"role.far.{noun.lemma_}", 0.85)
    if trigger._.trigger.type == "ambush":
        yield from _laid_for(trigger)


def _fallen_into(noun: Token) -> Iterator[Token]:
    """« l'embuscade où est tombé un convoi », « dans laquelle sont tombés les gendarmes »."""
    for verb in noun.children:
        if verb.dep_ == "acl:relcl" and verb.lemma_.lower() in words("roles", "far", "falling"):
            yield from verb_subjects(verb)


def _before_act(noun: Token) -> Iterator[Token]:
    """« a lancé contre leurs bases une offensive »: the aim stands between the verb and its act."""
    verb = noun.head
    if noun.dep_ != "obj" or verb.lemma_.lower() not in phrases("roles", "support", "verbs"):
        return
    for child in verb.children:
        if verb.i < child.i < noun.i and any(
            case.lower_ in words("roles", "far", "against") for case in child.children if case.dep_ == "case"
        ):
            yield from coordinated(child)


def _object_of(trigger: Span) -> Iterator[Token]:
    """« le camp a fait l'objet ce lundi 28 février d'une attaque »: a date parts « objet » from the act."""
    doc = trigger.doc
    for index in range(trigger.start - 1, max(trigger.sent.start, trigger.start - 10), -1):
        token = doc[index]
        if token.lemma_.lower() in words("roles", "suffered", "objects") and token.dep_ == "obj":
            if trigger.root.dep_ == "nmod":
                yield from verb_subjects(token.head)
            return
        if token.pos_ in ("VERB", "AUX") or token.text in ";:.":
            return


def _laid_for(trigger: Span) -> Iterator[RoleFiller]:
    """« une embuscade tendue par des inconnus à un convoi »: « à » leads to those it was laid for."""
    doc, end = trigger.doc, min(trigger.sent.end, trigger.end + _FAR)
    laying = words("roles", "far", "laying")
    laid = next((t.i for t in doc[trigger.end : trigger.end + 4] if t.lemma_.lower() in laying), None)
    if laid is None:
        return
    for span in index_of(doc).within("actors", laid + 1, end):
        start = phrase_start(doc, span.start, laid)
        led = (doc[start - 1].lower_, doc[start].lower_)
        if not words("roles", "far", "laid").isdisjoint(led) and span._.actor.bias != "perp":
            yield RoleFiller("target", span, span._.actor, "role.far.laid", 0.85)
            return


def owns(doc: Doc, keys: Sequence[tuple[str, ...]], index: int) -> bool:
    """« de » that leads a complement: not « près de », nor the article of « dans des prisons »."""
    if words("roles", "function", "owner").isdisjoint(keys[index]):
        return False
    before = doc[index - 1]
    article = (
        doc[index].pos_ == "DET"
        and before.pos_ == "ADP"
        and before.lower_ not in words("roles", "function", "contracting")
    )
    return not article and before.lower_ not in words("roles", "function", "near")


def attached(trigger: Span, span: Span) -> bool:
    """« l'interpellation à Lille d'un jeune homme »: the complement of the noun, behind its place or date."""
    if span.root.dep_ == "nmod" and span.root.head.i == trigger._.trigger.head:
        return True
    return _past_insertion(trigger, span)


def _past_insertion(trigger: Span, span: Span) -> bool:
    """« l'assassinat, dimanche 3 mars, du maire », « l'attaque, jamais revendiquée, de la mosquée »."""
    doc, start = trigger.doc, trigger.end
    if start + 2 >= len(doc) or doc[start].text != ",":
        return False
    inserted = doc[start + 1 : span.start]
    if any(token.text in ";:.(" or "VerbForm=Fin" in token.morph for token in inserted):
        return False
    commas = [token.i for token in inserted if token.text == ","]
    return len(commas) == 1 and 1 <= span.start - commas[0] - 1 <= 2


def of_noun(token: Token, head: int) -> bool:
    """« l'attentat d'Isabela », « l'attaque contre le poste de Boni »: in the noun phrase of the act."""
    while token.i > head and token.pos_ in ("NOUN", "PROPN", "ADJ") and token.head.i != token.i:
        if token.dep_ not in ("nmod", "flat", "flat:name", "appos", "conj", "amod"):
            return False
        token = token.head
    return token.i == head
