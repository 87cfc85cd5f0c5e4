"""`depeche_triggers`: the words that tell an event, by the lexicon `data/triggers/triggers.csv`.

Writes `doc.spans["triggers"]` and `span._.trigger`. The longest entry wins at each place; among entries of
the same words a pronominal one wins over a plain one (« s'est fait exploser » over « a fait exploser »).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from depeche import extensions  # noqa: F401
from depeche.components.adjuncts import adjectives, adjuncts
from depeche.components.ellipsis import elided
from depeche.components.figurative import figurative_rule
from depeche.components.lemma_patterns import GAP, PatternIndex, doc_keys_cached, own_reflexive
from depeche.resources import affixes, lexicon, word_set
from depeche.values.triggers import TriggerMention

Row = dict[str, str]
COLUMNS = ("form", "pos", "type", "strength", "frame", "kind", "source")
_VERBAL = frozenset({"VERB", "AUX"})
_PARTICIPLES = ("triggers", "grammar.toml", "participles", "endings")
_NAMES = ("triggers", "grammar.toml", "proper_names", "forms")


@cache
def trigger_index() -> PatternIndex[Row]:
    """The trigger lexicon, indexed by first word."""
    return PatternIndex([(row["form"], row) for row in lexicon("triggers", "triggers.csv", columns=COLUMNS)])


def _fits(token: Token, pos: str) -> bool:
    """Whether the tagger allows the entry's part of speech; participles used as adjectives are verbs too."""
    if pos == "V":
        if _present_noun(token):
            return False
        return token.pos_ in _VERBAL or (
            token.pos_ == "ADJ" and token.lower_.endswith(affixes(*_PARTICIPLES))
        )
    return token.pos_ not in _VERBAL


def _present_noun(token: Token) -> bool:
    """« l'opposant X », « les assaillants »: an article makes a noun of a present participle.

    A present participle used as a verb is invariable and takes no determiner (Grevisse, « Le bon usage »).
    """
    present = token.lower_.endswith(affixes("triggers", "grammar.toml", "participles", "present"))
    return present and token.i > 0 and token.nbor(-1).pos_ == "DET"


def _unit_name(token: Token) -> bool:
    """« le Raid », the police unit, told from « le raid »."""
    inside = token.i > 0 and not token.is_sent_start and not token.nbor(-1).is_space
    return inside and token.text in word_set(*_NAMES)


def _joins_verbs(span: Span) -> bool:
    """« a dispersé la marche et embarqué douze étudiants »: the gap of an entry holds no second verb."""
    return any(
        one.pos_ == "CCONJ" and (two.pos_ in _VERBAL or (two.dep_ == "conj" and _fits(two, "V")))
        for one, two in pairwise(span)
    )


def _last_verb(span: Span) -> Token:
    """« s'est abattu » in « un drone s'est abattu sur »; the last word where there is no verb."""
    return next((token for token in reversed(span) if token.pos_ in _VERBAL), span[-1])


def _told_within(index: PatternIndex[Row], doc: Doc, start: int, end: int) -> bool:
    """« la bombe larguée par l'armée a soufflé »: the verb inside tells the act better."""
    if doc[start].pos_ in _VERBAL:
        return False
    keys = doc_keys_cached(doc)
    verbs = [i for i in range(start + 1, end - 1) if _fits(doc[i], "V") and doc[i].pos_ != "AUX"]
    return any(row["strength"] == "strong" for i in verbs for _, _, row in index.matches_at(keys, i))


def _head(span: Span) -> int:
    """The verb of a verbal entry, else the first noun."""
    root: Token = span.root
    return int(root.i)


def match_triggers(doc: Doc) -> Iterator[tuple[int, int, TriggerMention]]:
    """Triggers of a doc, left to right, without overlap: (first token, end token, value)."""
    index, keys, qualities = trigger_index(), doc_keys_cached(doc), adjectives(doc)
    position = 0
    while position < len(doc):
        if not index.opens_at(keys, position):
            position += 1
            continue
        best: tuple[int, bool, Row] | None = None
        first = doc[position]
        between = adjuncts(doc) if first.pos_ in _VERBAL else qualities
        for end, reflexive, row in index.matches_at(keys, position, between):
            verb = first if first.pos_ in _VERBAL else _last_verb(doc[position:end])
            if not _fits(verb if row["pos"] == "V" else first, row["pos"]) or _unit_name(first):
                continue
            if reflexive and not own_reflexive(doc, position):
                continue  # « qui tentaient de s'interposer ont été abattus »
            if GAP in row["form"] and (
                _joins_verbs(doc[position:end]) or _told_within(index, doc, position, end)
            ):
                continue
            if best is None or (end, reflexive) > (best[0], best[1]):
                best = (end, reflexive, row)
        if best is None:
            position += 1
            continue
        span = doc[position : best[0]]
        if figurative_rule(span, best[2]["form"], best[2]["type"]) is None:
            yield position, best[0], _mention(span, best[2])
        position = best[0]


def _mention(span: Span, row: Row) -> TriggerMention:
    return TriggerMention.model_validate(
        {
            "form": row["form"],
            "pos": row["pos"],
            "type": None if row["type"] == "any" else row["type"],
            "strength": row["strength"],
            "frame": row["frame"],
            "kind": row["kind"] or None,
            "head": span[0].i if row["pos"] == "N" else _head(span),
            "rule": f"trigger.{row['form']}",
        }
    )


def set_annotations(doc: Doc, matches: Iterable[tuple[int, int, TriggerMention]]) -> None:
    """Write the matches into the doc; the only place that does."""
    spans = []
    for start, end, value in matches:
        span = Span(doc, start, end, label="TRIGGER")
        span._.trigger = value
        spans.append(span)
    doc.spans["triggers"] = spans


@Language.component(
    "depeche_triggers", assigns=["doc.spans", "span._.trigger"], requires=["token.lemma", "token.pos"]
)
def depeche_triggers(doc: Doc) -> Doc:
    """Find the triggers of a doc."""
    told = list(match_triggers(doc))
    set_annotations(doc, sorted([*told, *elided(doc, told)], key=lambda one: one[0]))
    return doc
