"""What caused a fire, a fall or a crash: nature, mishap or somebody who meant it (annotation guidelines)."""

from __future__ import annotations

from depeche.components.events.compare import strong_forms
from depeche.components.events.index import index_of
from depeche.components.events.model import Incident
from depeche.components.events.settings import pattern, type_table
from depeche.components.lemma_patterns import plain
from depeche.records import EventType


def by_cause(incident: Incident, best: EventType) -> EventType:
    """Fires that burn land are disasters, those that were set destroy; earth falls in a mine by accident."""
    if best in ("accident", "looting") and told_with(incident, "wildfire", "fires", "land"):
        return "disaster"
    if best == "accident" and told_with(incident, "slide", "falls", "land"):
        return "disaster"
    if best == "disaster" and (_in_a_mine(incident) or told_with(incident, "built", "falls", "things")):
        return "accident"
    if best == "killing" and told_with(incident, "mown", "forms", "driven") and not _by_intent(incident):
        return "accident"
    if best == "accident" and told_with(incident, "rammed", "forms", "intent"):
        return "killing"
    if best == "accident" and _set_on_fire(incident):
        return "looting"
    if best == "shelling" and _lemmas(incident) & set(type_table("fireworks")["lemmas"]):
        return "armed_attack"
    return best


def told_with(incident: Incident, table: str, forms: str, lemmas: str) -> bool:
    """Whether a trigger of a table of `types.toml` and one of its words stand in the incident's sentences."""
    rows = type_table(table)
    found = any(t._.trigger.form in rows[forms] for mention in incident.mentions for t in mention.triggers)
    index = index_of(incident.first.sent.doc)
    return found and any(not index.lemmas(m.sent).isdisjoint(rows[lemmas]) for m in incident.mentions)


def _lemmas(incident: Incident) -> set[str]:
    index = index_of(incident.first.sent.doc)
    return set().union(*(index.lemmas(mention.sent) for mention in incident.mentions))


def _in_a_mine(incident: Incident) -> bool:
    """« l'éboulement d'une galerie », or « un éboulement semblable » in a text about mines.

    A mudslide that rain sent down on a camp of diggers stays a disaster.
    """
    rows = type_table("mine")
    forms = strong_forms(incident, "disaster")
    if forms - set(rows["falls"]):
        return False
    if told_with(incident, "mine", "falls", "sites"):
        return True
    if not forms:
        return False
    doc = incident.first.sent.doc
    told = plain(index_of(doc).text_of(incident.first.sent))
    if any(word in told for word in rows["phrases"]):
        return True
    like = any(word in told for word in rows["like"])
    return like and any(not index_of(doc).lemmas(sent).isdisjoint(rows["sites"]) for sent in doc.sents)


def _by_intent(incident: Incident) -> bool:
    """« a fauché la foule », « délibérément », or an article about attacks: who drives means to kill."""
    intent, doc = type_table("mown")["intent"], incident.first.sent.doc
    return any(not index_of(doc).lemmas(sent).isdisjoint(intent) for sent in doc.sents)


def _set_on_fire(incident: Incident) -> bool:
    """« la proie des flammes, à la suite du lancer d'un engin incendiaire », « un incendie volontaire »."""
    rows, index = type_table("arson"), index_of(incident.first.sent.doc)
    for mention in incident.mentions:
        denied = not index.lemmas(mention.sent).isdisjoint(rows["denied"])
        if not denied and pattern("types", "arson").search(plain(index.text_of(mention.sent))):
            return True
    return False
