"""Dates, places and casualties of event mentions: by clause first, then by nearness in the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from spacy.tokens import Span

from depeche.components.events.acts.charges import BESIDE, hangs_on, nearer, of_the_charge
from depeche.components.events.acts.gaps import in_reach, own_victims, share_days
from depeche.components.events.acts.located import captioned, place_fillers, same_place
from depeche.components.events.acts.reference import is_background
from depeche.components.events.attributions.claims import own_claims
from depeche.components.events.clauses import clause_root, separation, told_of
from depeche.components.events.index import index_of, sentence_spans
from depeche.components.events.linking.roles import mention_roles
from depeche.components.events.model import DateFiller, EventMention, PlaceFiller
from depeche.components.events.settings import pattern, words
from depeche.components.events.syntax.complements import of_noun
from depeche.components.events.timing.dating import leads_to, of_another_clause, sentence_dates, trigger_date
from depeche.components.events.timing.resuming import part_of
from depeche.components.lemma_patterns import plain

LATER_DEATH = 0.9  # the score of a day told of the victims beside one told of the act
NEAR = 4  # tokens between an act and its place


def attach(mentions: Sequence[EventMention]) -> None:
    """Give each mention its arguments, sentence by sentence."""
    known: list[PlaceFiller] = []
    for _, group in groupby(mentions, key=lambda mention: mention.sent.start):
        together = list(group)
        _attach_dates(together)
        _attach_places(together)
        _attach_casualties(together)
        share_days(together)
        known = same_place(together, known)
        for mention in together:
            if mention.since is None and reports_toll(mention):
                mention.dates = [filler for filler in mention.dates if _of_the_victims(filler, mention)]
            if mention.pointer:
                _hold(mention)
            elif _recalled(mention):
                _keep_own(mention)
            if captioned(mention.sent) or not (mention.triggers or mention.casualties):
                mention.dates, mention.places = [], []  # of a picture or of the person told, not of the act
            mention.roles = own_claims(mention_roles(mention), mention, together)
            mention.roles = own_victims(mention, together)


def _hold(mention: EventMention) -> None:
    """Put aside what stands beside an act only talked about, save what its own relative tells."""
    head = mention.main._.trigger.head
    dates = [filler for filler in mention.dates if told_of(filler.span.root, head)]
    places = [f for f in mention.places if told_of(f.span.root, head) or of_noun(f.span.root, head)]
    dates += [filler for filler in mention.dates if filler not in dates and _its_own(filler, mention)]
    if mention.charged:  # « arrêté après le meurtre de deux policiers dimanche à Mons »
        dates += [f for f in mention.dates if f not in dates and hangs_on(f.span, mention)]
        places += [f for f in mention.places if f not in places and hangs_on(f.span, mention)]
    mention.held_dates, mention.held_places = mention.dates, mention.places
    if is_background(mention.main):
        near = [f for f in mention.places if 0 <= f.span.start - mention.main.end <= NEAR]
        mention.held_dates, mention.held_places = dates, places or near
    mention.dates, mention.places = dates, places


def _recalled(mention: EventMention) -> bool:
    """« Le procès des auteurs de l'attentat s'est ouvert lundi à Abidjan »: an old act, by its noun."""
    if not mention.triggers or "recalled" not in mention.main._.qualifiers:
        return False
    return mention.main._.trigger.pos == "N" and mention.since is None


def _keep_own(mention: EventMention) -> None:
    """The town of a trial or a rite is not that of the act that it recalls, when this one is told too."""
    head, end = mention.main._.trigger.head, mention.main.end
    own = [f for f in mention.places if told_of(f.span.root, head) or 0 <= f.span.start - end <= NEAR]
    mention.places = own or mention.places


def _its_own(filler: DateFiller, mention: EventMention) -> bool:
    """« l'attentat du 17 janvier 2019 », « l'attentat commis le 19 décembre »: a calendar day of the act."""
    start, end = filler.span.start, mention.main.end
    if not 0 <= start - end <= BESIDE:
        return False
    between = filler.span.doc[end : start + 1]
    if not filler.span._.date.explicit:  # « l'attaque de lundi »
        led = plain(between[0].text) in words("roles", "function", "of")
        return led and len(between) <= 2 and not is_background(mention.main)
    noun = filler.span.doc[mention.main._.trigger.head]
    if noun.dep_.startswith("nsubj") and start < noun.head.i and any(token.text == "," for token in between):
        return True  # « l'attentat d'Isabela, le 1er mars, a été revendiqué »
    leads = words("reference", "own", "leads")
    if any(token.lower_ in leads for token in between):
        return True
    return between[0].text == "," and (is_background(mention.main) or _inserted(filler.span))


def _inserted(span: Span) -> bool:
    """« l'assassinat, le 3 mai, de deux journalistes »: a day set between the act and its victims."""
    after = [plain(token.text) for token in span.doc[span.end : span.end + 2]]
    return len(after) == 2 and after[0] == "," and after[1] in words("reference", "own", "victims")


def _of_the_victims(filler: DateFiller, mention: EventMention) -> bool:
    """« a porté à 115 le nombre de personnes tuées à Pont-Sondé, le jeudi 3 octobre »: after their verb."""
    span = filler.span
    told = [
        t for t in mention.triggers if t._.trigger.pos == "V" and span.doc[t._.trigger.head].dep_ == "acl"
    ]
    return bool(span._.date.explicit) and any(t.end <= span.start for t in told)


