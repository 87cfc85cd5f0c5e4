"""Fit the weights of a record's confidence: `python benchmarks/confidence.py GOLD [GOLD ...]`.

Prints the table `[confidence]` of `src/depeche/data/events/weights.toml`, and how often records above a
confidence have type, date, places and toll all right, each article scored by weights fitted on the others
(cross-validation).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

import depeche
from depeche.components.events.slots import confidence, record
from depeche.evaluation.alignment import align
from depeche.evaluation.calibration import outcomes
from depeche.evaluation.gold import read_gold
from depeche.evaluation.incidents import gold_incidents, record_incident

FOLDS = 8
L2 = 1.5
STEP = 1e-4  # confidences that number the records while features are collected


class Example(NamedTuple):
    """A record: what speaks for it, whether it is right, and its article."""

    features: dict[str, float]
    right: bool
    article: int


def collect(folders: list[Path]) -> list[Example]:
    """Every record that the pipeline makes of the folders' articles."""
    seen: list[dict[str, float]] = []

    def number(*told: object) -> float:
        seen.append(confidence.features(*told))  # type: ignore[arg-type]
        return len(seen) * STEP

    record.confidence = number  # type: ignore[attr-defined]
    nlp = depeche.load()
    found: list[Example] = []
    articles = [article for folder in folders for article in read_gold(folder, need_text=True)]
    for index, article in enumerate(articles):
        seen.clear()
        told = {"id": article.id, "text": article.text or "", "published": article.published}
        read = [record_incident(one) for one in depeche.extract([told], nlp)]
        gold = gold_incidents(article)
        for outcome in outcomes(gold, read, align(gold, read)):
            features = seen[round(outcome.confidence / STEP) - 1]
            found.append(Example(features, outcome.right, index))
    return found


def fit(examples: list[Example], names: list[str]) -> np.ndarray:
    """Weights of a logistic regression with a quadratic penalty, the bias unpenalised."""
    x = np.array([[example.features[name] for name in names] for example in examples])
    y = np.array([1.0 if example.right else -1.0 for example in examples])
    free = np.array([0.0 if name == "bias" else 1.0 for name in names])

    def loss(w: np.ndarray) -> float:
        return float(np.logaddexp(0, -y * (x @ w)).sum() + L2 * (free * w * w).sum())

    return np.asarray(minimize(loss, np.zeros(len(names)), method="L-BFGS-B").x)


def main() -> None:
    """Collect, fit, print."""
    examples = collect([Path(folder) for folder in sys.argv[1:]])
    names = list(examples[0].features)
    held = np.zeros(len(examples))
    for fold in range(FOLDS):
        train = [example for example in examples if example.article % FOLDS != fold]
        weights = fit(train, names)
        for index, example in enumerate(examples):
            if example.article % FOLDS == fold:
                held[index] = sum(w * example.features[n] for w, n in zip(weights, names, strict=True))
    chance = 1 / (1 + np.exp(-held))
    right = np.array([example.right for example in examples])
    print(f"# {len(examples)} records, {right.mean():.2f} right; cross-validated:")
    for least in (0.9, 0.85, 0.8, 0.7, 0.6, 0.5):
        above = chance >= least
        share = right[above].mean() if above.any() else float("nan")
        print(f"# confidence >= {least}: {above.sum()} records, {share:.2f} right")
    print("[confidence]")
    for name, weight in zip(names, fit(examples, names), strict=True):
        print(f"{name} = {weight:.3f}")


if __name__ == "__main__":
    main()
