"""`depeche_casualties`: how many were killed, injured, missing, abducted, arrested or displaced, and of whom.

Writes `doc.spans["casualties"]` and `span._.casualty`. A counted phrase becomes a casualty when its noun says
what happened (« dix blessés »), or a predicate governs it by the parse or by its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from depeche import extensions  # noqa: F401
from depeche.components.casualties import breakdown
from depeche.components.casualties.coordination import kin_of
from depeche.components.casualties.counted import Counted
from depeche.components.casualties.elsewhere import BESIDES
from depeche.components.casualties.finding import find_casualties
from depeche.components.casualties.foreseen import is_foreseen
from depeche.components.casualties.groups import (
    apposed_group,
    crew,
    is_the_attacker,
    leans_on_them,
    of_them,
    others_of,
    party_group,
    refined,
)
from depeche.components.casualties.predicates import states
from depeche.components.casualties.quantities import final_quantity, negated_zero
from depeche.components.casualties.scope import died_of_age, is_cumulative, scope_of
from depeche.records import VictimGroup
from depeche.resources import affixes, word_set
from depeche.values.casualties import CasualtyMention, Scope

_FATES = ("killed", "injured", "arrested")
WOUNDED_REACH = 60
_OWN_CLAUSE = ("casualties", "grammar.toml", "groups", "own_clause")


def _group(
    doc: Doc, phrase: Counted, kind: str, earlier: CasualtyMention | None, joined: bool, since: int
) -> VictimGroup:
    """The group of a count: its noun's, a party named beside it, else that of the count it goes with."""
    if (apposed := apposed_group(doc, phrase)) is not None:
        return apposed
    if phrase.group is not None and phrase.kind != kind:
        return refined(doc, phrase, crew(doc, phrase, phrase.group) or "unspecified")
    named = (of_them(doc, phrase) if phrase.ellipsis else None) or party_group(doc, phrase)
    if named is None and phrase.ellipsis:
        named = others_of(doc, phrase, since)
    if named is not None:
        return named
    if earlier is not None and earlier.rule in (breakdown.RULE, BESIDES) and phrase.kind is not None:
        return "unspecified"
    if earlier is not None and (phrase.ellipsis or (joined and phrase.kind is not None)):
        return earlier.group
    return phrase.group or "unspecified" if phrase.kind is None else "unspecified"


def mentions(doc: Doc) -> list[tuple[Counted, CasualtyMention]]:
    """Casualty mentions of a doc in text order."""
    result: list[tuple[Counted, CasualtyMention]] = []
    for phrase, kind, predicate, rule in find_casualties(doc):
        quantity = negated_zero(doc, phrase) or final_quantity(doc, phrase)
        if quantity is None:
            continue
        near = _neighbour(doc, phrase, result)
        joined = near is not None and _one_clause(doc, near[0], phrase)
        since = result[-1][0].end if result else 0
        group = _group(doc, phrase, kind, near[1] if near else None, joined, since)
        group = _kin_of_civilians(doc, phrase, group, near)
        if kind in _FATES and is_the_attacker(doc, phrase, kind, predicate):
            group = "militant"
        if quantity.rule == "one_of" or (kind == "killed" and near and _of_the_wounded(doc, phrase, near[1])):
            rule = "casualty.one_of"
        if kind == "arrested" and _captured(rule, group):
            kind = "abducted"
        mention = CasualtyMention.model_validate(
            {
                "kind": kind,
                "group": group,
                "quantity": quantity,
                "scope": _scope(doc, phrase, kind, predicate, rule, group, result),
                "predicate": predicate,
                "head": phrase.head,
                "rule": rule,
            }
        )
        result.append((phrase, mention))
    return result


def _kin_of_civilians(
    doc: Doc, phrase: Counted, group: VictimGroup, near: tuple[Counted, CasualtyMention] | None
) -> VictimGroup:
    """« un paysan et son fils »: the kin of a civilian, told with him, are civilians too."""
    if group != "unspecified" or near is None or near[1].group != "civilian" or phrase.kind is not None:
        return group
    return "civilian" if kin_of(doc, near[0], phrase) else group


