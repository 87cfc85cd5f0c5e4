"""Common nouns for actors, victims and things attacked, and the noun phrases that they head."""

from __future__ import annotations

from functools import cache, partial

from spacy.tokens import Doc, Token

from depeche.components.actors.demonyms import demonym_forms
from depeche.components.lemma_patterns import Keys, PatternIndex, agreement_entry, fold_agreement, plain
from depeche.resources import affixes, lexicon, word_set

Row = dict[str, str]
COLUMNS = ("noun", "actor_type", "group", "bias", "unit", "source")
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "X"})
_ADJECTIVAL = frozenset({"ADJ", "VERB", "ADV", "PROPN"})
MODIFIER_LIMIT = 8
PHRASE = ("actors", "grammar.toml", "phrase")
_words = partial(word_set, *PHRASE)


@cache
def noun_index() -> PatternIndex[Row]:
    """`data/actors/nouns.csv` by first word, number and gender folded."""
    rows = lexicon("actors", "nouns.csv", columns=COLUMNS)
    return PatternIndex([(agreement_entry(row["noun"]), row) for row in rows])


def noun_at(keys: Keys, doc: Doc, start: int) -> tuple[int, Row] | None:
    """The longest noun entry that starts at a token: (end token, row)."""
    best: tuple[int, Row] | None = None
    for end, _, row in noun_index().matches_at(keys, start):
        if best is None or end > best[0]:
            best = (end, row)
    if best is None:
        return None
    token = doc[start]
    if token.pos_ not in _NOMINAL or token.is_punct or token.lower_ in _words("adorned"):
        return None
    adjectival = token.pos_ in ("VERB", "ADJ") or token.lower_ in _words("predicative")
    if adjectival and not _nominal_use(token):
        return None
    return best


def _nominal_use(token: Token) -> bool:
    """An adjective or participle used as a noun: « dix blessés », « les civils », « des blessés »."""
    if token.i == 0:
        return True
    before = token.nbor(-1)
    if token.pos_ == "ADJ" and _stands_alone(token, before):
        return True
    return (
        before.pos_ in ("DET", "NUM")
        or before.like_num
        or plain(before.text) in _words("nominal_after")
        or before.lower_.startswith(affixes(*PHRASE, "nominal_after_prefix"))
    )


def _stands_alone(token: Token, before: Token) -> bool:
    """« ont opposé éleveurs et agriculteurs », « ont opposé mardi éleveurs »: of no noun before it."""
    if before.pos_ in ("VERB", "AUX"):
        return token.dep_ in ("nsubj", "obj")
    numbers = {*before.morph.get("Number", []), *token.morph.get("Number", [])}
    return before.pos_ == "NOUN" and len(numbers) > 1


def _continues(token: Token, stop: frozenset[int]) -> bool:
    return token.i not in stop and not token.is_punct and not token.is_space


def phrase_end(doc: Doc, end: int, stop: frozenset[int], limit: int = MODIFIER_LIMIT) -> int:
    """End of the noun phrase whose head ends at `end`: adjectives, « de » complements, « à moto » follow.

    Args:
        stop: token indices that end the phrase (event participles, numbers, other actors' heads).
    """
    position = end
    last = len(doc)
    while position < last and position - end < limit and _continues(doc[position], stop):
        token = doc[position]
        if (
            token.pos_ in _ADJECTIVAL and _modifies(token) and not _governs(token)
        ) or token.text in demonym_forms():
            position += 1
            continue
        after = _complement(doc, position, stop) or _manner(doc, end, position, stop)
        if after is None:
            break
        position = after
    while position > end and doc[position - 1].pos_ == "ADV":
        position -= 1
    return position


def _modifies(token: Token) -> bool:
    """Adjective, participle or « non identifiés »; a finite verb ends the phrase."""
    if token.pos_ == "VERB":
        charged = token.lemma_ in _words("charged")
        return "VerbForm=Part" in token.morph and "Tense=Pres" not in token.morph and not charged
    if token.pos_ == "ADV":
        return token.lower_ in _words("adverbs")
    if token.pos_ == "PROPN":
        return token.text[:1].islower()
    return True


