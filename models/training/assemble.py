"""One pipeline out of the two trainings, with the components of the package that need no training."""

from __future__ import annotations

import hashlib
import os
import shutil
from datetime import date
from pathlib import Path

import spacy
from spacy.language import Language

import depeche.language.base_model  # noqa: F401 (registers the architectures and factories)


def assemble(parser: Path, ner: Path) -> Language:
    """Return the pipeline: paragraphs, trained components, verb lemmas, entities.

    The recogniser keeps a tok2vec of its own, copied into it before it is moved.
    """
    nlp = spacy.load(parser)
    entities = spacy.load(ner)
    entities.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("depeche_paragraphs", first=True)
    nlp.add_pipe("depeche_lemmas", last=True)
    nlp.add_pipe("ner", source=entities)
    nlp.add_pipe("depeche_cues", last=True)
    nlp.add_pipe("depeche_consistency", last=True)
    nlp.meta.update(
        name="depeche",
        version=date.today().strftime("%Y.%m.%d"),
        description="French news: tokenizer, morphology, dependencies, lemmas and entities",
        license="CC BY-SA 4.0",
    )
    nlp.meta.pop("performance", None)
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])  # folders of the machine that trained
    return nlp


def save(nlp: Language, path: Path) -> None:
    """Write the pipeline beside `path`, then put it in place, so that no reader sees half of it."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    nlp.to_disk(fresh)
    if path.exists():
        shutil.rmtree(path)
    fresh.rename(path)


def checksum(path: Path) -> str:
    """Return the SHA-256 of a pipeline folder over its files in name order, evaluation figures excepted."""
    digest = hashlib.sha256()
    for file in sorted(p for p in path.rglob("*") if p.is_file() and p.name != "meta.json"):
        digest.update(str(file.relative_to(path).as_posix()).encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def size_in_megabytes(path: Path) -> float:
    """Return the size of a folder in MB (10^6 bytes)."""
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) / 1e6
