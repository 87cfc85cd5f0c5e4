"""From corpora to weights, step by step; every step is a function of folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.training.assemble import assemble, save
from models.training.entities import real_texts, write_entities, write_entity_tests
from models.training.lexicon import write_lexicon
from models.training.names import person_words, write_names
from models.training.treebanks import training_verbs, write_tests, write_treebanks

from depeche.language.base_model import NAME
from depeche.language.french import FrenchNews
from depeche.language.tokenizer import FrenchTokenizer

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
MODEL = REPOSITORY / "models" / NAME
LANGUAGE = REPOSITORY / "src" / "depeche" / "language"


@dataclass(frozen=True)
class Folders:
    """Where things are read and written."""

    corpora: Path
    gazetteers: Path
    work: Path
    domain: Path = REPOSITORY / "corpus" / "domain"

    @property
    def data(self) -> Path:
        """Return the folder of the documents made for spaCy, created if need be."""
        folder = self.work / "data"
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def blank() -> FrenchNews:
    """Return an empty pipeline with the tokenizer of the project."""
    nlp = FrenchNews()
    nlp.tokenizer = FrenchTokenizer(nlp)
    return nlp


def compile_lexicons(folders: Folders) -> dict[str, int]:
    """Write the form lexicon and the names into the package; return how many entries."""
    counts = {"forms": write_lexicon(LANGUAGE / "lexicon.tsv.gz", training_verbs(folders.corpora))}
    persons = person_words(real_texts(folders.corpora, folders.domain))
    counts["names"] = write_names(LANGUAGE / "names.tsv.gz", folders.gazetteers, persons)
    return counts


def convert_tests(folders: Folders) -> dict[str, int]:
    """Write the test documents; return how many of each."""
    nlp = blank()
    counts = write_tests(folders.corpora, folders.data, nlp.vocab)
    return counts | write_entity_tests(folders.corpora, folders.domain, folders.data, nlp)


def convert(folders: Folders) -> dict[str, int]:
    """Write the training, dev and test documents; return how many of each."""
    nlp = blank()
    counts = write_treebanks(folders.corpora, folders.data, nlp.vocab)
    entities = write_entities(folders.corpora, folders.domain, folders.gazetteers, folders.data, nlp)
    return counts | {f"entities {name}": count for name, count in entities.items()} | convert_tests(folders)


def _train(config: str, out: Path, paths: dict[str, Path], steps: int | None) -> Path:
    """Train one config and return its folder, with the best weights on the dev set and the last ones."""
    from spacy.cli.train import train  # imports the whole command line of spaCy

    overrides: dict[str, Any] = {name: str(path) for name, path in paths.items()}
    train(HERE / "configs" / config, out, overrides=overrides | _limit(steps))
    return out


def train_parser(folders: Folders, steps: int | None = None) -> Path:
    """Train morphology, parser and lemmatizer on the treebanks (about 25 minutes of one core)."""
    paths = {
        "paths.train": folders.data / "parser_train.spacy",
        "paths.dev": folders.data / "parser_dev.spacy",
    }
    return _train("parser.cfg", folders.work / "parser", paths, steps)


def train_ner(folders: Folders, steps: int | None = None) -> Path:
    """Train the entity recogniser from the parser's tok2vec (about 15 minutes of one core)."""
    paths = {
        "paths.train": folders.data / "ner_train.spacy",
        "paths.dev": folders.data / "ner_dev.spacy",
        "paths.parser": folders.work / "parser" / "model-best",
    }
    return _train("ner.cfg", folders.work / "ner", paths, steps)


def train_ner_more(folders: Folders, steps: int | None = None) -> Path:
    """Train the entity recogniser further, with other names in the texts (about 7 minutes of one core)."""
    paths = {
        "paths.train": folders.data / "ner_more.spacy",
        "paths.dev": folders.data / "ner_dev.spacy",
        "paths.first": folders.work / "ner" / "model-best",
    }
    return _train("ner_more.cfg", folders.work / "ner_more", paths, steps)


def _limit(steps: int | None) -> dict[str, Any]:
    return {} if steps is None else {"training.max_steps": steps, "training.eval_frequency": max(1, steps)}


def put_together(folders: Folders, out: Path = MODEL) -> Path:
    """Write the one pipeline that the package ships; entities take the last weights of their second stage."""
    save(assemble(folders.work / "parser" / "model-best", folders.work / "ner_more" / "model-last"), out)
    return out
