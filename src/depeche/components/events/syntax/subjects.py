"""Subjects of verbs and the actors that stand behind tokens, by the parse."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from depeche.components.events.clauses import is_finite
from depeche.components.events.index import spans
from depeche.components.events.settings import phrases, words
from depeche.components.events.syntax.passive import coordinated, is_passive_verb, is_past, on_himself

_SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj"})
_CLAUSE = frozenset({"xcomp", "advcl", "ccomp", "acl"})


def actor_at(doc: Doc, token: Token) -> Span | None:
    """The actor span whose phrase holds a token, or that a gathering noun counts."""
    best: Span | None = None
    span: Span
    for span in spans(doc, "actors"):
        if span.start <= token.i < span.end:
            if span._.actor.head == token.i:
                return span
            best = best or span
    if best is None and (token.lemma_.lower() in words("roles", "gathering", "nouns") or token.like_num):
        for span in spans(doc, "actors"):
            if token.i < span.start <= token.i + 3:
                return span
    return best


def clause_verb(participle: Token) -> Token:
    """« a foncé sur eux, tuant quatre soldats »: a present participle has the clause's subject."""
    current = participle
    for _ in range(6):
        if current.head.i == current.i:
            break
        current = current.head
        if current.pos_ in ("VERB", "AUX") and not current.lower_.endswith(
            phrases("roles", "participles", "present")
        ):
            if current.dep_ == "acl:relcl" and _after_comma(participle) and _suffers(current.head):
                continue  # « ont visé des fidèles qui priaient, tuant … »: the clause round the relative
            return current
    return participle


def _suffers(noun: Token) -> bool:
    """Victims told after the verb of a clause, which is no « homme qui a attaqué »."""
    span = actor_at(noun.doc, noun)
    if span is None or span._.actor.bias != "target" or span._.actor.key in words("roles", "person", "nouns"):
        return False
    return any(outer.pos_ == "VERB" and outer.i < noun.i for outer in noun.ancestors)


def _after_comma(token: Token) -> bool:
    return token.i > token.sent.start and token.nbor(-1).text == ","


def _antecedent(verb: Token) -> Token:
    """« c'est un bus transportant des marchands qui a été visé »: the verb agrees with its antecedent.

    A plural noun inside a singular noun phrase is none for a verb in the singular.
    """
    finite = next((t for t in (*verb.children, verb) if "VerbForm=Fin" in t.morph), None)
    if finite is None or "Number=Sing" not in finite.morph or "Number=Plur" not in verb.head.morph:
        return verb.head
    for outer in verb.head.ancestors:
        if outer.i < verb.head.i and outer.pos_ == "NOUN" and "Number=Sing" in outer.morph:
            return outer
    return verb.head


def _noun_beside(verb: Token) -> Token | None:
    """« contre l'assassinat d'un enseignant, tué dimanche »: of the noun before its comma.

    The participle agrees with it in number, not with the subject of the clause that the parse hangs it on.
    """
    if verb.dep_ != "advcl" or not is_past(verb) or verb.i < verb.sent.start + 2 or not _after_comma(verb):
        return None
    noun, number = verb.nbor(-2), verb.morph.get("Number", [])
    while noun.pos_ == "ADJ" and noun.head.i < noun.i:
        noun = noun.head  # « de neuf soldats faits prisonniers, abattus par »
    subject = verb_subject(verb.head) if verb.head.pos_ == "VERB" else None
    if noun.pos_ not in ("NOUN", "PROPN") or subject is None or subject.i > verb.i:
        return None
    agrees = noun.morph.get("Number", []) == number != subject.morph.get("Number", [])
    return noun if agrees and subject.morph.get("Number", []) else None


def _qualifies(verb: Token) -> bool:
    """« des tirs visant la maison »: a present participle right behind its noun is of it alone."""
    if verb.dep_ != "acl" or not verb.lower_.endswith(phrases("roles", "participles", "present")):
        return False
    between = verb.doc[verb.head.i : verb.i]
    bare = all(token.pos_ in ("NOUN", "ADJ") for token in between)
    return bare and verb.head.i < verb.i


