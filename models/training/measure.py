"""Scores, speed, size and load time of a trained pipeline on the test sets."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from models.training.assemble import size_in_megabytes
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from depeche.language.base_model import load_base

VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True)
class Figure:
    """One measure, what was aimed at, and whether a higher value is better."""

    name: str
    value: float
    target: float
    higher: bool = True
    unit: str = "%"

    @property
    def reached(self) -> bool:
        """Tell whether the measure, rounded as it is printed, meets the target."""
        value = round(self.value, 1)
        return value >= self.target if self.higher else value <= self.target


def examples(nlp: Language, path: Path) -> list[Example]:
    """Return the documents of a test set beside what the pipeline makes of their raw text."""
    golds = list(DocBin().from_disk(path).get_docs(nlp.vocab))
    return [
        Example(doc, gold) for doc, gold in zip(nlp.pipe(gold.text for gold in golds), golds, strict=True)
    ]


def verb_lemma_accuracy(pairs: Iterable[Example]) -> float:
    """Return the share of gold verbs and auxiliaries with the right lemma, whatever tag they were given.

    A verb that the tokenizer cut otherwise counts as wrong.
    """
    right = total = 0
    for pair in pairs:
        predicted = {(token.idx, len(token)): token.lemma_ for token in pair.predicted}
        for token in pair.reference:
            if token.pos_ in VERBAL:
                total += 1
                right += predicted.get((token.idx, len(token))) == token.lemma_
    return right / total


def recall(pairs: Iterable[Example], labels: frozenset[str]) -> float:
    """Return the share of gold entities of these labels found with the same span and label."""
    found = total = 0
    for pair in pairs:
        predicted = {(e.start_char, e.end_char, e.label_) for e in pair.predicted.ents}
        gold = {(e.start_char, e.end_char, e.label_) for e in pair.reference.ents if e.label_ in labels}
        found += len(gold & predicted)
        total += len(gold)
    return found / total


def treebank_scores(nlp: Language, path: Path) -> dict[str, float]:
    """Return accuracies in percent on one treebank, one document a sentence, from raw text."""
    pairs = examples(nlp, path)
    scores = Scorer(nlp).score(pairs) | Scorer.score_tokenization(pairs)
    names = {"UPOS": "pos_acc", "UAS": "dep_uas", "LAS": "dep_las", "lemma": "lemma_acc", "tokens": "token_f"}
    out = {name: 100 * scores[key] for name, key in names.items()}
    return out | {"verb lemma": 100 * verb_lemma_accuracy(pairs)}


def entity_scores(nlp: Language, path: Path) -> dict[str, float]:
    """Return F by label, F of all, and recall of places and organisations, in percent."""
    pairs = examples(nlp, path)
    recalled = recall(pairs, frozenset({"LOC", "ORG"}))
    scores = Scorer(nlp).score(pairs)
    out = {label: 100 * values["f"] for label, values in sorted(scores["ents_per_type"].items())}
    return out | {"P": 100 * scores["ents_p"], "R": 100 * scores["ents_r"], "F": 100 * scores["ents_f"],
                  "recall LOC+ORG": 100 * recalled}  # fmt: skip


def speed(nlp: Language, texts: list[str], rounds: int = 3) -> tuple[float, float]:
    """Return tokens a second of CPU, whole pipeline and tokenizer alone: the median of some rounds."""
    list(nlp.pipe(texts[:5]))
    whole, bare = [], []
    for _ in range(rounds):
        start = time.process_time()
        tokens = sum(len(doc) for doc in nlp.pipe(texts))
        middle = time.process_time()
        sum(len(nlp.make_doc(text)) for text in texts)
        whole.append(tokens / (middle - start))
        bare.append(tokens / (time.process_time() - middle))
    return median(whole), median(bare)


def load_time(model: Path) -> float:
    """Return the seconds that `load_base` takes, imports done."""
    start = time.perf_counter()
    load_base(model)
    return time.perf_counter() - start


def figures(model: Path, data: Path) -> tuple[list[Figure], dict[str, dict[str, float]], dict[str, float]]:
    """Return the targets with what was reached, all scores by test set, and technical measures."""
    seconds = load_time(model)
    nlp = load_base(model)
    tables = {name: treebank_scores(nlp, data / f"test_{name}.spacy") for name in ("gsd", "sequoia")}
    tables |= {name: entity_scores(nlp, data / f"test_{name}.spacy") for name in ("winer", "domain")}
    articles: list[Doc] = list(DocBin().from_disk(data / "test_winer.spacy").get_docs(nlp.vocab))
    whole, bare = speed(nlp, [doc.text for doc in articles])
    size = size_in_megabytes(model)
    technical = {
        "tokens/s": whole,
        "tokenizer tokens/s": bare,
        "ratio": bare / whole,
        "MB": size,
        "load s": seconds,
    }
    gsd, sequoia = tables["gsd"], tables["sequoia"]
    return (
        [
            Figure("UAS, Sequoia test", sequoia["UAS"], 89.0),
            Figure("LAS, Sequoia test", sequoia["LAS"], 85.0),
            Figure("UAS, GSD test", gsd["UAS"], 86.5),
            Figure("UPOS, GSD test", gsd["UPOS"], 95.5),
            Figure("UPOS, Sequoia test", sequoia["UPOS"], 97.3),
            Figure("lemma of verbs, GSD test", gsd["verb lemma"], 94),
            Figure("lemma of verbs, Sequoia test", sequoia["verb lemma"], 95),
            Figure("entities F, held-out WiNER", tables["winer"]["F"], 84),
            Figure("recall of LOC and ORG, held-out domain", tables["domain"]["recall LOC+ORG"], 92),
            Figure("speed, whole model, one core", whole, 5000, unit="tokens/s"),
            Figure("size", size, 30, higher=False, unit="MB"),
            Figure("load time", seconds, 1, higher=False, unit="s"),
        ],
        tables,
        technical,
    )
