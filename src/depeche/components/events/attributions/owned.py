"""Claims by verbs that claim only with an act: « a signé l'attaque », « s'en est prévalu »."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from depeche.components.events.attributions.attribution import claim, on_behalf
from depeche.components.events.attributions.claimants import claiming
from depeche.components.events.attributions.deeds import is_act
from depeche.components.events.index import index_of
from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import words
from depeche.components.events.syntax.passive import agents_of, on_himself
from depeche.components.events.syntax.subjects import actor_at
from depeche.components.lemma_patterns import plain
from depeche.components.negation import negated
from depeche.values.actors import GROUPS

_OBJECTS = ("obj", "iobj", "obl", "obl:arg")


def owned(sent: Span) -> Iterator[RoleFiller]:
    """Who takes an act upon himself."""
    index = index_of(sent.doc)
    if index.lemmas(sent).isdisjoint(words("attribution", "owned", "verbs")):
        return
    for verb in sent:
        lemma = verb.lemma_.lower()
        if lemma not in words("attribution", "owned", "verbs") or verb.pos_ != "VERB" or negated(verb):
            continue
        if "VerbForm=Inf" in verb.morph or not _light(verb):
            continue
        rule = f"claim.owned.{lemma}"
        if any(child.dep_ in ("obl:agent", "nsubj:pass") for child in verb.children) and not on_himself(verb):
            if _passive_of_act(verb):
                for token in agents_of(verb):
                    yield from claim(actor_at(verb.doc, token), rule)
        elif verb.dep_ in ("acl", "amod") and is_act(verb.head):
            for token in agents_of(verb):
                yield from claim(actor_at(verb.doc, token), rule)
        elif _takes_act(verb):
            author = on_behalf(verb.doc, verb.i + 1, sent.end) or claiming(verb.doc, verb.i) or _rebels(verb)
            yield from claim(author, rule)


def _rebels(verb: Token) -> Span | None:
    """« un crime que les rebelles avaient assumé »: armed men by their common noun."""
    subjects = (child for child in verb.children if child.dep_ == "nsubj")
    found = next((actor_at(verb.doc, subject) for subject in subjects), None)
    return found if found is not None and found._.actor.actor_type in GROUPS else None


def _light(verb: Token) -> bool:
    """« prendre à son compte », « mettre à son actif »: light verbs claim only with their noun."""
    if verb.lemma_.lower() not in words("attribution", "owned", "light"):
        return True
    nouns = words("attribution", "owned", "nouns") | words("attribution", "owned", "blame")
    return any(child.lemma_.lower() in nouns for child in verb.children)


def _passive_of_act(verb: Token) -> bool:
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubj:pass")]
    return any(map(is_act, subjects or [verb.head]))


def _takes_act(verb: Token) -> bool:
    """Its object is an act, the blame for one, or « l' », « en » right after a sentence that tells one."""
    for child in verb.children:
        if child.dep_ not in _OBJECTS:
            continue
        relative = verb.dep_ == "acl:relcl" and plain(child.text) in words("attribution", "blame", "whom")
        if is_act(verb.head if relative else child) or child.lemma_.lower() in words(
            "attribution", "owned", "blame"
        ):
            return True
        if plain(child.text) in words("attribution", "owned", "pronouns"):
            return _after_act(verb)
    return False


def _after_act(verb: Token) -> bool:
    """An act told before in the sentence or in the one before it, and no treaty that is signed."""
    doc, sent = verb.doc, verb.sent
    start = doc[sent.start - 1].sent.start if sent.start else sent.start
    told = {token.lemma_.lower() for token in doc[start : verb.i]}
    return told.isdisjoint(words("attribution", "owned", "treaties")) and bool(
        index_of(doc).within("triggers", start, verb.i)
    )
