"""Descriptive noun phrases: « des hommes armés », « un avion de la junte », « le maire de X, Y »."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial

from spacy.tokens import Doc

from depeche.components.actors.demonyms import army_of
from depeche.components.actors.mention import by_noun, registered
from depeche.components.actors.nouns import PHRASE, Row, name_end, noun_at, phrase_end
from depeche.components.actors.registry import RegisteredActor, Registry
from depeche.components.lemma_patterns import agreement_keys_cached, fold_agreement
from depeche.resources import word_set
from depeche.values.actors import ActorMention

_words = partial(word_set, *PHRASE)
_QUOTES = frozenset('«»"')


@cache
def _front_words() -> frozenset[str]:
    return frozenset(map(fold_agreement, _words("front")))


def described(
    doc: Doc,
    words: Sequence[str],
    start: int,
    head_end: int,
    row: Row,
    stop: frozenset[int],
    registry: Registry,
) -> tuple[int, int, ActorMention]:
    """The actor that a noun phrase tells: a group named inside it, who stands behind a machine, or itself.

    Args:
        words: texts of the doc's tokens, with plain apostrophes.
        start, head_end: tokens of the noun of `row`.
        stop: token indices that end a noun phrase.
    """
    end = phrase_end(doc, head_end, stop)
    counts = (number for number in doc.spans.get("numbers", ()) if row["bias"] == "count")
    if any(head_end <= number.start < end for number in counts):
        end = head_end  # « la mort d'une dizaine de soldats »: they are counted apart
    if row["unit"] == "thing" or (row["unit"] == "body" and row["bias"] == "perp"):
        end = name_end(doc, end, stop)  # « l'hôtel Nord-Sud », « la milice Murle »
    first = front(doc, start, stop)
    inner = _armed_group(doc, words, start, head_end, end, row, registry)
    if inner is not None:
        inside, last, actor = inner
        one = row["unit"] == "person" and "Number=Sing" in doc[start].morph  # « le commandant du JNIM »
        told = registered(actor, doc, inside, last, start)
        return first, max(end, last), told.model_copy(update={"unit": "person"}) if one else told
    owner = _owner(doc, words, row, head_end, end, registry)
    if owner is not None:
        return start, end, owner.model_copy(update={"head": start})
    titled = _titled_person(doc, head_end, end, row)
    if titled is not None:
        name = doc[titled[0] : titled[1]].text
        return start, titled[1], by_noun(row, name, start, "actor.person", person=True)
    return first, end, by_noun(row, doc[first:end].text, start, f"actor.noun.{row['noun']}")


def front(doc: Doc, start: int, stop: frozenset[int]) -> int:
    """First token of the phrase: « présumés » or « jeunes » before the noun or the name belong to it."""
    first = start
    while first > 0 and fold_agreement(doc[first - 1].text) in _front_words() and first - 1 not in stop:
        first -= 1
    return first


def _inner_actor(
    words: Sequence[str], start: int, end: int, registry: Registry
) -> tuple[int, int, RegisteredActor] | None:
    """A registered group named inside a noun phrase (« combattants du M23 »)."""
    for index in range(start, end):
        found = registry.match_at(words, index)
        if found is not None:
            return index, found[0], found[1]
    return None


def _armed_group(
    doc: Doc, words: Sequence[str], start: int, head_end: int, end: int, row: Row, registry: Registry
) -> tuple[int, int, RegisteredActor] | None:
    """The group of the fighters or members that a noun tells, named at most a word after the phrase."""
    member = row["noun"] in _words("members") or _officer(doc, head_end, row)
    if row["bias"] not in ("perp", "any") and not member:
        return None
    inner = _inner_actor(words, head_end, min(end + 2, len(doc), doc[start].sent.end), registry)
    if inner is None or inner[0] > end + 1:
        return None
    between = doc[head_end : inner[0]]
    if any(token.pos_ == "CCONJ" for token in between):
        return None  # « soldats et miliciens du M23 »: two sides
    if any("Tense=Pres" in token.morph and token.pos_ == "VERB" for token in between):
        return None  # « brandissant le drapeau de l'EI »: his flag, not yet his men
    return None if any(token.is_punct and token.text not in _QUOTES for token in between) else inner


def _officer(doc: Doc, head_end: int, row: Row) -> bool:
    """« un responsable local du Hezbollah », not « un responsable local, que le Hezbollah accuse »."""
    if _words("officers").isdisjoint(row["noun"].split()):
        return False
    after = next((token for token in doc[head_end : doc[head_end - 1].sent.end] if token.pos_ != "ADJ"), None)
    return after is not None and after.lower_ in _words("complement_led")


def _owner(
    doc: Doc, words: Sequence[str], row: Row, start: int, end: int, registry: Registry
) -> ActorMention | None:
    """« un avion de la junte », « des drones turcs », « un avion de combat russe »: who stands behind it."""
    manned = row["unit"] == "thing" or row["group"] == "military"  # « chasseur » alone may be a hunter
    if row["noun"].split()[0] not in _words("craft") or not manned:
        return None
    inner = _inner_actor(words, start, end, registry)
    if inner is not None:
        return registered(inner[2], doc, inner[0], inner[1], inner[0])
    keys = agreement_keys_cached(doc)
    for index in range(start, end):
        noun = noun_at(keys, doc, index)
        if noun is not None and noun[1]["bias"] in ("any", "perp"):
            last = max(noun[0], min(end, phrase_end(doc, noun[0], frozenset())))
            return by_noun(noun[1], doc[index:last].text, index, "actor.owner")
    army = army_of(doc, start, end + 1)
    return army[1] if army is not None else None


def _titled_person(doc: Doc, head_end: int, end: int, row: Row) -> tuple[int, int] | None:
    """« l'humanitaire Jeffery Woodke », « le maire de X, Y »: the name that follows a person's title."""
    if row["unit"] != "person" or row["bias"] == "count":
        return None
    many = "Number=Plur" in doc[head_end - 1].morph  # « les partisans de l'opposant X » are not X
    for ent in doc.ents:
        if many and ent.start > head_end:
            continue
        if ent.label_ == "PER" and head_end <= ent.start <= end and ent.end - ent.start <= 4:
            return ent.start, ent.end
    return None
