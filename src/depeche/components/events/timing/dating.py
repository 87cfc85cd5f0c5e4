"""The date that belongs to a trigger: by the clause first, then by the sentence."""

from __future__ import annotations

from spacy.tokens import Span, Token

from depeche.components.dates import linking
from depeche.components.events.clauses import clause_root, separation, told_of
from depeche.components.events.index import index_of, sentence_spans
from depeche.components.events.model import DateFiller
from depeche.components.events.settings import words
from depeche.components.events.timing.aftermath import comes_after
from depeche.components.events.timing.resuming import opening_day, part_of
from depeche.components.lemma_patterns import fold_word, plain
from depeche.components.qualifiers import UNREAL
from depeche.values.edtf import parse_edtf


def is_aside(span: Span) -> bool:
    """« s'est achevé samedi », « a été libéré le 3 mars »: the day of something that came after.

    What begins anew on a day is an act where its subject is one: « les combats ont repris samedi », not « les
    recherches ont repris samedi ».
    """
    head = span.root.head
    if _within_the_phrase(span):
        return False
    if comes_after(span):
        return True
    if head.pos_ != "VERB" or head.lemma_.lower() not in words("dating", "aside", "lemmas"):
        return False
    if head.lemma_.lower() in words("dating", "aside", "lasting") and _since(span):
        return False
    if head.lemma_.lower() in words("dating", "aside", "ending") and _with_outcome(head):
        return False
    if head.lemma_.lower() in words("dating", "aside", "telling") and _dead_between(head, span):
        return False
    return not (head.lemma_.lower() in words("dating", "aside", "renewed") and _act_is_subject(head))


def _with_outcome(verb: Token) -> bool:
    """« une mutinerie s'était terminée dans un nuage de suie »: how the act went, on its own day."""
    after = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    return after in words("dating", "aside", "outcome")


def _within_the_phrase(span: Span) -> bool:
    """« a annoncé l'arrestation, dimanche 15 août, de 36 personnes »: between the act's noun and its own."""
    doc, start, end = span.doc, span.start, span.end
    start -= start > 0 and doc[start - 1].text == ","
    end += end < len(doc) and doc[end].text == ","
    of = end < len(doc) and fold_word(doc[end].text) in words("dating", "aside", "of")
    acts = sentence_spans(span.sent, "triggers")
    return of and any(
        t.end == start and t._.trigger.pos == "N" and t._.trigger.strength == "strong" for t in acts
    )


def _since(span: Span) -> bool:
    """« le siège dure depuis février 2022 »: its start, not how long the last one lasted."""
    return span.start > 0 and span.doc[span.start - 1].lower_ in words("dating", "aside", "since")


def _dead_between(verb: Token, span: Span) -> bool:
    """« a annoncé la mort de trois soldats mardi dans une embuscade »: their day (`dates.roles`)."""
    triggers = sentence_spans(verb.sent, "triggers")
    return any(verb.i < t.start < span.start and t._.trigger.strength == "toll" for t in triggers)


def _act_is_subject(verb: Token) -> bool:
    subjects = {child.i for child in verb.children if child.dep_ == "nsubj"}
    triggers = sentence_spans(verb.sent, "triggers")
    return any(t._.trigger.head in subjects and t._.trigger.strength == "strong" for t in triggers)


def leads_to(span: Span, trigger: Span) -> bool:
    """« au lendemain de l'attaque », « deux jours après le raid »: a day counted from the act.

    A day told beside a mishap not told before is its own (« hospitalisé mardi après une chute »).
    """
    if _mishap_first_told(trigger) and not _counts_back(span):
        return False
    gap = span.doc[span.end : trigger.start]
    if not 0 <= len(gap) <= 5 or not span.end <= trigger.start:
        return False
    if any(token.pos_ in ("VERB", "AUX", "PUNCT") for token in gap):
        return False
    counted, links = words("dating", "counted", "words"), words("dating", "counted", "links")
    if not any(token.lower_ in counted for token in (*span, *gap)):
        return False
    linked = any(plain(token.text) in links for token in gap)
    return linked or span[-1].lower_ in words("dating", "counted", "ends")


