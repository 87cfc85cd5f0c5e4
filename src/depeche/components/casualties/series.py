"""Fates told apart from the verb of their victims: participles in a series, « y rester », « dont aucun ».

« Deux jeunes gens ont été rattrapés, molestés, puis brûlés vifs »: each bare participle after a passive has
its subject, and the one that kills tells the fate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from spacy.tokens import Doc, Token

from depeche.components.casualties.attachment import subject_verb
from depeche.components.casualties.counted import Counted, count_noun_at
from depeche.components.casualties.predicates import FIGHTERS, Predicate
from depeche.components.lemma_patterns import agreement_keys_cached, plain
from depeche.resources import word_set

STAYED, GONE = "y rester", "n'en pas revenir"

_words = partial(word_set, "casualties", "grammar.toml", "series")
AFTER, NEAR = 6, 3
FEW = 10  # who may have died there, no fighters


def in_series(doc: Doc, predicates: Sequence[Predicate], phrase: Counted) -> Predicate | None:
    """The participle that shares the subject of a passive before it: one that kills, else the last."""
    verb = subject_verb(doc[phrase.head])
    if verb is None or verb.i < phrase.head or not _passive(verb):
        return None
    found = [
        one
        for one in predicates
        if verb.i < one.start < verb.sent.end and one.voice in ("agent", "passive") and _bare(doc, verb, one)
    ]
    return next((one for one in found if one.kind == "killed"), found[-1] if found else None)


def _passive(verb: Token) -> bool:
    return "VerbForm=Part" in verb.morph and any(child.dep_ == "aux:pass" for child in verb.children)


def _bare(doc: Doc, verb: Token, predicate: Predicate) -> bool:
    """A participle with no subject nor auxiliary of its own, that agrees with the passive before it."""
    told = doc[predicate.start]
    if "VerbForm=Part" not in told.morph or any(child.dep_.startswith("aux") for child in told.children):
        return False
    if (told.text[-1:] in "sx") != (verb.text[-1:] in "sx") or told.i < 2:
        return False
    if doc[told.i - 1].text != "," and plain(doc[told.i - 1].text) not in _words("joining"):
        return False
    between = doc[verb.i + 1 : told.i]
    return all(not t.dep_.startswith("nsubj") and "VerbForm=Fin" not in t.morph for t in between)


def stayed(doc: Doc) -> Iterator[Predicate]:
    """« Deux gendarmes y sont restés », « n'en sont pas revenus »: in an act of violence, they died there."""
    acts = [span.start for span in doc.spans.get("triggers", ()) if span._.trigger.strength == "strong"]
    for token in doc[1:-1]:
        stays = token.lemma_ in _words("staying")
        if not stays and token.lemma_ not in _words("returning"):
            continue
        before = [plain(word.text) for word in doc[max(0, token.i - NEAR - (not stays)) : token.i]]
        since = doc[token.sent.start - 1].sent.start if token.sent.start else 0
        if not any(since <= act < token.sent.end for act in acts):
            continue
        after = token.nbor(1)
        there = not _words("there").isdisjoint(before)
        if stays and there and (after.is_punct or plain(after.text) in _words("after_staying")):
            yield Predicate(token.i, token.i + 1, "killed", "patient", STAYED)
        parted = all(not _words(key).isdisjoint(before) for key in ("from", "never"))
        if not stays and parted and "VerbForm=Part" in token.morph:
            yield Predicate(token.i, token.i + 1, "killed", "patient", GONE)


def few_or_fighters(phrase: Counted) -> bool:
    """« trois gendarmes y sont restés »: hundreds of passengers « y sont restés » alive."""
    return phrase.group in word_set(*FIGHTERS) or (
        phrase.quantity.value <= FEW and not phrase.quantity.approximate
    )


def none_survived(doc: Doc, phrase: Counted) -> bool:
    """« 19 passagers dont aucun n'a survécu »."""
    after = doc[phrase.end : phrase.end + AFTER + 3]
    words = [plain(token.text) for token in after]
    if _words("of_whom").isdisjoint(words[:2]):
        return False
    none = next((place for place, word in enumerate(words[:4]) if word in _words("nobody")), None)
    if none is None:
        return False
    verb = next((token for token in after[none : none + AFTER] if token.lemma_ in _words("surviving")), None)
    return verb is not None and _deadly(doc, verb)


def _deadly(doc: Doc, verb: Token) -> bool:
    """Whether an act is told of those who did not survive: the one after « à », or one before.

    « aucun n'a survécu à l'oral » tells no death.
    """
    acts = [span.start for span in doc.spans.get("triggers", ()) if span._.trigger.strength != "toll"]
    after = verb.nbor(1) if verb.i + 1 < len(doc) else verb
    if plain(after.text) in _words("to"):
        return any(after.i < act <= after.i + AFTER for act in acts)
    since = doc[verb.sent.start - 1].sent.start if verb.sent.start else 0
    return any(since <= act < verb.sent.end for act in acts)


def set_off(doc: Doc, phrase: Counted) -> str | None:
    """« Neuf soldats, grièvement blessés, ont été évacués »: a fate that two commas set off."""
    start = phrase.end + 1
    if start >= len(doc) - 1 or doc[phrase.end].text != "," or phrase.quantity.value < 1:
        return None
    start += doc[start].pos_ == "ADV"
    noun = count_noun_at(agreement_keys_cached(doc), start)
    if noun is None or noun[0] >= len(doc) or doc[noun[0]].text != "," or doc[start].pos_ == "ADP":
        return None
    return noun[1]["kind"] if doc[start].dep_ in ("amod", "acl", "appos", "conj") else None


__all__ = ["GONE", "STAYED", "few_or_fighters", "in_series", "none_survived", "set_off", "stayed"]
