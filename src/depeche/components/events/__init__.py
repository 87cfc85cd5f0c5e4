"""`depeche_events`: event records out of mentions.

The way through: `acts.mentions` groups the triggers of a sentence, `acts.arguments` gives each group its
date, places, actors and casualties, `linking.roles` says who did it to whom, `incidents.merging` joins the
mentions of one incident, `slots.fill` chooses the fillers of each slot, `slots.record` writes them down and
`slots.confidence` says how sure they are.

The rooms; each imports only those above it and what all share (`model`, `index`, `clauses`, `settings`,
`compare`):

- `timing`, the day of an act: `strung`, `turns`, `resuming`, `dating`, `account`, `aftermath`
- `syntax`, what the parse says round a trigger: `passive`, `subjects`, `by_place`, `objects`, `across`,
  `complements`, `states`, `sites`, `apposition`, `beside`
- `attributions`, who claims or is accused: `deeds`, `attribution`, `claimants`, `blame`, `held`,
  `accusations`, `owned`, `claims`, `voice`, `sources`, `suspects`, `unregistered`
- `naming`, who is meant: `identity`, `introduced`, `groups`, `camps`, `pronouns`, `pointing`, `belonging`
- `linking`, actors linked to triggers: `roles`, `nominal`, `sides`, `wrought`, `carried`, `beyond`
- `acts`, what tells an act: `mentions`, `told`, `unreal`, `arguments`, `charges`, `headings`,
  `reference`, `means`,
  `bombers`, `victims`, `typing`, `landmarks`, `located`, `gaps`
- `incidents`, one incident of several mentions: `merging`, `bonds`, `claimed`, `parting`, `opening`
- `slots`, the slots of a record: `fill`, `camps`, `cast`, `authors`, `choice`, `suffering`, `targets`,
  `besieged`, `caught`, `tolls`, `sums`, `scenes`, `headline`, `air`, `raids`, `riots`, `conduct`, `causes`,
  `kinds`, `barrages`, `mishaps`, `threshold`, `record`, `confidence`
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from depeche import extensions  # noqa: F401
from depeche.components.adjuncts import forget_adjuncts
from depeche.components.events.acts.mentions import event_mentions
from depeche.components.events.incidents.merging import merge
from depeche.components.events.index import indexed
from depeche.components.events.naming.pointing import resolve_pointing
from depeche.components.events.slots.record import records
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
