"""Whose date a date is: of an event told, of its announcement, the start of a state, a birth."""

from __future__ import annotations

import re
from functools import cache

from depeche.resources import lexicon
from depeche.values.dates import Role

REACH = 60  # characters between the verb of telling and its date
_ENDINGS = r"(?:é|ée|és|ées|e|ent|ait|aient|a|èrent|ant|i|it|issent|t)?"
_BREAK = re.compile(r"[.;:!?\n«»\"()]|\b(?:qu[e'’]|dont|où|pour|après|lors|avant|mais|puis|tandis|survient|intervient|est survenue?)(?=\W|\w)")
_AUXILIARY = re.compile(r"\b(?:a|ont|avait|avaient|est|sont|était|étaient|fut|furent|aurait|auraient)\b")
_ANOTHER_VERB = re.compile(rf"{_AUXILIARY.pattern}|\b(?:avoir|être)\b|\b(?:de |d')\w+(?:er|ir|re)\b")
_OF = re.compile(r"\b(?:du|de|d'|des|de la|de l'|de ce|de cette)\s*$")  # the date is told with a noun


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], tuple[tuple[str, Role], ...]]:
    rows = lexicon("dates", "announcing.csv", columns=("form", "kind", "source"))
    verbs = "|".join(re.escape(row["form"]) for row in rows if row["kind"] == "verb")
    nouns = "|".join(re.escape(row["form"]) for row in rows if row["kind"] == "noun")
    verb = re.compile(rf"\b(?:{verbs}){_ENDINGS}\b")
    noun = re.compile(rf"\b(?:{nouns})s?\b")
    before: list[tuple[str, Role]] = [
        (row["form"], row["role"])  # type: ignore[misc]
        for row in lexicon("dates", "roles.csv", columns=("form", "role", "source"))
    ]
    return verb, noun, tuple(sorted(before, key=lambda item: -len(item[0])))


def role_of(lower: str, start: int, end: int) -> Role:
    """The role of the date at `lower[start:end]`, from the words around it.

    Args:
        lower: the text in lower case with straight apostrophes, of the same length as the text.

    >>> role_of("l'armée a annoncé mardi la mort de dix soldats.", 18, 23)
    'announcement'
    >>> role_of("l'armée a annoncé que dix soldats sont morts mardi.", 45, 50)
    'event'
    """
    _, _, forms = _patterns()
    before = lower[max(0, start - 12) : start].rstrip()
    for form, role in forms:
        if before.endswith(form) and not before[: -len(form)][-1:].isalpha():
            return role
    return "announcement" if _told_before(lower, start) or _told_after(lower, start, end) else "event"


def _told_before(lower: str, start: int) -> bool:
    """« a annoncé mardi », « dans un communiqué publié jeudi », « a indiqué l'armée, lundi »."""
    verb, noun, _ = _patterns()
    window = lower[max(0, start - REACH) : start]
    breaks = list(_BREAK.finditer(window))
    if breaks:
        window = window[breaks[-1].end() :]
    named = list(noun.finditer(window))
    after_noun = window[named[-1].end() :] if named else ""
    if named and len(after_noun.split()) <= 1 and "," not in after_noun:
        return True
    told = list(verb.finditer(window))
    if not told or _OF.search(window):
        return False
    between = window[told[-1].end() :]
    return not _ANOTHER_VERB.search(between) and between.count(",") <= 2


def _told_after(lower: str, start: int, end: int) -> bool:
    """« Mardi, le ministre a annoncé … »: the sentence opens on the date and its first verb is one of telling."""
    opening = re.split(r"[.;:!?\n«»\"]", lower[max(0, start - REACH) : start])[-1]
    if len(opening.split()) > 1:
        return False
    verb, _, _ = _patterns()
    window = re.split(r"[.;:!?\n«»\"]", lower[end : end + 2 * REACH], maxsplit=1)[0]
    auxiliary = _AUXILIARY.search(window)
    if auxiliary is None or window[: auxiliary.start()].count(",") > 1:
        return False
    return verb.match(window, auxiliary.end() + 1) is not None
