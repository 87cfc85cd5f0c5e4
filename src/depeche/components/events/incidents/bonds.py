"""What binds a mention to an incident or parts it from it, beside date, place, toll and actors."""

from __future__ import annotations

from spacy.tokens import Span

from depeche.components.casualties.elsewhere import BARE
from depeche.components.casualties.rivals import RULE as RIVAL
from depeche.components.events.acts.typing import demonstrators
from depeche.components.events.clauses import clause_root, in_pluperfect
from depeche.components.events.compare import (
    best_date,
    compare_places,
    place_key,
    type_names,
)
from depeche.components.events.index import index_of
from depeche.components.events.model import EventMention, Incident
from depeche.components.events.naming.identity import is_attacker
from depeche.components.events.settings import pattern, words
from depeche.components.lemma_patterns import fold_word, plain
from depeche.values.edtf import DateSpan

# Acts whose victims fall or die in several places.
SPREAD = frozenset({"disaster", "accident", "protest"})
ATTACKS = frozenset({"killing", "armed_attack", "explosion", "suicide_bombing", "abduction"})
CUSTODY = 3  # sentences between an arrest and what judges do of it


def incident_date(incident: Incident) -> DateSpan | None:
    """The date that the mentions of an incident give it: the most precise explicit one."""
    found = [date for mention in incident.mentions if (date := best_date(mention)) is not None]
    days = [date for date in found if date.precision == "day"]
    return next(iter(days or found), None)


def victims_of(mention: EventMention, incident: Incident) -> bool:
    """Undated dead told with no event word after a quake, a wreck or a riot: its own, wherever they fell."""
    if not mention.bare or best_date(mention) is not None:
        return False
    return any(type_names(other) & SPREAD for other in incident.mentions)


def part_of_disaster(mention: EventMention, incident: Incident, types: set[str]) -> bool:
    """What falls in a disaster is part of it: « des remparts se sont effondrés », « deux ponts détruits »."""
    if "disaster" not in types or mention.order - incident.last.order > 3:
        return False
    if incident.first.in_title and len(incident.mentions) == 1 and type_names(mention) == {"accident"}:
        return not {place_key(p) for p in mention.places}.isdisjoint(
            place_key(p) for p in incident.first.places
        )
    if best_date(mention) is not None:
        return False
    if type_names(mention) == {"accident"} and not mention.casualties:
        return True
    return all(span._.trigger.form in words("reference", "damage", "verbs") for span in mention.triggers)


def late_death(mention: EventMention) -> bool:
    """« Un blessé a succombé mardi », « mort mercredi de ses blessures »: not the day of the act."""
    forms = {span._.trigger.form for span in mention.triggers}
    if not mention.bare or not forms or not forms <= words("reference", "late", "forms"):
        return False
    lemmas = index_of(mention.sent.doc).lemmas(mention.sent)
    return not lemmas.isdisjoint(words("reference", "late", "lemmas"))


def in_custody(mention: EventMention) -> bool:
    """« Il a été écroué vendredi »: what judges do to somebody arrested before, on a day of its own."""
    forms = {span._.trigger.form for span in mention.triggers}
    return bool(forms) and forms <= words("reference", "custody", "forms")


def arrested_before(mention: EventMention, incident: Incident) -> bool:
    """« Déféré mercredi, il avait été interpellé vendredi »: one arrest, on the earlier day."""
    if type_names(mention) != {"arrest"} or mention.order - incident.last.order > CUSTODY:
        return False
    if in_custody(mention):
        return any(type_names(other) == {"arrest"} for other in incident.mentions)
    return told_as_past(mention) and all(in_custody(other) for other in incident.mentions)


def told_as_past(mention: EventMention) -> bool:
    """« avait tué six soldats », « une explosion avait fait six morts »."""
    if "background" in mention.qualifiers:
        return True
    if not mention.triggers:
        return False
    doc = mention.sent.doc
    verb = doc[clause_root(doc[mention.main._.trigger.head])]
    return "VerbForm=Part" in verb.morph and in_pluperfect(verb)


