"""Entity corpora as spaCy documents: WiNER, POPCORN and the domain sentences of the project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from models.training.inline import Annotated, read_inline
from models.training.popcorn import read_popcorn
from models.training.swap import build_pools, swap_names
from models.training.winer import article_path, blocks, read_article, split_articles
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

#: Copies of the domain sentences in the training data: as written, and with names swapped.
AS_WRITTEN, SWAPPED = 4, 6
#: Share of training texts in capitals, as some headlines are.
CAPITALS = 0.03
#: Domain sentences are grouped in documents of one to this many, as articles are.
LARGEST = 4


def to_doc(nlp: Language, annotated: Annotated) -> Doc:
    """Return a tokenised document; an entity that cuts a token takes the whole token."""
    doc = nlp.make_doc(annotated.text)
    spans: list[Span] = []
    for start, end, label in annotated.entities:
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None and span.text.strip() and not (spans and span.start < spans[-1].end):
            spans.append(span)
    unsure = (doc.char_span(start, end, alignment_mode="expand") for start, end in annotated.unsure)
    missing = _apart([span for span in unsure if span is not None], spans)
    doc.set_ents(spans, missing=missing, default="outside")
    return doc


def _apart(missing: list[Span], spans: list[Span]) -> list[Span]:
    """Return the unsure spans that share no token with an entity or with each other."""
    taken = {i for span in spans for i in range(span.start, span.end)}
    kept = []
    for span in missing:
        tokens = set(range(span.start, span.end))
        if not tokens & taken:
            taken |= tokens
            kept.append(span)
    return kept


def typographic(annotated: Annotated, rng: Random) -> Annotated:
    """Return the text with one apostrophe, straight or curly, throughout; a few texts are put in capitals."""
    if rng.random() < CAPITALS and len(annotated.text.upper()) == len(annotated.text):
        annotated = replace(annotated, text=annotated.text.upper())
    return replace(annotated, text=annotated.text.replace("’", "'").replace("'", rng.choice("'’")))


def join(group: list[Annotated], separator: str) -> Annotated:
    """Return several texts as one, entities moved."""
    text, entities = "", []
    for annotated in group:
        text += separator if text else ""
        entities += [(a + len(text), b + len(text), label) for a, b, label in annotated.entities]
        text += annotated.text
    return Annotated(text, tuple(entities))


def _grouped(texts: list[Annotated], rng: Random) -> Iterator[Annotated]:
    order = rng.sample(texts, len(texts))
    start = 0
    while start < len(order):
        group = order[start : start + rng.randint(1, LARGEST)]
        start += len(group)
        yield join(group, rng.choice([" ", "\n", "\n\n"]))


def real_texts(corpora: Path, domain: Path) -> list[Annotated]:
    """Return the training texts as they were written: articles, reports and domain sentences."""
    return [*_articles(corpora, "train"), *read_popcorn(corpora), *read_inline(domain / "train.txt")]


def training_texts(corpora: Path, domain: Path, gazetteers: Path, rng: Random) -> Iterator[Annotated]:
    """Yield the training texts of the three corpora; WiNER twice, the second time with names swapped."""
    articles = _articles(corpora, "train")
    own = read_inline(domain / "train.txt")
    pools = build_pools(gazetteers, own, own + articles)
    for article in articles:
        yield from blocks(article, rng)
        yield from (swap_names(block, pools, rng, rate=0.6) for block in blocks(article, rng))
    yield from read_popcorn(corpora)
    for copy in range(AS_WRITTEN + SWAPPED):
        texts = own if copy < AS_WRITTEN else [swap_names(text, pools, rng) for text in own]
        yield from _grouped(texts, rng)


def _write(path: Path, nlp: Language, texts: Iterable[Annotated]) -> int:
    docbin = DocBin(docs=[to_doc(nlp, text) for text in texts if text.text.strip()])
    docbin.to_disk(path)
    return len(docbin)


def _articles(corpora: Path, part: str) -> list[Annotated]:
    return [read_article(article_path(corpora, name)) for name in split_articles()[part]]


def write_entities(corpora: Path, domain: Path, gazetteers: Path, out: Path, nlp: Language) -> dict[str, int]:
    """Write the documents of both stages of training and those to watch; return how many of each."""
    counts = {"dev": _write(out / "ner_dev.spacy", nlp, _articles(corpora, "dev"))}
    for seed, stage in enumerate(("train", "more")):
        rng = Random(seed)
        texts = [typographic(text, rng) for text in training_texts(corpora, domain, gazetteers, rng)]
        counts[stage] = _write(out / f"ner_{stage}.spacy", nlp, texts)
    return counts


def write_entity_tests(corpora: Path, domain: Path, out: Path, nlp: Language) -> dict[str, int]:
    """Write the test documents, held-out articles and domain sentences, and return how many of each."""
    return {
        "winer": _write(out / "test_winer.spacy", nlp, _articles(corpora, "test")),
        "domain": _write(out / "test_domain.spacy", nlp, read_inline(domain / "test.txt")),
    }
