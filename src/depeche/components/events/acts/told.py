"""Which triggers of a sentence tell what happened: no plans, habits, totals over time, nor words of sport."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from depeche.components.events.acts.unreal import imagined, sparked
from depeche.components.events.clauses import clause_root
from depeche.components.events.index import index_of
from depeche.components.events.settings import words
from depeche.components.events.syntax.subjects import in_habit
from depeche.components.events.timing.dating import dated_itself, lasting, lies_ahead, trigger_date
from depeche.components.figurative import kept_in, passive, sentence_domain, unambiguous
from depeche.components.qualifiers import UNREAL


def told_acts(triggers: Sequence[Span], casualties: Sequence[Span], sent: Span) -> list[Span]:
    """Triggers that tell what happened; in a text about sport or film, clear ones or beside a toll alone."""
    real = [
        span
        for span in triggers
        if not span._.qualifiers & UNREAL
        and _within_time(span)
        and not (habitual(span) and not _counted(span, casualties))
        and not imagined(span)
    ]
    real = [span for span in real if not _standing(span)] or real
    real = [span for span in real if not sparked(span, real, casualties)]
    domain = index_of(sent.doc).domain
    keeps = kept_in(domain) if domain else "clear"
    if keeps == "none":
        return []
    if keeps == "dated":  # of a story's deaths none has a day, those of an attack on a theatre do
        real = [span for span in real if _of_a_day(span) and not _quoted(span)]
    if not real or any(_counts(span, domain) for span in casualties):
        return real
    if domain or sentence_domain(sent):
        return [span for span in real if _clear(span)]
    return real


def _clear(span: Span) -> bool:
    """An unambiguous word, or a verb that is one in the passive (« la députée a été tuée »)."""
    form = span._.trigger.form
    return form in unambiguous() or (form in unambiguous("passive") and passive(span.root))


def _quoted(span: Span) -> bool:
    """« Braquages », the name of a work."""
    return span.start > 0 and span.doc[span.start - 1].text in ("«", "“", '"')


def _of_a_day(span: Span) -> bool:
    date = trigger_date(span)
    return date is not None and date.span._.date.resolved.precision in ("day", "interval")


def habitual(span: Span) -> bool:
    """« de nombreuses attaques attribuées au JNIM », « affrontent régulièrement »: no act, unless dated.

    « Chassés de Baghouz en mars 2019, ils mènent des attaques »: a month is not that of a habit.
    """
    if _repeated(span) and not _of_a_day(span):
        return True
    return "generic" in span._.qualifiers and trigger_date(span) is None


def _standing(span: Span) -> bool:
    """« l'armée, qui combat le M23, a tué dix civils »: what somebody does all along, beside the act."""
    verb = span.doc[span._.trigger.head]
    if span._.trigger.pos != "V" or span._.trigger.strength == "toll" or verb.dep_ != "acl:relcl":
        return False
    fights = span._.trigger.frame == "recip" and verb.morph.get("Tense", []) in (["Pres"], ["Imp"])
    date = trigger_date(span)
    return (fights or in_habit(verb)) and (date is None or not verb.is_ancestor(date.span.root))


def _repeated(span: Span) -> bool:
    """« d'où ils mènent des attaques »: a present verb and an act of no number tell what somebody does.

    « Des hommes armés enlèvent des élèves » is the title of one act, told by the verb alone.
    """
    verb = span.doc[span._.trigger.head]
    if "Tense=Pres" not in verb.morph or "VerbForm=Fin" not in verb.morph:
        return False
    acts = [child for child in verb.children if child.dep_ == "obj" and verb.i < child.i < span.end]
    return any(child.lower_ in words("roles", "takes", "partitive") for act in acts for child in act.children)


def _counted(span: Span, casualties: Sequence[Span]) -> bool:
    """Whether the clause of a trigger counts victims."""
    root = clause_root(span.doc[span._.trigger.head])
    return any(clause_root(span.doc[casualty._.casualty.predicate]) == root for casualty in casualties)


def _within_time(span: Span) -> bool:
    """Not a plan nor a total over time, unless the day is the act's own (« l'attaque du 7 octobre »).

    A siege or an offensive is told by its start (« sous blocus depuis février »).
    """
    if lies_ahead(span):
        return False
    return "cumulative" not in span._.qualifiers or _told_by_start(span) or dated_itself(span)


def _told_by_start(span: Span) -> bool:
    return span._.trigger.type == "siege" or (lasting(span) and trigger_date(span) is not None)


def _counts(span: Span, domain: str | None) -> bool:
    """A casualty with a number told and a predicate, which no figure of speech carries.

    The wounded of a text about sport are players, unless somebody died; a market takes no hostage.
    """
    casualty = span._.casualty
    if domain and casualty.kind not in (("killed",) if domain == "sport" else ("killed", "injured")):
        return False
    if (casualty.kind, casualty.quantity.rule) == ("killed", "one"):
        return span.doc[casualty.head].lemma_.lower() in unambiguous("victims")
    return casualty.rule != "casualty.noun" and casualty.quantity.rule not in (
        "one",
        "some",
        "the_one",
        "none",
    )
