"""Which predicate a counted phrase suffers: by the parse, and by its place where the parse is silent."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from spacy.tokens import Doc, Token

from depeche.components.casualties.counted import Counted
from depeche.components.casualties.insertions import adverbial, open_between
from depeche.components.casualties.predicates import Predicate
from depeche.components.casualties.voice import (
    did_another,
    disagrees,
    done_by,
    inverted,
    is_passive,
    just,
    of_a_later_noun,
    takes_along,
)
from depeche.components.lemma_patterns import plain
from depeche.resources import affixes, word_set

_words = partial(word_set, "casualties", "grammar.toml", "attachment")
SUBJECTS = ("nsubj", "nsubj:pass", "expl:subj")
_RELATIONS = ("appos", "flat", "flat:name", "amod")  # amod: « jeune femme », counted as « jeune »
LEFT_REACH = 7
RIGHT_REACH = 16


def subject_verb(noun: Token) -> Token | None:
    """The verb that a noun is the subject of, itself or by what it stands in apposition to."""
    while noun.dep_ in _RELATIONS and noun.head.i != noun.i:
        noun = noun.head
    if noun.dep_ not in SUBJECTS:
        return None
    verb = noun.head
    return verb.head if verb.dep_ in SUBJECTS else verb  # « un homme se réclamant de X a tué »


def governs(doc: Doc, predicate: Predicate, phrase: Counted) -> bool:
    """Whether the parse makes the counted phrase the one who suffers the predicate."""
    head = _spoken_for(doc, phrase)
    dep, governor = head.dep_, head.head
    inside = predicate.start <= governor.i < predicate.end
    if predicate.voice == "noun":
        return inside and dep in ("nmod", "obl", "obl:arg") and head.i >= predicate.end
    if _object_of_relative(doc, predicate, head):
        return True
    if predicate.voice == "patient" and _subject_of_relative(doc, predicate, head):
        return True
    if inside:
        if predicate.voice in ("patient", "state"):
            return dep in ("nsubj", "nsubj:pass")
        if predicate.voice == "loss":
            return dep == "obj"
        if is_passive(doc, predicate):
            return dep in ("nsubj:pass", "nsubj")
        if predicate.voice == "passive":
            return False
        led = predicate.form.endswith(" à") or takes_along(predicate)
        return dep in ("obj", "iobj") or (dep in ("obl", "obl:arg") and led)
    target = doc[predicate.start : predicate.end].root
    if predicate.voice in ("agent", "passive") and any(c.lemma_ == "avoir" for c in target.children):
        return False  # « accuse un drone d'avoir tué une famille »
    if predicate.voice == "agent" and done_by(target):
        return False
    return target.dep_ in ("acl", "amod") and target.head.i == head.i


def _spoken_for(doc: Doc, phrase: Counted) -> Token:
    """The word that stands for a count in the parse: of « une soixantaine de femmes », the number."""
    head = doc[phrase.head]
    climbs = head.dep_ == "nmod" and phrase.start <= head.head.i < phrase.head
    return head.head if climbs else head


def _subject_of_relative(doc: Doc, predicate: Predicate, head: Token) -> bool:
    """« ce sont neuf gendarmes et deux civils qui sont tombés »: the antecedents of « qui »."""
    verb = doc[predicate.start]
    if verb.dep_ != "acl:relcl" or all(child.lower_ != "qui" for child in verb.children):
        return False
    return head in (verb.head, *verb.head.conjuncts) and head.i < verb.i


def _object_of_relative(doc: Doc, predicate: Predicate, head: Token) -> bool:
    """« onze miliciens que la police affirme avoir appréhendés »: the antecedent of « que »."""
    verb = doc[predicate.start]
    if predicate.voice != "agent" or verb.i <= head.i or verb.sent.start != head.sent.start:
        return False
    clause = verb.head if verb.dep_ in ("xcomp", "ccomp") else verb
    return (
        clause.dep_ == "acl:relcl"
        and clause.head.i == head.i
        and any(
            child.dep_ in ("obj", "mark") and child.i > head.i and plain(child.text) in _words("that")
            for part in (verb, clause)
            for child in part.children
        )
    )


def left_predicate(doc: Doc, predicates: Sequence[Predicate], phrase: Counted) -> Predicate | None:
    """An active verb or a noun right before the phrase: « tuant 41 soldats », « la mort de dix civils »."""
    costs = affixes("casualties", "grammar.toml", "attachment", "cost")
    skipped = adverbial(doc, phrase.start)
    for predicate in reversed(predicates):
        gap = phrase.start - predicate.end
        if gap == -1 and predicate.form.endswith(" de"):
            gap = 0  # « l'exode de dizaines de familles »: the preposition told with the number
        if predicate.form.startswith(costs) and 0 <= gap <= 3 * LEFT_REACH and _led_by_to(doc, phrase):
            return predicate
        if gap < 0 or gap > LEFT_REACH + len(skipped & set(range(predicate.end, phrase.start))):
            continue
        passive = predicate.voice == "agent" and is_passive(doc, predicate)
        if (passive or predicate.voice in ("patient", "passive", "state")) and not inverted(doc, predicate):
            continue
        between = [token for token in doc[predicate.end : phrase.start] if token.i not in skipped]
        if any(token.pos_ in ("NOUN", "PROPN", "VERB") and not token.like_num for token in between):
            return None
        return predicate if open_between(doc, predicate.end, phrase.start, commas=2) else None
    return None


def _led_by_to(doc: Doc, phrase: Counted) -> bool:
    """« a coûté la vie, dans la nuit de mardi, à 44 migrants »."""
    return phrase.start > 0 and doc[phrase.start - 1].lower_ in _words("to")


def right_predicate(
    doc: Doc, predicates: Sequence[Predicate], phrase: Counted, barrier: int
) -> Predicate | None:
    """A participle, a passive or an intransitive verb after the phrase: « 41 soldats … ont été tués ».

    Args:
        barrier: token index of the next counted phrase that does not share the predicate.
    """
    for predicate in predicates:
        if (
            predicate.start < phrase.head
            or predicate.start - phrase.end > RIGHT_REACH
            or predicate.voice in ("noun", "loss")
        ):
            continue
        if predicate.start >= barrier:
            return None
        if predicate.voice in ("agent", "passive") and not is_passive(doc, predicate):
            verb, subject = doc[predicate.start], _spoken_for(doc, phrase)
            if done_by(verb) and (subject.is_ancestor(verb) or subject.head.i == verb.i):
                continue
            return None
        if not open_between(doc, phrase.end, predicate.start, commas=2):
            return None
        apart = (
            _kin(doc, phrase, predicate)
            or _other_verb(doc, phrase.end, predicate)
            or _other_subject(doc, phrase.end, predicate)
            or disagrees(doc, phrase, predicate)
            or of_a_later_noun(doc, phrase.end, predicate)
            or did_another(doc[phrase.head], doc[predicate.start])
        )
        return None if apart else predicate
    return None


def _kin(doc: Doc, phrase: Counted, predicate: Predicate) -> bool:
    """« le père de deux des tireurs a été arrêté »: the one told, not those whom he is told by."""
    if predicate.start <= phrase.end or phrase.start < 2 or doc[phrase.start - 1].lower_ not in _words("of"):
        return False
    return any(
        span._.actor.head == phrase.start - 2 and span._.actor.unit == "person"
        for span in doc.spans.get("actors", ())
    )


def _other_subject(doc: Doc, start: int, predicate: Predicate) -> bool:
    """« six civils …, certains blessés étant atteints », « et les autres restent introuvables »."""
    children = [child for token in doc[predicate.start : predicate.end] for child in token.children]
    before = [child for child in children if start <= child.i < predicate.start]
    absolute = any(child.lower_ in _words("absolute") for child in children)
    others = any(plain(child.text) in _words("others") for child in before)
    return others or (absolute and any(child.pos_ == "NOUN" for child in before))


def _other_verb(doc: Doc, start: int, predicate: Predicate) -> bool:
    """A finite verb of its own between the phrase and the predicate, outside a relative clause."""
    linking = _words("linking") if predicate.voice == "state" else frozenset()
    relative = _relative(doc, start, predicate.start)
    return any(
        token.pos_ == "VERB"
        and "VerbForm=Fin" in token.morph
        and token.dep_ not in ("acl:relcl", "parataxis")
        and not token.dep_.startswith("aux")  # « ont en outre été blessés »
        and token.lemma_ not in linking
        and not just(token)
        and token.i not in relative
        for token in doc[start : predicate.start]
    )


def _relative(doc: Doc, start: int, end: int) -> range:
    """« quatre jeunes, dont le plus âgé n'avait pas vingt ans, ont été tués »: a relative between commas."""
    if end - start < 3 or doc[start].text != "," or plain(doc[start + 1].text) not in _words("relatives"):
        return range(0)
    return range(start, next((t.i for t in doc[start + 1 : end] if t.text == ","), start))
