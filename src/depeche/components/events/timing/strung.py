"""Several acts strung in one sentence, each with its town, its subject and its verb.

« Trois policiers ont péri dans l'explosion d'une bombe à Touz, deux soldats ont été exécutés à Charqat et la
maison d'un juge a été dynamitée à Baïji. »
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Span, Token

from depeche.components.events.index import index_of, sentence_spans
from depeche.components.events.model import WIDE
from depeche.components.events.settings import words
from depeche.components.lemma_patterns import fold_word, plain

REACH = 9  # tokens of a subject
_TOLD = frozenset({"strong", "weak", "toll"})


class _Clause(NamedTuple):
    subject: Token
    verb: Token


def strung(sent: Span) -> tuple[int, ...]:
    """Tokens behind which a sentence tells another act, by another town and another subject.

    Not in a headline: the text tells again each of the acts strung there.
    """
    clauses = list(_clauses(sent))
    if len(clauses) < 2 or sent.start_char < sent.doc._.title_end:
        return ()
    found: list[int] = []
    begin = sent.start
    for (one, other), after in zip(pairwise(clauses), [*clauses[2:], None], strict=True):
        link = _link(one, other)
        if link is None:
            continue
        end = _link(other, after) if after is not None else None
        if _apart(sent.doc[begin:link], sent.doc[link : end or sent.end]):
            found.append(link)
            begin = link
    return tuple(found)


def _clauses(sent: Span) -> Iterator[_Clause]:
    """The verbs that tell acts, with subjects that are nouns and no word for one told before."""
    seen: set[int] = set()
    for trigger in sentence_spans(sent, "triggers"):
        if trigger._.trigger.strength not in _TOLD or trigger._.trigger.type in WIDE:
            continue
        verb = sent.doc[trigger._.trigger.head]
        verb = verb.head if verb.dep_ == "obj" else verb
        subject = next((c for c in verb.children if c.dep_.startswith("nsubj") and c.i < verb.i), None)
        subject = subject or _read_before(verb)
        if (
            verb.dep_.startswith("acl")
            or subject is None
            or verb.i in seen
            or subject.pos_ not in ("NOUN", "PROPN", "NUM")
        ):
            continue
        seen.add(verb.i)
        if _new(subject):
            yield _Clause(subject, verb)


def _read_before(verb: Token) -> Token | None:
    """« près de Charqat et la maison d'un juge a été dynamitée »: taken by the parser for a second town."""
    auxiliary = next((child for child in verb.children if child.dep_.startswith("aux")), None)
    if verb.dep_ != "conj" or auxiliary is None:
        return None
    doc, links = verb.doc, words("dating", "turn", "links")
    for index in range(auxiliary.i - 1, max(verb.sent.start, auxiliary.i - REACH), -1):
        if plain(doc[index].text) in links:
            return next((word for word in doc[index + 1 : auxiliary.i] if word.pos_ == "NOUN"), None)
    return None


def _new(subject: Token) -> bool:
    """« deux soldats », « la maison d'un juge »; not « les assaillants », « un troisième »."""
    definite = any(
        child.dep_ == "det" and fold_word(child.text) in words("reference", "definite", "folded")
        for child in subject.children
    )
    whose = any(child.dep_ == "nmod" for child in subject.children)
    counted = subject.lower_ in words("reference", "another", "words")
    return (whose or not definite) and not counted


def _link(one: _Clause, other: _Clause) -> int | None:
    """The stop or conjunction that opens the second clause, else a comma right before its subject."""
    doc, links = one.subject.doc, words("dating", "turn", "links") | words("dating", "turn", "stops")
    opening, comma = other.subject.i, None
    while doc[opening - 1].pos_ in ("DET", "NUM", "ADJ"):
        opening -= 1
    for index in range(other.subject.i - 1, one.verb.i, -1):
        word = doc[index]
        if plain(word.text) in links:
            return index
        if word.text == "," and index == opening - 1:
            comma = index
        if "PronType=Rel" in word.morph or (index < opening and word.pos_ in ("VERB", "AUX")):
            break
    return comma


def _apart(head: Span, tail: Span) -> bool:
    """A town each, and nobody taken to a hospital."""
    lemmas = {token.lemma_.lower() for token in tail}
    if not lemmas.isdisjoint(words("reference", "late", "lemmas")):
        return False
    here, there = _towns(head), _towns(tail)
    return bool(here) and bool(there) and here.isdisjoint(there)


def _towns(part: Span) -> set[str]:
    """Towns where something was done, known or not; « Ankara bombarde … » names who did it."""
    places = index_of(part.doc).within("places", part.start, part.end)
    exact = [p for p in places if p._.place.precision in ("town", "unresolved")]
    return {plain(p.text) for p in exact if not p.root.dep_.startswith("nsubj")}
