"""Which places of a text an act may have happened at, and the place that its words point back to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from depeche.components.events.acts.landmarks import is_elsewhere, is_landmark, is_resident
from depeche.components.events.compare import is_exact
from depeche.components.events.index import index_of, sentence_spans, spans
from depeche.components.events.linking.carried import carries
from depeche.components.events.model import EventMention, PlaceFiller
from depeche.components.events.settings import pattern, words
from depeche.components.lemma_patterns import plain
from depeche.components.places.lexicons import capitals
from depeche.gazetteer.keys import normalise

LEAD = 3  # tokens before a name in which its noun stands: « carrefour de la »


def place_fillers(span: Span, owner: EventMention, rule: str) -> Iterator[PlaceFiller]:
    """The places of a span where the act of a mention may have happened."""
    value = span._.place
    for place in (value, *value.also):
        if place.role == "location" and not _names_an_actor(span) and not _acts(span):
            filler = PlaceFiller(span, place, f"{rule}:{place.rule}")
            if not is_elsewhere(filler, owner):
                yield filler


def _acts(span: Span) -> bool:
    """« la coalition conduite par Ryad », « Ankara bombarde le PKK »: a capital acts by its government."""
    if _strikes(span) or _governs(span):
        return True
    before = [plain(token.text) for token in span.doc[max(span.sent.start, span.start - 2) : span.start]]
    acting = words("landmarks", "acting", "before")
    return bool(before) and (before[-1] in acting or " ".join(before) in acting)


def _strikes(span: Span) -> bool:
    """A country or a capital that attacks, in the active voice: « l'Inde bombarde », « a mené des raids »."""
    head = span.root.head
    if span.root.dep_ != "nsubj" or any(child.dep_ == "case" for child in span.root.children):
        return False
    place = span._.place
    if place.precision != "country" and normalise(place.name) not in capitals():
        return False
    return any(
        (t._.trigger.head == head.i and t._.trigger.frame == "agent" and t._.trigger.pos == "V")
        or (t._.trigger.frame == "act" and carries(head, t.doc[t._.trigger.head]))
        for t in sentence_spans(span.sent, "triggers")
    )


def _governs(span: Span) -> bool:
    """« dont Washington tient l'ex-policier pour l'auteur »: a capital that does something is a government.

    Not where it lives through something (« Bagdad a connu », « Kiev a subi »).
    """
    head = span.root.head
    if span.root.dep_ != "nsubj" or head.pos_ != "VERB":
        return False
    if any(child.dep_ == "case" for child in span.root.children):
        return False
    undergone = head.lemma_.lower() in words("landmarks", "acting", "undergone")
    return not undergone and normalise(span._.place.name) in capitals()


def _names_an_actor(span: Span) -> bool:
    """A place name that is part of an organisation's name (« Al-Qaïda au Maghreb islamique »)."""
    return any(
        actor.start <= span.start < actor.end
        and actor._.actor.named
        and actor._.actor.rule == "actor.registry"
        and (
            actor._.actor.head <= span.start < actor._.actor.head + len(actor._.actor.name.split())
            or span.text in actor._.actor.name  # « des agents de la Sûreté du Québec »
        )
        for actor in spans(span.doc, "actors")
    )


def same_place(mentions: Sequence[EventMention], known: list[PlaceFiller]) -> list[PlaceFiller]:
    """« dans cette même ville », « y avait tué »: the place told last; returns that of the last mention.

    A town named since, in a sentence that tells no act (« Le port de X reste aux mains des rebelles »), is
    meant before that of the last act. « dans la même région » points to no town.
    """
    for mention in mentions:
        back = None if mention.places or mention.in_title else _pointing(mention.sent)
        if mention.places:
            known = mention.places
        elif back is not None:
            told = _of_the_noun(mention, back) or _named_since(mention, known) or known
            mention.places = [PlaceFiller(filler.span, filler.place, "place.same") for filler in told]
    return known


def captioned(sent: Span) -> bool:
    """« Photo : le port de Salakta », « [Keystone - STR] Des sandales … »: what a picture shows."""
    text = index_of(sent.doc).text
    line = text[text.rfind("\n", 0, sent.start_char) + 1 : sent.end_char]
    return bool(pattern("landmarks", "caption").match(line.lstrip()))


def _pointing(sent: Span) -> str | None:
    """The words that point back, if any: the noun of « au même carrefour », nothing of « sur place »."""
    told = pattern("landmarks", "same").search(plain(index_of(sent.doc).text_of(sent)).strip())
    if told is None:
        return None
    *_, before, noun = ("", *told.group().split())
    return noun if before in words("landmarks", "same", "again") else ""


def _of_the_noun(mention: EventMention, noun: str) -> list[PlaceFiller]:
    """« au même carrefour », after « au carrefour de Bambéto »: the last place told by the same noun."""
    if not noun:
        return []
    index = index_of(mention.sent.doc)
    for span in reversed(index.within("places", 0, mention.sent.start)):
        told = [token.lower_ for token in span.doc[max(0, span.start - LEAD) : span.start]]
        if noun in told and span._.place.precision in ("town", "unresolved"):
            return [PlaceFiller(span, span._.place, "place.same")]
    return []


def _named_since(mention: EventMention, known: Sequence[PlaceFiller]) -> list[PlaceFiller]:
    """The last town of the paragraph or the one before, named after the place of the last act."""
    since = max((filler.span.end for filler in known), default=0)
    index = index_of(mention.sent.doc)
    for span in reversed(index.within("places", since, mention.sent.start)):
        if index.text[span.end_char : mention.sent.start_char].count("\n\n") > 1:
            return []
        found = [f for f in place_fillers(span, mention, "place.same") if is_exact(f)]
        if found and not any(is_landmark(filler) or is_resident(filler) for filler in found):
            return found
    return []
