"""Who the attacker is: « le tireur, X », « X, l'auteur présumé de l'attaque », « l'assaillant est un … »."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from depeche.components.actors.mention import key_of, person
from depeche.components.actors.nouns import age_end, phrase_end
from depeche.components.events.index import index_of, spans
from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import folded, pattern, words
from depeche.components.events.syntax.subjects import actor_at
from depeche.components.lemma_patterns import fold_agreement, fold_word, plain
from depeche.values.actors import ActorMention

_CLOSE = 3


def identified(sent: Span) -> Iterator[RoleFiller]:
    """The person behind a description of the attacker: a name, else what the sentence says he is.

    Press usage: apposition on either side, « identifié comme », « est un ».
    """
    lemmas = index_of(sent.doc).lemmas(sent)
    if lemmas.isdisjoint(words("roles", "identity", "attackers")):
        return
    for token in sent:
        if is_attacker(token):
            found = _identity(token)
            if found is not None:
                yield RoleFiller("perpetrator", found[0], found[1], "role.identified", 0.8)
                return


def is_attacker(token: Token) -> bool:
    """A definite noun for the one who attacked: « l'assaillant », « le tireur présumé », « le suspect »."""
    if token.lemma_.lower() not in words("roles", "identity", "attackers") or token.pos_ not in (
        "NOUN",
        "ADJ",
        "PROPN",
    ):
        return False
    before = [plain(word.text) for word in token.doc[max(token.sent.start, token.i - 2) : token.i]]
    if not before or words("roles", "identity", "determiners").isdisjoint(before):
        return False
    return not (_of_another(token) or _of_rights(token) or _speaks(token))


def _of_rights(token: Token) -> bool:
    """« le Haut-Commissaire aux droits de l'homme, X »."""
    return token.head.i < token.i and token.head.lemma_.lower() in words("roles", "identity", "rights")


def _speaks(token: Token) -> bool:
    """« raconte le chauffeur, X »: a witness, whom the verb before presents."""
    verb = token.head
    speaking = verb.lemma_.lower() in words("roles", "identity", "speaking")
    return speaking and verb.i < token.i and token.lemma_.lower() in words("roles", "identity", "weak")


def _of_another(token: Token) -> bool:
    """« l'auteur du livre », « le conducteur du train »: a complement that names no act."""
    doc, sent = token.doc, token.sent
    follow = doc[token.i + 1 : min(sent.end, token.i + 5)]
    led = next((word.i for word in follow if word.pos_ not in ("ADJ", "ADV")), None)
    if token.lemma_.lower() not in words("roles", "identity", "weak") or led is None:
        return False
    if fold_word(doc[led].text) != "de":
        return False
    acts = index_of(doc).within("triggers", led, min(sent.end, led + 4))
    return not any(span.start <= led + 4 for span in acts)


def _identity(token: Token) -> tuple[Span, ActorMention] | None:
    named = _name_before(token) or _name_after(token) or _name_told(token)
    if named is not None:
        return named, named._.actor
    if token.lemma_.lower() in words("roles", "identity", "weak") and not _caught(token):
        return None
    return _description(token)


def _caught(token: Token) -> bool:
    """« Le conducteur, un homme de 26 ans, a été arrêté »: no driver but the one who ran people down."""
    verb = token.head
    acts = index_of(token.doc).within("triggers", token.i + 1, token.sent.end)
    return token.dep_.startswith("nsubj") and any(
        act._.trigger.type == "arrest" and act.start <= verb.i < act.end for act in acts
    )


def _persons(doc: Doc, start: int, end: int) -> list[Span]:
    return [
        span for span in index_of(doc).within("actors", start, end) if span._.actor.rule == "actor.person"
    ]


def _name_before(token: Token) -> Span | None:
    """« X, l'auteur présumé de l'attentat, »."""
    start = token.i - 1
    doc, sent = token.doc, token.sent
    while start > sent.start and doc[start].text not in ",(":
        start -= 1
        if token.i - start > _CLOSE:
            return None
    for span in spans(doc, "actors"):
        if span.end == start and span._.actor.rule == "actor.person" and start > sent.start:
            found: Span = span
            return found
    return None


def _name_after(token: Token) -> Span | None:
    """« le tireur, X, », « l'assaillant présumé (X) », « le suspect X »."""
    doc, sent = token.doc, token.sent
    for index in range(token.i + 1, min(sent.end, token.i + 9)):
        word = doc[index]
        if word.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in word.morph:
            return None
        if word.text in ",(" or index == token.i + 1:
            first = index + 1 if word.text in ",(" else index
            near = [span for span in _persons(doc, first, first + 2) if _free(doc, first, span.start)]
            if near:
                return near[0]
        if word.text in ",(;:.":
            return None
    return None


