"""Authors that stand beside a noun trigger: subject of its verb, demonym, agent of its participle."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from depeche.components.actors.demonyms import army_of
from depeche.components.actors.mention import organisation
from depeche.components.adjuncts import adjuncts
from depeche.components.events.attributions.attribution import is_source
from depeche.components.events.index import index_of, sentence_spans
from depeche.components.events.model import EventMention, RoleFiller
from depeche.components.events.settings import phrases, words
from depeche.components.events.syntax.passive import agents_of, is_passive_verb
from depeche.components.events.syntax.states import STRIKES, states
from depeche.components.events.syntax.subjects import actor_at, verb_subjects
from depeche.components.lemma_patterns import plain
from depeche.values.actors import FORCES

_LETTERS = 6  # letters of an acronym
_ARMED = frozenset({"perp", "any"})


def supported(trigger: Span) -> Iterator[RoleFiller]:
    """« l'armée a mené un raid », « a procédé à l'interpellation »: its subject or agent does it."""
    doc = trigger.doc
    noun = doc[trigger._.trigger.head]
    verb = _relative_support(noun) or _past_a_day(noun) or noun.head
    if verb.lemma_.lower() not in phrases("roles", "support", "verbs"):
        return
    if _answers(trigger):
        return
    if noun.dep_ in ("nsubj:pass", "nsubj") and is_passive_verb(verb):  # « a été menée conjointement par »
        authors = list(agents_of(verb))
    elif carries(verb, noun):
        authors = verb_subjects(verb)
    else:
        return
    yield from states(trigger, authors, f"role.support.{verb.lemma_}")
    for token in authors:
        span = actor_at(doc, token)
        if span is not None:
            yield RoleFiller("perpetrator", span, span._.actor, f"role.support.{verb.lemma_}", 0.9)


def carries(verb: Token, noun: Token) -> bool:
    """« a mené des frappes », « a procédé à un raid », « les raids que X a menés »: its subject acts."""
    if verb.lemma_.lower() not in phrases("roles", "support", "verbs") or is_passive_verb(verb):
        return verb.head == noun
    told = noun.head == verb and (noun.dep_ in ("obj", "iobj") or _complement_of(noun))
    return told or verb.head == noun or verb == _past_a_day(noun)


def _past_a_day(noun: Token) -> Token | None:
    """« a mené mercredi des frappes »: the verb, where the parse hangs its object on the day between."""
    day = noun.head
    if noun.dep_ != "nmod" or day.i > noun.i:
        return None
    ends = (end for start, end in adjuncts(noun.doc).items() if start <= day.i < end)
    bare = any(end < noun.i and all(t.head == noun for t in noun.doc[end : noun.i]) for end in ends)
    return day.head if bare else None


def _answers(trigger: Span) -> bool:
    """« ont incendié la mairie et caillassé la police, qui a procédé à 82 interpellations »: an answer."""
    told = index_of(trigger.doc).within("triggers", trigger.sent.start, trigger.start)
    acts = (t._.trigger for t in told if t._.trigger.strength == "strong")
    return trigger._.trigger.type == "arrest" and any(act.type != "arrest" for act in acts)


def _complement_of(noun: Token) -> bool:
    """« a procédé à l'interpellation », unlike « a ouvert une enquête pour assassinat »."""
    cases = [child.lemma_ for child in noun.children if child.dep_ == "case"]
    marks = words("roles", "support", "prepositions")
    return noun.dep_ in ("obl", "obl:arg") and (not cases or cases[0] in marks)


def _relative_support(noun: Token) -> Token | None:
    """« une offensive que les rebelles ont lancée »: the verb of its relative, whose object it is."""
    for verb in noun.children:
        if verb.dep_ == "acl:relcl" and any(
            child.lower_ in words("roles", "function", "object_relative") for child in verb.children
        ):
            return verb
    return None


def marchers(trigger: Span) -> Iterator[RoleFiller]:
    """« une marche du FNDC », « la manifestation des FVG »: letters that no registry knows."""
    doc, end = trigger.doc, trigger.end
    if trigger._.trigger.type != "protest" or end + 2 >= trigger.sent.end:
        return
    if doc[end].lower_ not in words("roles", "function", "leading_of"):
        return
    index = end + 1 + (doc[end + 1].lower_ in words("roles", "function", "articles"))
    name = doc[index].text
    capitals = name.isupper() and 2 <= len(name) <= _LETTERS and name.isalpha()
    if capitals and not index_of(doc).within("actors", index, index + 1):
        span = Span(doc, index, index + 1, label="ACTOR")
        span._.actor = organisation(span)
        yield RoleFiller("perpetrator", span, span._.actor, "role.noun.of", 0.8)


def national(trigger: Span) -> Iterator[RoleFiller]:
    """« une frappe israélienne », « des missiles russes »: the army of the state that the demonym names."""
    if trigger._.trigger.type not in STRIKES:
        return
    army = army_of(trigger.doc, trigger.start, min(trigger.end + 3, trigger.sent.end))
    if army is not None and not any(
        t.pos_ in ("VERB", "ADP", "NOUN", "PUNCT") for t in trigger.doc[trigger.end : army[0]]
    ):
        span = Span(trigger.doc, army[0], army[0] + 1, label="ACTOR")
        yield RoleFiller("perpetrator", span, army[1], "role.demonym", 0.7)