def _mishap_first_told(trigger: Span) -> bool:
    """« après une collision »: an accident or a disaster with an indefinite article."""
    new = trigger.start > 0 and fold_word(trigger.doc[trigger.start - 1].text) == "un"
    return new and trigger._.trigger.type in ("accident", "disaster")


def counted_back(trigger: Span) -> Span | None:
    """« quatre jours après une double attaque », « au lendemain d'un attentat »: the day of the act before.

    It is counted back from the day of the act told, and belongs to no other.
    """
    dates = index_of(trigger.doc).within("dates", trigger.sent.start, trigger.start)
    told = (span for span in dates if _counts_back(span) and span._.date.resolved is not None)
    return next((span for span in told if leads_to(span, trigger)), None)


def _counts_back(span: Span) -> bool:
    return span._.date.rule in linking.COUNTED_BACK


def sentence_dates(sent: Span, *, since: bool = False) -> list[Span]:
    """Resolved dates of events in a sentence; with `since`, the starts of lasting ones too (a siege)."""
    dates = index_of(sent.doc).dates(since=since)
    inside = [span for span in dates if sent.start < span.end <= sent.end]  # a parse may cut a date in two
    return [span for span in inside if not is_aside(span) and not _counts_back(span)]


def of_another_clause(span: Span) -> bool:
    """A date of what is no act told: of a person's past, of a plan, of another century.

    « Le ministre, qui l'avait vu fin avril, condamne le meurtre », « ils projetaient un attentat à Noël ».
    """
    doc = span.doc
    root = doc[clause_root(span.root)]
    told = sentence_spans(span.sent, "triggers")
    own = [trigger for trigger in told if clause_root(doc[trigger._.trigger.head]) == root.i]
    if linking.recalls(span):
        return True
    if root.dep_ != "acl:relcl" or root.head.pos_ not in ("NOUN", "PROPN"):
        return False
    if own:
        return all(trigger._.qualifiers & UNREAL for trigger in own)
    return all(trigger._.trigger.head != root.head.i for trigger in told)


def lies_ahead(trigger: Span) -> bool:
    """« Prochain exercice en octobre, sur le thème d'une attaque »: dated after publication, a plan."""
    published = trigger.doc._.published
    filler = trigger_date(trigger) if published else None
    return filler is not None and filler.span._.date.resolved.start > parse_edtf(published).end


def lasting(trigger: Span) -> bool:
    """A siege, an offensive: told by its start (« passée à l'offensive depuis le 14 janvier »)."""
    return trigger._.trigger.type == "siege" or trigger._.trigger.form in words("dating", "lasting", "forms")


def dated_itself(trigger: Span) -> bool:
    """« l'attaque du 7 octobre 2023 », « menée le 3 mars »: the day stands in the phrase of the act."""
    filler = trigger_date(trigger)
    if filler is None or filler.span._.date.resolved.precision != "day":
        return False
    if filler.span.start < trigger.end:
        return False
    return any(token.i == trigger._.trigger.head for token in filler.span.root.ancestors)


def trigger_date(trigger: Span) -> DateFiller | None:
    """The date in the clause of a trigger, the nearest of several; None when the clause has none."""
    if (before := counted_back(trigger)) is not None:
        return DateFiller(before, "date.counted_back", 1.0)
    doc = trigger.doc
    root = clause_root(doc[trigger._.trigger.head])
    told = sentence_dates(trigger.sent, since=lasting(trigger))
    dates = [date for date in told if part_of(date) == part_of(trigger)]
    own = [span for span in dates if _told_with(span, trigger)]
    same = own or [span for span in dates if clause_root(span.root) == root and not leads_to(span, trigger)]
    if not same:
        opening = opening_day(trigger)
        return DateFiller(opening, "date.resumed", 1.0) if opening in told else None
    best = min(same, key=lambda span: separation(span, trigger))
    return DateFiller(best, "date.clause", 1.0)


def _told_with(span: Span, trigger: Span) -> bool:
    """« l'attaque de dimanche », « l'attaque menée dimanche », « l'attaque qui l'avait visé dimanche »."""
    head = trigger._.trigger.head
    if trigger._.trigger.pos != "N" or trigger._.trigger.strength != "strong" or span.start < trigger.end:
        return False
    governor = span.root.head
    told = governor.i == head or (governor.dep_ == "acl" and governor.head.i == head)
    return told or told_of(span.root, head)
