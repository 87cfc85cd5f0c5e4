"""`depeche_qualifiers`: what takes an event mention out of what is reported as having happened.

Writes `span._.qualifiers` of the triggers: negated, hypothetical, planned, feared, fight_against, foiled,
denied, recalled, generic, cumulative (`data/qualifiers/cues.toml`), and `background` for the pluperfect.
"""

from __future__ import annotations

from functools import cache, partial

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from depeche import extensions  # noqa: F401
from depeche.components.casualties.scope import is_cumulative
from depeche.components.infinitives import by_a_crowd, by_turn, was_needed
from depeche.components.lemma_patterns import Keys, PatternIndex, doc_keys_cached, plain
from depeche.components.negation import negated, of_no_victim
from depeche.resources import rules, word_set

Cue = tuple[str, int]  # qualifier, reach in tokens
# Qualifiers that leave no event behind.
UNREAL = frozenset({"negated", "hypothetical", "planned", "feared", "fight_against", "foiled", "denied"})
_words = partial(word_set, "qualifiers", "grammar.toml")


@cache
def _cues(side: str) -> PatternIndex[Cue]:
    entries = [
        (phrase, (name, int(table["reach"])))
        for name, table in rules("qualifiers", "cues.toml").items()
        for phrase in table.get(side, ())
    ]
    return PatternIndex(entries)


def _cue_qualifiers(span: Span, keys: Keys) -> set[str]:
    """Cues before the trigger in its sentence, within their reach and with no clause end between."""
    found: set[str] = set()
    sent = span.sent
    told = _told_from(span)
    for index in range(max(sent.start, span.start - 14), told):
        if _named(span.doc[index]):
            continue
        for end, _, (name, reach) in _cues("before").matches_at(keys, index):
            if end <= told and told - end <= reach and _holds(name, span, index, end):
                found.add(name)
    for index in range(span.end, min(sent.end, span.end + 6)):
        for _, _, (name, reach) in _cues("after").matches_at(keys, index):
            if index - span.end <= reach:
                found.add(name)
    return found


def _told_from(span: Span) -> int:
    """The verb of « un missile peut frapper », behind its modal; else the first token."""
    led = span._.trigger.pos == "V" and span[0].pos_ in ("NOUN", "PROPN")
    return span.end - 1 if led else span.start


def _holds(name: str, span: Span, start: int, end: int) -> bool:
    """Whether a cue (its tokens, start to end) takes the trigger in."""
    if _closed(span.doc, end, span.start) or of_no_victim(span, start):
        return False
    if name == "fight_against":
        return not _of_time(span.doc, end, span.start)
    if name == "denied":
        return not _of_the_author(span, end)
    if name == "generic":
        return not _single(span, start, end)
    if name == "hypothetical":
        return not (_governs_another(span, end) or _achieved(span.doc, start))
    return True


def _of_time(doc: Doc, start: int, end: int) -> bool:
    """« a confirmé en fin de journée la mort »: the end of a time, not of the act."""
    return any(token.lower_ in _words("times", "nouns") for token in doc[start:end])


def _of_the_author(span: Span, end: int) -> bool:
    """« nie être derrière l'enlèvement », « toute implication dans l'attaque »: who did it, not the act."""
    told = (token.lemma_.lower() for token in span.doc[end : span.start])
    return span._.trigger.pos == "N" and any(lemma in _words("authorship", "lemmas") for lemma in told)


def _single(span: Span, start: int, end: int) -> bool:
    """« théâtre d'un attentat », « de nombreux morts dans un accident »: no talk of acts in general."""
    between = span.doc[end : span.start]
    if any(plain(token.text) in _words("single", "determiners") for token in span.doc[end - 1 : span.start]):
        return True
    return any(token.pos_ == "ADP" for token in between) or (
        span._.trigger.pos == "V" and span.doc[start].pos_ in ("ADJ", "DET")
    )


def _governs_another(span: Span, end: int) -> bool:
    """« tentait de fuir quand il a été tué »: the infinitive is what was tried, the finite verb was done."""
    doc, head = span.doc, span.doc[span._.trigger.head]
    own = {head.i, *(child.i for child in head.children if child.dep_.startswith("aux"))}
    tried = [t for t in doc[end : span.start] if "VerbForm=Inf" in t.morph and t.i not in own]
    if not tried:
        return False
    if span._.trigger.pos == "N":
        follows = doc[span.end : span.end + 1]
        return head.dep_.startswith("nsubj") or any("VerbForm=Fin" in t.morph for t in follows)
    return not any("VerbForm=Inf" in doc[index].morph for index in own)