def held(trigger: Span) -> Iterator[RoleFiller]:
    """Whoever the words of the act hold: « deux raids de l'aviation turque ont visé ».

    « un drone des rebelles s'est abattu sur un marché »: so does a craft that falls upon something.
    """
    doc = trigger.doc
    for span in index_of(doc).within("actors", trigger.start, trigger.end):
        inside = span._.actor.bias in _ARMED and _owns(doc, span.start, trigger.start)
        inside = inside and not kind_only(span)
        craft = span.start == trigger.start and span.end > trigger.end
        if (inside and span.end >= trigger.end) or (craft and _falls(doc[trigger.start])):
            yield RoleFiller("perpetrator", span, span._.actor, "role.noun.of", 0.85)


def kind_only(span: Span) -> bool:
    """« une opération de police », « des tirs d'artillerie »: with no article, what kind of act it is."""
    doc, actor = span.doc, span._.actor
    return (
        not actor.named
        and actor.unit != "person"
        and " " not in actor.key
        and "Number=Plur" not in doc[actor.head].morph
        and plain(doc[span.start - 1].text) in words("roles", "function", "owner")
    )


def _owns(doc: Doc, start: int, first: int) -> bool:
    """« de », « de l' » before the actor; not « un appareil sans pilote »."""
    while start - 1 > first and doc[start - 1].lower_ in words("roles", "function", "articles"):
        start -= 1
    return start - 1 > first and doc[start - 1].lower_ in words("roles", "function", "leading_of")


def _falls(noun: Token) -> bool:
    """The subject of an active verb with « sur », « contre » after it."""
    verb = noun.head
    if noun.dep_ != "nsubj" or is_passive_verb(verb):
        return False
    aims = words("roles", "far", "against")
    return any(
        mark.lower_ in aims for child in verb.children for mark in child.children if mark.dep_ == "case"
    )


def launched(trigger: Span) -> Iterator[RoleFiller]:
    """« un obus tiré par les rebelles », « des drones lancés par la Russie »: the participle's agent."""
    fallen = trigger._.trigger.frame == "patient" and len(trigger) > 1  # « tombé dans un piège tendu par »
    if trigger._.trigger.frame not in ("act", "none") and not fallen:
        return
    noun = trigger.doc[trigger._.trigger.head]
    for participle in (*(trigger[-1] if fallen else noun).children, *trigger):
        as_adjective = participle.dep_ == "amod" and participle.pos_ == "ADJ"
        if not as_adjective and (participle.dep_ != "acl" or not is_passive_verb(participle)):
            continue
        if participle.lemma_.lower() not in words("roles", "launching", "verbs"):
            continue
        agents = list(agents_of(participle))
        rule = f"role.launched.{participle.lemma_}"
        yield from states(trigger, agents, rule)
        for token in agents:
            span = actor_at(trigger.doc, token)
            if span is not None and span._.actor.bias in _ARMED:
                yield RoleFiller("perpetrator", span, span._.actor, rule, 0.9)


def policed(sent: Span) -> Iterator[RoleFiller]:
    """« arrêtés lors d'une descente de la police », « la police a bouclé le quartier »: who makes arrests."""
    for span in sentence_spans(sent, "actors"):
        if span._.actor.actor_type not in FORCES or span._.actor.bias == "thing":
            continue
        head = sent.doc[span._.actor.head]
        operation = head.dep_ in ("nmod", "obl:agent") and _operates(head.head)
        closing = head.dep_ == "nsubj" and head.head.lemma_ in words("roles", "policing", "verbs")
        closing = closing or (head.dep_ == "nsubj" and _mounts(head.head))
        if ((operation or closing) and not is_source(span)) or _tells_its_arrest(head):
            yield RoleFiller("perpetrator", span, span._.actor, "role.policing", 0.6)


def _mounts(verb: Token) -> bool:
    """« a mené une dizaine de perquisitions »: the object of a carrying verb, counted or not."""
    if verb.lemma_.lower() not in phrases("roles", "support", "verbs"):
        return False
    told = [child for child in verb.children if child.dep_ == "obj"]
    counted = (inner for child in told for inner in child.children if inner.dep_ == "nmod")
    return any(_operates(token) for token in (*told, *counted))


def _tells_its_arrest(head: Token) -> bool:
    """« la gendarmerie a annoncé l'arrestation de »: a force tells what it did itself."""
    if head.dep_ != "nsubj" or head.head.lemma_ not in words("roles", "policing", "announcing"):
        return False
    acts = index_of(head.doc).within("triggers", head.head.i + 1, head.sent.end)
    return any(
        act._.trigger.type == "arrest" and head.doc[act._.trigger.head].head == head.head for act in acts
    )


def _operates(token: Token) -> bool:
    """« une opération (menée par) », « une descente »: what forces do when they come to arrest."""
    nouns = words("roles", "policing", "nouns")
    return token.lemma_.lower() in nouns or (token.dep_ == "acl" and token.head.lemma_.lower() in nouns)


def wielded(weapon: Span, mention: EventMention) -> bool:
    """Whether a weapon is told beside this act, where its sentence tells several."""
    if weapon in mention.triggers:
        return False
    acts = [span for span in sentence_spans(mention.sent, "triggers") if span._.trigger.strength != "means"]
    nearest = min(acts, key=lambda act: abs(act.start - weapon.start), default=None)
    return nearest is None or not mention.triggers or nearest in mention.triggers
