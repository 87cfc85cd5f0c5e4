"""Roles round a noun trigger: « attaque du JNIM contre un convoi », « frappe israélienne sur »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Span, Token

from depeche.components.events.index import index_of
from depeche.components.events.linking.carried import held, kind_only, national, supported
from depeche.components.events.linking.sides import a_side, between, opposed_sides, opposing_verb
from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import phrases, words
from depeche.components.events.syntax.across import counted_start
from depeche.components.events.syntax.apposition import name_before
from depeche.components.events.syntax.complements import attached, far_targets, owns
from depeche.components.events.syntax.passive import coordinated, is_passive_verb
from depeche.components.events.syntax.subjects import actor_at, verb_subjects
from depeche.components.lemma_patterns import PatternIndex, doc_keys_cached
from depeche.records import Role

REACH = 16
_FAR = 28  # tokens between a noun and the participle that names its author
_ARMED = frozenset({"perp", "any"})
_TAKING = frozenset({"abduction", "arrest"})


@cache
def _cue_index() -> PatternIndex[Role]:
    authored = [(phrase, "perpetrator") for phrase in phrases("roles", "authored", "phrases")]
    aimed = [(phrase, "target") for phrase in phrases("roles", "aimed", "phrases")]
    return PatternIndex([*authored, *aimed])  # type: ignore[list-item]


def _window_end(trigger: Span) -> int:
    """End of the noun phrase and its participles: the next finite verb, stop, or the sentence's end."""
    doc = trigger.doc
    if _occurs(trigger):
        stops = (token.i for token in doc[trigger.end : trigger.sent.end] if token.text in ";:")
        return next(stops, int(trigger.sent.end))
    end, inside = min(trigger.sent.end, trigger.end + _FAR), -1
    for index in range(trigger.end, end):
        token = doc[index]
        if token.text == "(" and index + 2 < end and doc[index + 2].text == ")":
            inside = index + 2  # « lancée par l'Armée de libération (ELN) contre »: its letters
        if index <= inside:
            continue
        if token.text in ";:.()" or ("VerbForm=Fin" in token.morph and token.pos_ in ("VERB", "AUX")):
            return index
    return end


def _authored(rule: str) -> bool:
    """« l'assaut du 9 mai contre un poste de X, dans le district de Y, signé lui aussi par »."""
    return any(rule.startswith(f"role.noun.{word}") for word in words("roles", "authored", "far"))


def _occurs(trigger: Span) -> bool:
    """« des combats ont éclaté mardi à Kidal entre … »: the sides follow the verb of the noun."""
    noun = trigger.root
    verbs = [noun.head] if noun.dep_ in ("nsubj", "nsubj:pass") else []
    verbs += [child for child in noun.children if child.dep_ == "acl:relcl"]
    told = any(verb.lemma_.lower() in phrases("roles", "occurring", "verbs") for verb in verbs)
    return told and trigger._.trigger.frame == "recip"


def noun_roles(trigger: Span, frame: str | None = None) -> Iterator[RoleFiller]:
    """Roles by the preposition that leads to each actor in the trigger's noun phrase.

    Args:
        frame: read instead of the trigger's own, for the noun inside a verbal entry.
    """
    doc, frame = trigger.doc, frame or trigger._.trigger.frame
    if frame in ("act", "none"):
        yield from _suffers(trigger)
        yield from far_targets(trigger)
    if frame == "none":
        return
    end = _window_end(trigger)
    keys = doc_keys_cached(doc)
    previous: Role | None = None
    opposed = opposing_verb(trigger)
    if opposed is not None:
        yield from opposed_sides(opposed)
    elif frame == "act":
        yield from supported(trigger)
        yield from national(trigger)
        yield from held(trigger)
    for span in index_of(doc).within("actors", trigger.end, end):
        role, rule = _role_by_cue(keys, trigger, span, frame)
        if role is None and previous is not None and _coordinates(doc, span):
            role, rule = previous, "role.noun.coordinated"
        if span.start - trigger.end > REACH and not (_occurs(trigger) or _authored(rule)):
            continue
        if role is not None and not (role == "perpetrator" and _intervenes(trigger, span)):
            previous = role
            yield RoleFiller(role, span, span._.actor, rule, 0.85)


def _intervenes(trigger: Span, span: Span) -> bool:
    """« l'intervention de la police »: those who come to end it are no authors."""
    ends = trigger._.trigger.form in words("roles", "ended", "interventions")
    return ends and span._.actor.actor_type == "police"


def _suffers(trigger: Span) -> Iterator[RoleFiller]:
    """« la base a subi une attaque », « a fait l'objet d'un assaut »: the verb's subject is the target.

    « un bus a été soufflé par une mine »: so is the thing that a blast or a missile hit, unlike what a person
    only drives (« conduit par un kamikaze »).
    """
    doc, noun = trigger.doc, trigger.doc[trigger._.trigger.head]
    verb = noun.head
    state = verb.lemma_.lower() in words("roles", "suffered", "states")
    if verb.pos_ not in ("VERB", "AUX") and not state:
        return
    suffered = (
        state
        or (verb.lemma_.lower() in phrases("roles", "suffered", "verbs") and not _led(noun))
        or any(
            child.dep_ == "obj" and child.lemma_.lower() in phrases("roles", "suffered", "objects")
            for child in verb.children
        )
    )
    driver = actor_at(doc, noun)
    hit = (
        noun.dep_ == "obl:agent"
        and is_passive_verb(verb)
        and (driver is None or driver._.actor.unit != "person")
    )
    if not suffered and not hit:
        return
    for token in coordinated(verb.head) if hit and verb.dep_ == "acl" else verb_subjects(verb):
        span = actor_at(doc, token)
        if span is not None and (suffered or span._.actor.unit == "thing"):
            yield RoleFiller("target", span, span._.actor, f"role.suffered.{verb.lemma_}", 0.9)