def _achieved(doc: Doc, start: int) -> bool:
    """« lui a permis de reprendre la ville », « a pu frapper »: what was allowed in the past was done."""
    cue = doc[start]
    if cue.lemma_.lower() not in _words("achieved", "verbs") or "VerbForm=Part" not in cue.morph:
        return False
    before = _auxiliaries(cue)
    return bool(before) and "Mood=Ind" in before[0].morph and not negated(cue)


def _named(token: Token) -> bool:
    """« la junte au pouvoir »: a noun that has the form of a modal verb."""
    return token.pos_ == "NOUN" and token.lower_ in _words("modal", "nouns")


def _closed(doc: Doc, start: int, end: int) -> bool:
    """A stop between the cue and the trigger, or a noun phrase that the cue governs instead."""
    between = doc[start:end]
    if any(token.text in ";:.,()" for token in between):
        return True
    named = [token for token in between if token.pos_ in ("NOUN", "PROPN")]
    return sum(token.lower_ not in _words("times", "nouns") for token in named) > 1


def _auxiliaries(verb: Token) -> list[Token]:
    """Auxiliaries right before the verb, nearest first, adverbs and clitics skipped."""
    found: list[Token] = []
    for index in range(verb.i - 1, max(verb.sent.start - 1, verb.i - 6), -1):
        token = verb.doc[index]
        if token.lemma_ in _words("auxiliaries", "lemmas") or token.pos_ == "AUX":
            found.append(token)
        elif token.pos_ not in ("ADV", "PRON", "PUNCT") and token.lower_ not in _words(
            "auxiliaries", "between"
        ):
            break
    return found


def _verb_qualifiers(verb: Token) -> set[str]:
    """Tense and mood: future, conditional, bare infinitives are not facts; the pluperfect is background."""
    found: set[str] = set()
    auxiliaries = _auxiliaries(verb)
    if auxiliaries:
        last = auxiliaries[-1]
        if "Tense=Imp" in last.morph and (
            "avoir" in (last.lemma_, auxiliaries[0].lemma_) or len(auxiliaries) > 1
        ):
            found.add("background")
        if "Tense=Fut" in last.morph and last.lemma_ == "être":
            found.add("planned")
        return found
    if "Tense=Fut" in verb.morph and "VerbForm=Fin" in verb.morph:
        found.add("planned")
    elif "Mood=Cnd" in verb.morph or _bare_infinitive(verb):
        found.add("hypothetical")
    return found


def _bare_infinitive(verb: Token) -> bool:
    """An infinitive that nothing before it tells as done."""
    if "VerbForm=Inf" not in verb.morph or not verb.lower_.endswith(("r", "re")):
        return False
    before = verb.doc[max(verb.sent.start, verb.i - 4) : verb.i]
    factive = _words("factive", "governors")
    if by_a_crowd(verb) or was_needed(verb) or by_turn(verb):
        return False
    return not any(
        token.lemma_.lower() in factive or token.lower_ in factive or _achieved(verb.doc, token.i)
        for token in before
    )


def _negated_noun(span: Span) -> bool:
    """« n'avait jamais connu d'attaque »: « de » after a negated verb denies the noun."""
    if span.start == 0 or plain(span.doc[span.start - 1].text) not in _words("negated_noun", "led"):
        return False
    governor = span.doc[span._.trigger.head].head
    return governor.pos_ == "VERB" and negated(governor)


def _listed_as_missing(span: Span) -> bool:
    """« ni attaque, ni mort »: a noun taken for a participle."""
    before = plain(span.doc[span.start - 1].text) if span.start > span.sent.start else ""
    return before in _words("negated_noun", "listed")


def qualifiers_of(span: Span, keys: Keys) -> frozenset[str]:
    """The qualifiers of one trigger."""
    found = _cue_qualifiers(span, keys)
    head = span.doc[span._.trigger.head]
    if span._.trigger.pos == "V":
        found.discard("negated")
        if negated(head) or _listed_as_missing(span):
            found.add("negated")
        found |= _verb_qualifiers(head)
    elif _negated_noun(span):
        found.add("negated")
    if is_cumulative(span.sent, span):
        found.add("cumulative")
    return frozenset(found)


@Language.component(
    "depeche_qualifiers",
    assigns=["span._.qualifiers"],
    requires=["span._.trigger", "token.morph", "token.lemma"],
)
def depeche_qualifiers(doc: Doc) -> Doc:
    """Qualify the triggers of a doc."""
    keys = doc_keys_cached(doc)
    for span in doc.spans.get("triggers", ()):
        span._.qualifiers = qualifiers_of(span, keys)
    return doc
