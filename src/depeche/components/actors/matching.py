"""Finding actor mentions: registered names, descriptive noun phrases, persons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from depeche.components.actors.demonyms import counted_people
from depeche.components.actors.descriptions import described
from depeche.components.actors.mention import people, person, registered
from depeche.components.actors.nouns import noun_at, phrase_end
from depeche.components.actors.registry import Registry
from depeche.components.lemma_patterns import Keys, agreement_keys_cached
from depeche.values.actors import ActorMention

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
        return index, found[0], registered(found[1], doc, index, found[0], index)
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
