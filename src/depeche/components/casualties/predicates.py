"""Which word says what happened to a counted phrase, by the parse first, by position where the parse is silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from depeche.components.casualties.counted import Counted
from depeche.components.lemma_patterns import PatternIndex
from depeche.resources import lexicon

Row = dict[str, str]
_PASSIVE_AUX = frozenset({"être", "avoir été"})
_CLAUSE_BREAK = frozenset({";", ":", ".", "!", "?"})
LEFT_REACH = 7
RIGHT_REACH = 16


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
    return PatternIndex([(row["form"], row) for row in rows])


def find_predicates(doc: Doc, keys: Sequence[tuple[str, ...]]) -> list[Predicate]:
    """Predicates of a doc in text order, the longest at each place."""
    found: list[Predicate] = []
    position = 0
    while position < len(doc):
        best: tuple[int, bool, Row] | None = None
        for end, reflexive, row in predicate_index().matches_at(keys, position):
            if not _fits(doc[position], row["voice"]):
                continue
            if best is None or (end, reflexive) > best[:2]:
                best = (end, reflexive, row)
        if best is None:
            position += 1
            continue
        found.append(Predicate(position, best[0], best[2]["kind"], best[2]["voice"], best[2]["form"]))
        position = best[0]
    return found


def _fits(token: Token, voice: str) -> bool:
    if voice == "noun":
        return token.pos_ not in ("VERB", "AUX")
    if token.pos_ in ("VERB", "AUX"):
        return not (
            voice == "patient"
            and "VerbForm=Inf" in token.morph
            and token.nbor(-1).lower_ in ("pour", "de", "d'", "d’", "à", "pu")
        )
    return token.pos_ == "ADJ" or (token.pos_ == "NOUN" and _participle_like(token))


def _participle_like(token: Token) -> bool:
    """A participle that the tagger calls a noun, right after a noun or a count (« dix personnes blessées »)."""
    if token.i == 0 or not token.lower_.endswith(("é", "és", "ée", "ées")):
        return False
    return token.nbor(-1).pos_ in ("NOUN", "ADJ", "ADV", "PROPN", "AUX")


def is_passive(doc: Doc, predicate: Predicate) -> bool:
    """Whether a transitive predicate is passive or a bare participle: its subject or noun suffers it."""
    token = doc[predicate.start]
    if token.lower_.endswith("ant") or _shares_active_auxiliary(doc, token):
        return False
    helpers = {child.dep_: child.lemma_ for child in token.children if child.dep_.startswith("aux")}
    if "aux:pass" in helpers:
        return True
    if "avoir" in helpers.values():
        return False
    for index in range(token.i - 1, max(-1, token.i - 5), -1):
        word = doc[index]
        low = word.lower_
        if low in ("été", "être", "étaient", "étant"):
            return True
        if word.lemma_ == "être" and low not in ("eu",):
            return not _reflexive(doc, index)
        if word.lemma_ == "avoir":
            return False
        if word.pos_ in ("NOUN", "PROPN", "PUNCT"):
            break
    return _bare_participle(token)


def _shares_active_auxiliary(doc: Doc, token: Token) -> bool:
    """« avait coûté la vie à un soldat et blessé six autres »: the participle shares the auxiliary « avoir »."""
    if token.i == 0 or token.nbor(-1).lower_ not in ("et", ",", "ou", "puis"):
        return False
    following = doc[token.i + 1 : token.i + 3]
    if not any(
        word.like_num or word.lower_ in ("un", "une", "des", "plusieurs", "au", "plus") for word in following
    ):
        return False
    for index in range(token.i - 1, max(token.sent.start - 1, token.i - 25), -1):
        word = doc[index]
        if word.lower_ in ("été", "étaient", "sont") or (
            word.lemma_ == "être" and not _reflexive(doc, index)
        ):
            return False
        if word.lemma_ == "avoir":
            return True
    return False


def _reflexive(doc: Doc, index: int) -> bool:
    return index > 0 and doc[index - 1].lower_.replace("’", "'") in ("s'", "se")


def _bare_participle(token: Token) -> bool:
    if "VerbForm=Part" in token.morph or token.pos_ in ("ADJ", "NOUN"):
        return True
    return token.lower_.endswith(("é", "és", "ée", "ées"))


def governs(doc: Doc, predicate: Predicate, phrase: Counted) -> bool:
    """Whether the parse makes the counted phrase the one who suffers the predicate."""
    head = doc[phrase.head]
    target = doc[predicate.start : predicate.end].root
    dep, governor = head.dep_, head.head
    inside = predicate.start <= governor.i < predicate.end
    if predicate.voice == "noun":
        return inside and dep in ("nmod", "obl", "obl:arg") and head.i >= predicate.end
    if inside:
        if predicate.voice == "patient":
            return dep in ("nsubj", "nsubj:pass")
        if predicate.voice == "loss":
            return dep == "obj"
        if is_passive(doc, predicate):
            return dep in ("nsubj:pass", "nsubj")
        if predicate.voice == "passive":
            return False
        return dep in ("obj", "iobj") or (dep in ("obl", "obl:arg") and predicate.form.endswith(" à"))
    return target.dep_ in ("acl", "amod") and target.head.i == head.i and predicate.voice != "noun"


def _open_between(doc: Doc, start: int, end: int, *, commas: int = 1) -> bool:
    """No clause break in between, and not more commas than allowed."""
    seen = 0
    for token in doc[start:end]:
        if token.text in _CLAUSE_BREAK or token.is_space:
            return False
        if token.text == ",":
            seen += 1
    return seen <= commas


def _adverbial(doc: Doc, end: int) -> frozenset[int]:
    """Tokens before a count that only say when, where or who says so: « a tué mardi à Nyala, selon la police, vingt civils »."""
    start = doc[end].sent.start if end < len(doc) else 0
    inside = {
        index
        for key in ("dates", "places", "times")
        for span in doc.spans.get(key, ())
        if start <= span.start < end
        for index in range(span.start, span.end)
    }
    for index in range(start, end):
        if doc[index].lower_ in ("selon", "d'après"):
            while index < end and doc[index].text != ",":
                inside.add(index)
                index += 1
    return frozenset(inside)


def left_predicate(doc: Doc, predicates: Sequence[Predicate], phrase: Counted) -> Predicate | None:
    """An active verb or a noun right before the phrase: « tuant 41 soldats », « la mort d'au moins dix civils »."""
    skipped = _adverbial(doc, phrase.start)
    for predicate in reversed(predicates):
        gap = phrase.start - predicate.end
        if (
            predicate.form.startswith("coûter la vie")
            and 0 <= gap <= 3 * LEFT_REACH
            and _led_by_to(doc, phrase)
        ):
            return predicate
        if gap < 0 or gap > LEFT_REACH + len(skipped & set(range(predicate.end, phrase.start))):
            continue
        if predicate.voice in ("patient", "passive") or (
            predicate.voice == "agent" and is_passive(doc, predicate)
        ):
            continue
        between = [token for token in doc[predicate.end : phrase.start] if token.i not in skipped]
        if any(token.pos_ in ("NOUN", "PROPN", "VERB") and not token.like_num for token in between):
            return None
        return predicate if _open_between(doc, predicate.end, phrase.start, commas=2) else None
    return None


