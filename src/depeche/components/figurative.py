"""Trigger words that tell no event: figures of speech, sport, economy, fiction (`data/triggers`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from spacy.tokens import Doc, Span, Token

from depeche.components.lemma_patterns import Keys, PatternIndex, doc_keys_cached, fold_word
from depeche.resources import rules

Rule = dict[str, Any]
# One word told again and again (« ligne », « stade ») makes no domain.
DISTINCT = 3


@cache
def _rules() -> tuple[dict[str, tuple[Rule, ...]], dict[str, tuple[Rule, ...]]]:
    """Rules by trigger form and by event type, their words as sets."""
    by_form: dict[str, list[Rule]] = {}
    by_type: dict[str, list[Rule]] = {}
    table = rules("triggers", "figurative.toml")
    for rule in table["rule"]:
        near = [
            *rule.get("near", ()),
            *(w for name in rule.get("near_lists", ()) for w in table["lists"][name]),
        ]
        led_by = frozenset(map(fold_word, rule.get("led_by", ())))
        ready = {**rule, "near": frozenset(map(fold_word, near)), "led_by": led_by}
        for form in rule.get("words", ()):
            by_form.setdefault(form, []).append(ready)
        for type_ in rule.get("types", ()):
            by_type.setdefault(type_, []).append(ready)
    return {key: tuple(value) for key, value in by_form.items()}, {k: tuple(v) for k, v in by_type.items()}


def _blocked(span: Span, rule: Rule) -> bool:
    """Whether a rule's words stand around the trigger; with `needs`, whether none stands in its sentence.

    « renversé » or « s'est couché » tells an accident beside a vehicle alone. With `victim`, whether all that
    the verb bears on are among the words; with `sentence`, whether one stands anywhere in its sentence.
    """
    doc, sent = span.doc, span.sent
    if rule.get("unless_passive") and passive(span.root):
        return False
    if rule.get("needs") or rule.get("sentence"):
        return _stands(doc[sent.start : sent.end], span, rule) != bool(rule.get("needs"))
    if rule.get("victim"):
        victims = _of_verb(span.root, rule["victim"])
        return bool(victims) and all(_among(token, rule["near"]) and _bare(token, rule) for token in victims)
    window = int(rule["window"])
    if rule.get("before"):
        tokens = doc[max(sent.start, span.start - window) : span.start]
    else:
        tokens = doc[max(sent.start, span.start - 1) : min(sent.end, span.end + window)]
    return _stands(tokens, span, rule)


def _stands(tokens: Span, span: Span, rule: Rule) -> bool:
    """Whether one of the rule's words is among the tokens, the trigger apart."""
    near: frozenset[str] = rule["near"]
    return any(
        _among(token, near)
        and (not rule.get("infinitive") or _infinitive_follows(token))
        and (not rule["led_by"] or _led(token, rule["led_by"]))
        for token in tokens
        if not span.start <= token.i < span.end
    )


def _led(token: Token, prepositions: frozenset[str]) -> bool:
    """« à l'hôpital », behind one of some prepositions."""
    return any(
        child.dep_ in ("case", "mark") and fold_word(child.text) in prepositions for child in token.children
    )


def _bare(token: Token, rule: Rule) -> bool:
    """« la route », and not « la route de Gao », where the rule asks for it."""
    complements = (child for child in token.children if child.dep_ == "nmod")
    return not rule.get("bare") or not any(
        noun.dep_ == "case" for one in complements for noun in one.children
    )


def passive(verb: Token) -> bool:
    """« ont été descendus », not « sont descendus »."""
    return any(child.dep_ == "aux:pass" and "VerbForm=Part" in child.morph for child in verb.children)


def _among(token: Token, near: frozenset[str]) -> bool:
    return not near.isdisjoint(doc_keys_cached(token.doc)[token.i])


def _of_verb(verb: Token, labels: Sequence[str]) -> list[Token]:
    """What stands in some relations to a verb, or the noun its participle qualifies, with their likes."""
    found = [child for child in verb.children if child.dep_ in labels]
    if not found and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        found = [child for child in verb.head.children if child.dep_ == "nsubj:pass"]
    if not found and verb.dep_ in ("acl", "amod"):
        found = [verb.head]
    return found + [other for token in found for other in token.children if other.dep_ in ("conj", "appos")]


def _infinitive_follows(token: Token) -> bool:
    """« visait surtout à stopper »."""
    follow = token.i + 1
    return follow < len(token.doc) and "VerbForm=Inf" in token.doc[follow].morph


def figurative_rule(span: Span, form: str, type_: str) -> str | None:
    """Name of the rule that makes this trigger a figure of speech, or None."""
    by_form, by_type = _rules()
    for rule in (*by_form.get(form, ()), *by_type.get(type_, ())):
        if _blocked(span, rule):
            return str(rule["name"])
    return None


@cache
def _domains() -> PatternIndex[tuple[str, str]]:
    """Words and set phrases of the domains: (domain, word)."""
    return PatternIndex(
        [
            (word, (name, word))
            for name, entry in rules("triggers", "domains.toml").items()
            if name != "unambiguous"
            for word in entry["words"]
        ]
    )


def _told(keys: Keys, start: int, end: int) -> dict[str, list[str]]:
    """The words of each domain between two tokens, one word for each token that opens some."""
    found: dict[str, dict[int, str]] = {}
    for index in range(start, end):
        for stop, _, (name, word) in _domains().matches_at(keys, index):
            if stop <= end:
                found.setdefault(name, {})[index] = word
    return {name: list(words.values()) for name, words in found.items()}


@cache
def _rubrics() -> PatternIndex[str]:
    table = rules("triggers", "domains.toml")
    return PatternIndex([(label, name) for name in table for label in table[name].get("rubrics", ())])


def _rubric(doc: Doc, keys: Keys) -> str | None:
    """The domain whose label opens the text: « Cinéma : », « Football/CAN », « Éditorial | »."""
    start = next((t.i for t in doc if t.idx >= doc._.body_start and not t.is_space), 0)
    ends = (":", "|", "/", ".", "–", "-", "—")
    return next(
        (name for end, _, name in _rubrics().matches_at(keys, start) if doc[end : end + 1].text in ends), None
    )


def foreign_domain(doc: Doc) -> str | None:
    """The domain (sport, culture, economy, an exercise, a hoax) that the whole text is about, or None."""
    keys = doc_keys_cached(doc)
    length = max(sum(token[0].isalpha() for token in keys), 60)
    told, rubric = _told(keys, 0, len(doc)), _rubric(doc, keys)
    for name, entry in rules("triggers", "domains.toml").items():
        words = [*told.get(name, ()), *(("rubric", "label") if name == rubric else ())]
        if words and len(words) / length >= entry["share"] and len(set(words)) >= DISTINCT:
            return name
    return None


def sentence_domain(sent: Span) -> str | None:
    """The domain that a sentence is about by its words, or None."""
    told = _told(doc_keys_cached(sent.doc), sent.start, sent.end)
    table = rules("triggers", "domains.toml")
    return next(
        (name for name in table if name in told and len(set(told[name])) >= table[name]["sentence"]), None
    )


def kept_in(domain: str) -> str:
    """Which acts a text of a domain may tell: none (`none`), dated ones (`dated`), clear ones (`clear`)."""
    return str(rules("triggers", "domains.toml")[domain].get("keeps", "clear"))


@cache
def unambiguous(key: str = "words") -> frozenset[str]:
    """Trigger forms that keep their meaning in a text about sport, film or prices; `passive`: told so."""
    return frozenset(rules("triggers", "domains.toml")["unambiguous"][key])