def arrests_of(mention: EventMention, incident: Incident, types: set[str]) -> bool:
    """Arrests told right after a riot or an operation, with no day or place of their own, belong to it.

    So does that of the attacker (« le tireur a été interpellé », « il a été arrêté sur place »).
    """
    told = [filler for other in incident.mentions for filler in other.places]
    here = "protest" in types and compare_places(mention.places, told) in ("same", "within")
    elsewhere = not here and any(filler.rule != "place.same" for filler in mention.places)
    if type_names(mention) != {"arrest"} or elsewhere:
        return False
    if best_date(mention) is not None and not (here and incident_date(incident) is None):
        return False
    if (
        _catches_attacker(mention.main)
        and not _fled(mention)
        and types & ATTACKS
        and mention.order - incident.last.order <= 4
    ):
        return True
    gap = 3 if "protest" in types and demonstrators(mention.sent) else 1
    return (
        mention.order - incident.last.order <= gap
        and bool(types & {"protest", "clash", "armed_attack"})
        and not (mention.definite and (mention.main._.trigger.pos == "N" or "protest" not in types))
    )


def _fled(mention: EventMention) -> bool:
    """« activement recherché, il a été interpellé »: an arrest made later is a record of its own."""
    fled = words("reference", "fled", "lemmas")
    return not index_of(mention.sent.doc).lemmas(mention.sent).isdisjoint(fled)


def situated(mention: EventMention, incident: Incident) -> bool:
    """« à Croydon, au sud de Londres », under a headline that says « à Londres »."""
    if not all(other.in_title for other in incident.mentions):
        return False
    told = plain(index_of(mention.sent.doc).text_of(mention.sent)).replace("-", " ")
    return any(f" {place_key(place)}" in told for other in incident.mentions for place in other.places)


def same_tremor(mention: EventMention, incident: Incident) -> bool:
    """« La secousse a été ressentie jusqu'au Liban »: the disaster just told, wherever it was felt."""
    if not mention.definite or mention.another or best_date(mention) is not None or not mention.triggers:
        return False
    types = {type_ for other in incident.mentions for type_ in type_names(other)}
    return mention.main._.trigger.type == "disaster" and "disaster" in types


def revises(mention: EventMention) -> bool:
    """« Un nouveau bilan fait état de seize morts »: another figure of the same toll."""
    told = plain(index_of(mention.sent.doc).text_of(mention.sent))
    other = pattern("reporting", "revised").search(told) or pattern("reporting", "rival").search(told)
    return mention.bare and (other is not None or leans(mention))


def leans(mention: EventMention) -> bool:
    """« L'armée n'en reconnaît que sept »: a figure whose noun is that of the sentence before."""
    return mention.bare and any(span._.casualty.rule in (RIVAL, BARE) for span in mention.casualties)


def announced(incident: Incident) -> bool:
    """« Nouvelle attaque à Djibo »: the headline tells of the same new act."""
    return incident.first.in_title and incident.first.another


def _catches_attacker(trigger: Span) -> bool:
    """« Le tireur a été interpellé », « il a été arrêté », « son arrestation »: the attacker told before."""
    verb = trigger.doc[trigger._.trigger.head]
    if trigger._.trigger.pos == "N":
        return trigger.start > 0 and fold_word(verb.doc[trigger.start - 1].text) in words(
            "reference", "caught", "determiners"
        )
    if verb.dep_ in ("acl", "amod") and is_attacker(verb.head):
        return True
    while verb.dep_ == "conj" and not any(child.dep_.startswith("nsubj") for child in verb.children):
        verb = verb.head
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubj:pass", "obj"):
            told = [child, *(word for word in child.subtree if word.i < child.i)]
            return child.lower_ in words("roles", "identity", "pronouns") or any(map(is_attacker, told))
    return False
