"""Who « il », « ils », « le groupe », « ses combattants » are, where they are told to act.

The antecedent is sought as a reader seeks it: in what the sentence has told, then in the one before, its
subject first; gender and number agree where the noun shows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from depeche.components.events.attributions.attribution import is_source, last_named
from depeche.components.events.index import index_of, sentence_spans
from depeche.components.events.model import EventMention, RoleFiller
from depeche.components.events.settings import folded, words
from depeche.components.events.syntax.passive import agents_of, is_passive_verb
from depeche.components.events.syntax.subjects import actor_at, verb_subjects
from depeche.components.lemma_patterns import plain
from depeche.values.actors import ARMED, FORCES

REACH = 2  # sentences before the pronoun's own
_DEPTH = 4  # pronouns that lead to pronouns
_SUBJECT = ("nsubj", "nsubj:pass")


def pronoun_authors(mention: EventMention, group: Span | None) -> Iterator[RoleFiller]:
    """The authors of a mention whose verbs have but a pronoun or « le groupe » to say who acts."""
    if any(filler.role == "perpetrator" for filler in mention.roles):
        return
    for trigger in mention.triggers:
        value = trigger._.trigger
        verb = trigger.doc[value.head]
        if value.pos == "N" and value.frame == "act" and value.type != "protest":
            yield from _of_the_group(verb)
        if value.pos != "V" or value.frame != "agent" or value.type == "protest":
            continue
        if any(_causative(child) for child in verb.children):
            continue  # « il s'est fait abattre »
        acting = agents_of(verb) if is_passive_verb(verb) else verb_subjects(verb)
        for token in acting:
            span = _meant(token, group) if actor_at(trigger.doc, token) is None else None
            if span is not None:
                yield RoleFiller("perpetrator", span, span._.actor, f"role.pronoun.{value.form}", 0.6)


def _of_the_group(noun: Token) -> Iterator[RoleFiller]:
    """« une vague d'assauts du même groupe », « un raid de l'organisation »: by the group named last."""
    for child in noun.children:
        if child.dep_ != "nmod" or child.lemma_.lower() not in words("attribution", "pointing", "agents"):
            continue
        led = {plain(word.text) for word in child.lefts}
        span = _meant(child, None) if led & words("cast", "pointing", "same") or "du" in led else None
        if span is not None:
            yield RoleFiller("perpetrator", span, span._.actor, "role.pronoun.of", 0.6)


def _causative(child: Token) -> bool:
    """« s'est fait abattre »; « a frappé et laissé » only goes on."""
    return child.dep_ != "conj" and child.lemma_ in words("cast", "pronouns", "causative")


def pronoun_victims(mention: EventMention) -> Iterator[RoleFiller]:
    """« Le journaliste vivait à Goma. Il a été enlevé »: the subject of the sentence before.

    A pronoun is trusted with no more than that: nouns that differ in gender or number, and those who only
    speak, are not meant.
    """
    if any(filler.role == "target" for filler in mention.roles):
        return
    for trigger in mention.triggers:
        value = trigger._.trigger
        if (
            value.pos != "V"
            or value.frame != "agent"
            or value.type not in words("cast", "pronouns", "suffered")
        ):
            continue
        verb = trigger.doc[value.head]
        if not is_passive_verb(verb):
            continue
        for token in verb_subjects(verb):
            span = _told_before(token)
            if span is not None:
                yield RoleFiller("target", span, span._.actor, f"role.pronoun.{value.form}", 0.6)


def _told_before(pronoun: Token) -> Span | None:
    """The person who is the main subject of the sentence before a pronoun."""
    doc, start = pronoun.doc, pronoun.sent.start
    if plain(pronoun.text).lower() not in words("cast", "pronouns", "subjects") or not start:
        return None
    if any(token.dep_ in _SUBJECT for token in doc[start : pronoun.i]):
        return None
    before = doc[start - 1].sent
    for subject in _subjects(before, before.end)[:1]:
        span = actor_at(doc, subject)
        if span is None or span._.actor.bias in ("thing", "count", "perp") or is_source(span):
            return None
        person = span._.actor.unit == "person" or span._.actor.rule.startswith("actor.person")
        return span if person and _agrees(pronoun, doc[span._.actor.head]) else None
    return None


def _agrees(pronoun: Token, head: Token) -> bool:
    """Number and gender, where both words show them."""
    return all(
        not theirs or not ours or theirs == ours
        for theirs, ours in (
            (head.morph.get(feature, []), pronoun.morph.get(feature, [])) for feature in ("Number", "Gender")
        )
    )


