"""The base pipeline: the weights shipped with the package, or another spaCy pipeline given by the user."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import load_config
from srsly import read_json  # type: ignore[import-untyped]

import depeche.language.embedding
import depeche.language.tokenizer  # noqa: F401
from depeche.errors import ModelError
from depeche.language.agreement import depeche_agreement  # noqa: F401
from depeche.language.consistency import depeche_consistency  # noqa: F401
from depeche.language.cues import depeche_cues  # noqa: F401
from depeche.language.entities import LABELS  # registers the factory too
from depeche.language.french import FrenchNews
from depeche.language.lemmas import depeche_lemmas  # noqa: F401 (registers the factory)
from depeche.language.paragraphs import depeche_paragraphs  # noqa: F401

NAME = "fr_depeche"
#: What the components read, by the attribute that a spaCy component declares to write.
_NEEDED = {"token.dep": "a dependency parser", "doc.ents": "a named-entity recogniser (ner)"}


def shipped_path() -> Path:
    """Return the folder of the shipped weights, in an installed wheel or in a checkout.

    Raises ModelError when neither holds them.
    """
    package = Path(__file__).resolve().parents[1]
    candidates = (package / "models" / NAME, package.parents[1] / "models" / NAME)
    for path in candidates:
        if (path / "config.cfg").is_file():
            return path
    raise ModelError(
        f"{candidates[0]}: the shipped model is missing; reinstall depeche, or give load(model=...)"
    )


def _is_ours(path: Path) -> bool:
    """Tell whether a folder holds a pipeline trained by this project: its config names our tokenizer."""
    config = path / "config.cfg"
    return config.is_file() and "depeche.FrenchTokenizer.v1" in config.read_text(encoding="utf8")


def _read_ours(path: Path) -> Language:
    """Load weights of ours in their own language class, which spaCy's loader would not choose."""
    config = load_config(path / "config.cfg", interpolate=False)
    nlp = FrenchNews.from_config(config)
    nlp.meta.update(read_json(path / "meta.json"))
    return nlp.from_disk(path)


def _read(model: str | Path) -> Language:
    """Load a pipeline from a folder or an installed package, with one clear line when it cannot be."""
    try:
        if _is_ours(Path(model)):
            return _read_ours(Path(model))
        return spacy.load(model)
    except OSError as error:
        raise ModelError(
            f"{model}: no spaCy pipeline there; give the folder of one, or the name of an installed one"
            " (pip list shows fr_core_news_lg when it is)"
        ) from error
    except (ValueError, KeyError, ImportError) as error:
        reason = " ".join(str(error).split())[:200]
        raise ModelError(f"{model}: spaCy cannot load this pipeline ({reason})") from error


def _check(nlp: Language, name: str) -> None:
    """Raise ModelError when no enabled component writes what depeche reads."""
    written = {attribute for pipe in nlp.pipe_names for attribute in nlp.get_pipe_meta(pipe).assigns}
    missing = [what for attribute, what in _NEEDED.items() if attribute not in written]
    if missing:
        found = ", ".join(nlp.pipe_names) or "nothing"
        raise ModelError(f"{name}: the pipeline lacks {' and '.join(missing)}; it has {found}")
    if nlp.lang != "fr":
        raise ModelError(
            f"{name}: the pipeline reads the language « {nlp.lang} »; depeche needs a French one (fr)"
        )


def _last_writer(nlp: Language, attribute: str) -> str | None:
    """Return the last component that writes an attribute."""
    writers = [pipe for pipe in nlp.pipe_names if attribute in nlp.get_pipe_meta(pipe).assigns]
    return writers[-1] if writers else None


def _labels(nlp: Language) -> set[str]:
    """Return the labels of all components that write entities."""
    writers = [pipe for pipe in nlp.pipe_names if "doc.ents" in nlp.get_pipe_meta(pipe).assigns]
    return {label for pipe in writers for label in nlp.pipe_labels.get(pipe, [])}


def _complete(nlp: Language) -> None:
    """Add what every base needs: paragraphs first, our entity labels, and verb lemmas after the others."""
    if not nlp.has_pipe("depeche_paragraphs"):
        nlp.add_pipe("depeche_paragraphs", first=True)
    if not _labels(nlp) <= LABELS and not nlp.has_pipe("depeche_entity_labels"):
        nlp.add_pipe("depeche_entity_labels", after=_last_writer(nlp, "doc.ents"))
    for name in ("depeche_cues", "depeche_consistency"):
        if not nlp.has_pipe(name):
            nlp.add_pipe(name, after=_last_writer(nlp, "doc.ents"))
    if not nlp.has_pipe("depeche_lemmas"):
        nlp.add_pipe(
            "depeche_lemmas", after=_last_writer(nlp, "token.lemma") or _last_writer(nlp, "token.dep")
        )
    if not nlp.has_pipe("depeche_agreement"):
        nlp.add_pipe("depeche_agreement", after="depeche_lemmas")


def load_base(model: str | Path | Language | None = None) -> Language:
    """Return the spaCy pipeline that the components of depeche build on.

    Args:
        model: None for the shipped weights; a folder; the name of an installed pipeline
        (`fr_core_news_lg`); or a
            pipeline already loaded, which is completed in place.

    Returns:
        A French pipeline with sentence starts at line breaks, part-of-speech, parse, lemmas (dictionary
        first for verbs) and entities labelled LOC, ORG, PER or MISC.

    Raises:
        ModelError: the pipeline is missing, unreadable, not French, or lacks a parser or an entity
        recogniser.
    """
    if isinstance(model, Language):
        nlp, name = model, model.meta.get("name") or "the pipeline given"
    else:
        source = shipped_path() if model is None else model
        nlp, name = _read(source), str(source)
    _check(nlp, name)
    _complete(nlp)
    return nlp
