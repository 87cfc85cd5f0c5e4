"""Parsed sentences of our own in the manner of conflict news, with words of the same kind swapped."""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from models.training.conllu import Sentence, Word, read_conllu

DATA = Path(__file__).with_name("data")
_VOWEL = frozenset("aeéèêhiouyœ")


@cache
def _slots() -> dict[str, list[tuple[str, str]]]:
    """Return the (form, lemma) pairs by slot."""
    slots: dict[str, list[tuple[str, str]]] = {}
    with (DATA / "domain_slots.csv").open(encoding="utf8", newline="") as lines:
        for row in csv.DictReader(lines):
            slots.setdefault(row["slot"], []).append((row["form"], row["lemma"]))
    return slots


@cache
def _slot_of() -> dict[tuple[str, str], str]:
    return {pair: slot for slot, pairs in _slots().items() for pair in pairs if slot != "number"}


def _number(rng: Random) -> str:
    """Draw a number as news writes them: mostly digits, else words."""
    if rng.random() < 0.4:
        return rng.choice(_slots()["number"])[0]
    return str(rng.randint(2, 99)) if rng.random() < 0.8 else f"{rng.randint(1, 20)} {rng.randint(0, 9)}00"


def _varied(word: Word, first: bool, elided: bool, rng: Random) -> Word:
    if word.upos == "NUM" and "," not in word.form:
        form = lemma = _number(rng)
    else:
        slot = _slot_of().get((word.form, word.lemma))
        if slot is None:
            return word
        vowel = word.form[0] in _VOWEL
        fit = [pair for pair in _slots()[slot] if not elided or (pair[0][0] in _VOWEL) == vowel]
        form, lemma = rng.choice(fit)
    return replace(word, form=form.capitalize() if first else form, lemma=lemma)


def vary(sentence: Sentence, rng: Random) -> Sentence:
    """Return the sentence with other numbers, people and deeds; the tree stays."""
    return [
        _varied(word, i == 0, i > 0 and sentence[i - 1].form.endswith(("'", "’")), rng)
        for i, word in enumerate(sentence)
    ]


def domain_treebank(copies: int, seed: int = 0) -> list[Sentence]:
    """Return the sentences as written, then copies of them with words swapped."""
    rng = Random(seed)
    written = read_conllu(DATA / "domain_parses.conllu")
    drawn = [sentence for _ in range(copies) for sentence in rng.sample(written, len(written))]
    return written + [vary(sentence, rng) for sentence in drawn]
