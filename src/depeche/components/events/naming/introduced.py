"""Attackers whom a sentence of its own introduces: « Il s'agit d'un … », « Au volant, un … »."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from depeche.components.events.index import index_of, sentence_spans
from depeche.components.events.model import RoleFiller
from depeche.components.events.naming.identity import described_person, is_attacker
from depeche.components.events.settings import folded, phrases, words
from depeche.components.events.syntax.subjects import actor_at
from depeche.components.lemma_patterns import plain
from depeche.components.negation import negated


def introduced(sent: Span) -> Iterator[RoleFiller]:
    """The person of whom « il s'agit » where an attacker was told before, or who sat at the wheel."""
    opening = _opening(sent)
    for index, told in (
        (opening, phrases("roles", "identity", "pointing") if _attacker_before(sent) else ()),
        (opening, phrases("roles", "identity", "driving")),
    ):
        text = plain(sent.doc[index : index + 6].text).lower()
        if any(text.startswith(f"{one} ") for one in told):
            yield from _person_after(sent, index)
            return


def fled(sent: Span) -> Iterator[RoleFiller]:
    """« Deux individus encagoulés ont filé à scooter », « les tireurs sont en fuite »: those who got away."""
    verbs, fleeing = words("belonging", "fleeing", "verbs"), words("belonging", "fleeing", "nouns")
    if index_of(sent.doc).lemmas(sent).isdisjoint(verbs | fleeing):
        return
    for verb in sent:
        lemma, told = verb.lemma_.lower(), {child.lemma_.lower() for child in verb.children}
        taken = lemma in words("belonging", "fleeing", "light") and not told.isdisjoint(fleeing)
        being = lemma in fleeing and any(child.dep_ == "cop" for child in verb.children)
        away = lemma in verbs or taken or being
        subjects = [child for child in verb.children if child.dep_ == "nsubj"]
        if not away or negated(verb) or not subjects:
            continue
        span = actor_at(verb.doc, subjects[0])
        if span is not None and _unknown(span):
            yield RoleFiller("perpetrator", span, span._.actor, "role.fled", 0.5)


def _unknown(span: Span) -> bool:
    """Attackers by their noun, or men of whom no more is told than how they looked."""
    actor = span._.actor
    noun = actor.key.split()[0]
    if actor.named or actor.bias in ("thing", "count"):
        return False
    if actor.actor_type == "unknown_armed" or noun in folded("cast", "attackers", "nouns"):
        return True
    return noun in folded("belonging", "fleeing", "men") and " " in actor.key


def _opening(sent: Span) -> int:
    """First word of the clause: after « Selon le maire de la ville, » where the sentence opens so."""
    doc, start = sent.doc, sent.start
    while start < sent.end - 1 and (doc[start].is_space or doc[start].is_punct):
        start += 1
    if plain(doc[start].text).lower() in words("roles", "identity", "sources"):
        commas = [token.i for token in sent if token.text == "," and token.i < sent.end - 1]
        for comma in commas:
            text = plain(doc[comma + 1 : comma + 7].text)
            if any(text.startswith(f"{one} ") for one in phrases("roles", "identity", "pointing")):
                return comma + 1
    return start


def _attacker_before(sent: Span) -> bool:
    """« L'assaillant a été tué. »: the sentence before, or the one before it when that tells of nobody."""
    before = sent
    for _ in range(2):
        if not before.start:
            return False
        before = sent.doc[before.start - 1].sent
        if any(map(is_attacker, before)):
            return True
        people = [span for span in sentence_spans(before, "actors") if span._.actor.unit != "thing"]
        if people or sentence_spans(before, "casualties"):
            return False
    return False


def _person_after(sent: Span, start: int) -> Iterator[RoleFiller]:
    doc = sent.doc
    for index in range(start, min(sent.end, start + 6)):
        if plain(doc[index].text) not in words("roles", "identity", "articles"):
            continue
        found = described_person(doc, index + 1, sent.end)
        known = actor_at(doc, doc[found[1].head]) if found is not None else None
        end = found[0].end if found is not None else sent.end
        if end < sent.end and doc[end].lower_ in words("roles", "function", "relative"):
            return  # « c'est un pêcheur qui l'a reconnu »
        if found is not None and known is not None and known._.actor.unit == "person":
            yield RoleFiller("perpetrator", found[0], found[1], "role.identified", 0.8)
        return
