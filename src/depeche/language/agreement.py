"""What agrees in French: a clause's subject with its auxiliary, a participle with its noun."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

_LINKS = frozenset({"nmod", "appos", "flat:name", "conj"})
_UP = 3  # nouns above the one that the parser chose


def is_active(verb: Token) -> bool:
    """« a foncé », « avait ouvert le feu »: « avoir » alone, without « été », tells the active voice.

    The perfect of a passive verb takes « avoir » and « été » (Riegel, Pellat and Rioul, « Grammaire
    méthodique du français », 2009, on the passive).
    """
    auxiliaries = [child for child in verb.children if child.dep_.startswith("aux")]
    lemmas = {auxiliary.lemma_ for auxiliary in auxiliaries}
    return "avoir" in lemmas and "être" not in lemmas and all(a.dep_ != "aux:pass" for a in auxiliaries)


def agrees(noun: Token, participle: Token) -> bool:
    """Whether gender and number, where both tell them, are the same; a name in the singular has no plural."""
    if any(child.dep_ == "conj" for child in noun.children):
        return True  # « une femme et son fils, tués »
    for feature in ("Number", "Gender"):
        one, other = noun.morph.get(feature, []), participle.morph.get(feature, [])
        if one and other and one != other:
            return False
    return noun.pos_ != "PROPN" or "Number=Plur" not in participle.morph


def noun_of(participle: Token) -> Token | None:
    """« les parents du joueur, enlevés »: the noun above the parser's that the participle agrees with."""
    noun, number = participle.head, participle.morph.get("Number", [])
    if agrees(noun, participle) or any(child.dep_.startswith("aux") for child in participle.children):
        return None
    for _ in range(_UP):
        if noun.dep_ not in _LINKS or noun.head.pos_ not in ("NOUN", "PROPN"):
            return None
        noun = noun.head
        if noun.pos_ == "NOUN" and noun.morph.get("Number", []) == number and agrees(noun, participle):
            return noun
    return None


@Language.component("depeche_agreement", requires=["token.dep", "token.lemma"], assigns=["token.dep"])
def depeche_agreement(doc: Doc) -> Doc:
    """Mend what the parser reads against agreement: passive subjects of active clauses, participles."""
    for token in doc:
        if token.dep_ == "nsubj:pass" and is_active(token.head):
            token.dep_ = "nsubj"
        elif token.dep_ == "acl" and "VerbForm=Part" in token.morph and "Tense=Past" in token.morph:
            noun = noun_of(token)
            if noun is not None:
                token.head = noun
    return doc
