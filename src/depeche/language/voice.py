"""Active or passive: a subject label agrees with the auxiliary that the clause shows."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token


def is_active(verb: Token) -> bool:
    """« a foncé », « avait ouvert le feu »: « avoir » alone, without « été », tells the active voice.

    The perfect of a passive verb takes « avoir » and « été » (Riegel, Pellat and Rioul, « Grammaire
    méthodique du français », 2009, on the passive).
    """
    auxiliaries = [child for child in verb.children if child.dep_.startswith("aux")]
    lemmas = {auxiliary.lemma_ for auxiliary in auxiliaries}
    return "avoir" in lemmas and "être" not in lemmas and all(a.dep_ != "aux:pass" for a in auxiliaries)


@Language.component("depeche_voice", requires=["token.dep", "token.lemma"], assigns=["token.dep"])
def depeche_voice(doc: Doc) -> Doc:
    """Label the subject of an active clause as one where the parser labels it passive."""
    for token in doc:
        if token.dep_ == "nsubj:pass" and is_active(token.head):
            token.dep_ = "nsubj"
    return doc
