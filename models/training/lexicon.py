"""Compile the form lexicon of the package from spacy-lookups-data and regular conjugation."""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from depeche.language.lexicon import pack

SOURCE = "spacy-lookups-data 1.0.5 (Explosion, MIT); -er verbs conjugated by rule; UD treebanks of the card"
# Endings of regular -er verbs after a stem; those in e-mute may change the stem (céder: cède, jeter: jette,
# payer: paie). Persons that news hardly uses (imperfect subjunctive, first and second plural) are left out
# of this large group.
_ENDINGS = ("er", "ant", "é", "ée", "és", "ées", "ons", "ez", "ais", "ait", "aient", "ai", "a", "èrent")
_MUTE_ENDINGS = ("e", "es", "ent")
_FUTURE = ("ra", "ront", "rait", "raient")
_RARE = re.compile(r"(?:[âîû]mes|[âîû]tes|[aiu]sses?|[aiu]ssions|[aiu]ssiez|[âîû]t|i(?:ons|ez))$")
#: Function words and nouns that the tables also give as forms of a rare verb (« plus » of plaire).
_NEVER_VERBS = frozenset({"plus", "par", "contre", "pendant", "vers", "sous", "nu", "bien", "la", "le"})


def _table(name: str) -> Any:
    path = files("spacy_lookups_data").joinpath(f"data/{name}.json.gz")
    return json.loads(gzip.decompress(path.read_bytes()))


def _preferences() -> dict[str, str]:
    """Return the infinitive to prefer for forms that two verbs share."""
    path = Path(__file__).with_name("configs") / "verb_preferences.csv"
    with path.open(encoding="utf8", newline="") as lines:
        return {row["form"]: row["lemma"] for row in csv.DictReader(lines)}


def conjugate(infinitive: str) -> set[str]:
    """Return the regular forms of a first-group verb (« tuer » gives « tuant », « tuèrent », « tuées » …).

    Spelling follows the rules of -cer, -ger and -yer verbs; verbs that open or double their last vowel
    (céder, jeter) get both spellings of the mute forms, since an unattested form harms nobody.
    """
    stem = infinitive[:-2]
    mutes = {stem}
    if stem.endswith("y"):
        mutes.add(stem[:-1] + "i")
    if len(stem) > 2 and stem[-2] in "eé" and stem[-1] not in "aeiouy":
        mutes |= {stem[:-2] + "è" + stem[-1], stem + stem[-1]}
    forms = {mute + ending for mute in mutes for ending in _MUTE_ENDINGS}
    forms |= {mute + "e" + ending for mute in mutes for ending in _FUTURE}
    for ending in _ENDINGS:
        base = stem
        if ending[0] in "aoâ":
            base = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
        forms.add(base + ending)
    return forms


def _plurals(noun: str) -> set[str]:
    if noun.endswith(("s", "x", "z")):
        return {noun}
    if noun.endswith(("au", "eu")):
        return {noun, noun + "x"}
    return {noun, noun + "s", noun[:-2] + "aux"} if noun.endswith("al") else {noun, noun + "s"}


def verb_forms(attested: Mapping[str, str]) -> dict[str, str]:
    """Return the infinitive of every verb form; treebanks win over tables, tables over conjugation."""
    exceptions, lookup = _table("fr_lemma_exc"), _table("fr_lemma_lookup")
    verbs = set(_table("fr_lemma_index")["verb"]) | {found[0] for found in exceptions["verb"].values()}
    verbs |= set(attested.values())
    forms = {
        form: infinitive
        for infinitive in sorted(verbs)
        if infinitive.endswith("er")
        for form in conjugate(infinitive)
    }
    forms.update(
        {form: found[0] for form, found in lookup.items() if found[0] in verbs and form not in verbs}
    )
    forms.update({form: found[0] for form, found in exceptions["adj"].items() if found[0] in verbs})
    forms.update({form: found[0] for kind in ("verb", "aux") for form, found in exceptions[kind].items()})
    forms.update({verb: verb for verb in verbs})
    forms = {
        form: lemma for form, lemma in forms.items() if not (lemma.endswith("er") and _RARE.search(form))
    }
    forms |= {**attested, **_preferences()}
    return {form: lemma for form, lemma in forms.items() if form not in _NEVER_VERBS}


def _nominal_forms() -> Iterator[tuple[str, str, str]]:
    """Yield (form, class, lemma) of adverbs, nouns and adjectives."""
    index, exceptions = _table("fr_lemma_index"), _table("fr_lemma_exc")
    yield from ((adverb, "D", adverb) for adverb in index["adv"])
    for noun in index["noun"]:
        yield from ((form, "N", noun) for form in _plurals(noun))
    for adjective in index["adj"]:
        feminine = adjective if adjective.endswith("e") else adjective + "e"
        yield from ((form, "A", adjective) for form in _plurals(adjective) | _plurals(feminine))
    yield from ((form, "N", found[0]) for form, found in exceptions["noun"].items())
    # The table of adjectives also lists participles under their infinitive: those are verb forms.
    verbal = ("er", "ir", "re", "oir")
    yield from (
        (form, "A", found[0]) for form, found in exceptions["adj"].items() if not found[0].endswith(verbal)
    )


def compile_entries(attested: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return (classes, lemma) by form; `attested` gives the infinitives read in training treebanks."""
    classes: dict[str, set[str]] = defaultdict(set)
    lemmas: dict[str, str] = {}
    for form, kind, lemma in _nominal_forms():
        classes[form].add(kind)
        lemmas.setdefault(form, lemma)
    for form, lemma in verb_forms(attested).items():
        classes[form].add("V")
        lemmas[form] = lemma
    order = "VNAD"
    return {form: ("".join(sorted(classes[form], key=order.index)), lemmas[form]) for form in sorted(classes)}


def write_lexicon(path: Path, attested: Mapping[str, str]) -> int:
    """Write the lexicon as gzipped TSV (form, classes, packed lemma) and return the number of forms."""
    entries = {
        form: entry for form, entry in compile_entries(attested).items() if form.islower() and " " not in form
    }
    lines = [f"# source: {SOURCE}"]
    lines += [f"{form}\t{kinds}\t{pack(form, lemma)}" for form, (kinds, lemma) in sorted(entries.items())]
    path.write_bytes(gzip.compress("\n".join(lines).encode("utf8"), mtime=0))
    return len(entries)