def _led_by_to(doc: Doc, phrase: Counted) -> bool:
    """« a coûté la vie, dans la nuit de mardi, à 44 migrants »."""
    return phrase.start > 0 and doc[phrase.start - 1].lower_ in ("à", "au", "aux")


def right_predicate(
    doc: Doc, predicates: Sequence[Predicate], phrase: Counted, barrier: int
) -> Predicate | None:
    """A participle or a passive or intransitive verb after the phrase: « 41 soldats … ont été tués », « dix civils blessés ».

    Args:
        barrier: token index of the next counted phrase that does not share the predicate.
    """
    for predicate in predicates:
        if (
            predicate.start < phrase.head
            or predicate.start - phrase.end > RIGHT_REACH
            or predicate.voice in ("noun", "loss")
        ):
            continue
        if predicate.start >= barrier:
            return None
        if predicate.voice in ("agent", "passive") and not is_passive(doc, predicate):
            return None
        if not _open_between(doc, phrase.end, predicate.start, commas=2):
            return None
        return predicate if not _other_verb(doc, phrase.end, predicate.start) else None
    return None


def _other_verb(doc: Doc, start: int, end: int) -> bool:
    """A finite verb of its own between the phrase and the predicate, outside a relative clause."""
    return any(
        token.pos_ == "VERB"
        and "VerbForm=Fin" in token.morph
        and token.dep_ not in ("acl:relcl", "parataxis")
        for token in doc[start:end]
    )