def verb_subject(verb: Token) -> Token | None:
    """The subject of a verb, shared through coordination and participial phrases (« …, tuant »)."""
    beside = _noun_beside(verb)
    if beside is not None:
        return beside
    if _qualifies(verb):
        return verb.head
    current = clause_verb(verb) if verb.lower_.endswith(phrases("roles", "participles", "present")) else verb
    for _ in range(6):
        subjects = [child for child in current.children if child.dep_ in _SUBJECT]
        for child in subjects:
            if child.pos_ != "PRON":
                return child
            if child.lower_ in words("roles", "function", "relative") and current.dep_ == "acl:relcl":
                return _antecedent(current)
        if subjects:
            return subjects[0]
        if (
            current.dep_ in ("conj", "advcl", "xcomp", "ccomp")
            and current.head.pos_ in ("VERB", "AUX")
            and current.head.i != current.i
            and not perceived(current)
            and (current.dep_ == "conj" or not is_finite(current))
        ):
            current = current.head
            continue
        if current.dep_ == "acl" and not is_passive_verb(current) and not is_past(current):
            return current.head
        break
    return None


def charged_with(verb: Token) -> list[Token]:
    """« l'ONU accuse Israël d'avoir bombardé », « soupçonné d'avoir tiré »: whom another verb says did it."""
    head = verb.head.head if verb.head.dep_ == "obl:agent" else verb.head  # « accusés par l'ONU d'avoir »
    if "VerbForm=Inf" not in verb.morph and not any("VerbForm=Inf" in c.morph for c in verb.children):
        return []
    if head.lemma_.lower() not in phrases("roles", "accused", "direct") or verb.dep_ not in _CLAUSE:
        return []
    if on_himself(head):  # « se sont mutuellement accusés d'avoir bombardé »: each of the other
        return verb_subjects(head)
    told = [token for child in head.children if child.dep_ in ("obj", "iobj") for token in coordinated(child)]
    return told or _charged(head)


def _charged(participle: Token) -> list[Token]:
    """« Accusée par l'ONU d'avoir bombardé un camp, l'armée dément », « X, accusé par Y d'avoir tué »."""
    if not is_past(participle) or participle.dep_ not in ("advcl", "acl", "amod"):
        return []
    noun = participle.head
    return coordinated(noun) if noun.pos_ in ("NOUN", "PROPN") else verb_subjects(participle)


def perceived(verb: Token) -> bool:
    """« a vu défiler des enfants », « laisse ses soldats combattre »: not the first verb's subject acts."""
    infinitive = "VerbForm=Inf" in verb.morph
    return infinitive and verb.head.lemma_ in words("roles", "perceived", "verbs")


def shared_subjects(verb: Token) -> list[Token]:
    """« les soldats ont fouillé les maisons et exécuté »: the subject of the verb before « et »."""
    before = verb.nbor(-1).lower_ if verb.i > verb.sent.start else ""
    if before not in words("roles", "function", "coordinators") or "VerbForm=Part" not in verb.morph:
        return []
    if verb.lower_.endswith(phrases("roles", "participles", "bare")):
        return []  # « a trouvé deux hommes ligotés et exécutés »: it agrees with them
    for token in reversed(verb.doc[verb.sent.start : verb.i - 1]):
        if token.pos_ == "VERB" and any(child.dep_ in _SUBJECT for child in token.children):
            return [] if is_passive_verb(token) else verb_subjects(token)
    return []


def in_habit(verb: Token) -> bool:
    """« des gangs qui pillent les villages et enlèvent des habitants »: what they use to do, no act."""
    current = verb
    while current.dep_ == "conj" and current.head.i != current.i:
        current = current.head
    telling = {*current.morph.get("Tense", []), *current.morph.get("VerbForm", [])}
    plural = "Number=Plur" in current.morph
    return current.dep_ == "acl:relcl" and plural and {"Pres", "Fin"} <= telling and current.pos_ == "VERB"


def phrase_start(doc: Doc, start: int, first: int) -> int:
    """The start of a noun phrase with its determiners, numbers and adjectives, not before `first`."""
    while start > first and doc[start - 1].pos_ in ("DET", "NUM", "ADJ"):
        start -= 1
    return start


def verb_subjects(verb: Token) -> list[Token]:
    """All subjects of a verb: those coordinated, and those the parse hangs on the verb side by side."""
    first = verb_subject(verb)
    if first is None:
        return []
    found = coordinated(first)
    for child in first.head.children if first.dep_ in _SUBJECT else ():
        if child.dep_ in _SUBJECT and child.pos_ != "PRON" and child not in found:
            found.extend(coordinated(child))
    return found
