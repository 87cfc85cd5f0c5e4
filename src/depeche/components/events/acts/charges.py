"""What stands beside an act for which somebody is arrested or tried: its own day and place."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from depeche.components.events.model import EventMention

BESIDE = 6  # tokens between an act and its day


def hangs_on(span: Span, mention: EventMention) -> bool:
    """« arrêté lundi pour le meurtre commis dimanche »: of the act is what hangs on its word."""
    heads = {t._.trigger.head for t in mention.triggers}
    between = span.doc[mention.main.end : span.start]
    near = span.label_ in ("place", "DATE") and mention.main.end <= span.start
    if (
        near
        and len(between) <= BESIDE
        and not any(token.pos_ in ("VERB", "AUX", "PUNCT") for token in between)
    ):
        return True
    return span.root.i in heads or any(token.i in heads for token in span.root.ancestors)


def of_the_charge(span: Span, arrest: EventMention, mentions: Sequence[EventMention]) -> bool:
    """« a arrêté trois hommes après l'attaque d'une banque dans la nuit de lundi »: the day of the act."""
    if arrest.charged or arrest.main.end > span.start:
        return False
    acts = (one for one in mentions if one.charged and arrest.main.end <= one.main.start < span.start)
    return any(hangs_on(span, act) for act in acts)


def nearer(span: Span, charged: EventMention, arrest: EventMention) -> bool:
    """« Soupçonné d'avoir tué un agent lundi, il a été arrêté »: the day hangs on the killing's word."""
    own, other = ({t._.trigger.head for t in mention.triggers} for mention in (arrest, charged))
    first = next((token.i for token in span.root.ancestors if token.i in own | other), None)
    return first in other
