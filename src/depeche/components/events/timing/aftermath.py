"""Days of what comes after an act: its count, mourning, justice, care, visits, searches, the answer to it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from depeche.components.events.index import sentence_spans
from depeche.components.events.settings import pattern, words
from depeche.components.lemma_patterns import plain

VERBS = ("mourning", "justice", "care", "visits", "leaving", "response", "searches")
SUBJECTS = ("counts", "mourning", "justice", "others")


def comes_after(span: Span) -> bool:
    """« ont été inhumées mardi », « s'est rendu lundi sur place », « le bilan est passé mardi à dix morts ».

    Not where a word between, the verb itself, its subject, its object or a verb beside it tells an act: a day
    that follows the act's own noun is the act's (« un deuil décrété après les attaques menées dimanche »).
    """
    verb = span.root.head
    told = sentence_spans(verb.sent, "triggers")
    if _since_dead(verb, told):
        return True
    if any(t._.trigger.pos == "V" and t.start <= verb.i < t.end for t in told):
        return False  # « l'ancien ministre a été abattu le 3 mars »
    acts = [t for t in told if t._.trigger.strength in ("strong", "weak")]
    if any(t.start <= verb.i < t.end or verb.i < t.start < span.start for t in acts):
        return False
    if _of_the_act(verb, acts):
        return False
    if _of_another_subject(verb):
        return True
    own = {child.i for child in verb.children if child.dep_ in ("nsubj", "obj", "conj")} | {verb.i}
    return _follows(verb) and not any(t._.trigger.head in own for t in acts)


def _of_the_act(verb: Token, acts: list[Span]) -> bool:
    """« Le bilan de l'attaque survenue mercredi ne cesse de monter »: a participle beside the act's noun."""
    bare = verb.pos_ == "VERB" and not any(child.dep_.startswith("aux") for child in verb.children)
    return bare and any(t.end == verb.i and t._.trigger.pos == "N" for t in acts)


def _follows(verb: Token) -> bool:
    if verb.pos_ != "VERB":
        return False
    if pattern("dating", "held").match(plain(verb.doc[verb.i : verb.i + 4].text)):
        return True
    return any(verb.lemma_.lower() in words("dating", "aftermath", kind) for kind in VERBS)


def _of_another_subject(governor: Token) -> bool:
    """« Le bilan de l'attaque est passé mardi à dix morts », « des obsèques ont eu lieu mardi »."""
    told = {c.lemma_.lower() for c in governor.children if c.dep_ in ("nsubj", "nsubj:pass")}
    return any(not told.isdisjoint(words("dating", "subject", kind)) for kind in SUBJECTS)


def _since_dead(verb: Token, told: Sequence[Span]) -> bool:
    """« Le bilan de l'incendie s'est alourdi, un blessé ayant succombé samedi »: no day of the act."""
    absolute = any(child.lower_ in words("dating", "aftermath", "absolute") for child in verb.children)
    dies = any(t._.trigger.strength == "toll" and t._.trigger.head == verb.i for t in told)
    return absolute and dies and any(t._.trigger.strength == "strong" for t in told)
