"""`depeche_events`: event records out of mentions.

The way through: `mentions` groups the triggers of a sentence, `arguments` gives each group its date, places,
actors and casualties, `roles` says who did it to whom, `merging` joins the mentions of one incident, `fill`
chooses the fillers of each slot, `record` writes them down, `confidence` says how sure they are.

What lives where:

- what tells an act: `mentions`, `headings`, `reference`, `typing`, `conduct`, `kinds`, `threshold`
- when: `dating`, `account`, `aftermath`
- where: `arguments`, `landmarks`, `scenes`, `headline`
- who did it to whom, by syntax: `roles`, `subjects`, `by_place`, `nominal`, `complements`, `carried`,
  `states`, `sites`, `apposition`, `beside`, `belonging`
- who claims it or is accused: `attribution`, `claims`, `voice`, `sources`, `suspects`
- who is meant: `identity`, `introduced`, `pronouns`, `pointing`, `unregistered`
- one incident of several mentions: `merging`, `bonds`, `compare`
- the slots of a record: `fill`, `cast`, `choice`, `targets`, `caught`, `tolls`, `sums`,
  `record`, `confidence`
- shared by all: `model`, `index`, `clauses`, `settings`
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from depeche import extensions  # noqa: F401
from depeche.components.adjuncts import forget_adjuncts
from depeche.components.events.index import indexed
from depeche.components.events.mentions import event_mentions
from depeche.components.events.merging import merge
from depeche.components.events.pointing import resolve_pointing
from depeche.components.events.record import records
from depeche.components.lemma_patterns import forget_keys


class EventAssembler:
    """The component; `provenance` asks for the rule and words behind each field."""

    def __init__(self, provenance: bool) -> None:
        self.provenance = provenance

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc._.events`."""
        with indexed(doc):
            mentions = event_mentions(doc)
            resolve_pointing(doc, mentions)
            incidents = merge(mentions)
            doc._.events = tuple(records(doc, incidents, provenance=self.provenance))
        forget_keys(doc)
        forget_adjuncts(doc)
        return doc


@Language.factory(
    "depeche_events",
    assigns=["doc._.events"],
    requires=[
        "span._.trigger",
        "span._.actor",
        "span._.casualty",
        "span._.date",
        "span._.place",
        "span._.qualifiers",
    ],
    default_config={"provenance": False},
)
def create_events(nlp: Language, name: str, provenance: bool) -> EventAssembler:
    """Factory; `provenance` adds `EventRecord.provenance`."""
    return EventAssembler(provenance)
