"""Whether a capitalised name is a place: gazetteer, entity recogniser and context vote (`votes.toml`)."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from depeche.components.actors.demonyms import counted_people
from depeche.components.places.evidence import Evidence
from depeche.components.places.lexicons import armed_groups, signs, stop_words
from depeche.components.places.scan import entity_bounds, prominent
from depeche.components.places.sighting import Sighting
from depeche.gazetteer.keys import normalise
from depeche.language.lexicon import entry as french_word

STRONG = frozenset({"strong", "place", "road", "ground"})
WEAK = frozenset(
    {"weak", "act", "speaker", "medical", "origin", "home", "line", "institution", "government", "street"}
)
_MILESTONE = re.compile(r"PK ?\d{1,2}")
_ROAD_NUMBER = re.compile(r"(?:RN|RD|RR|CR|[ANDE]) ?-?\d{1,4}")
_LABELS = {"LOC": "ner_place", "PER": "ner_person", "ORG": "ner_group", "MISC": "ner_other"}


def read_entity(doc: Doc, sighting: Sighting) -> None:
    """Fill in what the entity recogniser says of a sighting."""
    for token in doc[sighting.start : sighting.end]:
        if not token.ent_type_:
            continue
        entity = entity_bounds(doc, token.i)
        if entity == (sighting.start, sighting.end):
            sighting.label = token.ent_type_
        elif entity[0] >= sighting.start and entity[1] <= sighting.end and token.ent_type_ == "LOC":
            sighting.covered = sighting.covered or "LOC"
        else:
            sighting.covered = token.ent_type_
        return


def _entity_votes(sighting: Sighting) -> list[str]:
    if sighting.label:
        return [_LABELS.get(sighting.label, "ner_other")]
    if sighting.covered == "LOC":
        return ["ner_place_partly"]
    return ["inside_entity"] if sighting.covered else []


def _gazetteer_votes(sighting: Sighting, evidence: Evidence, near: bool) -> list[str]:
    if not sighting.entries:
        return ["sounds_at_home"] if near else ["unknown"]
    votes = ["prominent"] if prominent(sighting.entries) else []
    if sighting.end > sighting.start + 1 and sighting.label in ("", "LOC") and not sighting.covered:
        votes.append("named_whole")
    home = any(evidence.at_home(entry.country) for entry in sighting.entries)
    return [*votes, "at_home" if home else "abroad"]


def _context_votes(sighting: Sighting) -> list[str]:
    cues = sighting.context.cues
    votes = [f"{kind}_cue" for kind in ("person", "group", "media", "occasion") if kind in cues]
    if cues & {"place", "road", "ground", "building"} or sighting.context.levels:
        votes.append("place_noun")
    elif cues & {"strong", "natural", "feature"}:
        votes.append("strong_cue")
    elif cues & WEAK:
        votes.append("weak_cue")
    if "contained" in cues:
        votes.append("contained")
    return votes


def _word_votes(doc: Doc, sighting: Sighting) -> list[str]:
    votes = []
    single = sighting.end == sighting.start + 1
    stop = stop_words().get(sighting.text) if single else None
    if single and stop is None and counted_people(doc, sighting.start):
        stop = "people"  # « les Dinka », « entre Bari et Mundari »
    levelled = bool(sighting.context.levels) or not single
    if stop in ("word", "people") and not levelled:
        votes.append("stop_word")
    elif stop == "name":
        votes.append("stop_name")
    text = sighting.text
    if normalise(text) in armed_groups():
        votes.append("registered")
    if _ROAD_NUMBER.fullmatch(text):
        votes.append("road_number")
    if _MILESTONE.fullmatch(text):
        return [*votes, "milestone"]
    if (
        single
        and text.isupper()
        and len(text) > 1
        and not any(entry.kind == "country" for entry in sighting.entries)
    ):
        sentence = doc[sighting.start].sent
        others = [
            token for token in sentence if token.is_alpha and token.i != sighting.start and len(token) > 1
        ]
        if not others or not all(token.is_upper for token in others[:4]):
            votes.append("acronym")
    if (
        single
        and doc[sighting.start].is_sent_start
        and not prominent(sighting.entries)
        and french_word(text).classes
    ):
        votes.append("common_start")
    return votes


def judge(doc: Doc, sighting: Sighting, evidence: Evidence, *, near: bool = False) -> float:
    """The sum of all votes on a sighting; `near`: the gazetteer knows a name that sounds like it."""
    votes = [
        *_entity_votes(sighting),
        *_gazetteer_votes(sighting, evidence, near),
        *_context_votes(sighting),
        *_word_votes(doc, sighting),
    ]
    weights = signs()
    sighting.rule = "+".join(votes)
    return sum(weights[vote] for vote in votes)
