"""The final value of a count in its sentence: revisions, negation, and definite singulars."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from depeche.components.casualties.counted import Counted
from depeche.components.lemma_patterns import fold_word
from depeche.values.numbers import Quantity


# Words that lead to a toll told by its number alone. Source: press usage (gold/dev).
_CUES = re.compile(
    r"(?:chiffre de|bilan de|nombre de|parle(?:nt)? de|en tient à|en tiennent à|passée? à|montée? à|portée? à|monte à|passe à|"
    r"élève à|élevait à|établit à|revu à|alourdi à|avance(?:nt)?|évoque(?:nt)?|estime(?:nt)? à)"
    r"(?: (?:au moins|plus de|près de|environ|la hausse|quelque))?$"
)
_UNITS = frozenset({"%", "ans", "an", "km", "kilomètres", "heures", "h", "euros", "dollars", "mois", "jours", "minutes", "millions", "mètres",
                    "pour", "francs", "degrés", "points", "semaines", "fois"})  # fmt: skip


def toll_cue(doc: Doc, start: int) -> bool:
    """Whether the words before a number lead to a toll."""
    before = doc[max(doc[start].sent.start, start - 6) : start].text.lower().replace("’", "'")
    return bool(_CUES.search(before.replace("s'", "")))


def free_number(doc: Doc, end: int) -> bool:
    """Whether a number stands alone, with no noun or unit of its own."""
    if end >= len(doc):
        return True
    token = doc[end]
    return (
        token.lower_ not in _UNITS
        and token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "VERB")
        and token.lower_ not in ("de", "d'", "d’")
    )


def negated_zero(doc: Doc, phrase: Counted) -> Quantity | None:
    """« sans faire de victime », « n'a pas fait de blessé », « aucun mort », « ni mort ni blessé »: none at all."""
    if phrase.quantity.rule == "none":
        return phrase.quantity
    if phrase.quantity.rule not in ("some", "one"):
        return None
    sent = doc[phrase.head].sent
    window = [fold_word(token.text) for token in doc[max(sent.start, phrase.start - 6) : phrase.start + 1]]
    if (
        "sans" in window
        or "ni" in window[-2:]
        or (
            "pas" in window
            and "ne" in [fold_word(t.text) for t in doc[max(sent.start, phrase.start - 9) : phrase.start]]
        )
    ):
        return Quantity.exactly(0, rule="none")
    return None


def final_quantity(doc: Doc, phrase: Counted) -> Quantity | None:
    """The count after revision: « passant de 47 à 50 morts » is 50."""
    quantity = phrase.quantity
    if quantity.rule == "range" and (_passes(doc, phrase.start) or _raised(doc, phrase)):
        return Quantity.exactly(quantity.high, rule="revised") if quantity.high is not None else quantity
    return quantity


def _raised(doc: Doc, phrase: Counted) -> bool:
    """« De onze à quinze soldats tués : l'armée a revu le bilan à la hausse »."""
    text = doc[phrase.head].sent.text.lower()
    return (
        phrase.start > 0
        and doc[phrase.start - 1].lower_ == "de"
        and ("à la hausse" in text or "alourdi" in text)
    )


def _passes(doc: Doc, start: int) -> bool:
    window = doc[max(0, start - 4) : start]
    return any(token.lower_ in ("passant", "passé", "passe", "passer", "passée") for token in window)
