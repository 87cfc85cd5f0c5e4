"""Universal Dependencies of French (CoNLL-U) read as spaCy tokens: contractions merged, labels harmonised."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

#: Sub-labels that not all treebanks annotate, folded; obl:agent, nsubj:pass and aux:pass stay, roles are
#: read from them.
LABELS = {
    "obl:mod": "obl", "obl:arg": "obl", "obl:lmod": "obl", "obl:tmod": "obl", "obl:periph": "obl",
    "expl:comp": "expl", "expl:pv": "expl", "expl:pass": "expl", "expl:impers": "expl:subj",
    "obj:lvc": "obj", "obj:agent": "obj", "iobj:agent": "iobj", "advcl:cleft": "advcl",
    "nsubj:caus": "nsubj", "nsubj:outer": "nsubj", "csubj:pass": "csubj", "csubj:outer": "csubj",
    "parataxis:insert": "parataxis", "parataxis:parenth": "parataxis", "parataxis:obj": "parataxis",
    "parataxis:discourse": "parataxis", "nmod:appos": "appos", "dep:comp": "dep", "flat:num": "flat",
    "compound": "flat", "aux": "aux:tense",
}  # fmt: skip
#: Features that all treebanks annotate alike; the others (Emph, ExtPos, Voice, Typo …) would be noise.
FEATURES = frozenset(
    {
        "Number",
        "Gender",
        "PronType",
        "Definite",
        "VerbForm",
        "Person",
        "Tense",
        "Mood",
        "Poss",
        "Reflex",
        "Polarity",
    }
)


@dataclass(frozen=True)
class Word:
    """One token of a sentence; `head` is the 0-based index of its head, its own for the root."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    dep: str
    space: bool


Sentence = list[Word]


@dataclass
class _Block:
    """One CoNLL-U sentence: syntactic words by id, and the surface tokens that span several of them."""

    words: dict[int, Word] = field(default_factory=dict)
    spans: dict[int, tuple[int, str, bool]] = field(default_factory=dict)


def _features(feats: str) -> str:
    kept = [pair for pair in feats.split("|") if pair.split("=")[0] in FEATURES]
    return "|".join(kept)


def _blocks(lines: Iterable[str]) -> Iterator[_Block]:
    block = _Block()
    for line in lines:
        columns = line.rstrip("\n").split("\t")
        if len(columns) < 10:
            if not line.strip() and block.words:
                yield block
                block = _Block()
            continue
        space = "SpaceAfter=No" not in columns[9]
        if "-" in columns[0]:
            first, last = (int(n) for n in columns[0].split("-"))
            block.spans[first] = (last, columns[1], space)
        elif "." not in columns[0]:
            upos = "X" if columns[3] == "_" else columns[3]
            block.words[int(columns[0])] = Word(
                columns[1], columns[2], upos, _features(columns[5]), int(columns[6]), columns[7], space
            )
    if block.words:
        yield block


def _is_agent(number: int, words: dict[int, Word], children: dict[int, list[int]]) -> bool:
    """Tell whether a bare oblique in « par » of a passive is its agent (PUD does not mark agents)."""
    word, head = words[number], words.get(words[number].head)
    if head is None or word.upos not in ("NOUN", "PROPN", "PRON"):
        return False
    siblings = {words[child].dep for child in children[word.head]}
    participle = head.dep in ("acl", "amod") and "VerbForm=Part" in head.feats and "Tense=Past" in head.feats
    cases = [words[child].form.lower() for child in children[number] if words[child].dep == "case"]
    return bool(cases) and cases[0] == "par" and (participle or bool(siblings & {"aux:pass", "nsubj:pass"}))


def harmonise(words: dict[int, Word]) -> dict[int, Word]:
    """Return the words with labels that mean the same in every treebank."""
    children: dict[int, list[int]] = defaultdict(list)
    for number, word in words.items():
        children[word.head].append(number)
    return {
        number: replace(
            word,
            dep="obl:agent" if word.dep == "obl" and _is_agent(number, words, children)
            else LABELS.get(word.dep, word.dep),
        )
        for number, word in words.items()
    }  # fmt: skip


def _fused(parts: list[int], words: dict[int, Word], form: str, space: bool) -> Word:
    """Return one token for a contraction: the part that hangs outside it, de in « du » (de + le)."""
    lead = words[parts[0]]
    if lead.head in parts:
        lead = next(words[part] for part in parts if words[part].head not in parts)
    fused = replace(lead, form=form, space=space)
    first, second = words[parts[0]], words[parts[1]]
    if first.upos == "ADP" and second.upos == "DET" and len(parts) == 2:
        return replace(fused, upos="ADP", lemma=first.lemma, feats=second.feats)
    return fused


def merge(block: _Block) -> Sentence:
    """Return the surface tokens of a sentence; dependants of a swallowed article move to its contraction."""
    words = harmonise(block.words)
    tokens: list[Word] = []
    index: dict[int, int] = {}
    last = 0
    for number in sorted(words):
        if number <= last:
            continue
        parts = [number]
        token = words[number]
        if number in block.spans:
            last, form, space = block.spans[number]
            parts = [part for part in sorted(words) if number <= part <= last]
            token = _fused(parts, words, form, space)
        index.update({part: len(tokens) for part in parts})
        tokens.append(token)
    placed = []
    for i, token in enumerate(tokens):
        root = token.head == 0
        placed.append(
            replace(token, head=i if root else index[token.head], dep="ROOT" if root else token.dep)
        )
    return placed


def read_conllu(path: Path) -> list[Sentence]:
    """Return the sentences of a CoNLL-U file.

    Raises FileNotFoundError when the corpora folder lacks the file.
    """
    with path.open(encoding="utf8") as lines:
        return [merge(block) for block in _blocks(lines)]


def attested_verbs(sentences: Iterable[Sentence]) -> dict[str, str]:
    """Return the most frequent infinitive of each lower-case form tagged VERB or AUX at least twice."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence:
            if word.upos in ("VERB", "AUX") and word.lemma.endswith(("r", "re")) and word.form.isalpha():
                counts[word.form.lower()][word.lemma] += 1
    best = {
        form: min(found, key=lambda lemma: (-found[lemma], lemma)) for form, found in sorted(counts.items())
    }
    return {form: lemma for form, lemma in best.items() if counts[form][lemma] > 1}