def reports_toll(mention: EventMention) -> bool:
    """« Le bilan a été porté jeudi à quinze morts »: a sentence about the toll, with no event word."""
    if any(trigger._.trigger.strength in ("strong", "weak") for trigger in mention.triggers):
        return False
    index = index_of(mention.sent.doc)
    told, text = index.lemmas(mention.sent), plain(index.text_of(mention.sent)).lstrip()
    if told & words("reporting", "verbs", "nouns") or pattern("reporting", "pronoun").match(text):
        return True
    plain_rules = ("casualty.noun", "casualty.bare", "casualty.counter")
    if not all(span._.casualty.rule in plain_rules for span in mention.casualties):
        return False
    light = told & words("reporting", "verbs", "light") and told & words("reporting", "verbs", "light_noun")
    return bool(light or told & words("reporting", "verbs", "lemmas"))


def _owner(span: Span, mentions: Sequence[EventMention]) -> EventMention:
    """The mention that a span of the sentence belongs to: same clause, else the nearest trigger."""
    mentions = [mention for mention in mentions if _may_own(span, mention, mentions)] or mentions
    if len(mentions) == 1:
        return mentions[0]
    root = clause_root(span.root)

    def key(mention: EventMention) -> tuple[bool, float]:
        roots = {clause_root(t.doc[t._.trigger.head]) for t in mention.triggers}
        return (root not in roots, min((separation(span, t) for t in mention.triggers), default=99.0))

    return min(mentions, key=key)


def _told_there(span: Span, mentions: Sequence[EventMention]) -> bool:
    """Whether the part of the sentence that a span stands in tells any of these acts."""
    return any(not mention.triggers or part_of(span) == part_of(mention.main) for mention in mentions)


def _may_own(span: Span, mention: EventMention, mentions: Sequence[EventMention]) -> bool:
    """« L'attaque survient sept ans après celle de Berlin »: what follows « celle » is of its act alone."""
    if mention.triggers and part_of(span) != part_of(mention.main):
        return False
    if not in_reach(span, mention, mentions):
        return False
    if mention.since is not None:
        return bool(span.start > mention.since) and not _back_in_main(span, mention.since)
    if mention.charged:
        return hangs_on(span, mention)
    if any(other.charged and nearer(span, other, mention) for other in mentions):
        return False
    return all(
        other.since is None or span.start < other.since or _back_in_main(span, other.since)
        for other in mentions
    )


def _back_in_main(span: Span, since: int) -> bool:
    """« L'attaque, survenue un an après celle de Gao, a fait dix morts lundi »: of the main verb."""
    root = clause_root(span.root)
    between = span.doc[since:root] if since < root else ()
    return span.doc[root].dep_ == "ROOT" and any(token.text == "," for token in between)


def _attach_dates(mentions: Sequence[EventMention]) -> None:
    dates = sentence_dates(mentions[0].sent)
    used: set[int] = set()
    for mention in mentions:
        for filler in _days_of(mention):
            fresh = all(filler.span.start != other.span.start for other in mention.dates)
            mine = filler.rule == "date.resumed" or _may_own(filler.span, mention, mentions)
            mine = mine and not (mention.triggers and of_the_charge(filler.span, mention, mentions))
            if fresh and mine:
                mention.dates.append(filler)
                used.add(filler.span.start)
    for span in dates:
        if span.start in used or of_another_clause(span) or not _told_there(span, mentions):
            continue
        others = [
            m
            for m in mentions
            if (m.since is not None and _may_own(span, m, mentions))
            or not any(leads_to(span, trigger) for trigger in m.triggers)
        ]
        if others:
            _owner(span, others).dates.append(DateFiller(span, "date.sentence", 0.6))


def _days_of(mention: EventMention) -> list[DateFiller]:
    """The dates of a mention's triggers, those of the act first: a victim may die on a later day."""
    dated = [(trigger, trigger_date(trigger)) for trigger in mention.triggers]
    acts = [filler for trigger, filler in dated if filler and trigger._.trigger.strength == "strong"]
    tolls = [filler for trigger, filler in dated if filler and trigger._.trigger.strength != "strong"]
    if acts:
        tolls = [DateFiller(f.span, f.rule, LATER_DEATH) for f in tolls if not _died_later(f, acts)]
    return [*acts, *tolls]


def _died_later(toll: DateFiller, acts: Sequence[DateFiller]) -> bool:
    """« a succombé samedi aux blessures de la frappe de la veille »: the act counts from the day of death."""
    died = toll.span._.date.resolved
    return any(
        act.span._.date.relative == "narrative" and act.span._.date.resolved.end < died.start for act in acts
    )


def _attach_places(mentions: Sequence[EventMention]) -> None:
    sent = mentions[0].sent
    for span in sentence_spans(sent, "places"):
        if not _told_there(span, mentions):
            continue
        owner = _owner(span, mentions)
        owner.places.extend(place_fillers(span, owner, "place.sentence"))


def _attach_casualties(mentions: Sequence[EventMention]) -> None:
    sent = mentions[0].sent
    for span in sentence_spans(sent, "casualties"):
        if span._.casualty.scope in ("incident", "earlier_toll") and _told_there(span, mentions):
            at = span._.casualty.predicate
            _owner(span.doc[at : at + 1], mentions).casualties.append(span)
