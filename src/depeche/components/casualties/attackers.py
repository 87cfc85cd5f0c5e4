"""Attackers who fall, or are caught, in their own attack: the victims of a verb that names no victim.

« un homme a poignardé trois personnes avant d'être abattu », « il s'est ensuite suicidé », « il a été
arrêté »: the one who suffers is the subject of the act, told by that act, by a pronoun, or by « son
arrestation ».
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial

from spacy.tokens import Doc, Token

from depeche.components.casualties.attachment import SUBJECTS, subject_verb
from depeche.components.casualties.counted import Counted
from depeche.components.casualties.elsewhere import Found
from depeche.components.casualties.predicates import Predicate
from depeche.components.casualties.voice import is_passive
from depeche.components.lemma_patterns import plain
from depeche.components.negation import negated
from depeche.records import VictimGroup
from depeche.resources import phrase_set, word_set
from depeche.values.triggers import TriggerMention

_words = partial(word_set, "casualties", "grammar.toml", "attackers")
SLAIN = "casualty.slain"
SELF = "self"
SENTENCES_BACK = 2
IDENTITY_REACH = 9


def slain_attackers(
    doc: Doc,
    predicates: Sequence[Predicate],
    ends: Sequence[Predicate],
    phrases: Sequence[Counted],
    told: Sequence[Found],
) -> Iterator[Found]:
    """The fate of attackers that no counted phrase tells; `ends`: the verbs that say how the act ended.

    Those who suffered before they died are no attackers (« trois villageois ont fui avant d'être abattus »).
    """
    victims = {phrase.head for phrase, *_ in told}
    for predicate in ends:
        subjects = {token.i for token in _subjects(doc, predicate, predicates)}
        phrase = next((p for p in phrases if p.head in subjects), None)
        if phrase is not None and phrase.quantity.low is not None:
            yield _fate(predicate, phrase, phrase.group if phrase.head in victims else "militant")
    fates = [*predicates, *_arrests(doc)]
    for predicate in fates:
        phrase = None if _unsure(doc[predicate.start]) else _one_caught(doc, predicate, phrases)
        if phrase is None or phrase.head in victims:
            continue
        if _is_attacker(doc[phrase.head], phrase) or _did_it(doc, phrase, predicate.start, predicates):
            yield _fate(predicate, phrase, phrase.group if phrase.group in _words("forces") else "militant")


def _fate(predicate: Predicate, phrase: Counted, group: VictimGroup | None) -> Found:
    fallen = Counted(predicate.start, predicate.end, predicate.start, phrase.quantity, None, group)
    return fallen, predicate.kind, predicate.start, f"{SLAIN}.{predicate.form}"


def _arrests(doc: Doc) -> Iterator[Predicate]:
    """« procéder à son arrestation »: an arrest told by its noun, whose victim « son » names."""
    for span in doc.spans.get("triggers", ()):
        trigger, noun = span._.trigger, doc[span.start]
        if trigger.pos != "N" or trigger.type != "arrest" or not span.start:
            continue
        carried = any(word.lemma_.lower() in _words("carriers") for word in (noun.head, *noun.children))
        if carried and plain(doc[span.start - 1].text) in _words("possessives"):
            yield Predicate(span.start, span.end, "arrested", "noun", trigger.form)


def in_the_end(doc: Doc, predicate: Predicate) -> bool:
    """« avant d'être abattu »: what befalls the subject of the act, not those named beside."""
    if predicate.voice != SELF:
        return before_being(doc[predicate.start])
    before = _words_before(doc, predicate.start)
    return not phrase_set("casualties", "grammar.toml", "attackers", "before_self").isdisjoint(
        {before[-2:], before[-3:-1]}
    )


def before_being(verb: Token) -> bool:
    """« avant d'être abattu »: a passive infinitive, whose subject is that of the verb above it."""
    before = _words_before(verb.doc, verb.i)
    return before in phrase_set("casualties", "grammar.toml", "attackers", "in_the_end")


def _words_before(doc: Doc, start: int) -> tuple[str, ...]:
    return tuple(plain(token.text) for token in doc[max(0, start - 3) : start])


def _subjects(doc: Doc, predicate: Predicate, predicates: Sequence[Predicate]) -> list[Token]:
    """The subject of the act that ends so, past a participle (« ont attaqué le bar, tuant dix clients »)."""
    verb, done = doc[predicate.start].head, {p.start for p in predicates}
    verbs = [verb]
    if verb.pos_ != "VERB" or (verb.i in done and verb.lower_.endswith("ant")):
        verbs += verb.ancestors
    return _first_subjects(verbs)


def _first_subjects(verbs: Sequence[Token], predicate: Predicate | None = None) -> list[Token]:
    """The subjects of the first verb that has any, the words of a predicate left out (« donner la mort »)."""
    own = range(predicate.start, predicate.end) if predicate is not None else ()
    told = (
        [child for child in one.children if child.dep_ in SUBJECTS and child.i not in own] for one in verbs
    )
    return next((subjects for subjects in told if subjects), [])


def _one_caught(doc: Doc, predicate: Predicate, phrases: Sequence[Counted]) -> Counted | None:
    """The one whom a pronoun or a verb on oneself makes suffer: « il a été abattu », « s'est suicidé »."""
    if predicate.voice == "noun":
        noun = predicate.start and plain(doc[predicate.start - 1].text) in _words("possessives")
        return _antecedent(doc, phrases, predicate.start) if noun else None
    passive = predicate.voice in ("agent", "passive") and is_passive(doc, predicate)
    if predicate.voice not in ("patient", SELF) and not passive:
        return None
    verb = doc[predicate.start]
    subjects = _first_subjects([verb, *_joined_to(verb)], predicate)
    if not subjects:
        return None
    if plain(subjects[0].text) in _words("pronouns"):
        return _antecedent(doc, phrases, subjects[0].i, subjects[0])
    if predicate.voice != SELF:
        return None
    return next((p for p in phrases if p.head == subjects[0].i and _one(p)), None)


def _unsure(verb: Token) -> bool:
    """« il n'a pas été arrêté », « on ignore s'il a été tué »."""
    marks = (plain(child.text) for child in verb.children if child.dep_ == "mark")
    return negated(verb) or any(mark in _words("unsure") for mark in marks)


def _joined_to(verb: Token) -> list[Token]:
    """The verbs that a verb is coordinated to, whose subject it shares."""
    found = []
    while verb.dep_ == "conj":
        verb = verb.head
        found.append(verb)
    return found


def _one(phrase: Counted) -> bool:
    return phrase.quantity.low == phrase.quantity.high == 1 and phrase.kind is None


def _antecedent(
    doc: Doc, phrases: Sequence[Counted], index: int, pronoun: Token | None = None
) -> Counted | None:
    """The last single person before a pronoun who is the subject of a clause, at most two sentences back."""
    first = doc[index].sent.start
    for _ in range(SENTENCES_BACK):
        first = doc[first - 1].sent.start if first else first
    for phrase in reversed(phrases):
        if first <= phrase.head < index and _one(phrase) and subject_verb(doc[phrase.head]) is not None:
            return phrase if pronoun is None or _agree(doc[phrase.head], pronoun) else None
    return None


def _agree(noun: Token, pronoun: Token) -> bool:
    """« elle » takes up a feminine, « il » a masculine, where the gender is told."""
    genders = (noun.morph.get("Gender", []), pronoun.morph.get("Gender", []))
    return not all(genders) or genders[0] == genders[1]


def _is_attacker(noun: Token, phrase: Counted) -> bool:
    """« l'assaillant », « un homme armé », « X est identifié comme le suspect »."""
    if phrase.group == "militant" or noun.lemma_.lower() in _words("attackers"):
        return True
    if any(child.lemma_.lower() in _words("armed") for child in noun.children):
        return True
    verb = subject_verb(noun)
    if verb is None or verb.lemma_.lower() not in _words("identifying"):
        return False
    said = noun.doc[verb.i + 1 : min(verb.sent.end, verb.i + IDENTITY_REACH)]
    return any(word.lemma_.lower() in _words("attackers") for word in said)


def _did_it(doc: Doc, phrase: Counted, end: int, predicates: Sequence[Predicate]) -> bool:
    """Whether a person did the harm: as the subject of the act, or by the pronouns that take him up."""
    subjects = [doc[phrase.head]]
    subjects += [
        t for t in doc[phrase.head + 1 : end] if t.dep_ in SUBJECTS and plain(t.text) in _words("pronouns")
    ]
    acts = {p.start: p for p in predicates if p.voice == "agent"}
    strong = {s._.trigger.head for s in doc.spans.get("triggers", ()) if _violent(s._.trigger)}
    return any(
        _harms(doc, verb, acts, strong)
        for subject in subjects
        for verb in _verbs_of(subject)
        if not negated(verb)
    )


def _verbs_of(subject: Token) -> list[Token]:
    """The verbs of a subject, with those coordinated or subordinated to it that have none of their own."""
    verb = subject_verb(subject)
    if verb is None:
        return []
    verbs = [verb, *_joined_to(verb)]
    verbs += [child for one in verbs for child in one.children if child.dep_ in ("conj", "advcl", "xcomp")]
    return [one for one in verbs if one is verb or not _first_subjects([one])]


def _violent(trigger: TriggerMention) -> bool:
    return trigger.pos == "V" and trigger.frame == "agent" and trigger.type in _words("acts")


def _harms(doc: Doc, verb: Token, acts: Mapping[int, Predicate], strong: Collection[int]) -> bool:
    if verb.i in acts:
        return not is_passive(doc, acts[verb.i])
    return verb.i in strong and not any(child.dep_ in ("aux:pass", "nsubj:pass") for child in verb.children)
