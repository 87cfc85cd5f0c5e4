"""Clauses by the parse: which finite verb a word belongs to."""

from __future__ import annotations

from spacy.tokens import Span, Token

_CLAUSAL = frozenset({"ROOT", "ccomp", "advcl", "acl:relcl", "parataxis", "csubj"})


def _heads_clause(token: Token) -> bool:
    if token.dep_ in _CLAUSAL:
        return token.dep_ == "ROOT" or is_finite(token)
    return token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and is_finite(token)


def is_finite(token: Token) -> bool:
    """A finite verb, or a participle with a finite auxiliary."""
    if "VerbForm=Fin" in token.morph:
        return True
    return any(
        child.dep_.startswith(("aux", "cop")) and "VerbForm=Fin" in child.morph for child in token.children
    )


def in_pluperfect(verb: Token) -> bool:
    """« une explosion avait fait six morts »: told as background."""
    return any(child.dep_.startswith("aux") and "Tense=Imp" in child.morph for child in verb.children)


def clause_root(token: Token) -> int:
    """Token index of the head of a token's clause; participial phrases belong to their clause."""
    current = token
    for _ in range(40):
        if _heads_clause(current) or current.head.i == current.i:
            break
        current = current.head
    return int(current.i)


def separation(first: Span, second: Span) -> float:
    """Distance of two spans of a sentence in tokens, stops counted heavily."""
    if first.start > second.start:
        first, second = second, first
    between = first.doc[first.end : second.start]
    return len(between) + sum(
        12.0 if token.text in ";:" else 3.0 if token.text == "," else 0.0 for token in between
    )


def told_of(token: Token, noun: int) -> bool:
    """« le séisme qui a frappé mardi le centre de l'Italie »: whether a word is in a noun's relative."""
    root = token.doc[clause_root(token)]
    return root.dep_ == "acl:relcl" and root.head.i == noun
