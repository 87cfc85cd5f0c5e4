"""Tolls whose noun or verb stands elsewhere: bare figures, counts told beside others, late deaths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from spacy.tokens import Doc, Span

from depeche.components.casualties.attachment import subject_verb
from depeche.components.casualties.counted import Counted
from depeche.components.casualties.predicates import Predicate
from depeche.components.casualties.quantities import free_number, toll_cue
from depeche.components.casualties.rivals import RULE as RIVAL
from depeche.components.casualties.rivals import another_counts, is_rival
from depeche.components.lemma_patterns import fold_word, plain
from depeche.resources import phrase_set, word_set

_words = partial(word_set, "casualties", "grammar.toml", "elsewhere")
Found = tuple[Counted, str, int, str]  # phrase, kind, predicate token, rule
BESIDES = "casualty.besides"
AGAIN_REACH = 45
BARE, GRADE = "casualty.bare", "casualty.grade"


def besides(doc: Doc, phrases: Sequence[Counted], told: Sequence[Found]) -> Iterator[Found]:
    """« deux policiers ont été tués, ainsi que quatorze assaillants »: what befell those before befell these.

    « hormis », « en plus de » set only attackers apart from a toll of dead.
    """
    taken = {phrase.head for phrase, *_ in told}
    for position, phrase in enumerate(phrases):
        if position == 0 or phrase.head in taken or phrase.kind is not None or phrase.group is None:
            continue
        before = [item for item in told if item[0].end <= phrase.start]
        lead = _lead(doc, phrase)
        if lead is None or not before or not _follows(doc, before[-1], phrases[position - 1], phrase):
            continue
        if lead == "also" or (phrase.group == "militant" and before[-1][1] == "killed"):
            yield phrase, before[-1][1], before[-1][2], BESIDES


def _lead(doc: Doc, phrase: Counted) -> str | None:
    """How a count is added to the one before: with it (« ainsi que ») or outside it (« hormis »)."""
    words = [fold_word(token.text) for token in doc[max(0, phrase.start - 4) : phrase.start + 1]]
    for lead in ("also", "apart"):
        for told in phrase_set("casualties", "grammar.toml", "elsewhere", lead):
            if tuple(words[-1 - len(told) : -1]) == told or tuple(words[-len(told) :]) == told:
                return lead
    return None


def _follows(doc: Doc, told: Found, last: Counted, phrase: Counted) -> bool:
    """Whether the last count of the sentence before a phrase is one whose fate is told."""
    return told[0] is last and doc[last.head].sent.start == doc[phrase.head].sent.start


def died_since(doc: Doc, predicates: Sequence[Predicate], told: Sequence[Found]) -> list[Found]:
    """« Un élève a été blessé par balle. Il est décédé peu après. »: the wounded person told last has died.

    The pronoun takes up the subject of the sentence before; of several wounded it tells nothing.
    """
    result = list(told)
    for predicate in predicates:
        if predicate.kind != "killed" or predicate.voice != "patient":
            continue
        subjects = [c for c in doc[predicate.start].children if c.dep_ in ("nsubj", "nsubj:pass")]
        if not any(plain(subject.text) in _words("pronouns") for subject in subjects):
            continue
        before = [item for item in result if item[0].end <= subjects[0].i]
        if before and _alone_wounded(doc, before[-1], subjects[0].sent.start):
            position = result.index(before[-1])
            result[position] = (before[-1][0], "killed", predicate.start, "casualty.died")
    return result


def _alone_wounded(doc: Doc, told: Found, start: int) -> bool:
    """Whether a count is one wounded person, subject of its sentence, in the sentence before or this one."""
    phrase, kind, *_ = told
    near = doc[phrase.head].sent.end >= start
    subject = subject_verb(doc[phrase.head]) is not None
    return kind == "injured" and phrase.quantity.value == 1 and near and subject


def _same_sentence(doc: Doc, phrase: Counted, number: Span) -> bool:
    return bool(doc[phrase.head].sent.start == number.sent.start)


def _now(doc: Doc, number: Span) -> bool:
    """« 235 tués selon la télévision, 305 à présent »: what the count before has come to."""
    after = tuple(plain(token.text) for token in doc[number.end : number.end + 2])
    now = phrase_set("casualties", "grammar.toml", "elsewhere", "now")
    opened = doc[number.start - 1].text in (",", ";", "(") or fold_word(doc[number.start - 1].text) == "et"
    return opened and (after in now or after[:1] in now)


def _of_a_grade(doc: Doc, told: Found, number: Span) -> bool:
    """« 38 blessés graves et 49 légers »."""
    if told[1] != "injured" or number.end >= len(doc) or number.start - told[0].end > 3:
        return False
    return plain(doc[number.end].text) in _words("grades")


def _of_a_side(doc: Doc, number: Span) -> bool:
    """« six tués dans les rangs de l'armée et trois parmi les assaillants »."""
    before, after = doc[number.start - 1], [plain(token.text) for token in doc[number.end : number.end + 3]]
    opened = before.text in (",", ";") or fold_word(before.text) == "et"
    sides = phrase_set("casualties", "grammar.toml", "elsewhere", "sides")
    return opened and any(tuple(after[: len(side)]) == side for side in sides)