def name_end(doc: Doc, start: int, stop: frozenset[int]) -> int:
    """End of the proper name of a thing, from the token after its noun: « l'hôtel | Nord-Sud »."""
    end = start
    while end < min(len(doc), start + 4) and _continues(doc[end], stop) and is_name(doc[end]):
        end += 1
    return end


def is_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in ("PROPN", "X", "NOUN", "ADJ")


@cache
def _looks() -> frozenset[str]:
    return frozenset(map(fold_agreement, _words("looks")))


def _governs(token: Token) -> bool:
    """A participle with a complement of its own tells a circumstance: « une base | située au nord ».

    So do « battant pavillon » and « soupçonné d'avoir »; « armés de machettes » and « armés à moto » do not.
    """
    doc, start = token.doc, token.i + 1
    if start + 1 >= len(doc):
        return False
    if token.lower_.endswith("ant") and "Tense=Pres" in token.morph:
        return doc[start].pos_ in ("NOUN", "DET")
    if "VerbForm=Part" not in token.morph and not token.lower_.endswith(affixes(*PHRASE, "participles")):
        return False
    if fold_agreement(token.text) in _looks():
        return False
    led = plain(doc[start].text)
    if led in _words("complement_led"):
        return doc[start + 1].pos_ in ("VERB", "AUX")
    return led in _words("governed") and doc[start + 1].lower_ not in _words("manners")


def _complement(doc: Doc, position: int, stop: frozenset[int]) -> int | None:
    """End of « de l'armée », « du village », « à moto », « en armes » from `position`, or None."""
    token = doc[position]
    low = plain(token.text)
    if low in _words("manner_led") and position + 1 < len(doc) and doc[position + 1].pos_ == "NOUN":
        return position + 2 if doc[position + 1].lower_ in _words("manners") else None
    if low not in _words("complement_led"):
        return None
    age = age_end(doc, position + 1)
    if age is not None:
        return age
    follow = position + 1
    while (
        follow < len(doc)
        and doc[follow].pos_ in ("DET", "ADJ")
        and follow - position <= 2
        and follow not in stop
    ):
        follow += 1
    if follow >= len(doc) or follow in stop or doc[follow].pos_ not in ("NOUN", "PROPN"):
        return None
    if doc[follow].text[-1:] in "'’" or doc[follow + 1 : follow + 2].text in ("'", "’"):
        return None  # « de l’ EI », cut amiss
    end = follow + 1
    if doc[follow].pos_ == "PROPN" or doc[follow].text[:1].isupper():
        while end < len(doc) and doc[end].text[:1].isupper() and not doc[end].is_punct and end not in stop:
            end += 1
    return end


def _manner(doc: Doc, end: int, position: int, stop: frozenset[int]) -> int | None:
    """End of « circulant à moto », « portant des treillis » beside a noun that says little, or None."""
    verb = position + (doc[position].lower_ in _words("reflexive"))
    if verb >= len(doc) or plain(doc[end - 1].lemma_) not in _words("manner_heads") or verb in stop:
        return None
    if doc[verb].lemma_ in _words("allegiance") or doc[verb].pos_ not in ("VERB", "ADJ"):
        return None
    if not doc[verb].lower_.endswith(affixes(*PHRASE, "present")):
        return None
    last = verb + 1
    first = verb + 1
    infinitive = first < len(doc) and first not in stop and "VerbForm=Inf" in doc[first].morph
    if verb > position and infinitive:
        first += 1  # « se faisant passer pour des policiers »
    for token in doc[first : min(verb + MODIFIER_LIMIT, len(doc))]:
        if token.i in stop or token.pos_ in ("VERB", "AUX", "PRON", "CCONJ", "PUNCT", "SPACE", "SCONJ"):
            break
        last = token.i + 1
    while last > verb and doc[last - 1].pos_ in ("ADP", "DET", "ADV"):
        last -= 1
    return last if last > verb + 1 else None


def age_end(doc: Doc, start: int) -> int | None:
    """End of « 35 ans », « 16 ou 17 ans », « une vingtaine d'années » from a token, or None."""
    for end in range(start + 1, min(start + 5, len(doc))):
        if doc[end].lower_ in _words("years"):
            inside = doc[start:end]
            numbered = any(token.like_num or token.pos_ == "NUM" for token in inside)
            return end + 1 if numbered else None
        if doc[end].is_punct:
            return None
    return None
