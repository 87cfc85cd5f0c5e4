"""Counts told without a number: « un soldat », « des morts », « un troisième », « sans faire de victime »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from spacy.tokens import Doc, Token

from depeche.components.actors.demonyms import is_people
from depeche.components.casualties.counted import (
    Counted,
    actor_starts,
    count_noun_at,
    is_couple,
    machine,
    numbered,
)
from depeche.components.lemma_patterns import Keys, plain
from depeche.records import VictimGroup
from depeche.resources import affixes, phrase_set, word_set
from depeche.values.actors import ActorMention
from depeche.values.numbers import Quantity

ATTACKERS = ("casualties", "grammar.toml", "attackers")
_words = partial(word_set, "casualties", "grammar.toml", "unnumbered")
_endings = partial(affixes, "casualties", "grammar.toml", "unnumbered")
_ZERO_REACH = 5
ONE = Quantity.exactly(1, rule="one")
TWO = Quantity.exactly(2, rule="couple")
THE_ONE = Quantity.exactly(1, rule="the_one")
ONE_OF = Quantity.exactly(1, rule="one_of")
SOME = Quantity(low=2, high=None, rule="some")
NONE = Quantity.exactly(0, rule="none")


def counted_phrases(doc: Doc, keys: Keys) -> list[Counted]:
    """All counted phrases of a doc in text order, numbered or not, each head used once."""
    told = [plain(token.text) for token in doc]
    ones = list(_one_of_them(doc, keys, told))
    within = {index for one in ones for index in range(one.start, one.end)}
    phrases = [p for p in numbered(doc, keys, actor_starts(doc)) if p.start not in within]
    phrases += ones
    taken = {index for phrase in phrases for index in range(phrase.start, phrase.end)}
    extra = [*_count_nouns(doc, keys, taken), *_one_other(doc, told, taken)]
    taken |= {phrase.head for phrase in extra}
    extra += _actors(doc, taken)
    extra += _people(doc, told, taken | {phrase.head for phrase in extra})
    return sorted(phrases + extra, key=lambda phrase: (phrase.start, phrase.end))


def _at_least(doc: Doc, start: int, quantity: Quantity) -> Quantity:
    """« au moins un mort »: the bound before the article."""
    words = tuple(token.lower_ for token in doc[max(0, start - 2) : start])
    if words in phrase_set("casualties", "grammar.toml", "unnumbered", "at_least"):
        return Quantity(low=quantity.low, high=None, rule="at_least")
    return quantity


def _some_allowed(doc: Doc, start: int) -> bool:
    """« des morts » is a count after a verb or at the head of a clause, not in « la plupart des morts »."""
    if start == 0 or doc[start].is_sent_start:
        return True
    before = doc[start - 1]
    if before.lower_ in _words("and") and start > 3:
        first = next((i for i in range(start - 2, start - 5, -1) if doc[i].lower_ == doc[start].lower_), None)
        if first is not None:
            return _some_allowed(doc, first)  # « pour la plupart des femmes et des enfants »
    return before.pos_ in ("VERB", "AUX") or before.lower_ in _words("before_some")


def _article(doc: Doc, start: int) -> str:
    """The article before a token, an ordinal or « jeune » skipped."""
    raw = plain(doc[start - 1].text) if start else ""
    if raw in _words("one_between") and start > 1:
        raw = doc[start - 2].lower_
    return raw


def _speaks(doc: Doc, start: int) -> bool:
    """« selon un médecin »: a source, and what stands in apposition to it, is no victim."""
    before = [plain(token.text) for token in doc[max(0, start - 4) : start]]
    openers = phrase_set("casualties", "grammar.toml", "unnumbered", "source_openers")
    return not _words("sources").isdisjoint(before) or tuple(before[-3:-1]) in openers


def _is_source(noun: Token) -> bool:
    """« d'après un capitaine et un médecin »: a source told with another."""
    while noun.dep_ in ("conj", "appos"):
        noun = noun.head
    cases = [child for child in noun.children if child.dep_ == "case"]
    led = {plain(word.text) for case in cases for word in (case, *case.children)}
    return not _words("source_words").isdisjoint(led)


def _actors(doc: Doc, taken: set[int]) -> Iterator[Counted]:
    """Actors told by an article or by a name alone, no town taken for a person."""
    towns = {index for place in doc.spans.get("places", ()) for index in range(place.start, place.end)}
    for span in doc.spans.get("actors", ()):
        actor: ActorMention = span._.actor
        speaks = _speaks(doc, span.start) or _is_source(doc[actor.head])
        if actor.bias in ("thing", "count") or actor.head in taken or speaks:
            continue
        if machine(doc[actor.head]) or (actor.rule == "actor.person" and span.start in towns):
            continue
        raw, plural = _article(doc, span.start), _plural(doc[actor.head])
        start, head, group = max(span.start - 1, 0), actor.head, actor.group
        if raw in _words("singular") and not plural:
            couple = is_couple(doc[head])
            one = TWO if couple else _at_least(doc, start, ONE)
            yield Counted(start, span.end, head, one, None, group)
        elif actor.rule == "actor.person":
            yield Counted(span.start, span.end, head, ONE, None, group, definite=True)
        elif _definite(doc[head], raw) and not plural and actor.unit == "person":
            yield Counted(start, span.end, head, THE_ONE, None, group, definite=True)
        elif raw in _words("indefinite_plural") and plural and _some_allowed(doc, start):
            yield Counted(start, span.end, head, SOME, None, group)


def _definite(noun: Token, article: str) -> bool:
    lemma = noun.lemma_.lower()
    # « leur père a été tué »; « leur père, mort en 2010, »: told in passing
    kin = lemma in _words("kin") and noun.i + 1 < len(noun.doc) and noun.nbor().pos_ in ("AUX", "VERB")
    theirs = article in _words("theirs") and (kin or lemma in word_set(*ATTACKERS, "attackers"))
    return theirs or article in _words("definite")