def counted_again(doc: Doc, phrases: Sequence[Counted], told: Sequence[Found]) -> Iterator[Found]:
    """« l'ONU recense 14 manifestants tués, une ONG penche pour 18 manifestants »: the noun is told again."""
    taken = {phrase.head for phrase, *_ in told}
    for phrase in phrases:
        if phrase.head in taken or phrase.kind is not None or phrase.group is None:
            continue
        near = [item for item in told if 0 <= phrase.start - item[0].end < AGAIN_REACH]
        same = bool(near) and doc[near[-1][0].head].lemma_ == doc[phrase.head].lemma_
        if same and phrase.quantity.value > 1 and another_counts(doc, phrase.start):
            yield phrase, near[-1][1], phrase.head, RIVAL


def bare_tolls(doc: Doc, told: Sequence[Found]) -> Iterator[Found]:
    """« la police avance le chiffre de 11 », « on est passé à dix-huit »: a toll whose noun is before."""
    taken = {phrase.start for phrase, *_ in told}
    for span in doc.spans.get("numbers", ()):
        if span.start in taken or span._.number.value < 2:
            continue
        before = [item for item in told if item[0].end <= span.start and span.start - item[0].end < 45]
        beside = before and _same_sentence(doc, before[-1][0], span)
        rule = _told_beside(doc, before[-1], span) if beside else None
        if rule is None and before and is_rival(doc, span):
            rule = RIVAL
        if rule is None:
            if not toll_cue(doc, span.start) or not free_number(doc, span.end):
                continue
            if not before or any(phrase.start <= span.start < phrase.end for phrase, *_ in told):
                continue
            rule = BARE
        end = span.end + (rule == GRADE)  # « 49 légers »
        phrase = Counted(span.start, end, span.end - 1, span._.number, None, None, ellipsis=True)
        yield phrase, _spoken_of(doc, before)[1] if rule == RIVAL else before[-1][1], span.end - 1, rule


def _spoken_of(doc: Doc, before: Sequence[Found]) -> Found:
    """« 24 morts et cinquante blessés ; un autre n'en compte que 17 »: the dead come first."""
    start = doc[before[-1][0].head].sent.start
    dead = [item for item in before if item[1] == "killed" and doc[item[0].head].sent.start == start]
    return dead[-1] if dead else before[-1]


def _told_beside(doc: Doc, told: Found, number: Span) -> str | None:
    """The rule by which a bare number says more of the toll before it in its sentence, or None."""
    if _now(doc, number):
        return BARE
    if _of_a_grade(doc, told, number):
        return GRADE
    return "casualty.side" if _of_a_side(doc, number) else None
