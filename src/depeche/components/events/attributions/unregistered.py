"""Groups that no registry knows, told by the claim they make: « les Lions du Nord ont revendiqué »."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from depeche.components.actors.mention import claimant
from depeche.components.events.index import spans
from depeche.components.events.settings import words
from depeche.components.lemma_patterns import plain

_BEFORE = 8  # tokens of « un groupe jusque-là inconnu, les » before the name
_NAME = 7  # tokens of a name


def unregistered(doc: Doc, start: int, limit: int) -> Span | None:
    """The name in capitals that starts soon after a token: plural, or of a noun for a body of men.

    A person who claims in a group's name, a place and a known actor are none.
    """
    taken = {token.i for group in ("actors", "places") for span in spans(doc, group) for token in span}
    for token in doc[start : min(limit, start + _BEFORE)]:
        if token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in token.morph:
            return None
        if token.text[:1].isupper() and not token.is_sent_start and token.pos_ in ("PROPN", "NOUN"):
            return None if token.i in taken else _named(doc, token.i, limit, taken)
    return None


def _named(doc: Doc, start: int, limit: int, taken: set[int]) -> Span | None:
    article = plain(doc[start - 1].text).lower()
    body = doc[start].text.lower() in words("attribution", "unregistered", "bodies")
    body = body or _beside_body(doc, start)
    if (doc[start].ent_type_ == "PER" and not body) or (
        article not in words("attribution", "unregistered", "led") and not body
    ):
        return None
    end = start + 1
    while end < min(limit, start + _NAME) and _goes_on(doc, end):
        end += 1
    while end > start + 1 and (not doc[end - 1].text[:1].isalpha() or doc[end - 1].pos_ in ("ADP", "DET")):
        end -= 1
    if end == start + 1 and not body and doc[start].text.isupper():
        return None
    span = Span(doc, start, end, label="ACTOR")
    span._.actor = claimant(span)
    return span


def _beside_body(doc: Doc, start: int) -> bool:
    """« le groupe Tigres du Nord », « par le mouvement Nahda »: the name beside the noun of its body."""
    return start > 1 and doc[start - 1].lemma_.lower() in words("attribution", "pointing", "agents")


def _goes_on(doc: Doc, index: int) -> bool:
    """Capitals, and what « de » ties to them: « Armée du peuple du Nord »."""
    token = doc[index]
    if token.is_punct or token.pos_ in ("VERB", "AUX", "PRON", "ADV", "CCONJ"):
        return False
    linking = words("attribution", "unregistered", "linking")
    if token.text[:1].isupper() or plain(token.text) in linking:
        return True
    return plain(doc[index - 1].text) in linking and token.pos_ == "NOUN"
