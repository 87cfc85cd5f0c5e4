"""Whose date a date is: of an event told, of its announcement, the start of a state, a birth."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from depeche.components.dates.clauses import clause_words
from depeche.components.dates.scan import vocabulary
from depeche.resources import lexicon
from depeche.values.dates import Role

REACH = 60  # characters between the verb of telling and its date
_PARTING = " ,"  # between a day and the act's complement that it parts from the act
ACT_REACH = 5  # words between a date and the act that it belongs to (« mardi dans une violente embuscade »)
ACT_CODES = ("EVENT", "ATTACKS")
_PARTICIPLE = re.compile(r"[^\W\d_]\s+[^\W\d_]+(?:ée?s?|ise?s?|ue?s?|erte?s?)\s+$")  # « l'attaque commise »
_CLAUSE_END = re.compile(r"[.;:!?\n«»\"]")


class _Patterns(NamedTuple):
    verb: re.Pattern[str]
    telling: re.Pattern[str]  # « indiquait », « s'en tenait à »
    noun: re.Pattern[str]
    breaks: re.Pattern[str]
    auxiliary: re.Pattern[str]
    other_verb: re.Pattern[str]
    of: re.Pattern[str]  # right before a date that is told with a noun
    outbreak: re.Pattern[str]  # « un incendie s'est déclaré », up to its verb
    seen: re.Pattern[str]  # « des combats, signalés »
    witnessed: re.Pattern[str]  # « a été signalée »
    loss: re.Pattern[str]  # « la mort de »
    within: re.Pattern[str]  # « dans », « lors de » right after a date
    done: re.Pattern[str]  # « tué », « survenue » right before a date
    roles: tuple[tuple[str, Role], ...]


@cache
def _patterns() -> _Patterns:
    rows = lexicon("dates", "announcing.csv", columns=("form", "kind", "source"))

    def forms(kind: str) -> str:
        return "|".join(re.escape(row["form"]) for row in rows if row["kind"] == kind)

    auxiliary = rf"\b(?:{forms('auxiliary')})\b"
    roles: list[tuple[str, Role]] = [
        (row["form"], row["role"])  # type: ignore[misc]
        for row in lexicon("dates", "roles.csv", columns=("form", "role", "source"))
    ]
    return _Patterns(
        verb=re.compile(rf"\b(?:{forms('verb')})(?:{forms('ending')})?\b"),
        telling=re.compile(
            rf"(?<!\bse )(?<!\bs')\b(?:(?:{forms('verb')})(?:ait|aient)|{forms('reporting')})\b"
        ),
        noun=re.compile(rf"\b(?:{forms('noun')})s?\b"),
        breaks=re.compile(rf"[.;:!?\n«»\"()]|\b(?:{forms('break')})(?:\b|(?<='))"),
        auxiliary=re.compile(auxiliary),
        other_verb=re.compile(rf"{auxiliary}|\b(?:{forms('infinitive')})\b|\b(?:de |d')\w+(?:er|ir|re)\b"),
        of=re.compile(rf"\b(?:{forms('of')})\s*$"),
        outbreak=re.compile(rf"\b(?:{forms('outbreak')})\b.*\bs(?:'|e\s)(?:\w+\s+)?(?:déjà\s+)?$"),
        seen=re.compile(rf"(?<!été)(?:\s*,)?\s+(?:{forms('witnessed')})(?:ée?s?|és)$"),
        witnessed=re.compile(rf"\bété\s+(?:\w+ment\s+)?(?:{forms('witnessed')})\w+$"),
        loss=re.compile(rf"\b(?:{forms('loss')})\s+(?:d'|de|du|des)\b"),
        within=re.compile(rf"\s*,?\s*(?:{forms('within')})\b"),
        done=re.compile(rf"(?:^|[\s,])(?:{forms('done')})(?:e?s?)\s+(?:le\s+)?$"),
        roles=tuple(sorted(roles, key=lambda item: -len(item[0]))),
    )


def role_of(lower: str, start: int, end: int) -> Role:
    """The role of the date at `lower[start:end]`, from the words around it.

    Args:
        lower: the text in lower case with straight apostrophes, of the same length as the text.

    >>> role_of("l'armée a annoncé mardi la mort de dix soldats.", 18, 23)
    'announcement'
    >>> role_of("l'armée a annoncé que dix soldats sont morts mardi.", 45, 50)
    'event'
    """
    before = lower[max(0, start - 20) : start].rstrip()
    for form, role in _patterns().roles:
        if before.endswith(form) and not before[: -len(form)][-1:].isalpha():
            return role
    return "announcement" if _told_before(lower, start, end) or _told_after(lower, start, end) else "event"


def _told_before(lower: str, start: int, end: int) -> bool:
    """« a annoncé mardi », « dans un communiqué publié jeudi », « a indiqué l'armée, lundi »."""
    patterns = _patterns()
    window = lower[max(0, start - REACH) : start]
    breaks = list(patterns.breaks.finditer(window))
    if breaks:
        window = window[breaks[-1].end() :]
    named = list(patterns.noun.finditer(window))
    after_noun = window[named[-1].end() :] if named else ""
    if named and len(after_noun.split()) <= 1 and "," not in after_noun:
        return True
    told = list(patterns.verb.finditer(window))
    if not told or patterns.of.search(window):
        return False
    clause = _CLAUSE_END.split(lower[max(0, start - 2 * REACH) : start])[-1]
    between = window[told[-1].end() :]
    said, after = clause[: len(clause) - len(between)], lower[end : end + REACH]
    if _of_the_act(said) or _done_then(between, after) or _seen_then(said, after):
        return False
    return not patterns.other_verb.search(between) and between.count(",") <= 2