def _free(doc: Doc, start: int, end: int) -> bool:
    """Nothing but a title between: no preposition that would make the name another's."""
    return not any(token.pos_ in ("ADP", "VERB") for token in doc[start:end])


def apposed_name(filler: RoleFiller) -> RoleFiller:
    """« un homme de 27 ans, Karim C., a poignardé »: the name beside a noun that only says somebody."""
    actor, doc = filler.actor, filler.span.doc
    if actor.named or actor.unit != "person" or actor.rule == "actor.identity":
        return filler
    head = doc[actor.head]
    told = {head.lemma_.lower(), *map(fold_agreement, actor.key.split()[:2])}
    if told.isdisjoint(folded("roles", "person", "nouns")):
        if "Number=Sing" not in head.morph:
            return filler
        head = doc[max(head.i, filler.span.end - 1)]
    named = _name_after(head)
    if named is None:
        return filler
    return RoleFiller(filler.role, named, named._.actor, f"{filler.rule}+apposition", filler.strength)


def _name_told(token: Token) -> Span | None:
    """« a été identifié comme étant X », « du nom de X », « est un homme de 39 ans, X »."""
    doc, sent = token.doc, token.sent
    naming = words("roles", "identity", "words")
    for span in _persons(doc, token.i + 1, sent.end):
        near = [word.lemma_.lower() for word in doc[max(sent.start, span.start - 5) : span.start]]
        if any(word in naming for word in near):
            return span
    named = _capitals_told(token)
    if named is not None:
        return named
    told = _description(token)
    if told is not None:
        end = told[0].end
        if end < sent.end and doc[end].text in ",(":
            near_names = _persons(doc, end + 1, end + 2)
            return near_names[0] if near_names else None
    return None


def _capitals_told(token: Token) -> Span | None:
    """« identifié comme (étant) Aki Lehto »: capitals after the naming word, a name by their place."""
    doc, sent = token.doc, token.sent
    for index in range(token.i + 1, sent.end - 1):
        if doc[index].lemma_.lower() not in words("roles", "identity", "naming"):
            continue
        start = index + 1
        while start < sent.end and plain(doc[start].text) in words("roles", "identity", "links"):
            start += 1
        end = start
        while end < sent.end and doc[end].text[:1].isupper() and doc[end].pos_ == "PROPN":
            end += 1
        if end - start >= 2:
            span = Span(doc, start, end, label="ACTOR")
            span._.actor = person(span)
            return span
    return None


def _description(token: Token) -> tuple[Span, ActorMention] | None:
    """« est un homme de 39 ans », « , un élève de 16 ans », « identifié comme un Égyptien de 29 ans »."""
    doc, sent = token.doc, token.sent
    for index in range(token.i + 1, min(sent.end, token.i + 14)):
        if plain(doc[index].text) not in words("roles", "identity", "articles"):
            continue
        between = f" {plain(doc[token.i + 1 : index].text).strip()}".rstrip()
        if pattern("roles", "introduced").fullmatch(between):
            return described_person(doc, index + 1, sent.end)
    return None


def described_person(doc: Doc, start: int, end: int) -> tuple[Span, ActorMention] | None:
    head = next((i for i in range(start, min(end, start + 3)) if doc[i].pos_ in ("NOUN", "PROPN")), None)
    if head is None:
        return None
    stop = min(phrase_end(doc, head + 1, frozenset()), end)
    while stop < end and (doc[stop].pos_ == "ADJ" or _told_age(doc, stop)):
        stop = _told_age(doc, stop) or stop + 1
    known = actor_at(doc, doc[head])
    if known is not None and known.end > stop:
        stop = known.end
    span = Span(doc, head, stop, label="ACTOR")
    if key_of(span.text) in folded("roles", "person", "nouns"):
        return None  # « est un homme »: says nothing
    model = known._.actor if known is not None else None
    actor = ActorMention(
        name=span.text,
        key=key_of(span.text),
        actor_type=model.actor_type if model else "other",
        group="militant",
        bias="perp",
        named=False,
        unit="person",
        head=head,
        rule="actor.identity",
    )
    return span, actor


def _told_age(doc: Doc, start: int) -> int | None:
    """End of « de 29 ans », « âgé de 16 ou 17 ans » from a token, or None."""
    led = start + (fold_agreement(doc[start].text) in words("roles", "identity", "aged"))
    return age_end(doc, led + 1) if led < len(doc) and fold_word(doc[led].text) == "de" else None
