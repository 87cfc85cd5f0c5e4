"""Places told around an act, not in its own sentence, for the acts that are told with no precise place.

A text goes on about an act by a pronoun (« Il s'est produit à 40 km de Panguna »), sets the scene before it
(« La patrouille roulait près de Ménaka. Une mine a explosé. ») or points back to a town (« la localité »).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from depeche.components.events.acts.landmarks import holds, is_landmark, is_resident
from depeche.components.events.acts.located import place_fillers
from depeche.components.events.compare import is_exact, place_key
from depeche.components.events.index import index_of, sentence_spans
from depeche.components.events.model import EventMention, Incident, PlaceFiller
from depeche.components.events.settings import pattern
from depeche.components.lemma_patterns import plain

LATER = 4  # sentences after the lede


def scene_places(incident: Incident, told: Sequence[PlaceFiller]) -> list[PlaceFiller]:
    """Precise places told around the mentions of an incident that has none; `told`: its wider ones."""
    body = [mention for mention in incident.mentions if not mention.in_title]
    for read in (_after, _anaphor, _before):
        for mention in body:
            found = [filler for filler in read(mention) if _fits(filler, told)]
            if found:
                return found
    return _later(body[0], told) if body and told else []


def _fits(filler: PlaceFiller, told: Sequence[PlaceFiller]) -> bool:
    """Whether a place may lie in the regions and countries that the act is told of."""
    return all(
        filler.place.within(other.place)
        or (other.place.precision == "country" and filler.place.country in (None, other.place.country))
        for other in told
    )


def _text(sent: Span) -> str:
    return plain(index_of(sent.doc).text_of(sent)).strip()


def _after(mention: EventMention) -> list[PlaceFiller]:
    """« Il s'est produit à Arequipa », « La scène s'est déroulée à Kaga-Bandoro »."""
    end, doc = mention.sent.end, mention.sent.doc
    if end >= len(doc):
        return []
    following = doc[end].sent
    if pattern("landmarks", "goes_on").match(_text(following)) is None:
        return []
    return list(_located(following, mention, "place.goes_on"))


def _before(mention: EventMention) -> list[PlaceFiller]:
    """The one place of the sentence before, of the same paragraph, that tells no act of its own."""
    start, doc = mention.sent.start, mention.sent.doc
    if start == 0 or mention.bare or mention.pointer or mention.another:
        return []
    earlier = doc[start - 1].sent
    if "\n" in index_of(doc).text[earlier.start_char : mention.sent.start_char] or _tells_an_act(earlier):
        return []
    located = _located(earlier, mention, "place.scene")
    found = [f for f in located if not (holds(f) or is_resident(f) or f.span.root.dep_ == "nsubj")]
    return found if len({place_key(filler) for filler in found}) == 1 else []


def _later(mention: EventMention, told: Sequence[PlaceFiller]) -> list[PlaceFiller]:
    """After a lede that tells the region, the place within it that the next sentences tell."""
    doc, end = mention.sent.doc, mention.sent.end
    for _ in range(LATER):
        if end >= len(doc):
            return []
        sent = doc[end].sent
        if _tells_an_act(sent):
            return []
        fillers = [
            f for span in sentence_spans(sent, "places") for f in place_fillers(span, mention, "place.later")
        ]
        found = [f for f in fillers if _finer(f, told) and not is_resident(f)]
        if found:
            own = [f for f in found if not is_landmark(f)]
            return own or [f for f in found if holds(f)] or found
        end = sent.end
    return []


def _finer(filler: PlaceFiller, told: Sequence[PlaceFiller]) -> bool:
    """A place that « à » or a noun leads to, inside a wider one told before."""
    led = any(cue in filler.rule for cue in ("strong_cue", "place_noun"))
    wide = all(other.place.precision in ("country", "admin1") for other in told)
    level = _sure(filler) or (wide and filler.place.precision == "admin2")
    return led and level and any(filler.place.within(other.place) for other in told)


def _anaphor(mention: EventMention) -> list[PlaceFiller]:
    """« La localité avait déjà été la cible d'un tir »: the town told last."""
    if mention.bare or pattern("landmarks", "town").search(_text(mention.sent)) is None:
        return []
    doc = mention.sent.doc
    for span in reversed(index_of(doc).within("places", 0, mention.sent.start)):
        found = [filler for filler in place_fillers(span, mention, "place.anaphor") if _sure(filler)]
        if found:
            return found[:1]
    return []


def _tells_an_act(sent: Span) -> bool:
    return any(span._.trigger.strength == "strong" for span in sentence_spans(sent, "triggers"))


def _located(sent: Span, mention: EventMention, rule: str) -> Iterator[PlaceFiller]:
    for span in sentence_spans(sent, "places"):
        yield from (filler for filler in place_fillers(span, mention, rule) if is_exact(filler))


def _sure(filler: PlaceFiller) -> bool:
    """A town of the gazetteer; one that only sounds alike needs « à » (no « Tolstoï »)."""
    sounds = "sounds_at_home" in filler.rule and "strong_cue" not in filler.rule
    return filler.place.precision == "town" and not sounds
