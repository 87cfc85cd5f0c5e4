"""Whose casualties a count is when its noun does not say: a party beside it, the plural it is taken from."""

from __future__ import annotations

from functools import cache, partial
from typing import cast

from spacy.tokens import Doc, Token

from depeche.components.casualties.counted import Counted, actor_starts
from depeche.components.casualties.predicates import FIGHTERS
from depeche.components.lemma_patterns import fold_agreement, fold_word, plain
from depeche.records import VictimGroup
from depeche.resources import phrase_set, rules, word_set

REACH = 10
OPENING = 4


_DONT = ("casualties", "scope.toml", "dont")
_ATTACKERS = ("casualties", "grammar.toml", "attackers")
_words = partial(word_set, "casualties", "grammar.toml", "groups")


@cache
def _party_words() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words that lead to a party, folded, by their first one."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in rules("casualties", "scope.toml")["parties"]["before"]:
        words = tuple(fold_word(word) for word in phrase.split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


def party_group(doc: Doc, phrase: Counted) -> VictimGroup | None:
    """The group named by « parmi … », « côté … », « dans les rangs de … » after a count, or before it."""
    sent = doc[phrase.head].sent
    end = min(sent.end, phrase.head + REACH)
    after = _group_from(doc, phrase.head + 1, end) or _all_of_them(doc, phrase, end)
    after = after or _own_ranks(doc, phrase)
    if after is not None:
        return after
    start = max(sent.start, phrase.start - 7)
    cuts = [index + 1 for index in range(start, phrase.start) if doc[index].text in ";:"]
    return _group_from(doc, max(cuts, default=start), phrase.start)


def _all_of_them(doc: Doc, phrase: Counted, end: int) -> VictimGroup | None:
    """« sept morts et 79 blessés, tous des civils »: who those just counted were."""
    for index in range(phrase.end + 1, end):
        if doc[index].text in ";:" or doc[index].pos_ in ("VERB", "AUX"):
            return None
        if doc[index].lower_ in _words("all") and doc[index - 1].text in ",(":
            return _actor_group(doc, index + 1, index + 4)
    return None


def apposed_group(doc: Doc, phrase: Counted) -> VictimGroup | None:
    """« deux de ses occupants, des sapeurs, ont été tués »: who those told by a plain noun were."""
    if doc[phrase.head].lemma_.lower() not in _words("plain") or phrase.end + 2 >= len(doc):
        return None
    if doc[phrase.end].text != "," or doc[phrase.end + 1].lower_ != "des":
        return None
    for span in doc.spans.get("actors", ()):
        if phrase.end + 1 <= span.start <= phrase.end + 2 and doc[span.end].text in (",", ".", ")"):
            group: VictimGroup = span._.actor.group
            return group if group != "unspecified" else None
    return None


def _own_ranks(doc: Doc, phrase: Counted) -> VictimGroup | None:
    """« L'armée compte treize blessés dans ses rangs »: of the fighters named before in the sentence."""
    after = tuple(plain(token.text) for token in doc[phrase.end : phrase.end + 5])
    led = phrase_set("casualties", "grammar.toml", "groups", "own_ranks")
    if not any(after[at : at + len(words)] == words for words in led for at in range(2)):
        return None
    sent = doc[phrase.head].sent
    for span in reversed(doc.spans.get("actors", ())):
        if sent.start <= span.start < phrase.start and span._.actor.group in word_set(*FIGHTERS):
            group: VictimGroup = span._.actor.group
            return group
    return None


def _party_end(doc: Doc, start: int, end: int) -> int:
    """Where a party's words end, before the next number: « 20 morts côté armée, 4 tués côté ennemi »."""
    starts = (span.start for span in doc.spans.get("numbers", ()) if start < span.start < end)
    return min(starts, default=end)


def leans_on_them(doc: Doc, phrase: Counted) -> bool:
    """« deux d'entre eux »."""
    after = tuple(plain(token.text) for token in doc[phrase.end : phrase.end + 2])
    return after in phrase_set("casualties", "grammar.toml", "groups", "of_them")


def of_them(doc: Doc, phrase: Counted) -> VictimGroup | None:
    """« Quant aux militaires, deux d'entre eux ont été blessés »: the group of the last plural before.

    A sentence that names no plural of its own takes up that of the sentence before.
    """
    if not leans_on_them(doc, phrase):
        return None
    own = doc[phrase.head].sent.start
    opens = phrase.start - own <= OPENING  # « deux d'entre eux » further on takes up its own sentence
    before = doc[own - 1].sent.start if own and opens else own
    for span in reversed(doc.spans.get("actors", ())):
        if not before <= span.start < phrase.start or span._.actor.bias in ("count", "thing"):
            continue
        if span.start < own and any(c.lower_ in _words("by") for c in doc[span._.actor.head].children):
            continue  # « tués par des combattants. Deux d'entre eux … »: the subject is taken up
        if doc[span._.actor.head].text[-1:] in "sx":
            group: VictimGroup = span._.actor.group
            return group if span.start >= own or group != "unspecified" else None
    return None


def others_of(doc: Doc, phrase: Counted, since: int) -> VictimGroup | None:
    """« dix soldats sont tombés, vingt autres ont été blessés »: the group counted last, fate told or not."""
    start = max(since, doc[phrase.head].sent.start)
    actors = actor_starts(doc)
    for number in reversed(doc.spans.get("numbers", ())):
        if start <= number.start < phrase.start and not _parted(doc, number.start):
            counted = (actors[index] for index in range(number.end, number.end + 2) if index in actors)
            for span in counted:
                group: VictimGroup = span._.actor.group
                return group if span._.actor.bias not in ("count", "thing") else None
    return None


def _parted(doc: Doc, start: int) -> bool:
    """« dont 14 soldats », « parmi lesquels 14 soldats »."""
    before = doc[start - 1].lower_ if start else ""
    return before in word_set(*_DONT, "alone") | word_set(*_DONT, "after_among")


def is_the_attacker(doc: Doc, phrase: Counted, kind: str, predicate: int) -> bool:
    """« Le suspect, un élève de 16 ans, a été arrêté », « un homme qui tentait d'entrer a été abattu »."""
    if phrase.kind is not None:
        return False
    head = doc[phrase.head]
    alleged = (child.lemma_.lower() in word_set(*_ATTACKERS, "alleged") for child in head.children)
    if kind == "arrested" and any(alleged):
        return True
    if phrase.quantity.value != 1:
        return False
    if phrase.group in (None, "unspecified") and _threatens(head, doc[predicate]):
        return True
    before = doc[phrase.start - 1] if phrase.start > head.sent.start else None
    if before is None or before.text not in ",(":
        return False
    told = head.head if head.dep_ == "appos" else before.nbor(-1) if before.i else before
    return told.i < phrase.start and told.lemma_.lower() in word_set(*_ATTACKERS, "attackers")


def _threatens(noun: Token, verb: Token) -> bool:
    """« qui menaçait les passants », « alors qu'il tentait d'entrer »: what the one stopped did.

    Not « un homme qui tentait de les poursuivre »: what was tried must itself be a threat.
    """
    if verb.lemma_.lower() not in word_set(*_ATTACKERS, "stopping"):
        return False
    clauses = [child for child in noun.children if child.dep_ == "acl:relcl" and child.i < verb.i]
    clauses += [child for child in verb.children if child.dep_ == "advcl" and child.i > verb.i]
    for clause in clauses:
        subjects = [child for child in clause.children if child.dep_ in ("nsubj", "expl:subj")]
        own = not subjects or plain(subjects[0].text) in word_set(*_ATTACKERS, "takes_up")
        told = {clause.lemma_.lower(), *(c.lemma_.lower() for c in clause.children if c.dep_ == "xcomp")}
        if own and told & word_set(*_ATTACKERS, "threats"):
            return True
    return False


def refined(doc: Doc, phrase: Counted, group: VictimGroup) -> VictimGroup:
    """The group of a noun of several senses, by its complement or by what its sentence speaks of.

    « soldats de l'ONU », « membres de la police », « 301 mineurs » in a pit, « deux gardiens » of a prison.
    """
    head = doc[phrase.head]
    noun = fold_agreement(head.text)
    after = {plain(token.text) for token in doc[phrase.head + 1 : min(phrase.head + 5, head.sent.end)]}
    for sense in rules("casualties", "grammar.toml")["groups"]["senses"]:
        if group not in sense["from"] or noun not in map(fold_agreement, sense["nouns"]):
            continue
        if not after.isdisjoint(sense.get("of", ())):
            return cast("VictimGroup", sense["group"])
        if any(word in plain(doc[: head.sent.end].text) for word in sense.get("near", ())):
            return cast("VictimGroup", sense["group"])
    return group


def crew(doc: Doc, phrase: Counted, group: VictimGroup | None) -> VictimGroup | None:
    """Sailors of a merchant ship and agents of an NGO are civilians, officers of gendarmerie police."""
    complement = {plain(token.text) for token in doc[phrase.head + 1 : phrase.head + 4]}
    if group == "police" and not complement.isdisjoint(_words("of_aid")):
        return "civilian"
    if group == "military" and fold_agreement(doc[phrase.head].text) in _words("trainees"):
        complement |= {plain(token.text) for token in doc[phrase.head].sent}
    if group == "military" and not complement.isdisjoint(_words("of_police")):
        return "police"
    if group != "military" or fold_agreement(doc[phrase.head].text) not in _words("sailors"):
        return group
    aboard = {plain(token.text) for token in doc[: doc[phrase.head].sent.end]}
    merchant = not aboard.isdisjoint(_words("merchant_ships")) and aboard.isdisjoint(_words("navy"))
    return "civilian" if merchant else group


def _group_from(doc: Doc, start: int, end: int) -> VictimGroup | None:
    for index in range(start, end):
        if doc[index].text in ";:":
            return None
        for words in _party_words().get(fold_word(doc[index].text), ()):
            if tuple(fold_word(token.text) for token in doc[index : index + len(words)]) == words:
                first = index + len(words)
                found = _actor_group(doc, first, _party_end(doc, first, min(end + 4, first + 5)))
                if found is not None:
                    return found
    return None


def _actor_group(doc: Doc, start: int, end: int) -> VictimGroup | None:
    if start < len(doc) and fold_word(doc[start].text) in _words("relatives"):
        return None  # « parmi lesquels trois enfants » tells a part
    side = fold_agreement(doc[start].text) if start < len(doc) else ""  # « côté ami »: no friend
    for span in doc.spans.get("actors", ()):
        if start <= span.start < end and span._.actor.bias != "count" and side not in _words("own_side"):
            group: VictimGroup = span._.actor.group
            return None if group == "unspecified" else group
    for token in doc[start : min(end, len(doc))]:
        low = fold_agreement(token.text)
        if low in _words("own_side"):
            return "military"
        if low in _words("other_side"):
            return "militant"
        if low in _words("civil_side"):
            return "civilian"
    return None
