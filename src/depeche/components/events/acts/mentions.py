"""Event mentions: the triggers of a sentence, grouped by the event that they tell."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from depeche.components.events.acts.arguments import attach
from depeche.components.events.acts.gaps import gapped_acts
from depeche.components.events.acts.headings import is_heading, sums_up
from depeche.components.events.acts.reference import (
    earlier,
    in_another_town,
    is_another,
    is_background,
    is_consequence,
    is_definite,
    is_pointer,
    likened,
    past_a_landmark,
)
from depeche.components.events.acts.told import habitual, told_acts
from depeche.components.events.acts.typing import mention_types
from depeche.components.events.attributions.suspects import ANSWERS, answers_for
from depeche.components.events.clauses import clause_root, told_of
from depeche.components.events.index import index_of, sentence_spans
from depeche.components.events.linking.roles import attributed
from depeche.components.events.model import EventMention
from depeche.components.events.settings import words
from depeche.components.events.timing.dating import (
    counted_back,
    trigger_date,
)
from depeche.components.events.timing.resuming import part_of


def event_mentions(doc: Doc) -> list[EventMention]:
    """Mentions of real events, in text order, with their arguments attached."""
    mentions: list[EventMention] = []
    paragraph, order = 0, 0
    index = index_of(doc)
    for sent in doc.sents:
        if sent.start_char >= doc._.body_start or sent.end_char > doc._.body_start:
            casualties = [s for s in sentence_spans(sent, "casualties") if s._.casualty.scope == "incident"]
            usable = told_acts(sentence_spans(sent, "triggers"), casualties, sent)
            groups = [] if is_heading(doc, sent) or sums_up(sent, usable) else _groups(usable)
            for group in groups:
                mention = _mention(doc, sent, group, order, paragraph)
                mention.charged = _charged(mention.main, groups)
                mention.pointer |= mention.charged
                mentions += [mention, *gapped_acts(mention, groups)]
            if not groups and (_tells_toll(sent) or (attributed(sent) and not _tells_habits(sent))):
                mentions.append(_toll_mention(doc, sent, order, paragraph))
            order += 1
        if "\n" in index.text_of(sent):
            paragraph += 1
    attach(mentions)
    return [mention for mention in mentions if mention.triggers or mention.casualties or mention.roles]


def _tells_habits(sent: Span) -> bool:
    """« coutumière de ces tueries, l'a revendiquée » claims the act told, whatever its subject uses to do."""
    claimed = any(filler.role == "claimant" for filler in attributed(sent))
    return any(habitual(span) and not (claimed and _aside(span)) for span in sentence_spans(sent, "triggers"))


def _aside(span: Span) -> bool:
    """A word of what a sentence says beside a noun."""
    head = span.doc[span._.trigger.head]
    return any(token.dep_ in ("acl", "amod", "appos") for token in head.ancestors)


def _tells_toll(sent: Span) -> bool:
    """A toll of the incident, or a first one that counts somebody."""
    told = [span._.casualty for span in sentence_spans(sent, "casualties")]
    return any(
        one.scope == "incident" or (one.scope == "earlier_toll" and one.quantity.value) for one in told
    )


def _groups(triggers: list[Span]) -> list[list[Span]]:
    """One group a sentence, unless two triggers carry dates of their own or the text says « une autre »."""
    anchors = [
        span
        for span in triggers
        if span._.trigger.strength != "means"
        and span._.trigger.form not in words("reporting", "verbs", "nouns")
    ]
    if not anchors:
        anchors = [span for span in triggers if span._.trigger.strength == "means"]
    groups: list[list[Span]] = []
    for span in anchors:
        if groups and not _splits(groups[-1], span):
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _splits(group: list[Span], span: Span) -> bool:
    """Whether a trigger tells another event than the group before it in the sentence."""
    if part_of(span) != part_of(group[-1]):
        return True
    if any(_told_of(span, member) for member in group):
        return False
    if likened(span) is not None and likened(group[-1]) is None:
        return True
    if past_a_landmark(group[-1], span):
        return True
    situates = is_background(group[0]) and not _dead_of(group[-1], span)
    if is_background(span) != situates or counted_back(span) is not None:
        return True
    if _opens_by_the_past(group[0], span) or in_another_town(group[-1], span):
        return True
    if any(answers_for(member, span) for member in group):
        return True
    if is_another(span) and any(member._.trigger.strength == "strong" for member in group):
        return True
    if clause_root(span.doc[span._.trigger.head]) == clause_root(group[-1].doc[group[-1]._.trigger.head]):
        return False
    own, theirs = trigger_date(span), [trigger_date(member) for member in group]
    if own is None:
        return False
    return any(date is not None and date.span.start != own.span.start for date in theirs) and all(
        date is None or date.span._.date.resolved != own.span._.date.resolved for date in theirs
    )