def _led(noun: Token) -> bool:
    """« a reçu un ministre après l'attentat »: the act is no object; « a essuyé des tirs » has one."""
    of = words("roles", "function", "of")
    return any(child.dep_ == "case" and child.lower_ not in of for child in noun.children)


def _coordinates(doc: Doc, span: Span) -> bool:
    """« contre le camp et le poste »; « …, l'état-major assurant » starts a clause of its own.

    « Jean X, personnalité politique » is an apposition.
    """
    if span.start > 1 and doc[span.start - 1].text == "," and doc[span.start - 2].pos_ == "PROPN":
        return False
    if span.end < len(doc) and "Tense=Pres" in doc[span.end].morph and "VerbForm=Part" in doc[span.end].morph:
        return False
    if doc[span._.actor.head].dep_ in ("nsubj", "nsubj:pass"):
        return False
    index = span.start - 1
    if index > 0 and doc[index - 1].lemma_.lower() in words("attribution", "allies", "lemmas"):
        index -= 2  # « et de leurs alliés du SPLM-N »
    small = words("roles", "function", "articles") | words("roles", "function", "of")
    small |= words("roles", "opposed", "own")
    while index > max(0, span.start - 5) and doc[index].lower_ in small:
        index -= 1
    return index >= 0 and doc[index].lower_ in words("roles", "function", "coordinators")


def _suffered(trigger: Span) -> bool:
    """« l'arrestation de », « l'enlèvement de »: « de » leads to the one who suffers it."""
    value = trigger._.trigger
    return value.kind is not None and value.type in ("arrest", "abduction", "killing")


def _shot_by(trigger: Span) -> bool:
    """« les coups de couteau de son mari », « les tirs d'inconnus »: « de » tells who gave them."""
    return str(trigger._.trigger.form).startswith(phrases("roles", "wrought", "blows"))


def _plain_par(keys: Sequence[tuple[str, ...]], start: int, span: Span) -> bool:
    """« attaque par des hommes armés »: « par » beside the actor, with no other participle to govern it."""
    doc = span.doc
    for index in range(max(start, span.start - 3), span.start):
        if not words("roles", "function", "agent").isdisjoint(keys[index]):
            return not any(token.pos_ == "VERB" for token in doc[start:index])
    return False


def _role_by_cue(
    keys: Sequence[tuple[str, ...]], trigger: Span, span: Span, frame: str
) -> tuple[Role | None, str]:
    """The role that the last cue between the trigger and the actor gives it."""
    start = trigger.end
    best: tuple[int, Role, str] | None = None
    for index in range(start, span.start):
        for end, _, role in _cue_index().matches_at(keys, index):
            if not 0 <= span.start - end <= 3 or any(t.pos_ == "PRON" for t in span.doc[end : span.start]):
                continue  # « sur eux dans un marché »: the pronoun is the aim
            if best is None or end >= best[0]:
                best = (end, role, f"role.noun.{' '.join(keys[i][0] for i in range(index, end))}")
    if best is not None and best[2] == "role.noun.sur" and trigger._.trigger.type in _TAKING:
        return None, ""  # « le rapt revendiqué par une lettre laissée sur le siège »
    if best is not None:
        return ("perpetrator" if frame == "recip" and best[1] == "target" else best[1]), best[2]
    if _plain_par(keys, start, span):
        return "perpetrator", "role.noun.par"
    if (
        frame == "act"
        and span.start - start <= 2
        and keys[start : start + 1]
        and not between().isdisjoint(keys[start])
    ):
        return "perpetrator", "role.noun.entre"  # « une fusillade entre gangs rivaux »
    name = name_before(span)  # « l'attaque du Sea Queen, un cargo »: what leads to its name leads to it
    first = max(start, counted_start(span) if name is None else name.start)
    of = any(owns(span.doc, keys, index) for index in range(max(start, first - 2), span.start))
    if not of or (first - start > 3 and not attached(trigger, span)):
        return ("perpetrator", "role.noun.entre") if a_side(keys, start, span, frame) else (None, "")
    return (None, "") if kind_only(span) else _role_of(trigger, span, frame)


def _role_of(trigger: Span, span: Span, frame: str) -> tuple[Role | None, str]:
    """The role of what « de » leads to from an act."""
    actor = span._.actor
    if trigger._.trigger.type == "protest":  # « une manifestation d'étudiants », not « de la place »
        return (None, "") if actor.bias in ("thing", "count") else ("perpetrator", "role.noun.of")
    if frame == "victim" or _suffered(trigger):
        return "target", "role.noun.of"
    armed = actor.bias in _ARMED and not actor.rule.startswith("actor.person")
    shot = actor.bias not in ("thing", "count") and _shot_by(trigger)
    author = frame == "recip" or (frame == "act" and (armed or shot))
    return ("perpetrator" if author else "target"), "role.noun.of"
