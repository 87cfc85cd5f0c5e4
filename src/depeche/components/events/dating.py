"""The date that belongs to a trigger: by the clause first, then by the sentence."""

from __future__ import annotations

from spacy.tokens import Span

from depeche.components.dates import linking
from depeche.components.events.clauses import clause_root, separation
from depeche.components.events.model import DateFiller


# Verbs that date the end or the aftermath of an act, not the act.
_ASIDE = frozenset({"achever", "terminer", "prendre fin", "finir", "durer", "enterrer", "inhumer", "publier", "annoncer", "libérer",
                    "relâcher", "rouvrir", "lever", "reprendre", "naître", "recouvrer"})  # fmt: skip


def _aside(span: Span) -> bool:
    """« s'est achevé samedi », « a été libéré le 3 mars »: the day of something that came after."""
    head = span.root.head
    return head.lemma_.lower() in _ASIDE and head.pos_ == "VERB"


_AFTERMATH = ("lendemain", "surlendemain", "veille", "après", "avant", "tard", "depuis")


def leads_to(span: Span, trigger: Span) -> bool:
    """« au lendemain de l'attaque », « deux jours après le raid »: a day counted from the act is not the act's own."""
    gap = span.doc[span.end : trigger.start]
    if not 0 <= len(gap) <= 5 or not span.end <= trigger.start:
        return False
    words = [token.lower_ for token in (*span, *gap)]
    linked = any(
        token.lower_.replace("’", "'") in ("de", "du", "des", "d'", "après", "avant") for token in gap
    )
    return (
        (linked or span[-1].lower_ in ("après", "avant"))
        and any(word in _AFTERMATH for word in words)
        and not any(token.pos_ in ("VERB", "AUX", "PUNCT") for token in gap)
    )


def sentence_dates(sent: Span, *, since: bool = False) -> list[Span]:
    """Resolved dates of events in a sentence; with `since`, the starts of lasting ones too (a siege)."""
    return [span for span in linking.sentence_dates(sent, since=since) if not _aside(span)]


def narrative_filler(trigger: Span) -> DateFiller | None:
    """The date told just before in the paragraph, for an act whose sentence tells none."""
    span = linking.narrative_date(trigger)
    return None if span is None or _aside(span) else DateFiller(span, "date.narrative", 0.4)


def trigger_date(trigger: Span) -> DateFiller | None:
    """The date in the clause of a trigger, the nearest when there are several; None when the clause has none."""
    doc = trigger.doc
    root = clause_root(doc[trigger._.trigger.head])
    dates = sentence_dates(trigger.sent, since=trigger._.trigger.type == "siege")
    same = [span for span in dates if clause_root(span.root) == root and not leads_to(span, trigger)]
    if not same:
        return None
    best = min(same, key=lambda span: separation(span, trigger))
    return DateFiller(best, "date.clause", 1.0)
