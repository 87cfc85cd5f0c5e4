"""The treebanks as spaCy documents: which file trains, which tests."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from random import Random

from models.training.augment import Page, flatten, pages, plain
from models.training.conllu import Sentence, attested_verbs, read_conllu
from models.training.domain_parses import domain_treebank
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

SEQUOIA, GSD = "UD_French-Sequoia/fr_sequoia-ud-{}.conllu", "UD_French-GSD/fr_gsd-ud-{}.conllu"
#: Treebanks to train on. Sequoia's dev part trains too, but for its last sentences: settings were fixed
#: beforehand.
TRAIN = (
    SEQUOIA.format("train"),
    SEQUOIA.format("dev"),
    GSD.format("dev"),
    "UD_French-PUD/fr_pud-ud-test.conllu",
    "UD_French-FQB/fr_fqb-ud-test.conllu",
)
TESTS = {"gsd": GSD.format("test"), "sequoia": SEQUOIA.format("test")}
#: Sentences at the end of the two dev parts that follow the training, never trained on.
WATCHED = 100
#: The training pages are drawn this many times, with other groupings and typography.
COPIES = 2
#: Copies of our own parsed sentences with words swapped.
VARIED = 5
_ATTRS = ["ORTH", "SPACY", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START"]


def to_doc(vocab: Vocab, page: Page) -> Doc:
    """Return a page as a fully annotated document."""
    tokens = flatten(page)
    return Doc(
        vocab,
        words=[token.form for token in tokens],
        spaces=[token.space for token in tokens],
        pos=[token.upos for token in tokens],
        morphs=["" if token.feats == "_" else token.feats for token in tokens],
        lemmas=[token.form if token.lemma == "_" else token.lemma for token in tokens],
        heads=[token.head for token in tokens],
        deps=[token.dep for token in tokens],
    )


def split(corpora: Path) -> tuple[list[list[Sentence]], list[Sentence]]:
    """Return the training sentences by treebank, and those watched during training."""
    train, watched = [], []
    for name in TRAIN:
        sentences = read_conllu(corpora / name)
        if "-dev." in name:
            watched += sentences[-WATCHED:]
            sentences = sentences[:-WATCHED]
        train.append(sentences)
    return [*train, domain_treebank(VARIED)], watched


def training_verbs(corpora: Path) -> dict[str, str]:
    """Return the infinitives attested in the training sentences."""
    return attested_verbs(sentence for treebank in split(corpora)[0] for sentence in treebank)


def _write(path: Path, docs: Iterable[Doc]) -> int:
    docbin = DocBin(attrs=_ATTRS, docs=docs)
    docbin.to_disk(path)
    return len(docbin)


def write_treebanks(corpora: Path, out: Path, vocab: Vocab, seed: int = 0) -> dict[str, int]:
    """Write the documents to train on and to watch, for spaCy, and return how many of each."""
    rng = Random(seed)
    train, watched = split(corpora)
    drawn = [page for _ in range(COPIES) for treebank in train for page in pages(treebank, rng)]
    return {
        "train": _write(out / "parser_train.spacy", (to_doc(vocab, page) for page in drawn)),
        "dev": _write(out / "parser_dev.spacy", (to_doc(vocab, page) for page in plain(watched))),
    }


def write_tests(corpora: Path, out: Path, vocab: Vocab) -> dict[str, int]:
    """Write the test documents, one a sentence, and return how many of each."""
    counts = {}
    for name, file in TESTS.items():
        sentences = plain(read_conllu(corpora / file))
        counts[name] = _write(out / f"test_{name}.spacy", (to_doc(vocab, page) for page in sentences))
    return counts
