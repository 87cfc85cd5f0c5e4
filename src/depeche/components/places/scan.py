"""Finding capitalised names: the longest that the gazetteer knows at each place, else the whole run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.lang.fr.stop_words import STOP_WORDS
from spacy.tokens import Doc, Token

from depeche.components.places.lexicons import generic_words, kept_words, natural_words, particles, stop_words
from depeche.components.places.runs import without_next_sentence, words_of
from depeche.components.places.sighting import Sighting
from depeche.gazetteer import Entry, Gazetteer

MAX_TOKENS = 6
LARGE = 50_000
_ARTICLED = re.compile(r"(?:[aeuAEU]\w{1,2}|ez|es|ed)[-–][A-ZÀ-Þ]")
_BINDING = particles("binding")
_INNER = particles("inner") | _BINDING
_ARTICLES = particles("article")
_NUMBER = re.compile(r"\d{1,2}|[IVX]{1,4}")


def prominent(entries: tuple[Entry, ...]) -> bool:
    """Whether one of these places is known to any reader: a country, a first-level unit, a large town."""
    return any(
        entry.kind in ("country", "admin1", "natural", "area") or entry.population >= LARGE
        for entry in entries
    )


def capitalised(token: Token) -> bool:
    """Whether a token can begin or end a name: a capital, or an Arabic article with one (« al-Bab »)."""
    text = token.text
    first = text[0]
    if first.isupper():
        return (len(text) > 1 and text[1] not in "'’") or len(text) > 2
    return first.islower() and len(text) > 3 and bool(_ARTICLED.match(text))


class Scanner:
    """Finds names in a document with one gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def scan(self, doc: Doc) -> Iterator[Sighting]:
        """Names of the document from left to right, without overlap."""
        index, length = 0, len(doc)
        while index < length:
            token = doc[index]
            if capitalised(token):
                found = list(self._at(doc, index))
            elif token.lower_ in natural_words() and index + 1 < length:
                found = list(self._feature(doc, index))
            else:
                index += 1
                continue
            yield from found
            index = max([index + 1, *(sighting.end for sighting in found)])

    def _feature(self, doc: Doc, start: int) -> Iterator[Sighting]:
        for end in reversed(self._ends(doc, start)):
            if end > start + 1:
                entries = self.gazetteer.exact(words_of(doc, start, end))
                if entries:
                    first = start if doc[start].lower_ in kept_words() else _name_start(doc, start, end)
                    if end == first + 1 and stop_words().get(doc[first].text) == "word":
                        first -= 1  # « le mont Blanc »: an ordinary word alone names no place
                    yield _sighting(doc, first, end, entries)
                    return
        end = _entity_end(doc, start)
        if doc[start].lower_ in kept_words() and end == start + 2 and capitalised(doc[start + 1]):
            yield _sighting(doc, start, end, ())  # « le cap Gris-Nez », that no gazetteer knows

    def _ends(self, doc: Doc, start: int) -> list[int]:
        """Ends of possible names from `start`: after each capitalised token that connectors link to it."""
        ends, last = [], min(len(doc), start + MAX_TOKENS)
        if capitalised(doc[start]) or start + 1 == last:
            ends.append(start + 1)
        for index in range(start + 1, last):
            token = doc[index]
            if capitalised(token) or (_NUMBER.fullmatch(token.text) and index == (ends or [0])[-1]):
                ends.append(index + 1)
            elif token.lower_ not in _INNER:
                break
        return ends

    def _at(self, doc: Doc, start: int) -> Iterator[Sighting]:
        run, word = self._run(doc, start), doc[start].lower_
        if run < len(doc) and doc[run].lower_ in _EPITHETS:
            entries = self.gazetteer.exact(words_of(doc, start, run + 1))
            if any(entry.kind in _NAMED_BY_EPITHET for entry in entries):
                yield _sighting(doc, start, run + 1, entries)
                return
        generic = word in generic_words() or word in _ARTICLES
        for end in reversed(self._ends(doc, start)):
            entries = self.gazetteer.exact(words_of(doc, start, end))
            if not entries:
                continue
            if end < run and (generic or not prominent(entries) or _entity_end(doc, start) == run):
                continue
            if end == start + 1 and self._mere_word(doc, start, entries):
                continue
            yield _sighting(doc, start, end, entries)
            return
        if generic and self._named_whole(doc, start, run):
            yield _sighting(doc, start, run, ())
            return
        if word in _FUNCTION_WORDS or (generic and (run == start + 1 or word not in natural_words())):
            return
        joined = self._axis(doc, start, run)
        if joined:
            yield from joined
            return
        if run == start + 1 and "-" in doc[start].text:
            yield from self._parts(doc, start)
        elif not (generic and doc[start].is_sent_start):
            yield _sighting(doc, start, run, ())

    def _named_whole(self, doc: Doc, start: int, run: int) -> bool:
        """« à La Loche », « le Quartier Nord »: an article or a noun that is part of an unknown name."""
        if run == start + 1 or doc[start].is_sent_start or _entity_end(doc, start) != run:
            return False
        article = doc[start].lower_ in _ARTICLES
        return article or (run == start + 2 and stop_words().get(doc[start + 1].text) == "word")

    def _axis(self, doc: Doc, start: int, run: int) -> list[Sighting]:
        """« l'axe Fada N'Gourma-Kantchari »: the two ends of a road, of which one has several words."""
        before = {doc[left].lower_ for left in range(max(0, start - 3), start)}
        if run == start + 1 or not before & _ROADS:
            return []
        whole, begin = words_of(doc, start, run), doc[start].idx
        for hyphen in (match.start() for match in re.finditer("[-–]", whole)):
            ends = whole[:hyphen], whole[hyphen + 1 :]
            known = tuple(self.gazetteer.exact(end) for end in ends)
            if all(known) and ends[1][:1].isupper():
                later = begin + hyphen + 1
                return [
                    Sighting(ends[0], begin, begin + hyphen, start, run, known[0]),
                    Sighting(ends[1], later, begin + len(whole), start, run, known[1]),
                ]
        return []

    def _mere_word(self, doc: Doc, index: int, entries: tuple[Entry, ...]) -> bool:
        """Whether a lone word is a generic noun or a function word whose name some place happens to bear."""
        word = doc[index].lower_
        if word in _FUNCTION_WORDS:
            return bool(doc[index].is_sent_start) or not prominent(entries)
        return (word in generic_words() or word in _ARTICLES) and not prominent(entries)

    def _run(self, doc: Doc, start: int) -> int:
        """End of the contiguous capitalised words, Arabic and Portuguese particles included."""
        end = start + 1
        while end < min(len(doc), start + MAX_TOKENS):
            token = doc[end]
            if capitalised(token):
                end += 1
            elif token.lower_ in _BINDING and end + 1 < len(doc) and capitalised(doc[end + 1]):
                end += 2
            else:
                break
        entity = doc[start].ent_type_ == "LOC" and end < len(doc) and doc[end].ent_iob_ == "I"
        if entity and _NUMBER.fullmatch(doc[end].text):
            end += 1
        return without_next_sentence(doc, start, end, self.gazetteer)

    def _parts(self, doc: Doc, index: int) -> Iterator[Sighting]:
        """One token that no place bears: two places when both sides are known ones, or a road is told."""
        token = doc[index]
        text = token.text
        before = {doc[left].lower_ for left in range(max(0, index - 3), index)}
        road = bool(before & _ROADS)
        for hyphen in (match.start() for match in re.finditer("[-–]", text)):
            left, right = text[:hyphen], text[hyphen + 1 :]
            if not right[:1].isupper():
                continue
            both = self.gazetteer.exact(left), self.gazetteer.exact(right)
            if before & _STATIONS and prominent(both[0]):
                yield Sighting(left, token.idx, token.idx + hyphen, index, index + 1, both[0])
                return
            if (road and any(both)) or (prominent(both[0]) and prominent(both[1])):
                begin = token.idx
                yield Sighting(left, begin, begin + hyphen, index, index + 1, both[0])
                yield Sighting(right, begin + hyphen + 1, begin + len(text), index, index + 1, both[1])
                return
        yield _sighting(doc, index, index + 1, ())


_FUNCTION_WORDS = frozenset(STOP_WORDS) - {"la", "le", "les"}
_ROADS = particles("road")
_STATIONS = particles("station")
_EPITHETS = particles("epithet")
_NAMED_BY_EPITHET = frozenset({"country", "admin1", "admin2", "area"})


def _entity_end(doc: Doc, start: int) -> int:
    """Where the place entity that begins at `start` ends; -1 when none begins there."""
    if doc[start].ent_type_ != "LOC" or doc[start].ent_iob_ != "B":
        return -1
    return entity_bounds(doc, start)[1]


def entity_bounds(doc: Doc, index: int) -> tuple[int, int]:
    """First token and end token of the entity that holds a token."""
    start, end = index, index + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return start, end


def _name_start(doc: Doc, start: int, end: int) -> int:
    return next((index for index in range(start + 1, end) if capitalised(doc[index])), start)


def _end_char(doc: Doc, end: int) -> int:
    token = doc[end - 1]
    return int(token.idx + len(token.text))


def _sighting(doc: Doc, start: int, end: int, entries: tuple[Entry, ...]) -> Sighting:
    first, last = doc[start].idx, _end_char(doc, end)
    return Sighting(words_of(doc, start, end), first, last, start, end, entries)
