"""Whether a claim is told in the active or the passive, and where its agent stands."""

from __future__ import annotations

from spacy.tokens import Doc

from depeche.components.events.settings import words


def passive_agent(doc: Doc, end: int, limit: int) -> int | None:
    """End of the « par » that follows a passive claim in its clause: « a été revendiqué hier soir par »."""
    for token in doc[end : min(limit, end + 10)]:
        if token.lower_ in words("roles", "function", "agent"):
            return int(token.i) + 1
        if token.text in ";:." or "VerbForm=Fin" in token.morph:
            return None
    return None


def active(doc: Doc, start: int) -> bool:
    """« a revendiqué », « revendique »: an auxiliary « avoir » with no « été », or a finite verb."""
    before = doc[max(0, start - 4) : start]
    if any(token.lower_ in words("attribution", "passive", "participle") for token in before):
        return False
    if any(token.lemma_ in words("attribution", "passive", "active") for token in before):
        return True
    return "VerbForm=Fin" in doc[start].morph


def passive(doc: Doc, start: int) -> bool:
    participle = words("attribution", "passive", "participle")
    return any(token.lower_ in participle for token in doc[max(0, start - 3) : start])
