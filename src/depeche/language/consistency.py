"""One name, one kind: the mentions of a name in an article agree with each other.

An article introduces « Marie Diallo » or « les FARDC » in full context, and repeats the name where context
says less; the recogniser reads each mention by itself. Three steps, after « one sense per discourse »
(Gale, Church and Yarowsky, 1992).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token


def agreed(entities: Iterable[Span]) -> list[Span]:
    """Return the entities with the label that most mentions of the same text have (else the first)."""
    mentions = list(entities)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for entity in mentions:
        votes[entity.text][entity.label_] += 1
    return [
        Span(entity.doc, entity.start, entity.end, label=votes[entity.text].most_common(1)[0][0])
        for entity in mentions
    ]


def with_family_names(entities: Iterable[Span]) -> list[Span]:
    """Return the entities where the family name of a person is that person wherever it stands alone."""
    mentions = list(entities)
    family = {
        mention.doc[start : mention.end].text
        for mention in mentions
        if mention.label_ == "PER"
        for start in range(mention.start + 1, mention.end)
    }
    return [
        Span(
            mention.doc, mention.start, mention.end, label="PER" if mention.text in family else mention.label_
        )
        for mention in mentions
    ] + [
        Span(word.doc, word.i, word.i + 1, label="PER")
        for word in _free(mentions if family else [])
        if word.text in family and word.text[0].isupper() and len(word.text) > 2
    ]


def _free(entities: list[Span]) -> Iterator[Token]:
    """Yield the words of the document that are in no entity; none where there is no entity."""
    taken = {i for entity in entities for i in range(entity.start, entity.end)}
    for token in entities[0].doc if entities else ():
        if token.i not in taken:
            yield token


def with_repeated(entities: Iterable[Span]) -> list[Span]:
    """Return the entities and the repetitions of their texts; a name in lower case is not looked for."""
    mentions = list(entities)
    if not mentions:
        return []
    doc = mentions[0].doc
    labels = {tuple(token.text for token in m): m.label_ for m in mentions if m.text[0].isupper()}
    longest = max((len(name) for name in labels), default=0)
    words = [token.text for token in doc]
    taken = {i for mention in mentions for i in range(mention.start, mention.end)}
    found, firsts = list(mentions), {name[0] for name in labels}
    start = 0
    while start < len(words):
        if words[start] not in firsts:
            start += 1
            continue
        end = _end_of_name(words, start, longest, labels, taken)
        if end is not None:
            found.append(Span(doc, start, end, label=labels[tuple(words[start:end])]))
        start = end or start + 1
    return found


def _end_of_name(
    words: list[str], start: int, longest: int, labels: dict[tuple[str, ...], str], taken: set[int]
) -> int | None:
    """Return the end of the longest known name that starts at a token and is free, or None."""
    for end in range(min(start + longest, len(words)), start, -1):
        if tuple(words[start:end]) in labels and taken.isdisjoint(range(start, end)):
            return end
    return None


@Language.component("depeche_consistency", requires=["doc.ents"], assigns=["doc.ents"])
def depeche_consistency(doc: Doc) -> Doc:
    """Make the mentions of one name agree: majority label, family names of persons, repetitions."""
    doc.ents = tuple(with_repeated(with_family_names(agreed(doc.ents))))
    return doc
