"""Whether a date stands in words that speak of the future, read from the verbs nearest to it."""

from __future__ import annotations

import re
from functools import cache

from depeche.resources import lexicon

REACH = 110  # characters looked at on each side, never past the sentence

_SENTENCE_END = re.compile(r"[.!?;\n]")
_FUTURE_ENDING = r"\b[a-zéèêàâîïôûùç]{2,}r(?:a|ai|as|ez|ont)\b"
_PARTICIPLE = re.compile(r"([\w'’]+\s+)?\b[a-zéèêàâîïôûùç]{2,}(?:ée?s?|is?|ies?|us?|ues?|erte?s?)\s+$")


@cache
def _cues() -> tuple[re.Pattern[str], frozenset[str]]:
    rows = lexicon("dates", "tense.csv", columns=("form", "tense", "source"))
    forms = {
        tense: [row["form"] for row in rows if row["tense"] == tense] for tense in ("future", "past", "none")
    }
    future = "|".join(re.escape(form) for form in forms["future"])
    past = "|".join(re.escape(form) for form in forms["past"])
    pattern = rf"(?P<future>\b(?:{future})\b|{_FUTURE_ENDING})|(?P<past>\b(?:{past})\b)"
    return re.compile(pattern), frozenset(forms["none"])


@cache
def _limits() -> re.Pattern[str]:
    """Words that, right before a date, set a limit to come (« jusqu'au »)."""
    rows = lexicon("dates", "tense.csv", columns=("form", "tense", "source"))
    return re.compile(
        "(?:" + "|".join(re.escape(row["form"]) for row in rows if row["tense"] == "limit") + r")\s+$"
    )


def speaks_of_future(text: str, start: int, end: int) -> bool:
    """Whether the verb nearest to `text[start:end]`, before it if there is one, is in the future.

    >>> speaks_of_future("Le procès s'ouvrira mardi.", 20, 25)
    True
    >>> speaks_of_future("Ouvert mardi, le procès durera dix jours.", 7, 12)
    False
    """
    before = _SENTENCE_END.split(text[max(0, start - REACH) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + REACH], maxsplit=1)[0]
    if before.isupper():
        before, after = before.lower(), after.lower()
    pattern, exceptions = _cues()
    if _limits().search(before):
        return True
    told = [match for match in pattern.finditer(before) if match.group() not in exceptions]
    if told:
        return told[-1].lastgroup == "future" and not _joined_past(before, told[-1].end())
    if _PARTICIPLE.search(before.lower() if before[:1].isupper() else before):
        return False
    following = next((match for match in pattern.finditer(after) if match.group() not in exceptions), None)
    return following is not None and following.lastgroup == "future"


def _joined_past(before: str, verb_end: int) -> bool:
    """A participle right before the date that does not belong to the future verb (« sera jugé l'homme tué
    mardi »)."""
    participle = _PARTICIPLE.search(before)
    return participle is not None and participle.start() - verb_end > 3 and participle.start(1) > verb_end + 3