def _plural(noun: Token) -> bool:
    return noun.text[-1:] in "sx" and noun.lower_ not in _words("singular_in_s")


def _people(doc: Doc, told: list[str], taken: set[int]) -> Iterator[Counted]:
    """« un Palestinien », « une Française »; `told`: the words of the doc in lower case."""
    singular = _words("singular")
    for index in range(1, len(told)):
        if told[index - 1] in singular and index not in taken and _of_a_people(doc, index):
            yield Counted(index - 1, index + 1, index, _at_least(doc, index - 1, ONE), None, "unspecified")


def _of_a_people(doc: Doc, index: int) -> bool:
    """« un Palestinien », or by a town and an age: « un Liégeois de 40 ans »."""
    text = doc[index].text
    if is_people(text):
        return True
    rest = [token.lower_ for token in doc[index + 1 : index + 4]]
    aged = rest[:1] == ["âgé"] or rest[:1] == ["âgée"] or (rest[:1] == ["de"] and rest[2:] == ["ans"])
    return aged and text[:1].isupper() and text.endswith(_endings("town_endings"))


def _count_nouns(doc: Doc, keys: Keys, taken: set[int]) -> Iterator[Counted]:
    """« un mort », « des blessés », « sans faire de victime »."""
    for index in range(1, len(doc)):
        count = count_noun_at(keys, index)
        if count is None or index in taken:
            continue
        token = doc[index]
        raw = token.nbor(-1).lower_
        if raw in _words("definite") and _body_of_one(doc, index, count[0]):
            yield Counted(token.i - 1, count[0], token.i, THE_ONE, count[1]["kind"], None, definite=True)
            continue
        zero, some = _zero_before(doc, token.i), raw in _words("indefinite_plural")
        if not zero and raw not in _words("singular") and not (some and _some_allowed(doc, token.i - 1)):
            continue
        end, row = count
        if zero:
            yield Counted(token.i, end, token.i, NONE, row["kind"], None)
        elif some:
            yield Counted(token.i - 1, end, token.i, SOME, row["kind"], None)
        elif token.text[-1:] not in "sx" or token.lower_ in _words("invariable"):
            yield Counted(token.i - 1, end, token.i, _at_least(doc, token.i - 1, ONE), row["kind"], None)


def _body_of_one(doc: Doc, index: int, end: int) -> bool:
    """« le corps sans vie d'une octogénaire »: somebody not told before is found dead."""
    if plain(doc[index].text) not in _words("bodies"):
        return False
    after = [plain(token.text) for token in doc[end : end + 5]]
    opened = [place for place, word in enumerate(after[:-1]) if word in _words("of")]
    return any(after[place + 1] in _words("singular") for place in opened)


def _one_other(doc: Doc, told: list[str], taken: set[int]) -> Iterator[Counted]:
    """« en blessant un autre », « un troisième grièvement blessé »: one more of those counted before."""
    further, singular = _words("further"), _words("singular")
    for index in range(1, len(told)):
        if told[index] not in further or told[index - 1] not in singular or index in taken:
            continue
        following = doc[index + 1] if index + 1 < len(doc) else None
        if following is None or following.pos_ not in ("NOUN", "PROPN", "ADJ") or _participle(following):
            yield Counted(index - 1, index + 1, index, ONE, None, None, ellipsis=True)


def _one_of_them(doc: Doc, keys: Keys, told: list[str]) -> Iterator[Counted]:
    """« l'un d'eux », « un des assaillants »: one of those told before, or of the noun that follows."""
    actors, singular = actor_starts(doc), _words("singular")
    for position in range(len(told) - 2):
        if told[position] not in singular:
            continue
        token = doc[position]
        if told[position - 1] in _words("among_told") and told[position + 1] in _words("relative"):
            yield _one(token, token.i + 1, None)  # « dont un qui a succombé »
            continue
        opened = _opened(token)
        if plain(doc[token.i + 1].text) not in _words("of" if opened else "of_these"):
            continue
        index = _past_number(doc, token.i + 2)  # « un des deux assaillants »
        actor, noun = actors.get(index), count_noun_at(keys, index)
        if actor is not None and actor._.actor.bias not in ("thing", "count"):
            yield _one(token, actor.end, actor._.actor.group)
        elif noun is not None:
            yield _one(token, noun[0], None)
        elif plain(doc[token.i + 2].text) in _words("them"):
            yield _one(token, token.i + 3, None)


def _past_number(doc: Doc, index: int) -> int:
    return next((span.end for span in doc.spans.get("numbers", ()) if span.start == index), index)


def _opened(token: Token) -> bool:
    """« l'un », not « un »."""
    return token.i > 0 and plain(token.nbor(-1).text) in _words("the_one")


def _one(token: Token, end: int, group: VictimGroup | None) -> Counted:
    return Counted(token.i - _opened(token), end, token.i, ONE_OF, None, group, ellipsis=True)


def _participle(token: Token) -> bool:
    return token.lower_.endswith(_endings("participle_endings")) or token.lower_ in _words("participles")


def _zero_before(doc: Doc, index: int) -> bool:
    """« sans faire de », « n'a pas fait de » before a bare noun."""
    start = max(doc[index].sent.start, index - _ZERO_REACH)
    if index == start or plain(doc[index - 1].text) not in _words("zero_before"):
        return False
    if plain(doc[index].text) in _words("bodies"):
        return False  # « ni corps ni réponse »: nothing found, not nobody dead
    return any(plain(token.text) in _words("zero") for token in doc[start:index])
