"""Counts whose verb is left out, each at its own town: « 73 morts à Tchombangou et 32 à Zaroumdareye ».

French tells the verb once for two acts; a count past « et » or a comma, with a place of its own, suffered
what the count before it did. A day may stand between: « et, le 5 mai, six autres à Diapaga ».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from spacy.tokens import Doc, Span

from depeche.components.casualties.counted import Counted
from depeche.components.casualties.elsewhere import Found
from depeche.components.lemma_patterns import fold_word, plain
from depeche.resources import word_set

_words = partial(word_set, "casualties", "grammar.toml", "gapped")
RULE = "casualty.gapped"
TO_PLACE = 7  # tokens from a count to the end of what leads to its place: « dans une mosquée de »
TO_DAY = 9  # tokens of a day between the link and the count: « et, dans la nuit du 4 au 5 mai, »


def gapped(doc: Doc, phrases: Sequence[Counted], told: Sequence[Found]) -> list[Found]:
    """The counts that share the verb of one told before in their sentence, each with a place of its own."""
    result: list[Found] = []
    for item in told:
        if item[0].kind in (None, item[1]) and item[0].start >= _title_end(doc):
            result += _after(doc, phrases, told, item)
    return result


def _title_end(doc: Doc) -> int:
    """The first token of the body; the text tells again what a headline strings."""
    return next((token.i for token in doc if token.idx >= doc._.title_end), len(doc))


def _after(doc: Doc, phrases: Sequence[Counted], told: Sequence[Found], first: Found) -> list[Found]:
    """The chain of gaps that follows one count told."""
    sent = doc[first[0].head].sent
    last, chain = first[0], []
    for phrase in _free(doc, phrases, told, sent):
        if phrase.start < last.end:
            continue
        link = link_before(doc, phrase.start, last.end)
        if link is None or not _one_place(doc, last.end, link) or not _led_to_a_place(doc, phrase):
            break
        if _crossed(doc, first, last.end, phrase.start):
            break
        chain.append((phrase, first[1], phrase.head, RULE))
        last = phrase
    total = first[0].quantity.value
    return [] if sum(item[0].quantity.value for item in chain) == total and len(chain) > 1 else chain


def _free(doc: Doc, phrases: Sequence[Counted], told: Sequence[Found], sent: Span) -> Iterator[Counted]:
    """Counts of a sentence whose fate no rule has told, bare numbers among them."""
    taken = {index for phrase, *_ in told for index in range(phrase.start, phrase.end)}
    counted = {
        phrase.start: phrase
        for phrase in phrases
        if phrase.kind is None and sent.start <= phrase.start < sent.end
    }
    for span in doc.spans.get("numbers", ()):
        if not sent.start <= span.start < sent.end or span.start in taken:
            continue
        if span.start in counted:
            yield counted[span.start]
        elif not _dated(doc, span.start) and not _of_things(doc, span.start):
            yield Counted(span.start, span.end, span.end - 1, span._.number, None, None, ellipsis=True)


def link_before(doc: Doc, start: int, since: int) -> int | None:
    """The conjunction or stop before a count, past a day told between: « et, le 5 mai, six autres »."""
    comma = None
    for index in range(start - 1, max(since, start - TO_DAY) - 1, -1):
        word = plain(doc[index].text)
        if word in _words("links"):
            return index
        if word == ",":
            comma = index
        elif word not in _words("before_day") and not _dated(doc, index):
            break
    return comma


def _dated(doc: Doc, index: int) -> bool:
    return any(day.start <= index < day.end for day in doc.spans.get("dates", ()))


def _one_place(doc: Doc, start: int, end: int) -> bool:
    """Whether a place stands between the count before and the link."""
    return any(start <= place.start < end for place in doc.spans.get("places", ()))


def _led_to_a_place(doc: Doc, phrase: Counted) -> bool:
    """« six autres à Diapaga », « huit dans une mosquée de Natiaboani »."""
    end = phrase.end
    if end >= len(doc) or fold_word(doc[end].text) not in _words("leads"):
        return False
    place = next((p for p in doc.spans.get("places", ()) if end < p.start <= end + TO_PLACE), None)
    if place is None or place._.place.role != "location":
        return False
    return all(t.pos_ not in ("VERB", "AUX", "NUM", "CCONJ", "PUNCT") for t in doc[end : place.start])


def _crossed(doc: Doc, first: Found, start: int, end: int) -> bool:
    """Another figure between the two, or a verb: « dont dix à Gao », « à Gao, ajoute l'armée, et deux »."""
    own = {first[2], doc[first[2]].head.i}
    figures = [n.start for n in doc.spans.get("numbers", ()) if start <= n.start < end]
    verbs = any(token.pos_ == "VERB" and token.i not in own for token in doc[start:end])
    return verbs or not all(_dated(doc, index) or _of_things(doc, index) for index in figures)


def _of_things(doc: Doc, index: int) -> bool:
    """« dans l'attaque de trois villages »: a number that counts nobody."""
    actors = (a for a in doc.spans.get("actors", ()) if a.start in (index, index + 1))
    return any(actor._.actor.bias == "thing" for actor in actors)


__all__ = ["RULE", "gapped", "link_before"]
