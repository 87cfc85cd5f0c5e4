"""`load()`: the French model with depeche's components on top."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language

from depeche.components import actors, casualties, events, header, numbers, places, qualifiers, triggers  # noqa: F401
from depeche.components import dates as _dates  # noqa: F401
from depeche.errors import ConfigurationError
from depeche.language import lemmas, paragraphs  # noqa: F401
from depeche.language.base_model import load_base

# Order matters: each component reads what those before it wrote.
BEFORE_MODEL = ("depeche_header", "depeche_paragraphs")
AFTER_MODEL = (
    "depeche_lemmas",
    "depeche_agreement",
    "depeche_numbers",
    "depeche_dates",
    "depeche_places",
    "depeche_triggers",
    "depeche_actors",
    "depeche_casualties",
    "depeche_qualifiers",
    "depeche_events",
)


def load(
    model: str | Path | Language | None = None,
    *,
    registry: str | Path | None = None,
    provenance: bool = False,
) -> Language:
    """A spaCy pipeline that writes `doc._.events`.

    Args:
        model: None for the shipped French model, else a path or the name of an installed spaCy pipeline with
            a parser and NER (`fr_core_news_lg`).
        registry: CSV file of actors that replaces the packaged one (same columns).
        provenance: whether each record carries the rule and the words behind each of its fields.

    Raises:
        ModelError: the model is missing or lacks a parser or NER.
        ConfigurationError: the registry cannot be read.

    >>> nlp = load()
    >>> doc = nlp("Le 23 mai 2025, des hommes armés ont attaqué le village de Dioura, tuant 41 soldats.")
    >>> [(event.type, event.date.edtf) for event in doc._.events]
    [('armed_attack', '2025-05-23')]
    """
    if registry is not None and not Path(registry).is_file():
        raise ConfigurationError(f"{registry}: no such registry file")
    nlp = load_base(model)
    for name in BEFORE_MODEL[::-1]:
        if name not in nlp.pipe_names:
            nlp.add_pipe(name, first=True)
    configs: dict[str, dict[str, object]] = {
        "depeche_actors": {"registry": str(registry) if registry else None},
        "depeche_events": {"provenance": provenance},
    }
    for name in AFTER_MODEL:
        if name not in nlp.pipe_names:
            nlp.add_pipe(name, config=configs.get(name, {}))
    return nlp
