"""Throughput: tokens a second of the tokenizer alone, of the model alone and of the whole pipeline.

    python benchmarks/throughput.py corpus/articles corpus/gold/dev

One run measures all three, article by article and stage by stage, so that whatever else the machine does
weighs on all alike; the first round warms up and is not counted. « Added » is the time of our components over
that of the tokenizer and the model.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc

import depeche
from depeche.article import Article

# The trained components and what spaCy itself does; the others are ours.
MODEL = ("tok2vec", "morphologizer", "parser", "trainable_lemmatizer", "ner")


def measure(articles: Sequence[Article], nlp: Language, rounds: int) -> tuple[int, Counter[str]]:
    """Tokens read, and seconds by stage: `tokenizer` and each component.

    Args:
        articles: what is read, `rounds` times after a first round that is not counted.
    """
    seconds: Counter[str] = Counter()
    tokens = 0
    for round in range(rounds + 1):
        for article in articles:
            spent: Counter[str] = Counter()
            with nlp.memory_zone():
                tokens += round and len(timed(article, nlp, spent))
            if round:
                seconds += spent
    return tokens, seconds


def timed(article: Article, nlp: Language, spent: Counter[str]) -> Doc:
    """One article through the pipeline, a stage at a time."""
    started = time.perf_counter()
    doc = nlp.make_doc(article.text)
    spent["tokenizer"] = time.perf_counter() - started
    doc._.article, doc._.published = article, article.published
    for name, component in nlp.pipeline:
        started = time.perf_counter()
        doc = component(doc)
        spent[name] = time.perf_counter() - started
    return doc


def report(tokens: int, seconds: Counter[str]) -> Iterable[str]:
    """The table as lines: stage, tokens a second, share of the whole."""
    model = sum(seconds[name] for name in MODEL)
    whole = seconds.total()
    base = seconds["tokenizer"] + model
    yield f"{'stage':<24}{'tokens/s':>12}{'share':>9}"
    for name, spent in (
        ("tokenizer alone", seconds["tokenizer"]),
        ("model alone", base),
        ("whole pipeline", whole),
    ):
        yield f"{name:<24}{tokens / spent:>12,.0f}{spent / whole:>9.1%}"
    yield f"added by the components: {(whole - base) / base:.0%} of the time of tokenizer and model"
    yield ""
    for name, spent in seconds.most_common():
        yield f"{name:<24}{tokens / spent:>12,.0f}{spent / whole:>9.1%}"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("paths", nargs="+", help="files or folders of articles")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    articles = list(depeche.read_articles(arguments.paths, on_error=lambda error: None))
    nlp = depeche.load()
    tokens, seconds = measure(articles, nlp, arguments.rounds)
    print(f"{len(articles)} articles, {tokens // arguments.rounds:,} tokens, {arguments.rounds} rounds")
    print("\n".join(report(tokens, seconds)))


if __name__ == "__main__":
    main()
