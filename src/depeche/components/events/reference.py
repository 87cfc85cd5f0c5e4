"""How a mention refers: to a new act, to one just told, to another one, or only by talking about it."""

from __future__ import annotations

from spacy.tokens import Span

from depeche.components.lemma_patterns import fold_word

_ANOTHER = frozenset({"autre", "autres", "nouvelle", "nouveau", "nouvel", "nouvelles", "nouveaux", "second", "seconde", "deuxième", "troisième",
                      "similaire", "semblable", "précédente", "précédent"})  # fmt: skip
_DEFINITE = frozenset({"le", "ce", "son"})


def is_another(span: Span) -> bool:
    """« une autre attaque », « un second attentat », « une attaque similaire »."""
    doc = span.doc
    around = [
        *doc[max(span.sent.start, span.start - 2) : span.start],
        *doc[span.end : min(span.sent.end, span.end + 1)],
    ]
    named = span._.trigger.pos == "N" and span._.trigger.strength in ("strong", "weak")
    return named and any(token.lower_ in _ANOTHER for token in around)


def earlier(sent: Span, group: list[Span]) -> bool:
    """« avait déjà été visé par le passé »: an earlier act, not the one just told."""
    if not any("background" in span._.qualifiers for span in group):
        return False
    text = sent.text.lower()
    return "par le passé" in text or "déjà" in text


def determiner_of(span: Span) -> str:
    """Folded determiner of a noun trigger."""
    doc = span.doc
    for index in range(span.start - 1, max(span.sent.start - 1, span.start - 4), -1):
        if doc[index].pos_ in ("DET", "ADP"):
            return doc[index].lower_.replace("’", "'")
        if doc[index].pos_ not in ("ADJ", "NUM", "ADV"):
            break
    return ""


_CAUSING = frozenset({"provoquer", "causer", "entraîner", "déclencher", "occasionner"})


def is_consequence(span: Span) -> bool:
    """« les raids ont provoqué un incendie »: what an act brought about is part of it."""
    head = span.doc[span._.trigger.head]
    if span._.trigger.type != "accident" or span._.trigger.pos != "N" or head.dep_ != "obj":
        return False
    return head.head.lemma_.lower() in _CAUSING


# Verbs whose object is an act already told: « a revendiqué l'attaque », « condamne cet attentat ».
_TALK = frozenset({"revendiquer", "condamner", "dénoncer", "confirmer", "commenter", "qualifier", "évoquer", "démentir", "imputer",
                   "attribuer", "saluer", "déplorer", "décrire", "filmer", "rappeler", "illustrer", "intervenir"})  # fmt: skip
# Subjects and adverbs that go on with the act just told.
_SEQUEL = frozenset({"ensuite", "puis", "aussitôt"})
_ATTACKERS = frozenset({"assaillant", "agresseur", "tireur", "kamikaze", "ravisseur", "meurtrier", "attaquant", "auteur", "victime",
                        "conducteur", "forcené", "incendie", "explosion"})  # fmt: skip


def is_pointer(span: Span) -> bool:
    """A definite act that the sentence only talks about: its places and dates are not the act's."""
    head = span.doc[span._.trigger.head]
    if compares(span) or is_background(span):
        return True
    if span._.trigger.pos != "N" or fold_word(determiner_of(span)) not in ("le", "ce", "du", "au", "de"):
        return False
    return head.dep_ in ("obj", "nsubj:pass", "obl", "nsubj", "obl:arg") and head.head.lemma_ in _TALK


_BACKGROUND = frozenset(
    {"après", "malgré", "depuis", "avant", "procès", "jugés", "jugé", "condamné", "condamnés", "soupçonnés"}
)


def is_background(span: Span) -> bool:
    """« arrêtés après l'attaque de Kampala », « le procès des attentats »: an act that only situates the one told."""
    if span._.trigger.pos != "N" or span.start == span.sent.start:
        return False
    before = [
        token.lower_.replace("’", "'")
        for token in span.doc[max(span.sent.start, span.start - 4) : span.start]
    ]
    while before and before[-1] in (
        "l'",
        "le",
        "la",
        "les",
        "des",
        "du",
        "de",
        "d'",
        "un",
        "une",
        "cette",
        "ce",
        "pour",
        "son",
    ):
        before.pop()
    return bool(before) and before[-1] in _BACKGROUND


def compares(span: Span) -> bool:
    """« C'est la première attaque de cette ampleur depuis … », « l'une des plus meurtrières »: a rank, not a new act."""
    first = span.sent[0].lower_.replace("’", "'")
    before = [token.lower_ for token in span.doc[max(span.sent.start, span.start - 4) : span.start]]
    ranked = {"première", "premier", "deuxième", "troisième", "pire", "plus", "énième"} & set(before)
    return bool(ranked) and first in ("c'", "ce", "il", "cela") and span._.trigger.pos == "N"


def is_definite(main: Span) -> bool:
    """« cette attaque », « l'assaut », « au raid »."""
    determiner = determiner_of(main) if main._.trigger.pos == "N" else ""
    return fold_word(determiner) in _DEFINITE or determiner in ("au", "du") or continues(main.sent)


def continues(sent: Span) -> bool:
    """« Les assaillants ont ensuite … »: the sentence goes on with the act just told."""
    opening = sent[: min(6, len(sent))]
    if any(token.lower_ in _SEQUEL for token in sent[: min(12, len(sent))]):
        return True
    for index, token in enumerate(opening):
        if (
            index
            and fold_word(opening[index - 1].text) in ("le", "l'")
            and token.lemma_.lower() in _ATTACKERS
        ):
            return True
        if token.lower_ in ("ils", "elles", "il") and index == 0 and not _impersonal(sent):
            return True
    return any(
        token.lower_ == "y" and token.i and token.nbor(-1).lower_ not in ("il", "n'", "n’")
        for token in sent[: min(14, len(sent))]
    )


def _impersonal(sent: Span) -> bool:
    return (
        len(sent) > 1
        and sent[0].lower_ == "il"
        and sent[1].lower_ in ("y", "s'", "s’", "est", "a", "faut", "reste")
    )
