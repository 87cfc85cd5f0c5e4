"""Whom and what a verb tells of: its object, wherever it stands, or its passive subject."""

from __future__ import annotations

from spacy.tokens import Span, Token

from depeche.components.events.index import index_of
from depeche.components.events.settings import words
from depeche.components.events.syntax.by_place import dated, inside_complement, object_by_place, takes
from depeche.components.events.syntax.passive import coordinated, is_passive_verb
from depeche.components.events.syntax.subjects import actor_at, phrase_start, verb_subjects
from depeche.components.lemma_patterns import plain

_OBJECT = frozenset({"obj", "iobj"})
_PASSIVE_REACH = 25


def objects_of(trigger: Span) -> list[Token]:
    """The object of a verb, or the complement of one that takes it, by the parse or by its place."""
    doc, value = trigger.doc, trigger._.trigger
    verb, reflexive = doc[value.head], value.form.startswith(("s'", "se "))
    holders = [verb, trigger[-1]] if takes(trigger) else [verb]  # « tendre une embuscade à un convoi »
    found = [
        token
        for child in dict.fromkeys(child for holder in holders for child in holder.children)
        if (child.dep_ in _OBJECT and child.head == verb)
        or (child.dep_ in ("obl", "obl:arg", "nmod") and inside_complement(child, trigger))
        for token in coordinated(child)
    ]
    if found and dated(trigger, found[0]):
        found = found[1:]
    found = [token for token in found if token.lower_ not in words("roles", "function", "object_relative")]
    if value.frame == "agent" and not reflexive and all(actor_at(doc, token) is None for token in found):
        found = _moved(verb) or found
    if not found and (value.frame == "agent" or (value.frame == "recip" and not reflexive)):
        return object_by_place(trigger)
    return found


def _moved(verb: Token) -> list[Token]:
    """The object that a verb has none of its own for, by a relative or by what it shares."""
    next_to = _of_split_verb(verb) or _before_que(verb) or _of_next_verb(verb)
    return next_to or _object_before(verb) or _bodily(verb)


def _bodily(verb: Token) -> list[Token]:
    """« a planté une lame dans la cuisse d'un gardien »: he whose body it is."""
    return [
        owner
        for child in verb.children
        if child.dep_.startswith("obl") and child.lemma_.lower() in words("roles", "body", "parts")
        for owner in child.children
        if owner.dep_ == "nmod" and _somebody(owner)
    ]


def _object_before(verb: Token) -> list[Token]:
    """« ont arrêté des marchands, les ont roués de coups »: the pronoun takes up the object before.

    So does « s'est approché d'une passante et lui a asséné un coup », « avant de la frapper ».
    """
    told = {plain(child.text) for child in verb.children if child.dep_ in _OBJECT}
    told &= words("roles", "function", "object_pronouns")
    if verb.dep_ not in ("conj", "parataxis", "advcl") or verb.head.i > verb.i or not told:
        return []
    found = [child for child in verb.head.children if child.dep_ == "obj" and _somebody(child)]
    if found:
        return [token for child in found for token in coordinated(child)]
    near = index_of(verb.doc).within("actors", verb.head.i + 1, min(verb.head.i + 9, verb.i))
    own = verb_subjects(verb)
    heads = [head for span in near[:1] if (head := verb.doc[span._.actor.head]) not in own]
    if not told.isdisjoint(words("roles", "function", "dative_pronouns")):
        # « des jeunes ont défilé, d'où la police leur a tiré dessus »: who did the verb before
        heads += [head for head in verb_subjects(verb.head) if head not in own and _somebody(head)]
    many = not told.isdisjoint(words("roles", "function", "plural_pronouns"))
    return [head for head in heads if ("Number=Plur" in head.morph) == many][:1]


def _of_split_verb(verb: Token) -> list[Token]:
    """« avait, de la même façon, visé une école »: the parse hangs the object on « avait » alone."""
    head = verb.head.head
    if verb.dep_ != "acl" or head.lemma_ not in words("roles", "function", "having") or head.i > verb.i:
        return []
    return [
        obj
        for child in head.children
        if child.dep_ == "obj" and child.i > verb.i
        for obj in coordinated(child)
    ]


def _before_que(verb: Token) -> list[Token]:
    """« c'est une mosquée qu'un drone a visée », « un convoi que les rebelles ont attaqué ».

    The noun is the one that the relative hangs on, or stands just before « que » or its comma; the verbs of
    saying stand there otherwise. « une école puis un marché que l'armée a frappés »: the plural takes both.
    """
    doc, first = verb.doc, verb.sent.start
    led = _relative_pronoun(verb)
    if led is None or is_passive_verb(verb):
        return []
    end = led - (doc[led - 1].text == ",")
    near = index_of(doc).within("actors", max(first, end - 8), end)
    if near and near[-1].end == end:
        noun = doc[near[-1]._.actor.head]
        if noun.dep_ == "conj" and "Number=Sing" in noun.morph and "Number=Plur" in verb.morph:
            return coordinated(noun.head)
        if (verb.dep_ != "conj" and verb.head in (noun, noun.head)) or near[-1].start <= verb.head.i < near[
            -1
        ].end:
            return [noun]
    clause = verb.head if verb.dep_ in ("xcomp", "ccomp") and verb.head.i > led else verb
    relative = clause.dep_ in ("acl:relcl", "acl") and clause.head.i < led
    return [clause.head] if relative and actor_at(doc, clause.head) is not None else []


