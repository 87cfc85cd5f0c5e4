"""Finding actor mentions: registered names, descriptive noun phrases, persons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from spacy.tokens import Doc, Span

from depeche.components.actors.demonyms import counted_people
from depeche.components.actors.descriptions import described, front
from depeche.components.actors.mention import people, person, registered
from depeche.components.actors.nouns import PHRASE, noun_at, phrase_end
from depeche.components.actors.registry import RegisteredActor, Registry
from depeche.components.lemma_patterns import Keys, agreement_keys_cached
from depeche.resources import word_set
from depeche.values.actors import GROUPS, ActorMention

_words = partial(word_set, *PHRASE)
Match = tuple[int, int, ActorMention]


def match_actors(doc: Doc, registry: Registry, stop: frozenset[int]) -> Iterator[Match]:
    """Actor mentions of a doc, left to right, without overlap.

    Args:
        stop: token indices that belong to event verbs and end a noun phrase.
    """
    keys = agreement_keys_cached(doc)
    words = [token.text.replace("’", "'") for token in doc]
    persons = {ent.start: ent for ent in doc.ents if ent.label_ == "PER"}
    index = 0
    while index < len(doc):
        match = _match_at(doc, keys, words, index, persons, registry, stop)
        if match is None:
            index += 1
            continue
        yield match
        index = max(match[1], index + 1)


def _match_at(
    doc: Doc,
    keys: Keys,
    words: Sequence[str],
    index: int,
    persons: dict[int, Span],
    registry: Registry,
    stop: frozenset[int],
) -> Match | None:
    found = registry.match_at(words, index)
    if found is not None:
        end, actor = _of_group(words, index, found, registry)
        return front(doc, index, stop), end, registered(actor[1], doc, actor[0], end, index)
    if index not in stop:
        noun = noun_at(keys, doc, index)
        if noun is not None and not (doc[index].ent_type_ == "PER" and doc[index].text[:1].isupper()):
            return described(doc, words, index, noun[0], noun[1], stop, registry)
    if index in persons:
        return index, persons[index].end, person(persons[index])
    if words[index][:1].isupper() and index not in stop and counted_people(doc, index):
        end = phrase_end(doc, index + 1, stop)
        return index, end, people(doc[index:end])
    return None


def _of_group(
    words: Sequence[str], start: int, found: tuple[int, RegisteredActor], registry: Registry
) -> tuple[int, tuple[int, RegisteredActor]]:
    """« des talibans du TTP », « les shebab de X »: the group named after the men, else the match itself."""
    end, actor = found
    if words[start][:1].islower() and end + 1 < len(words) and words[end] in _words("complement_led"):
        for first in (end + 1, end + 2):
            inner = registry.match_at(words, first) if first < len(words) else None
            if inner is not None and words[first][:1].isupper() and inner[1].actor_type in GROUPS:
                return inner[0], (first, inner[1])
            if words[first : first + 1] != ["l'"]:
                break
    return end, (start, actor)
