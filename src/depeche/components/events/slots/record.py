"""Incidents written down as `EventRecord`s."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from depeche.article import Article
from depeche.components.events.attributions.sources import source_of
from depeche.components.events.index import index_of
from depeche.components.events.model import MISHAPS, DateFiller, Incident, PlaceFiller, RoleFiller
from depeche.components.events.slots.cast import cast
from depeche.components.events.slots.confidence import confidence
from depeche.components.events.slots.fill import event_country, event_date, event_places
from depeche.components.events.slots.headline import Headline
from depeche.components.events.slots.mishaps import event_types
from depeche.components.events.slots.threshold import tells_enough
from depeche.components.events.slots.tolls import TollEntry, entries
from depeche.components.events.timing.account import told_day
from depeche.records import (
    Casualties,
    DocumentRef,
    EventActor,
    EventDate,
    EventPlace,
    EventRecord,
    Provenance,
    TextSpan,
)

BRIEF_SENTENCES = 3  # a headline and two sentences


def _words(span: Span) -> dict[str, object]:
    return {
        "text": index_of(span.doc).text_of(span),
        "start_char": span.start_char,
        "end_char": span.end_char,
    }


def _date(filler: DateFiller | None) -> EventDate | None:
    if filler is None:
        return None
    resolved = filler.span._.date.resolved
    return EventDate.model_validate(
        {
            **_words(filler.span),
            "edtf": resolved.edtf,
            "start": resolved.start,
            "end": resolved.end,
            "precision": resolved.precision,
        }
    )


def _place_words(doc: Doc, filler: PlaceFiller) -> dict[str, object]:
    """The words of one place; a span may hold several (« Gao-Kidal »)."""
    start, end = filler.place.start_char, filler.place.end_char
    return {"text": index_of(doc).text[start:end], "start_char": start, "end_char": end}


def _place(doc: Doc, filler: PlaceFiller) -> EventPlace:
    place = filler.place
    return EventPlace.model_validate(
        {
            **_place_words(doc, filler),
            "name": place.name,
            "admin1": place.admin1 or None,
            "country": place.country or None,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "geonameid": place.geonameid,
            "precision": place.precision,
        }
    )


def _actor(filler: RoleFiller) -> EventActor:
    return EventActor.model_validate(
        {
            **_words(filler.span),
            "role": filler.role,
            "name": filler.actor.name,
            "actor_type": filler.actor.actor_type,
        }
    )


def _casualty(entry: TollEntry) -> Casualties:
    sources = dict.fromkeys(filter(None, (source_of(span) for span in (entry.span, *entry.rivals))))
    return Casualties.model_validate(
        {
            **_words(entry.span),
            "kind": entry.mention.kind,
            "group": entry.mention.group,
            "low": entry.quantity.low,
            "high": entry.quantity.high,
            "approximate": entry.quantity.approximate,
            "attributed_to": " / ".join(sources) or None,
        }
    )


def _document(doc: Doc) -> DocumentRef:
    article: Article | None = doc._.article
    title = index_of(doc).text[doc._.body_start : doc._.title_end].strip() or None
    if article is None:
        return DocumentRef(id="text", title=title, published=doc._.published)
    return DocumentRef(
        id=article.id,
        title=article.title or title,
        source=article.source,
        url=article.url,
        published=doc._.published,
    )


def _provenance(
    date: DateFiller | None,
    places: Sequence[PlaceFiller],
    actors: Sequence[RoleFiller],
    tolls: Sequence[TollEntry],
    trigger: Span,
    doc: Doc,
) -> tuple[Provenance, ...]:
    found = [Provenance.model_validate({**_words(trigger), "field": "type", "rule": trigger._.trigger.rule})]
    if date is not None:
        found.append(
            Provenance.model_validate(
                {**_words(date.span), "field": "date", "rule": f"{date.rule}:{date.span._.date.rule}"}
            )
        )
    for index, filler in enumerate(places):
        found.append(
            Provenance.model_validate(
                {**_place_words(doc, filler), "field": f"places[{index}]", "rule": filler.rule}
            )
        )
    for index, actor in enumerate(actors):
        found.append(
            Provenance.model_validate({**_words(actor.span), "field": f"actors[{index}]", "rule": actor.rule})
        )
    for index, toll in enumerate(tolls):
        found.append(
            Provenance.model_validate(
                {**_words(toll.span), "field": f"casualties[{index}]", "rule": toll.mention.rule}
            )
        )
    return tuple(found)


def records(doc: Doc, incidents: Sequence[Incident], *, provenance: bool) -> Iterator[EventRecord]:
    """The records of a doc, in text order; incidents that say too little are none."""
    document = _document(doc)
    number = 0
    headline, told = Headline(doc, incidents), [entries(incident) for incident in incidents]
    types = event_types(incidents, told)
    brief = sum(1 for _ in doc.sents) <= BRIEF_SENTENCES
    for incident, type_, tolls in zip(incidents, types, told, strict=True):
        date, places = event_date(incident), event_places(incident)
        places = places or headline.place(incident, date)
        actors = cast(incident, type_, tolls, places)
        if type_ in MISHAPS:
            actors = []
        if type_ is None or not tells_enough(incident, date, places, tolls, actors, brief=brief):
            continue
        places = places or headline.opened(incident)  # no ground to take an undated act for a record
        number += 1
        trigger = next(mention.main for mention in incident.mentions if mention.triggers)
        date = date or told_day(incident)
        yield EventRecord(
            id=f"{document.id}-{number}",
            document=document,
            type=type_,
            date=_date(date),
            places=tuple(_place(doc, filler) for filler in places),
            country=event_country(incident, places, doc._.country),
            actors=tuple(_actor(filler) for filler in actors),
            casualties=tuple(_casualty(entry) for entry in tolls),
            trigger=TextSpan.model_validate(_words(trigger)),
            evidence=tuple(
                TextSpan.model_validate(_words(_trimmed(mention.sent))) for mention in incident.mentions
            ),
            confidence=confidence(incident, date, places, actors, tolls),
            provenance=_provenance(date, places, actors, tolls, trigger, doc) if provenance else None,
        )


def _trimmed(sent: Span) -> Span:
    """A sentence without the line breaks round it."""
    start, end = sent.start, sent.end
    while start < end - 1 and sent.doc[start].is_space:
        start += 1
    while end > start + 1 and sent.doc[end - 1].is_space:
        end -= 1
    return sent.doc[start:end]
