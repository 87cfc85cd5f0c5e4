"""Score date extraction on a folder of TimeML files: extents, values, types, time a mention.

    python benchmarks/timebank.py FOLDER [--errors]

Compared are all DATE and TIME expressions of the text, the document creation time aside. What is adapted:

- The pipeline writes clock times, parts of the day and references (« désormais ») apart from dates, in
  `doc.spans["times"]`; both groups are scored, since TimeML annotates both.
- Intervals (« du 3 au 5 mars ») are two expressions in TimeML and in `doc.spans["dates"]`; the composed spans
  in `doc.spans["date_intervals"]` are not scored.
- Values are compared as TIMEX3 at day granularity or coarser: the part after « T » is dropped on both sides.
  A night from one day to the next has its first day, as TimeML writes it.

Extents are compared as the pipeline writes them: with the determiner, without preposition or contracted
article, as the French TimeBank has them. Relaxed: the extents overlap, each mention paired once.
Value: the extents overlap and the values are equal. Times are processor times of the component alone.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import depeche.components.dates  # noqa: F401  (registers the factory)
from depeche.values.dates import timex_value
from timeml import TYPES, Article, Expression, read_folder

REPEATS = 5


@dataclass
class Score:
    """Counts that add up over documents."""

    right: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right, in percent."""
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found, in percent."""
        return 100 * self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two, in percent."""
        return 200 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0


@dataclass
class Result:
    """Scores of one run, with what went wrong."""

    scores: dict[str, Score] = field(
        default_factory=lambda: {key: Score() for key in ("relaxed", "strict", "value")}
    )
    typed: Score = field(default_factory=Score)
    by_type: dict[str, Score] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    rules: Counter[str] = field(default_factory=Counter)


def expressions(doc: Doc) -> list[Expression]:
    """What the pipeline found, in text order."""
    found = []
    for group in ("dates", "times"):
        for span in doc.spans[group]:
            mention = span._.date
            kind = "DATE" if mention.kind in ("date", "vague") and mention.part is None else "TIME"
            found.append(Expression(span.start_char, span.end_char, kind, timex_value(mention), mention.rule))
    return sorted(found, key=lambda item: (item.start, item.end))


def pair(gold: Sequence[Expression], found: Sequence[Expression]) -> list[tuple[Expression, Expression]]:
    """Gold and found expressions that overlap, each paired once; equal extents first."""
    pairs: list[tuple[Expression, Expression]] = []
    free = list(found)
    for same in (True, False):
        for item in gold:
            if any(item is left for left, _ in pairs):
                continue
            for other in free:
                equal = (item.start, item.end) == (other.start, other.end)
                if equal if same else item.start < other.end and other.start < item.end:
                    pairs.append((item, other))
                    free.remove(other)
                    break
    return pairs


def score(article: Article, found: Sequence[Expression], result: Result) -> None:
    """Add one document's counts and errors."""
    pairs = pair(article.gold, found)
    right = {
        "relaxed": len(pairs),
        "strict": sum((a.start, a.end) == (b.start, b.end) for a, b in pairs),
        "value": sum(a.value == b.value for a, b in pairs),
    }
    for key, count in right.items():
        _add(result.scores[key], count, len(found), len(article.gold))
    _add(result.typed, sum(a.type == b.type for a, b in pairs), len(pairs), len(pairs))
    for kind in TYPES:
        gold = [item for item in article.gold if item.type == kind]
        hits = [a for a, _ in pairs if a.type == kind]
        _add(result.by_type.setdefault(kind, Score()), len(hits), len(gold), len(gold))
    result.errors.extend(_errors(article, found, pairs))
    result.rules.update(item.rule for item in found if all(item is not b for _, b in pairs))


def _add(score: Score, right: int, found: int, gold: int) -> None:
    score.right, score.found, score.gold = score.right + right, score.found + found, score.gold + gold


def _errors(
    article: Article, found: Sequence[Expression], pairs: Iterable[tuple[Expression, Expression]]
) -> Iterable[str]:
    listed = list(pairs)

    def words(item: Expression) -> str:
        before = article.text[max(0, item.start - 30) : item.start]
        after = article.text[item.end : item.end + 25]
        return f"{before}[[{article.text[item.start : item.end]}]]{after}".replace("\n", "⏎")

    for item in article.gold:
        if all(item is not left for left, _ in listed):
            yield f"missed   {article.name} {item.value:12} {words(item)}"
    for item in found:
        if all(item is not right for _, right in listed):
            yield f"spurious {article.name} {item.rule:12} {words(item)}"
    for left, right in listed:
        if (left.start, left.end) != (right.start, right.end):
            extent = article.text[left.start : left.end]
            yield f"extent   {article.name} {right.rule:12} gold [{extent}] {words(right)}"
        if left.value != right.value:
            values = f"{left.value} ≠ {right.value or '?'}"
            yield f"value    {article.name} {right.rule:12} {values}  {words(right)}"


def pipeline() -> Language:
    """Tokenizer and dates alone: the component needs no parse."""
    nlp = spacy.blank("fr")
    nlp.add_pipe("depeche_dates")
    return nlp


def documents(nlp: Language, articles: Sequence[Article]) -> list[Doc]:
    """Tokenized documents with their publication dates."""
    docs = [nlp.make_doc(article.text) for article in articles]
    for doc, article in zip(docs, articles, strict=True):
        doc._.published = article.published
    return docs


def milliseconds(component: Callable[[Doc], Doc], docs: Sequence[Doc]) -> float:
    """Processor time of the component over all documents, a mention."""
    began = time.process_time()
    for doc in docs:
        component(doc)
    taken = time.process_time() - began
    return 1000 * taken / max(1, sum(len(doc.spans["dates"]) + len(doc.spans["times"]) for doc in docs))


def report(result: Result, cold: float, warm: float) -> str:
    """The tables, as text."""
    lines = [f"{'':10}{'precision':>10}{'recall':>10}{'F1':>10}"]
    for key, counts in result.scores.items():
        lines.append(f"{key:10}{counts.precision:10.2f}{counts.recall:10.2f}{counts.f1:10.2f}")
    lines.append(f"\ntype accuracy {result.typed.recall:.2f}")
    for kind, counts in result.by_type.items():
        lines.append(f"recall of {kind} {counts.recall:.2f} ({counts.right} of {counts.gold})")
    lines.append(f"{cold:.3f} ms a mention on a first pass, {warm:.3f} ms on later ones")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, annotate, score, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="list every error, by kind and rule")
    options = parser.parse_args(arguments)
    articles, nlp, result = read_folder(options.folder), pipeline(), Result()
    component = nlp.get_pipe("depeche_dates")
    docs = documents(nlp, articles)
    cold = milliseconds(component, docs)
    for article, doc in zip(articles, docs, strict=True):
        score(article, expressions(doc), result)
    if options.errors:
        print("\n".join(sorted(result.errors)))
        print(f"spurious by rule: {dict(result.rules.most_common())}\n")
    print(f"{len(articles)} articles, {result.scores['relaxed'].gold} DATE and TIME expressions")
    warm = min(milliseconds(component, documents(nlp, articles)) for _ in range(REPEATS))
    print(report(result, cold, warm))
    return 0


if __name__ == "__main__":
    sys.exit(main())
