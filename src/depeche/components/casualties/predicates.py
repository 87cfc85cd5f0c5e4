"""The words that say what happened to victims: verbs and nouns of `data/casualties/predicates.csv`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from spacy.tokens import Doc, Token

from depeche.components.adjuncts import adjuncts
from depeche.components.lemma_patterns import (
    NO_ADJUNCTS,
    REFLEXIVE_WINDOW,
    Keys,
    PatternIndex,
    own_reflexive,
    plain,
)
from depeche.resources import affixes, lexicon, rules, word_set

Row = dict[str, str]
SPLIT_REACH = 4
FIGHTERS = ("casualties", "grammar.toml", "elsewhere", "fighters")
VOICE = ("casualties", "grammar.toml", "voice")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word of `data/casualties/predicates.csv` met at tokens [start, end)."""

    start: int
    end: int
    kind: str
    voice: str
    form: str


@cache
def predicate_index() -> PatternIndex[Row]:
    """The predicate lexicon by first word."""
    rows = lexicon("casualties", "predicates.csv", columns=("form", "kind", "voice", "source"))
    return PatternIndex([(row["form"], row) for row in (*rows, *_tabled())])


def _tabled() -> Iterator[Row]:
    """The entries that are each verb of a list with each of its complements (`tables.toml`)."""
    for table in rules("casualties", "tables.toml")["entries"]:
        for verb, complement in product(table["verbs"], table["complements"]):
            form = " ".join(filter(None, (verb, table["joined"], complement)))
            yield {"form": form, "kind": table["kind"], "voice": table["voice"]}


@cache
def states() -> tuple[str, ...]:
    """The complements that say how somebody is (« dans un état critique »)."""
    rows = lexicon("casualties", "predicates.csv", columns=("form", "kind", "voice", "source"))
    return tuple(row["form"] for row in rows if row["voice"] == "state")


def find_predicates(doc: Doc, keys: Keys) -> list[Predicate]:
    """Predicates of a doc in text order, the longest at each place."""
    found: list[Predicate] = []
    position = 0
    while position < len(doc):
        if not predicate_index().opens_at(keys, position):
            position += 1
            continue
        best: tuple[int, bool, Row] | None = None
        between = adjuncts(doc) if doc[position].pos_ in ("VERB", "AUX") else NO_ADJUNCTS
        for end, reflexive, row in predicate_index().matches_at(keys, position, between):
            if not _fits(_verb_of(doc, position, end), row["voice"]):
                continue
            if reflexive != own_reflexive(doc, position) and (reflexive or _turned(doc, position, row)):
                continue
            if best is None or (end, reflexive) > best[:2]:
                best = (end, reflexive, row)
        if best is None:
            position += 1
            continue
        found.append(Predicate(position, best[0], best[2]["kind"], best[2]["voice"], best[2]["form"]))
        position = best[0]
    return found


def split_predicate(doc: Doc, keys: Keys, start: int, end: int) -> Predicate | None:
    """« a laissé 4 000 familles sans toit »: an active verb whose victims stand inside its phrase.

    The rest of the entry follows the victims, after an adjective or a complement at most.
    """
    for verb in range(start - 1, max(doc[start].sent.start, start - SPLIT_REACH) - 1, -1):
        if doc[verb].pos_ != "VERB":
            if doc[verb].is_punct or doc[verb].pos_ in ("NOUN", "PROPN"):
                return None
            continue
        if predicate_index().opens_at(keys, verb):
            for resume in range(end, min(end + SPLIT_REACH, doc[start].sent.end)):
                for _, row in predicate_index().split_at(keys, verb, resume):
                    if row["voice"] == "agent":
                        return Predicate(verb, verb + 1, row["kind"], row["voice"], row["form"])
                if doc[resume].pos_ in ("VERB", "AUX", "NUM") or doc[resume].text in ",;:":
                    break
        return None
    return None


def fallen(doc: Doc) -> list[Predicate]:
    """« Cinq militaires sont tombés lors de l'assaut »: fighters who fall in an attack are dead."""
    found = []
    groups = {span._.actor.head: span._.actor.group for span in doc.spans.get("actors", ())}
    triggers = doc.spans.get("triggers", ())
    for span in triggers:
        verb = doc[span._.trigger.head]
        told = [child for child in verb.children if child.dep_ in ("nsubj", "nsubj:pass")]
        if any(child.lower_ == "qui" for child in told):
            told = [verb.head, *verb.head.conjuncts]  # « ce sont neuf gendarmes qui sont tombés »
        counted = any(child.dep_ == "nummod" for one in told for child in one.children)
        finite = "VerbForm=Fin" in verb.morph and counted  # « six militaires tombaient »
        if span._.trigger.form != "tomber" or not ("VerbForm=Part" in verb.morph or finite):
            continue
        subjects = [one.i for child in told for one in (child, *child.children)]  # « 16 de ses hommes »
        since = doc[span.sent.start - 1].sent.start if span.sent.start else 0
        attacked = any(
            other._.trigger.strength == "strong" and since <= other.start < span.sent.end
            for other in triggers
        )
        if verb.dep_ in ("acl", "amod"):
            subjects.append(verb.head.i)  # « Bilan : cinq gendarmes tombés »
        if attacked and any(groups.get(index) in word_set(*FIGHTERS) for index in subjects):
            found.append(Predicate(span.start, span.end, "killed", "patient", "tomber"))
    return found


def _turned(doc: Doc, verb: int, row: Row) -> bool:
    """« le car s'est arrêté », « s'est emporté le ministre »: with « se » the verb tells another thing.

    « se sont fait tuer » is a passive.
    """
    if row["voice"] not in ("agent", "passive", "loss") or doc[verb].pos_ not in ("VERB", "AUX"):
        return False
    before = doc[max(0, verb - REFLEXIVE_WINDOW) : verb]
    return all(token.lemma_ not in word_set(*VOICE, "causative") for token in before)


def _verb_of(doc: Doc, start: int, end: int) -> Token:
    """The first word of a match, or the verb after its adverb (« grièvement atteint »)."""
    adverb = end - start == 2 and doc[start].pos_ == "ADV"
    return doc[start + 1] if adverb else doc[start]


def _fits(token: Token, voice: str) -> bool:
    if voice == "state":
        return True
    if voice == "noun":
        return token.pos_ not in ("VERB", "AUX")
    if token.pos_ in ("VERB", "AUX"):
        return not (
            voice == "patient"
            and "VerbForm=Inf" in token.morph
            and plain(token.nbor(-1).text) in word_set(*VOICE, "before_infinitive")
        )
    return token.pos_ == "ADJ" or (token.pos_ == "NOUN" and _participle_like(token))


def _participle_like(token: Token) -> bool:
    """A participle that the tagger calls a noun, after a noun or a count (« dix personnes blessées »)."""
    if token.i == 0 or not token.lower_.endswith(affixes(*VOICE, "participle_endings")):
        return False
    return token.nbor(-1).pos_ in ("NOUN", "ADJ", "ADV", "PROPN", "AUX")
