"""What is claimed or laid at somebody's door: an act, or something else."""

from __future__ import annotations

from spacy.tokens import Span, Token

from depeche.components.events.index import index_of, spans
from depeche.components.events.settings import words


def is_act(token: Token) -> bool:
    """A noun that tells an act, by a trigger or by a general word (« l'opération », « ce forfait »)."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    if token.lemma_.lower() in words("attribution", "blame", "acts"):
        return True
    found = index_of(token.doc).told_by(token)
    return any(not span._.qualifiers & {"generic", "cumulative"} for span in found)


def of_no_act(cue: Span) -> bool:
    """« s'attribuer le mérite de la baisse », « revendiquer la prise d'un bourg »; not « de l'embuscade ».

    Nor is « un chiffre d'affaires »: an act that is claimed has been told, and is definite.
    """
    heads = {trigger._.trigger.head for trigger in spans(cue.doc, "triggers")}
    claimed = [child for token in cue for child in token.children if child.dep_ == "obj"]
    return any(
        (token.lemma_.lower() in words("roles", "claimed", "no_act") or _new(token))
        and heads.isdisjoint(word.i for word in (token, *token.children))
        for token in claimed
    )


def _new(token: Token) -> bool:
    """« un succès », « 5 000 abonnés »: indefinite, and by its noun no act."""
    if token.lower_ in words("reference", "background", "units"):
        return False  # « l'a revendiqué quelques heures plus tard »
    if token.pos_ != "NOUN" or any("Definite=Def" in child.morph for child in token.lefts):
        return False
    if any(child.dep_ == "nummod" for child in token.lefts):
        return True  # « revendique onze actions »: none of them is the one told
    general = token.lemma_.lower() in words("attribution", "blame", "acts")
    return not general and any("Definite=Ind" in child.morph for child in token.lefts)
