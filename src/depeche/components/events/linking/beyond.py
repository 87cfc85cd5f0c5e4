"""Roles of an act away from its verb or noun: what « celle » was aimed at, demonstrators anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from depeche.components.events.index import index_of, sentence_spans, spans
from depeche.components.events.model import EventMention, RoleFiller
from depeche.components.events.settings import phrases, words
from depeche.components.lemma_patterns import plain


def of_another(mention: EventMention) -> Iterator[RoleFiller]:
    """« deux semaines après celle d'un restaurant »: what the act was aimed at that « celle » stands for."""
    doc, since = mention.sent.doc, mention.since
    if since is None and mention.bare and mention.triggers:
        before = doc[mention.sent.start : mention.main.start]
        since = next((token.i for token in before if token.lower_ in words("cast", "another", "words")), None)
    if since is None:
        return
    for span in index_of(doc).within("actors", since + 1, min(mention.sent.end, since + 5)):
        between = [plain(token.text) for token in doc[since + 1 : span.start]]
        if (
            between
            and between[0] in words("cast", "another", "led")
            and span._.actor.bias in ("thing", "target")
        ):
            yield RoleFiller("target", span, span._.actor, "role.another", 0.7)
        return


def told_demonstrators(mention: EventMention) -> Iterator[RoleFiller]:
    """Demonstrators are the authors of their protest wherever the sentence puts them."""
    fallen = {span._.casualty.head for span in spans(mention.sent.doc, "casualties")}
    for span in sentence_spans(mention.sent, "actors"):
        if span._.actor.head not in fallen and span._.actor.key.startswith(
            phrases("cast", "demonstrators", "beginnings")
        ):
            yield RoleFiller("perpetrator", span, span._.actor, "role.demonstrators", 0.8)