def _meant(token: Token, group: Span | None) -> Span | None:
    """« le groupe » is the group named last, near by; farther off, the one whose acts the article tells."""
    if token.lemma_.lower() in words("attribution", "pointing", "agents"):
        led = any(
            plain(word.text) in words("cast", "pointing", "definite")
            for word in token.doc[max(token.sent.start, token.i - 2) : token.i]
        )
        named = last_named(token.doc, token.i) if led else None
        same = any(child.lower_ in words("cast", "pointing", "same") for child in token.lefts)
        if named is not None and (same or _near(token, named)):
            return named
        return group if led and token.lemma_.lower() in words("cast", "pronouns", "far") else None
    return antecedent(token)


def _near(token: Token, span: Span) -> bool:
    """In the sentence or one of the few before it."""
    between = token.doc[span.start : token.i]
    return sum(1 for word in between if word.is_sent_start) <= REACH + 1


def antecedent(token: Token, depth: int = _DEPTH) -> Span | None:
    """The armed actor or the person that a subject pronoun takes up, or None."""
    if plain(token.text).lower() not in words("cast", "pronouns", "subjects") or not depth:
        return None
    sent, limit = token.sent, token.i
    for _ in range(REACH + 1):
        for subject in _subjects(sent, limit):
            if plain(subject.text).lower() == plain(token.text).lower():
                found = antecedent(subject, depth - 1)
                if found is not None:
                    return found
            span = actor_at(token.doc, subject)
            if span is not None and _may_be(token, span):
                return span
        for span in sentence_spans(sent, "actors"):
            if span.end <= limit and _acted(span) and _may_be(token, span):
                return span
        if not sent.start:
            return None
        sent = token.doc[sent.start - 1].sent
        limit = sent.end
    return None


def owner(doc: Doc, index: int) -> Span | None:
    """Whose « ses hommes » are: the armed subject told before, in the sentence or the last.

    A subject that is somebody's own (« son porte-parole ») leads to the sentence before.
    """
    sent, limit = doc[index].sent, index
    for _ in range(REACH):
        for subject in _subjects(sent, limit):
            span = actor_at(doc, subject)
            led = subject.nbor(-1).lower_ if subject.i else ""
            if led in words("cast", "owned", "determiners"):
                continue
            if span is not None and _owns(span):
                return span
            if subject.pos_ in ("NOUN", "PROPN") and limit == index:
                return None  # « la filière… ses hommes »: its own, whatever was told before
        if not sent.start:
            return None
        sent = doc[sent.start - 1].sent
        limit = sent.end
    return None


def _owns(span: Span) -> bool:
    """A named group, or a body of armed men: « l'armée », « la police »."""
    actor = span._.actor
    if actor.actor_type not in ARMED or actor.bias in ("thing", "count"):
        return False
    return bool(actor.named or (actor.actor_type in FORCES and actor.unit == "body"))


def _subjects(sent: Span, limit: int) -> Sequence[Token]:
    """Subjects of a sentence before a token, that of its main clause first; « qui » stands for its noun."""
    found = [token for token in sent if token.i < limit and token.dep_ in _SUBJECT]
    found.sort(key=lambda token: (token.head.dep_ != "ROOT", token.i))
    relative = words("roles", "function", "relative")
    return [
        token.head.head if token.lower_ in relative and token.head.dep_ == "acl:relcl" else token
        for token in found
    ]


def _acted(span: Span) -> bool:
    """An armed actor that the sentence tells as acting or sought, no mere complement (« au nom de l'EI »)."""
    head = span.doc[span._.actor.head]
    return span._.actor.actor_type in ARMED and head.dep_ in ("obj", "obl:agent", "conj", "ROOT")


def _may_be(pronoun: Token, span: Span) -> bool:
    """Agreement, and an actor that acts: armed, or a person told as an attacker."""
    actor = span._.actor
    acts = actor.actor_type in ARMED or actor.rule in ("actor.person", "actor.people")
    if not acts and actor.key.split()[0] not in folded("roles", "person", "nouns"):
        return False
    if actor.bias in ("thing", "count") or is_source(span) or _fallen(span):
        return False
    if actor.rule == "actor.person":
        return plain(pronoun.text).lower() in words("cast", "pronouns", "one")
    if actor.named and actor.actor_type not in FORCES:
        return True  # « le M23… ils »: a group is one or many
    return _agrees(pronoun, span.doc[actor.head])


def _fallen(span: Span) -> bool:
    """« deux soldats ont été tués. Ils… »: the victims counted are no authors."""
    return any(
        casualty._.casualty.head == span._.actor.head
        for casualty in index_of(span.doc).spans("casualties")
        if casualty._.casualty.kind in ("killed", "injured", "abducted")
    )