def _relative_pronoun(verb: Token) -> int | None:
    """The « que » of a verb's own clause."""
    for token in reversed(verb.doc[verb.sent.start + 1 : verb.i]):
        if token.lower_ in words("roles", "function", "object_relative"):
            return int(token.i)
        governs = token == verb.head and verb.dep_ in (
            "xcomp",
            "ccomp",
        )  # « onze hommes qu'elle affirme avoir arrêtés »
        if token.text in ";:." or (token.pos_ == "VERB" and token.head != verb and not governs):
            return None
    return None


def _of_next_verb(verb: Token) -> list[Token]:
    """« ont attaqué, pillé puis incendié un dispensaire »: the object of the last is that of each."""
    siblings = [*verb.children, *(verb.head.children if verb.dep_ == "conj" else ())]
    for other in siblings:
        if other.dep_ != "conj" or other.pos_ != "VERB" or other.i <= verb.i:
            continue
        between = verb.doc[verb.i + 1 : other.i]
        if any(token.pos_ in ("NOUN", "PROPN", "PRON", "AUX") for token in between):
            continue
        found = [obj for child in other.children if child.dep_ == "obj" for obj in coordinated(child)]
        return found or _of_next_verb(other)
    return []


def patients_of(trigger: Span, subjects: list[Token]) -> list[Token]:
    """Whom a passive verb tells of: its subject, or the noun that its participle stands beside.

    « trois bus ont été stoppés près de Parou, vidés et incendiés »: a bare participle that stands beside no
    actor goes on with the subject of the passive verb before it.
    """
    doc = trigger.doc
    verb = doc[trigger._.trigger.head]
    held = [token for token in coordinated(verb.head) if token.i < verb.i]
    found = held if verb.dep_ in ("acl", "amod") else subjects
    if any(_somebody(token) for token in found):
        return found
    others = before_insertion(trigger) or _noun_beside(verb) or _of_passive_before(verb) or _above(verb)
    return others or found


def _somebody(token: Token) -> bool:
    span = actor_at(token.doc, token)
    return span is not None and span._.actor.bias != "count"


def _noun_beside(verb: Token) -> list[Token]:
    """« la mort de deux colons, mitraillés »: the noun just before, with which a participle agrees."""
    doc, end = verb.doc, verb.i - (verb.nbor(-1).text == ",") if verb.i > verb.sent.start else verb.i
    if verb.dep_ != "acl" or any(child.dep_.startswith("aux") for child in verb.children):
        return []
    near = index_of(doc).within("actors", max(verb.sent.start, end - 8), end)
    head = doc[near[-1]._.actor.head] if near and near[-1].end == end else None
    return [head] if head is not None and _somebody(head) and _agree(head, verb) else []


def _agree(noun: Token, verb: Token) -> bool:
    """In number, and in gender where both tell it."""
    genders = {*noun.morph.get("Gender", []), *verb.morph.get("Gender", [])}
    return noun.morph.get("Number", []) == verb.morph.get("Number", []) and len(genders) < 2


def _above(verb: Token) -> list[Token]:
    """« c'est un homme, écroué pour vol, qui a été battu à mort »: the noun above the one of the parse."""
    if verb.dep_ != "acl:relcl":
        return []
    return next(([noun] for noun in verb.head.ancestors if _somebody(noun) and _agree(noun, verb)), [])


def _of_passive_before(verb: Token) -> list[Token]:
    if any(child.dep_.startswith(("aux", "nsubj")) for child in verb.children):
        return []
    for token in reversed(verb.doc[verb.sent.start : verb.i]):
        if token.text in ";:":
            return []
        if token.pos_ == "VERB" and any(child.dep_ == "nsubj:pass" for child in token.children):
            return verb_subjects(token) if _agree(token, verb) else []
    return []


def before_insertion(trigger: Span) -> list[Token]:
    """« neuf civils, six femmes et trois hommes, ont été abattus »: the subject parted by commas.

    It is the first actor of the clause, in the number of the verb and led by no preposition.
    """
    doc, verb = trigger.doc, trigger.doc[trigger._.trigger.head]
    auxiliaries = [child.i for child in verb.children if child.dep_.startswith("aux") and child.i < verb.i]
    if not auxiliaries or doc[auxiliaries[0] - 1].text != ",":
        return []
    start, number = auxiliaries[0] - 1, doc[auxiliaries[0]].morph.get("Number", [])
    while start > max(verb.sent.start, verb.i - _PASSIVE_REACH) and not _opens(doc[start - 1]):
        start -= 1
    for span in index_of(doc).within("actors", start, auxiliaries[0]):
        head = doc[span._.actor.head]
        led = doc[phrase_start(doc, span.start, start) - 1] if span.start > start else None
        if head.morph.get("Number", []) == number and (led is None or led.pos_ != "ADP"):
            return coordinated(head)
    return []


def _opens(token: Token) -> bool:
    """What a clause starts behind: a finite verb, « que », « lorsque », a stop."""
    return (
        token.text in ";:."
        or token.pos_ == "SCONJ"
        or ("VerbForm=Fin" in token.morph and token.pos_ != "ADJ")
    )
