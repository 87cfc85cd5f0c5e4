"""Where a sentence turns to another act of the same day: « …, et quelques heures plus tard, un homme … ».

French news tells several acts in one sentence. A stop or a conjunction turns to another where the hours
between, « le même jour » or a town of its own follows, and a subject that is a noun, with its verb.
"""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Span

from depeche.components.events.clauses import is_finite
from depeche.components.events.index import index_of, sentence_spans
from depeche.components.events.model import WIDE
from depeche.components.events.settings import pattern, phrases, words
from depeche.components.events.timing.strung import strung
from depeche.components.lemma_patterns import plain

NEAR = 5  # tokens from the turn to what tells that it is one
# acts that run over several places
_SUBJECTS = ("nsubj", "nsubj:pass")


def turns(sent: Span) -> tuple[int, ...]:
    """Tokens at which a sentence turns to another act with no day of its own."""
    return index_of(sent.doc).once("turns", sent, _turns)


def _turns(sent: Span) -> tuple[int, ...]:
    triggers = sentence_spans(sent, "triggers")
    if len(triggers) < 2:
        return ()
    found: list[int] = []
    for start in _boundaries(sent):
        head = sent.doc[found[-1] if found else sent.start : start]
        tail = sent.doc[start : sent.end]
        if not any(t.start < start for t in triggers) or not any(t.start > start for t in triggers):
            continue
        if _tells(head) and _tells(tail) and (_later(tail) or _elsewhere(head, tail)):
            found.append(start)
    return tuple(sorted({*found, *strung(sent)}))


def _boundaries(sent: Span) -> list[int]:
    """Stops and conjunctions that may turn to another act; the last of several side by side."""
    stops, links = words("dating", "turn", "stops"), words("dating", "turn", "links")
    found = [token.i for token in sent if token.text in stops or plain(token.text) in links]
    return [index for index in found if index + 1 not in found]


def _tells(part: Span) -> bool:
    """Whether a part of a sentence has a subject that is a noun, and a finite verb."""
    nouns = any(token.dep_ in _SUBJECTS and token.pos_ in ("NOUN", "PROPN", "NUM") for token in part)
    return (nouns or _cleft(part)) and any(is_finite(token) for token in part)


def _cleft(part: Span) -> bool:
    """« c'est une infirmière qui avait été enlevée »."""
    said = [plain(token.text) for token in part[: NEAR + 6]]
    return any(" ".join(pair) in words("dating", "turn", "cleft") for pair in pairwise(said))


def _later(tail: Span) -> bool:
    """« quelques heures plus tard », « peu après », « le jour même » in the first words."""
    told = plain(index_of(tail.doc).text_of(tail)).lstrip(" ,;")
    opening = plain(index_of(tail.doc).text_of(tail[: NEAR + 4]))
    same = any(phrase in opening for phrase in phrases("dating", "turn", "same"))
    return same or bool(pattern("dating", "turn").match(told))


def _elsewhere(head: Span, tail: Span) -> bool:
    """« tandis qu'à Peshawar des tireurs abattaient deux policiers »: a town and victims of its own."""
    opening = tail[: NEAR + 1]
    towns = sentence_spans(tail.sent, "places")
    here = [p for p in towns if opening.start < p.start < opening.end]
    if not here or not any(p.start < head.end and p.text != here[0].text for p in towns):
        return False
    led = [plain(token.text) for token in tail.doc[opening.start : here[0].start]]
    if not any(word in words("dating", "turn", "there") for word in led):
        return False
    if any(t._.trigger.type in WIDE for t in sentence_spans(tail.sent, "triggers")):
        return False
    counted = [c._.casualty.predicate for c in sentence_spans(tail.sent, "casualties")]
    return any(c < head.end for c in counted) and any(c >= tail.start for c in counted)