def _dead_of(dead: Span, act: Span) -> bool:
    """« après la mort de 26 soldats dans une embuscade »: the dead and their act, told in one phrase."""
    if dead._.trigger.strength != "toll" or dead._.trigger.pos != "N" or act._.trigger.pos != "N":
        return False
    between = dead.doc[dead.end : act.start]
    return all(token.pos_ not in ("VERB", "AUX", "PUNCT", "CCONJ") for token in between)


def _opens_by_the_past(first: Span, span: Span) -> bool:
    """« Un an après l'attentat de Nice, un homme a été abattu »: the act counted from is another.

    Not in a headline, whose days are counted from another day than the text's.
    """
    if span.sent.start_char < span.doc._.title_end or counted_back(first) is None:
        return False
    return any(token.text == "," for token in span.doc[first.end : span.start])


def _charged(main: Span, groups: list[list[Span]]) -> bool:
    """The act that an arrest or a protest told beside it is about: their day and place are none of its."""
    told = (span for group in groups for span in group)
    return main._.trigger.type not in ANSWERS and any(answers_for(span, main) for span in told)


def _told_of(span: Span, act: Span) -> bool:
    """« l'attaque qui a visé la base », « le séisme qui a fait dix morts »: told of its act."""
    if act._.trigger.pos != "N" or act._.trigger.strength != "strong":
        return False
    verb = span._.trigger.pos != "N" or span._.trigger.strength != "strong"
    return verb and told_of(span.doc[span._.trigger.head], act._.trigger.head)


def _mention(doc: Doc, sent: Span, group: list[Span], order: int, paragraph: int) -> EventMention:
    main = _main_trigger(group)
    plural = (
        main._.trigger.pos == "N"
        and doc[main._.trigger.head].text[-1:] in "sx"
        and "Number=Plur" in doc[main._.trigger.head].morph
    )
    consequence = is_consequence(main)
    types = [] if consequence else mention_types(group, sent)
    other = likened(main)
    if other is not None:
        types = mention_types([other[1], *group], sent)
    return EventMention(
        triggers=[main, *(span for span in group if span is not main)],
        sent=sent,
        order=order,
        paragraph=paragraph,
        in_title=sent.start_char < doc._.title_end,
        qualifiers=frozenset().union(*(span._.qualifiers for span in group)),
        types=types,
        definite=is_definite(main),
        another=other is not None or any(is_another(span) for span in group) or earlier(sent, group),
        plural=plural,
        bare=main._.trigger.strength in ("toll", "found", "anaphor", "means") or consequence,
        pointer=is_pointer(main) and not _told_before(main, group),
        since=other[0] if other is not None else None,
    )


def _told_before(main: Span, group: list[Span]) -> bool:
    """« ont tué neuf habitants ; personne n'a revendiqué le raid »: dead told before their act is named."""
    root = clause_root(main.doc[main._.trigger.head])
    return any(
        span.start < main.start
        and span._.trigger.strength == "toll"
        and span._.trigger.pos == "V"
        and clause_root(span.doc[span._.trigger.head]) != root
        for span in group
    )


def _main_trigger(group: list[Span]) -> Span:
    """The first strong trigger; a killing or an arrest only when nothing else names the event."""
    order = {"strong": 0, "weak": 2, "toll": 3, "found": 4, "anaphor": 5, "means": 6}

    def key(span: Span) -> tuple[float, int]:
        trigger = span._.trigger
        rank = order.get(trigger.strength, 7)
        later = (
            {"killing": 0.5, "looting": 0.7, "arrest": 0.7}.get(trigger.type, 0.0)
            if trigger.strength == "strong"
            else 0.0
        )
        return (rank + later, span.start)

    return min(group, key=key)


def _toll_mention(doc: Doc, sent: Span, order: int, paragraph: int) -> EventMention:
    """A sentence that tells a toll or an author with no event word (« On compte 12 morts. »)."""
    return EventMention(
        triggers=[],
        sent=sent,
        order=order,
        paragraph=paragraph,
        in_title=sent.start_char < doc._.title_end,
        qualifiers=frozenset(),
        bare=True,
    )
