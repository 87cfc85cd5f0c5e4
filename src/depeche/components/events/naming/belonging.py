"""What attackers are said to be: « les ravisseurs seraient des combattants de X », « présumés membres »."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from depeche.components.events.attributions.attribution import affiliate
from depeche.components.events.index import index_of
from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import folded, phrases, words
from depeche.components.events.syntax.subjects import actor_at
from depeche.components.lemma_patterns import plain
from depeche.components.negation import negated
from depeche.values.actors import ARMED, GROUPS, IRREGULARS

REACH = 14  # tokens between a description and the group it is said to be of


def belonging(sent: Span) -> Iterator[RoleFiller]:
    """Those whom a sentence says the attackers to be, or whom « il s'agit de » points to."""
    if not index_of(sent.doc).lemmas(sent).isdisjoint(words("belonging", "attackers", "nouns")):
        for token in sent:
            if _attackers(token):
                yield from _authors(_said_of(token))
    yield from _authors(_pointed(sent))


def _authors(span: Span | None) -> Iterator[RoleFiller]:
    if span is not None and span._.actor.bias not in ("thing", "count"):
        yield RoleFiller("perpetrator", span, span._.actor, "accused.belonging", 0.8)


def _attackers(token: Token) -> bool:
    """« les assaillants », « leurs ravisseurs »: definite, so that the text has told what they did."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in words("belonging", "attackers", "nouns"):
        return False
    before = {plain(word.text).lower() for word in token.doc[max(token.sent.start, token.i - 2) : token.i]}
    return not before.isdisjoint(words("belonging", "attackers", "determiners"))


def _said_of(noun: Token) -> Span | None:
    """Predicate (« sont des … »), group (« appartiennent à … ») or name (« identifiés comme … »)."""
    doc, verb = noun.doc, noun.head
    if noun.dep_ not in ("nsubj", "nsubj:pass", "obj") or negated(verb):
        return None
    if noun.dep_ != "obj" and any(child.dep_ == "cop" for child in verb.children):
        return _armed(actor_at(doc, verb))
    if _of_members(verb):
        return _group(doc, verb.i + 1, min(noun.sent.end, verb.i + REACH))
    if verb.lemma_.lower() not in words("belonging", "called", "verbs"):
        return None
    for token in doc[max(verb.i, noun.i) + 1 : min(noun.sent.end, max(verb.i, noun.i) + REACH)]:
        if token.lower_ in words("belonging", "called", "led"):
            found = index_of(doc).within("actors", token.i + 1, token.i + 4)
            return _armed(found[0]) if found else None
    return None


def _of_members(verb: Token) -> bool:
    """« appartiennent à », « font partie de »."""
    lemma = verb.lemma_.lower()
    if lemma in words("belonging", "members", "light"):
        return any(token.lemma_ in words("belonging", "members", "parts") for token in verb.children)
    return lemma in words("belonging", "members", "verbs")


def _armed(span: Span | None) -> Span | None:
    if span is None or span._.actor.actor_type not in ARMED or affiliate(span.doc, span):
        return None
    return span


def _group(doc: Doc, start: int, end: int) -> Span | None:
    """The first armed group named in a stretch, no mere ally."""
    for span in index_of(doc).within("actors", start, end):
        actor = span._.actor
        if actor.rule == "actor.registry" and actor.actor_type in GROUPS:
            return None if affiliate(doc, span) else span
    return None


def _pointed(sent: Span) -> Span | None:
    """« D'après le chef de secteur, il s'agit de miliciens de X » after an act whose author is not told."""
    doc = sent.doc
    openings = phrases("belonging", "pointing", "phrases")
    text = plain(index_of(doc).text_of(sent)).lower()
    if not sent.start or not any(phrase in text for phrase in openings):
        return None
    before = doc[sent.start - 1].sent
    acts = index_of(doc).within("triggers", before.start, before.end)
    if not acts or any(act._.trigger.type in ("arrest", "protest") for act in acts):
        return None
    for token in sent[:-2]:
        if plain(doc[token.i : token.i + 5].text).lower().startswith(openings):
            found = index_of(doc).within("actors", token.i + 1, min(sent.end, token.i + 6))
            return found[0] if found and found[0]._.actor.actor_type in GROUPS else None
    return None


def said_to_be(filler: RoleFiller) -> RoleFiller:
    """« des hommes armés, présumés membres de X », « qui seraient des combattants de X »: the group."""
    actor, span = filler.actor, filler.span
    doc = span.doc
    someone = actor.actor_type in IRREGULARS or actor.key.split()[0] in folded("roles", "person", "nouns")
    if filler.role != "perpetrator" or actor.named or not someone or span.end >= len(doc):
        return filler
    if doc[span.end].lower_ not in words("belonging", "called", "opening"):
        return filler
    group = _group(doc, span.end + 1, min(span.sent.end, span.end + REACH))
    if group is None or not _called(doc, span.end, group):
        return filler
    return RoleFiller(filler.role, group, group._.actor, f"{filler.rule}+belonging", filler.strength)


def _called(doc: Doc, start: int, group: Span) -> bool:
    """Only words of calling or belonging between a description and the group's name."""
    told = False
    for token in doc[start : max(start, group.start + 1)]:
        lemma, form = token.lemma_.lower(), token.lower_
        known = (
            lemma in words("belonging", "called", "verbs")
            or lemma in words("belonging", "called", "adjectives")
            or form.rstrip("es") in words("belonging", "called", "adjectives")
        )
        told = told or known
        if token.pos_ == "VERB" and not known:
            return False
        if token.text in ";:." or (token.text == "," and told):
            return False
    return told and not negated(doc[start + 1])