def _of_the_act(clause: str) -> bool:
    """« Un incendie s'est déclaré mardi », « Une attaque a été signalée samedi »: the verb tells the act
    itself, which is its subject; a person « s'est déclaré prêt », « a signalé »."""
    patterns = _patterns()
    told = list(patterns.verb.finditer(clause))
    if told and patterns.outbreak.search(clause[: told[-1].start()]):
        return True
    passive = patterns.witnessed.search(clause)
    if passive is None:
        return False
    subject = clause[: passive.start()].rpartition(",")[2]
    if patterns.noun.search(subject) or patterns.loss.search(subject):
        return False
    return _names_an_act(" ".join(subject.split()[:ACT_REACH]))


def _seen_then(said: str, after: str) -> bool:
    """« des combats, signalés mercredi »: the day of the act, unless the words go on to say by whom."""
    seen = _patterns().seen.search(said)
    if seen is None or re.match(r"\s*,?\s*par\b", after):
        return False
    return _names_an_act(" ".join(said[: seen.start()].split()[-ACT_REACH:]))


def _done_then(between: str, after: str) -> bool:
    """« a revendiqué l'attaque commise mardi », « a annoncé la mort de trois soldats mardi dans une
    embuscade »: the day is the act's; that of the announcement stands beside its verb."""
    if _PARTICIPLE.search(between) and _names_an_act(between):
        return True
    patterns = _patterns()
    if patterns.done.search(between):
        return True  # « a confirmé la mort d'un homme de 34 ans, fauché mercredi »
    if (
        after[:1] in _PARTING
        and clause_words("complement").match(after.lstrip(_PARTING))
        and _names_an_act(" ".join(between.rstrip(" ,").split()[-1:]))
    ):
        return True  # « a annoncé l'arrestation, dimanche 15 août, de 36 personnes »
    if not patterns.loss.search(between) or not patterns.within.match(after):
        return False
    return _names_an_act(" ".join(after.split()[:ACT_REACH]))


def _names_an_act(text: str) -> bool:
    words = vocabulary().words
    return any(words.get(word, ("",))[0] in ACT_CODES for word in re.findall(r"[^\W\d_]+", text))


def _told_after(lower: str, start: int, end: int) -> bool:
    """« Mardi, le ministre a annoncé … », « Lundi, la police évoquait … »: the sentence opens on the date
    and its first verb is one of telling."""
    opening = _CLAUSE_END.split(lower[max(0, start - REACH) : start])[-1]
    if len(opening.split()) > 1:
        return False
    patterns = _patterns()
    window = _CLAUSE_END.split(lower[end : end + 2 * REACH], maxsplit=1)[0]
    auxiliary = patterns.auxiliary.search(window)
    telling = patterns.telling.search(window)
    first = telling if telling and not (auxiliary and auxiliary.start() < telling.start()) else auxiliary
    if first is None or window[: first.start()].count(",") > 1:
        return False
    if first is telling:
        return not clause_words("relative").search(window[: first.start()])
    told = patterns.verb.match(window, first.end() + 1)
    return told is not None and not _of_the_act(window[: told.end()])
