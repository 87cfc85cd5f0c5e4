"""Attackers whom a sentence of its own introduces: « Il s'agit d'un … », « Au volant, un … »."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from depeche.components.events.index import sentence_spans
from depeche.components.events.model import RoleFiller
from depeche.components.events.naming.identity import described_person, is_attacker
from depeche.components.events.settings import phrases, words
from depeche.components.events.syntax.subjects import actor_at
from depeche.components.lemma_patterns import plain


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
