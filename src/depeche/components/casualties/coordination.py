"""Counted phrases side by side: coordination, the parts of a total, appositions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from spacy.tokens import Doc

from depeche.components.casualties.counted import Counted
from depeche.components.casualties.elsewhere import Found
from depeche.components.casualties.scope import is_subset
from depeche.components.lemma_patterns import plain
from depeche.resources import word_set

_words = partial(word_set, "casualties", "grammar.toml", "coordination")
_APPOSED = ("casualties", "grammar.toml", "apposed")
APPOSED_REACH = 12  # tokens between a total and a list that tells it again


def joined(doc: Doc, first: Counted, second: Counted) -> bool:
    """Whether two counted phrases are coordinated with nothing of weight between them."""
    between = [plain(token.text) for token in doc[first.end : second.start] if not token.is_space]
    linked = any(word not in _words("of") for word in between)
    if between[:1] and between[0] in _words("link") and between[-1] in _words("determiners"):
        return len(between) == 2 or (len(between) == 3 and between[1] in _words("to"))
    return linked and len(between) <= 3 and _words("between").issuperset(between)


def kin_of(doc: Doc, first: Counted, second: Counted) -> bool:
    """« un paysan et son fils », « le maire et deux de ses filles »: told by the one before."""
    between = [plain(token.text) for token in doc[first.end : second.head]]
    own = not _words("possessives").isdisjoint(between)
    return own and between[0] in _words("link") and len(between) <= 4


def opens_breakdown(doc: Doc, first: Counted, second: Counted, found: Mapping[int, Found]) -> bool:
    """« sept morts (deux civils et cinq assaillants) », « 12 blessés : dix soldats »: parts of a total."""
    start = first.end
    while start < second.start and doc[start].is_space:
        start += 1
    if second.kind is not None or second.group is None:
        return False
    return doc[start].text in _words("breakdown") or any(
        phrase is first and rule == "casualty.coordinated" for phrase, _, _, rule in found.values()
    )


def barrier_after(doc: Doc, phrases: Sequence[Counted], position: int) -> int:
    """Start of the next counted phrase that is not coordinated with this one."""
    current = phrases[position]
    for following in phrases[position + 1 :]:
        if following.start >= current.end:
            if following.start == current.end + 1 and doc[current.end].lower_ in _words("of"):
                continue  # « dix membres de deux familles »
            if is_subset(doc, following):
                if following.ellipsis and doc[following.end].pos_ in ("VERB", "AUX"):
                    return following.start  # « 600 personnes, dont 59 sont mortes »
                continue
            if not joined(doc, current, following):
                return following.start
            current = following
    return len(doc)


def without_parts(doc: Doc, phrases: Sequence[Counted]) -> list[Counted]:
    """The counts without the lists that tell again, by no other group, those of the total before them.

    « Neuf civils, quatre femmes, quatre hommes et un enfant, ont été abattus »: the figures add up.
    """
    dropped: set[int] = set()
    for position, total in enumerate(phrases[:-2]):
        if position not in dropped and total.quantity.low == total.quantity.high and not total.ellipsis:
            dropped |= _apposed(doc, phrases, position)
    return [phrase for position, phrase in enumerate(phrases) if position not in dropped]


def _apposed(doc: Doc, phrases: Sequence[Counted], position: int) -> set[int]:
    """Positions of the list in apposition to the total at `position`, empty when there is none."""
    total, first = phrases[position], phrases[position + 1]
    between = doc[total.end : first.start]
    if not len(between) or first.start - total.end > APPOSED_REACH:
        return set()
    if between[-1].text not in word_set(*_APPOSED, "opens") or first.head >= doc[total.head].sent.end:
        return set()
    after_verb = any(token.pos_ in ("VERB", "AUX") for token in between)
    found: set[int] = set()
    left = total.quantity.value
    for index in range(position + 1, len(phrases)):
        part = phrases[index]
        fits = part.kind is None and part.quantity.low == part.quantity.high and not part.ellipsis
        named = part.group not in (None, "unspecified") and total.group in (None, "unspecified")
        if not fits or named or (found and not joined(doc, phrases[index - 1], part)):
            return set()
        found.add(index)
        left -= part.quantity.value
        if left <= 0:
            closed = not after_verb or doc[part.end].text in word_set(*_APPOSED, "closes")
            return found if left == 0 and len(found) > 1 and closed else set()
    return set()


def without_appositions(doc: Doc, told: list[Found]) -> list[Found]:
    """« Le suspect, un réfugié de 31 ans, a été arrêté »: one person told twice."""
    kept: list[Found] = []
    for item in told:
        if kept:
            last, phrase = kept[-1][0], item[0]
            single = {last.quantity.rule, phrase.quantity.rule} <= {"one", "the_one"}
            between = doc[last.end : phrase.start].text.strip()
            if single and kept[-1][2] == item[2] and (between == "," or _two_offices(doc, phrase, item[2])):
                continue
        kept.append(item)
    return kept


def _two_offices(doc: Doc, phrase: Counted, predicate: int) -> bool:
    """« L'avocat et militant Elchin Mammad a été tué »: one person, by verb and article."""
    first = doc[phrase.start]
    if (
        not phrase.start
        or plain(first.nbor(-1).text) not in _words("link")
        or first.pos_ not in ("NOUN", "ADJ")
    ):
        return False
    told = [doc[predicate], *(child for child in doc[predicate].children if child.dep_.startswith("aux"))]
    return not any("Number=Plur" in token.morph for token in told)
