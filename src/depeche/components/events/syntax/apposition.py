"""The proper name beside a thing attacked: « un vraquier, l'Aegean Dawn », « le Cappuccino, un café »."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from depeche.components.actors.mention import key_of
from depeche.components.actors.nouns import is_name, name_end
from depeche.components.events.index import index_of
from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import words
from depeche.components.events.syntax.subjects import actor_at
from depeche.components.lemma_patterns import plain


def named_thing(filler: RoleFiller) -> RoleFiller:
    """A thing hit by the name that the sentence gives it on either side; a name with no article is none."""
    if filler.role != "target" or filler.actor.unit != "thing" or filler.actor.named:
        return filler
    span = _after(filler.span) or name_before(filler.span)
    if span is None:
        return filler
    actor = filler.actor.model_copy(update={"name": span.text, "key": key_of(span.text), "named": True})
    return RoleFiller(filler.role, span, actor, f"{filler.rule}+apposition", filler.strength)


def thing_at(doc: Doc, token: Token) -> Span | None:
    """The actor at a token, or the thing that stands beside a proper name (« le Sea Queen, un cargo »)."""
    span = actor_at(doc, token)
    if span is None and token.pos_ == "PROPN":
        for child in token.children:
            beside = actor_at(doc, child) if child.dep_ == "appos" else None
            if beside is not None and beside._.actor.unit == "thing" and name_before(beside) is not None:
                return beside
    return span


def _after(thing: Span) -> Span | None:
    """« d'un café prisé, le Cappuccino, »: comma, definite article, capitals."""
    doc, start = thing.doc, thing.end
    if start + 2 >= thing.sent.end or doc[start].text != "," or not _definite(doc, start + 1):
        return None
    if doc[start + 2].lower_ == thing[0].lower_:  # « un centre d'examen de la capitale, le centre Kaaj »
        end = name_end(doc, start + 3, frozenset())
        return Span(doc, start + 2, end, label="ACTOR") if end > start + 3 else None
    name = _capitals(doc, start + 2, thing.sent.end)
    if name is not None and name.end < thing.sent.end and doc[name.end].pos_ in ("VERB", "AUX", "PRON"):
        return None  # « …, la Croix-Rouge évoque »: a clause of its own
    return name


def name_before(thing: Span) -> Span | None:
    """« sur l'Aegean Dawn, un vraquier grec »: capitals behind « le », comma, indefinite article."""
    doc, first = thing.doc, thing.sent.start
    if thing.start - 4 < first or plain(doc[thing.start - 1].text) not in words(
        "cast", "apposed", "indefinite"
    ):
        return None
    if doc[thing.start - 2].text != ",":
        return None
    start = thing.start - 2
    while (
        start > first and doc[start - 1].text[:1].isupper() and doc[start - 1].pos_ in ("PROPN", "X", "NOUN")
    ):
        start -= 1
    if start == thing.start - 2 or not _definite(doc, start - 1):
        return None
    return _capitals(doc, start, thing.start - 2)


def _definite(doc: Doc, index: int) -> bool:
    return plain(doc[index].text) in words("cast", "apposed", "definite")


def _capitals(doc: Doc, start: int, limit: int) -> Span | None:
    end = start
    while end < limit and is_name(doc[end]):
        end += 1
    if end == start or index_of(doc).within("places", start, end) or doc[start].text.isupper():
        return None
    return Span(doc, start, end, label="ACTOR")
