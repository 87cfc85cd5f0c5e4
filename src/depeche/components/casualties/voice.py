"""Whether a predicate is passive: what stands before a participle says who suffers it."""

from __future__ import annotations

from functools import partial

from spacy.tokens import Doc, Token

from depeche.components.casualties.counted import Counted
from depeche.components.casualties.predicates import VOICE, Predicate
from depeche.components.lemma_patterns import plain
from depeche.resources import affixes, word_set

_ATTACHMENT = ("casualties", "grammar.toml", "attachment")
_words = partial(word_set, *VOICE)
_endings = partial(affixes, *VOICE)


def takes_along(predicate: Predicate) -> bool:
    """« les assaillants sont repartis avec dix élèves »: a verb that takes along those it leads to."""
    return predicate.form.rsplit(" ", 1)[-1] in _words("taking")


def is_passive(doc: Doc, predicate: Predicate) -> bool:
    """Whether a transitive predicate is passive or a bare participle: its subject or noun suffers it."""
    if takes_along(predicate):
        return False
    token = doc[predicate.start]
    if token.lower_.endswith(_endings("present_participle")) or _shares_active_auxiliary(doc, predicate):
        return False
    helpers = {child.dep_: child.lemma_ for child in token.children if child.dep_.startswith("aux")}
    if "aux:pass" in helpers:
        return True
    if "avoir" in helpers.values():
        return False
    for index in range(token.i - 1, max(-1, token.i - 5), -1):
        word = doc[index]
        low = word.lower_
        if low in _words("passive"):
            return True
        if word.lemma_ == "être" and low != "eu":
            return not _reflexive(doc, index)
        if word.lemma_ == "avoir":
            return False
        if word.pos_ in ("NOUN", "PROPN", "PUNCT"):
            break
    return _bare_participle(token)


def _shares_active_auxiliary(doc: Doc, predicate: Predicate) -> bool:
    """« avait coûté la vie à un soldat et blessé six autres »: the participle shares « avoir »."""
    token = doc[predicate.start]
    if token.i == 0 or token.nbor(-1).lower_ not in _words("joining"):
        return False
    following = doc[predicate.end : predicate.end + 2]
    counts = any(span.start == predicate.end for span in doc.spans.get("numbers", ()))  # « près de 150 »
    if not counts and not any(word.like_num or word.lower_ in _words("count_openers") for word in following):
        return False
    for index in range(token.i - 1, max(token.sent.start - 1, token.i - 25), -1):
        word = doc[index]
        if word.lower_ in _words("passive_told") or (word.lemma_ == "être" and not _reflexive(doc, index)):
            return False
        if word.lemma_ == "avoir":
            return True
    return False


def _reflexive(doc: Doc, index: int) -> bool:
    return index > 0 and plain(doc[index - 1].text) in _words("reflexive")


def _bare_participle(token: Token) -> bool:
    if "VerbForm=Part" in token.morph or token.pos_ in ("ADJ", "NOUN"):
        return True
    return token.lower_.endswith(_endings("participle_endings"))


def done_by(verb: Token) -> bool:
    """« des femmes parties cueillir des fruits »: an active infinitive, done by those whom it hangs on."""
    passive = any(child.dep_.startswith("aux") for child in verb.children)
    return "VerbForm=Inf" in verb.morph and not passive


def did_another(noun: Token, verb: Token) -> bool:
    """« poignardé par un passant, et trois hommes ont été arrêtés »: he did what is told before.

    The verb has a subject of its own, no relative (« tué par un homme, qui a été arrêté »).
    """
    if noun.dep_ != "obl:agent" or noun.head == verb:
        return False
    return any(child.dep_.startswith("nsubj") and child.pos_ == "NOUN" for child in verb.children)


def inverted(doc: Doc, predicate: Predicate) -> bool:
    """« où a été arrêté la veille un suspect », « dans laquelle ont péri douze gendarmes »: subject last."""
    verb = doc[predicate.start]
    helpers = [child for child in verb.children if child.dep_.startswith("aux") and child.i < verb.i]
    first = min((child.i for child in helpers), default=verb.i)
    if not helpers or first == 0 or predicate.voice == "state":
        return False
    before = doc[first - 1]
    return before.lower_ in word_set(*_ATTACHMENT, "inverting") or (
        all(not child.dep_.startswith("nsubj") for child in verb.children if child.i < first)
        and any(child.dep_ == "obl" and child.i < first for child in verb.children)
        and before.pos_ in ("NOUN", "PROPN")
    )


def of_a_later_noun(doc: Doc, start: int, predicate: Predicate) -> bool:
    """« Un policier a été inculpé après la mort de Nahel, tué mardi »: of a noun past the main verb."""
    told = doc[predicate.start]
    noun = told.head
    if told.dep_ not in ("acl", "amod") or noun.pos_ not in ("NOUN", "PROPN") or told.i < 1:
        return False
    verbs = (token for token in doc[start : noun.i] if token.pos_ == "VERB")
    return doc[told.i - 1].text == "," and any(
        child.dep_.startswith("aux") for verb in verbs for child in verb.children
    )


def just(token: Token) -> bool:
    """« trois soldats viennent d'être tués »: « venir de » only says when."""
    following = token.i + 1 < len(token.doc) and plain(token.nbor(1).text)
    return token.lemma_ in word_set(*_ATTACHMENT, "recent") and following in word_set(
        *_ATTACHMENT, "recent_links"
    )


def disagrees(doc: Doc, phrase: Counted, predicate: Predicate) -> bool:
    """« un homme maîtrisé par deux portiers puis arrêté »: a participle in the singular is not of several."""
    told = doc[predicate.start]
    count = phrase.quantity
    if predicate.voice not in ("agent", "passive") or "VerbForm=Part" not in told.morph:
        return False
    if count.rule == "one" and "Number=Plur" in told.morph:
        return all(token.pos_ != "CCONJ" for token in doc[phrase.start : predicate.start])
    several = count.rule == "number" and count.value > 1 and not count.approximate
    return several and told.text[-1:] not in "sx"
