"""The passive voice: verbs that are passive, and the agents that they lead to."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from depeche.components.casualties.attackers import before_being
from depeche.components.events.index import index_of
from depeche.components.events.settings import phrases, words

_INSERTED = 12  # tokens of a clause between commas
_LED = 26  # tokens between a participle and its agent


def is_passive_verb(verb: Token) -> bool:
    """Passive by its auxiliary, its subject label, or as a bare participle; reflexives are active."""
    low = verb.lower_
    going = words("roles", "function", "going")
    if low.endswith(phrases("roles", "participles", "present")) or verb.lemma_ in going:
        return False
    labels = {child.dep_ for child in verb.children}
    if labels & {"aux:pass", "nsubj:pass", "obl:agent"} or ("aux:caus" in labels and on_himself(verb)):
        return True
    if _shares_auxiliary(verb):
        return False
    if _stands_bare(verb):
        return True
    bare = low.endswith(phrases("roles", "participles", "bare")) and "VerbForm=Fin" not in verb.morph
    if bare and not any(label.startswith("aux") for label in labels) and "obj" not in labels:
        return True
    if "VerbForm=Part" in verb.morph and not labels & {"aux:tense", "aux", "obj"}:
        return verb.dep_ in ("acl", "amod", "ROOT", "conj", "advcl", "acl:relcl") and not any(
            child.lemma_ in words("attribution", "passive", "active") for child in verb.children
        )
    return False


def _stands_bare(verb: Token) -> bool:
    """« une femme abattue au fusil, son mari en fuite »: no auxiliary before, so no object."""
    doc, first = verb.doc, verb.sent.start
    if verb.i == first or (verb.dep_ == "ROOT" and "VerbForm=Part" not in verb.morph):
        return False
    if verb.dep_ not in ("acl", "amod", "ROOT", "appos") or verb.nbor(-1).pos_ not in (
        "NOUN",
        "PROPN",
        "ADJ",
    ):
        return False
    before = doc[max(first, verb.i - _INSERTED) : verb.i]
    return not any(token.pos_ == "AUX" for token in (*before, *verb.children))


def _shares_auxiliary(verb: Token) -> bool:
    """« ont attaqué, pillé et incendié »: a masculine singular participle goes with « avoir » told before."""
    head, form = verb.head, verb.morph
    if verb.dep_ != "conj" or head.pos_ != "VERB" or "Number=Plur" in form or "Gender=Masc" not in form:
        return False
    if any(child.dep_ == "aux:pass" for child in head.children):
        return False
    having = words("roles", "function", "having")
    return any(c.dep_ == "aux:tense" and c.lemma_ in having for c in head.children) or _shares_auxiliary(head)


def ends_its_author(verb: Token) -> bool:
    """« a tué deux passants avant d'être abattu par la police »: the end of the author, no act apart.

    The infinitive's subject is that of the verb above it, here an active one that told the act. « Enlevés
    avant d'être exécutés par leurs ravisseurs » goes on with the victims of the verb above.
    """
    if not before_being(verb):
        return False
    for above in verb.ancestors:
        acts = index_of(verb.doc).told_by(above)
        if above.pos_ == "VERB" and acts:
            return any(act._.trigger.frame == "agent" for act in acts) and not is_passive_verb(above)
    return False


def on_himself(verb: Token) -> bool:
    """« il s'est fait agresser », « s'est éventré »: reflexive, so that the subject suffers the verb."""
    return any(child.lower_ in words("cast", "pronouns", "reflexive") for child in verb.children)


def is_past(verb: Token) -> bool:
    """« le passager blessé »: a past participle beside a noun is passive, whatever the parse hangs on it."""
    return "VerbForm=Part" in verb.morph and not verb.lower_.endswith(
        phrases("roles", "participles", "present")
    )


def coordinated(token: Token) -> list[Token]:
    """A token and what is coordinated with it by nouns (« l'armée et la gendarmerie »)."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "PRON"):
            found.extend(coordinated(child))
    return found


def past_insertion(verb: Token) -> int:
    """« une embuscade tendue, croit-on savoir, par des »: the token after what commas part from the verb."""
    doc, start = verb.doc, verb.i + 1
    if start >= len(doc) or doc[start].text != ",":
        return start
    for comma in doc[start + 1 : min(verb.sent.end - 1, start + _INSERTED)]:
        if comma.text == ",":
            agent = comma.nbor().lower_ in words("roles", "function", "agent")
            return int(comma.i) + 1 if agent else start
    return start


def agents_of(verb: Token) -> Iterator[Token]:
    """« par des hommes armés » after a passive verb, by the parse or by place."""
    seen = False
    for child in verb.children:
        if child.dep_ == "obl:agent" and not _completes_noun(child):
            seen = True
            yield from coordinated(child)
    if not seen:
        yield from _agents_by_place(verb)


def _completes_noun(agent: Token) -> bool:
    """« tués à bord du « True Confidence » », « aux abords d'une base »: « de » goes on with the noun
    before it, which the parse may miss; an agent's own « de » follows its verb (« suivis d'un assaut »)."""
    case = next((child for child in agent.children if child.dep_ == "case"), None)
    if case is None or case.lower_ not in words("roles", "function", "leading_of"):
        return False
    noun = case.nbor(-1) if case.i > agent.head.i + 1 else None
    return noun is not None and noun.pos_ == "NOUN" and noun.nbor(-1).pos_ == "ADP"


def _agents_by_place(verb: Token) -> Iterator[Token]:
    """« égorgés dans leurs cases à X, dans le district de Y, par des inconnus »: no verb intervenes.

    « molestés, puis lynchés par la foule »: a participle that « et » or a comma adds shares its agent.
    """
    doc = verb.doc
    for token in doc[past_insertion(verb) : min(verb.sent.end, verb.i + _LED)]:
        if token.text in ";:." or token.pos_ == "AUX" or "VerbForm=Fin" in token.morph:
            return
        if token.pos_ == "VERB" and not _adds(token):
            return
        if token.lower_ in words("roles", "function", "agent"):
            for follow in doc[token.i + 1 : min(verb.sent.end, token.i + 6)]:
                if follow.pos_ in ("NOUN", "PROPN"):
                    yield follow
                    break


def _adds(participle: Token) -> bool:
    """A bare past participle behind « et », « puis » or a comma, with no object."""
    before = participle.nbor(-1)
    joined = before.pos_ == "CCONJ" or before.text == "," or before.pos_ == "ADV"
    return joined and is_past(participle) and all(child.dep_ != "obj" for child in participle.children)
