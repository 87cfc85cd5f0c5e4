"""Which of several candidates an incident was aimed at, and by which of their names."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from depeche.components.events.index import index_of
from depeche.components.events.model import Incident, RoleFiller
from depeche.components.events.settings import folded, words
from depeche.components.lemma_patterns import plain


def one_force(aimed: list[RoleFiller], fell: Sequence[RoleFiller]) -> list[RoleFiller]:
    """« une attaque contre la troupe », « des militaires »: the fuller noun for those men where they fell."""
    if len(aimed) != 1 or aimed[0].actor.group not in ("military", "police") or aimed[0].actor.named:
        return aimed
    only = aimed[0]
    same = [
        f
        for f in fell
        if f.actor.group == only.actor.group and not f.actor.named and f.actor.unit == "person"
    ]
    if only.actor.unit == "thing" or " " in only.actor.key or not same:
        return aimed
    return [max([only, *same], key=lambda f: (len(f.actor.key.split()), -f.span.start))]


def told_in_full(fillers: Sequence[RoleFiller]) -> Sequence[RoleFiller]:
    """« le bâtiment », « le camp »: a bare definite thing is the one told with a fuller name."""
    bare = [f for f in fillers if _bare(f)]
    fuller = [f for f in fillers if f not in bare and f.actor.unit == "thing"]
    return [f for f in fillers if f not in bare] if fuller else fillers


def one_noun(fillers: Sequence[RoleFiller]) -> list[RoleFiller]:
    """« une base du Borno », later « une base du nord-est »: one thing, by the noun it was first told with.

    Two of them in one sentence are two, and so are two that bear a name or a place each.
    """
    kept: list[RoleFiller] = []
    for filler in fillers:
        noun = filler.actor.rule
        again = noun.startswith("actor.noun.") and any(
            other.actor.rule == noun and other.span.sent.start != filler.span.sent.start for other in kept
        )
        if not again:
            kept.append(filler)
    return kept


def _bare(filler: RoleFiller) -> bool:
    doc, start = filler.span.doc, filler.span.start
    return (
        filler.actor.unit == "thing"
        and start > 0
        and filler.actor.key in folded("cast", "pointed", "nouns")
        and plain(doc[start - 1].text) in words("cast", "pointed", "articles")
    )


def by_name(incident: Incident, filler: RoleFiller) -> RoleFiller:
    """« un hôtel du centre », then « l'hôtel Bahari »: the thing by the name told in the same account."""
    doc, start = filler.span.doc, filler.span.start
    noun = filler.actor.rule
    if filler.actor.unit != "thing" or not noun.startswith("actor.noun.") or start == 0:
        return filler
    if plain(doc[start - 1].text) not in words("cast", "apposed", "indefinite"):
        return filler
    found: dict[str, Span] = {}
    for mention in incident.mentions:
        after = min(mention.sent.end, len(doc) - 1)
        for span in index_of(doc).within("actors", mention.sent.start, doc[after].sent.end):
            if span._.actor.rule == noun and _named_thing(span, noun):
                found.setdefault(span._.actor.key, span)
    if len(found) != 1:
        return filler
    span = next(iter(found.values()))
    return RoleFiller(filler.role, span, span._.actor, f"{filler.rule}+named", filler.strength)


def _named_thing(span: Span, noun: str) -> bool:
    """A definite noun with a proper name beside it, no place behind « de »."""
    doc, name = span.doc, span.start + len(noun.rsplit(".", 1)[-1].split())
    if span.start == 0 or plain(doc[span.start - 1].text) not in words("cast", "apposed", "definite"):
        return False
    return name < span.end and doc[name].text[:1].isupper() and doc[name].pos_ == "PROPN"


def named_alone(fillers: Sequence[RoleFiller], fell: Sequence[RoleFiller], victims: int) -> list[RoleFiller]:
    """« Un journaliste assassiné. Paul X, …»: the one victim by name, not by trade as well."""
    named = [f for f in (*fillers, *fell) if f.actor.named and f.actor.rule.startswith("actor.person")]
    if not named or victims > 1:
        return list(fillers)
    kept = [f for f in fillers if f.actor.named or not _one_person(f)]
    return kept if any(f in kept for f in named) else [*kept, *named]


def _one_person(filler: RoleFiller) -> bool:
    return filler.actor.unit == "person" and "Number=Sing" in filler.span.root.morph


def carries(filler: RoleFiller) -> bool:
    """« leur patrouille », « leur véhicule »: the possessive points to those on board, told elsewhere.

    A post or a camp that its name tells is a target of its own: « leur camp de Biyamadow ».
    """
    doc, start = filler.span.doc, filler.span.start
    if holds_men(filler) and " " in filler.actor.key:
        return False
    return (
        filler.actor.unit == "thing"
        and start > 0
        and doc[start - 1].lower_ in words("cast", "carriers", "possessives")
        and filler.actor.key.split()[0] in folded("cast", "carriers", "nouns")
    )


def holds_men(filler: RoleFiller) -> bool:
    """« leur patrouille »: a body of men is attacked as well as those told of it."""
    return filler.actor.key.split()[0] in folded("cast", "carriers", "bodies")
