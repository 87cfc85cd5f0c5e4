"""`depeche_actors`: who is named, by the registry, by descriptive noun phrases, and by the names of persons.

Writes `doc.spans["actors"]` and `span._.actor`. Roles (who did it to whom) are the events' business.
"""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from depeche import extensions  # noqa: F401
from depeche.components.actors.matching import Match, match_actors
from depeche.components.actors.registry import load_registry

__all__ = ["ActorFinder", "match_actors", "set_annotations"]

_GAP = "…"
_BY = " par … "


def set_annotations(doc: Doc, matches: list[Match]) -> None:
    """Write the matches into the doc; the only place that does."""
    spans = []
    for start, end, value in matches:
        span = Span(doc, start, end, label="ACTOR")
        span._.actor = value
        spans.append(span)
    doc.spans["actors"] = spans


def _event_tokens(doc: Doc) -> frozenset[int]:
    """Tokens of event verbs: they end a noun phrase.

    What stands in the gap of « prendre … en otage » is none of them: « ont pris des clients en otage »; nor
    is the author whom a form asks for (« submergé par une centaine d'assaillants »).
    """
    stop: set[int] = set()
    for span in doc.spans.get("triggers", ()):
        trigger = span._.trigger
        if trigger.pos == "V":
            own = trigger.form.partition(_BY)[0].split() if _GAP in trigger.form else ()
            stop.update(token.i for token in span if not own or token.pos_ != "NOUN" or token.lemma_ in own)
    return frozenset(stop)


class ActorFinder:
    """The component; `registry` is a CSV path, or None for the packaged one."""

    def __init__(self, registry: Path | None) -> None:
        self.registry = load_registry(registry)

    def __call__(self, doc: Doc) -> Doc:
        """Find the actors of a doc."""
        set_annotations(doc, list(match_actors(doc, self.registry, _event_tokens(doc))))
        return doc


@Language.factory(
    "depeche_actors",
    assigns=["doc.spans", "span._.actor"],
    requires=["span._.trigger", "token.pos", "doc.ents"],
    default_config={"registry": None},
)
def create_actors(nlp: Language, name: str, registry: str | None) -> ActorFinder:
    """Factory; `registry` is the path of a CSV file with the packaged registry's columns."""
    return ActorFinder(Path(registry) if registry else None)