def _scope(
    doc: Doc,
    phrase: Counted,
    kind: str,
    predicate: int,
    rule: str,
    group: VictimGroup,
    earlier: Sequence[tuple[Counted, CasualtyMention]],
) -> Scope:
    """What a count covers; « 12 passants touchés, dont trois ont péri »: no part of a toll of the dead."""
    if rule == breakdown.RULE:
        return "incident"
    if is_foreseen(doc[predicate]):
        return "cumulative"
    scope = scope_of(doc, phrase)
    if scope == "cumulative" and kind == "arrested" and phrase.quantity.rule in ("one", "the_one"):
        scope = "incident"  # « un suspect recherché depuis 2020 » is no total over time
    if leans_on_them(doc, phrase) and _told_of_them(phrase, kind, group, earlier):
        return "subset"
    if kind == "killed" and phrase.quantity.value == 1 and died_of_age(doc[phrase.head].sent.text):
        return "cumulative"
    if scope == "incident" and rule.endswith(states()) and _of_wounded(phrase, earlier):
        return "subset"
    if scope != "subset" or not phrase.ellipsis or predicate < phrase.end:
        return scope
    sentence = doc[phrase.head].sent.start
    same = (one.kind == kind for last, one in earlier if doc[last.head].sent.start == sentence)
    return scope if any(same) or is_cumulative(doc[phrase.head].sent) else "incident"


def _told_of_them(
    phrase: Counted, kind: str, group: VictimGroup, earlier: Sequence[tuple[Counted, CasualtyMention]]
) -> bool:
    """« trois gendarmes ont été tués ; deux d'entre eux ont été décapités »: how, or what became of some.

    Of those abducted, « une centaine d'entre elles sont portées disparues » tells that they are still held.
    """
    near = [one for last, one in earlier if phrase.start - last.end < WOUNDED_REACH]
    last = next((one for one in reversed(near) if one.scope == "incident"), None)
    if last is None or last.quantity.value < phrase.quantity.value:
        return False
    held = kind == "missing" and last.kind == "abducted"
    return held or (kind == last.kind and group in (last.group, "unspecified"))


def _of_wounded(phrase: Counted, earlier: Sequence[tuple[Counted, CasualtyMention]]) -> bool:
    """« vingt blessés, cinq sont dans un état critique »: how some of the wounded just told are."""
    near = [(last, one) for last, one in earlier if phrase.start - last.end < WOUNDED_REACH]
    wounded = (one for _, one in near if one.kind == "injured" and one.scope == "incident")
    value = phrase.quantity.value
    return (phrase.ellipsis or phrase.kind == "injured") and any(
        one.quantity.value > value for one in wounded
    )


def _one_clause(doc: Doc, first: Counted, second: Counted) -> bool:
    """Whether two counts stand in one sentence, with no relative between that opens a toll of its own."""
    between = doc[first.end : second.start]
    own = any(token.lower_ in word_set(*_OWN_CLAUSE) for token in between)
    return doc[first.head].sent.start == doc[second.head].sent.start and not own


def _of_the_wounded(doc: Doc, phrase: Counted, earlier: CasualtyMention) -> bool:
    """« deux d'entre eux ont succombé » after the wounded: dead whom the toll may count already."""
    return earlier.kind == "injured" and leans_on_them(doc, phrase)


def _captured(rule: str, group: VictimGroup) -> bool:
    """« des rebelles ont capturé dix civils »: an abduction, whereas fighters are arrested."""
    captures = affixes("casualties", "grammar.toml", "capture", "forms")
    return rule.endswith(captures) and group in ("civilian", "unspecified", "peacekeeper")


def _neighbour(
    doc: Doc, phrase: Counted, earlier: Sequence[tuple[Counted, CasualtyMention]]
) -> tuple[Counted, CasualtyMention] | None:
    """The count before this one, at most a sentence back, that an ellipsis or a bare noun may lean on."""
    whole = [item for item in earlier if item[1].scope != "subset"]
    if not whole:
        return None
    last, mention = whole[-1]
    return (last, mention) if phrase.start - last.end < 40 else None


def set_annotations(doc: Doc, found: Sequence[tuple[Counted, CasualtyMention]]) -> None:
    """Write the mentions into the doc; the only place that does."""
    spans = []
    for phrase, mention in found:
        span = Span(doc, phrase.start, max(phrase.end, phrase.start + 1), label="CASUALTY")
        span._.casualty = mention
        spans.append(span)
    doc.spans["casualties"] = spans


@Language.component(
    "depeche_casualties",
    assigns=["doc.spans", "span._.casualty"],
    requires=["span._.number", "span._.actor", "span._.trigger", "token.dep", "token.lemma"],
)
def depeche_casualties(doc: Doc) -> Doc:
    """Find the casualties of a doc."""
    set_annotations(doc, mentions(doc))
    return doc


__all__ = ["depeche_casualties", "find_casualties", "mentions", "set_annotations"]
