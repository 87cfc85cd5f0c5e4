"""What a blast or a shell hit, told by where it took place: « devant l'hôtel », « sur le marché »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Span

from depeche.components.events.index import holds_weapon, index_of
from depeche.components.events.model import RoleFiller
from depeche.components.events.settings import folded, phrases, words
from depeche.components.events.syntax.apposition import name_before
from depeche.components.events.syntax.passive import coordinated
from depeche.components.events.syntax.subjects import actor_at, phrase_start, verb_subjects
from depeche.components.lemma_patterns import fold_agreement, fold_word
from depeche.values.actors import ActorMention

REACH = 20


def sites(sent: Span, triggers: Sequence[Span]) -> Iterator[RoleFiller]:
    """The things after a trigger or a weapon told that stand behind a preposition of place.

    « l'hôtel, où un kamikaze a explosé » tells the site before.
    """
    for trigger in triggers:
        if not _tells_site(trigger) or _blew_up(trigger):
            continue
        before = _antecedent(trigger)
        if before is not None:
            yield RoleFiller("target", before, before._.actor, "role.site", 0.6)
        near = index_of(sent.doc).within("actors", trigger.end, min(sent.end, trigger.end + REACH))
        hit = [span for span in near if _attacked(span) and not _parted(trigger, span)]
        # « sur la voie ferrée au passage d'un train »: the blast was meant for what passed
        passing = [span for span in hit if _led_to(span, _prepositions("passing"))]
        for site in _with_coordinated((passing or hit)[0]) if hit else ():
            yield RoleFiller("target", site, site._.actor, "role.site", 0.6)


def entered(sent: Span) -> Iterator[RoleFiller]:
    """« un homme armé est entré dans une mosquée »: the place that attackers broke into."""
    doc, verbs = sent.doc, words("cast", "sites", "entering")
    if index_of(doc).lemmas(sent).isdisjoint(verbs):
        return
    for verb in sent:
        if verb.lemma_.lower() not in verbs or verb.pos_ != "VERB":
            continue
        authors = [span for token in verb_subjects(verb) if (span := actor_at(doc, token)) is not None]
        if not any(span._.actor.bias == "perp" or span._.actor.unit == "person" for span in authors):
            continue
        for child in verb.children:
            if any(case.lower_ == "dans" for case in child.children if case.dep_ == "case"):
                site = actor_at(doc, child)
                if site is not None and _is_site(site):
                    yield RoleFiller("target", site, site._.actor, "role.site", 0.6)


def _tells_site(trigger: Span) -> bool:
    value = trigger._.trigger
    if value.form in words("cast", "sites", "forms"):
        return True
    return value.type in words("cast", "sites", "types") and value.strength in ("strong", "weak", "means")


def _blew_up(trigger: Span) -> bool:
    """« un dépôt de munitions a explosé près de l'aéroport »: what blew up is what was hit, nothing near it.

    A vehicle that blows up was rather meant for what it stood before (« une voiture a explosé devant »).
    """
    value, doc = trigger._.trigger, trigger.doc
    if value.type != "explosion" or doc[value.head].pos_ != "VERB":
        return False
    blown = [span for token in verb_subjects(doc[value.head]) if (span := actor_at(doc, token)) is not None]
    return any(_is_site(span) and _stands(span) for span in blown)


def _stands(span: Span) -> bool:
    return span._.actor.key.split()[0] not in folded("cast", "carriers", "nouns")


def _with_coordinated(span: Span) -> Iterator[Span]:
    """« aux abords du palais et d'un hôtel »: both."""
    yield span
    for token in coordinated(span.doc[span._.actor.head])[1:]:
        other = actor_at(span.doc, token)
        if other is not None and other.start >= span.end and _is_site(other):
            yield other


def _antecedent(trigger: Span) -> Span | None:
    """« près de l'hôtel Sahafi, où deux voitures ont explosé »: the thing before « où »."""
    doc = trigger.doc
    for index in range(trigger.start - 1, max(trigger.sent.start, trigger.start - 8), -1):
        token = doc[index]
        if token.dep_.startswith("aux") and token.head.i >= trigger.start:
            continue
        if token.text in ";:." or (token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in token.morph):
            return None
        if token.lower_ == "où":
            for span in index_of(doc).within("actors", max(trigger.sent.start, index - 8), index):
                if span.end in (index, index - 1) and _is_site(span):
                    return span
            return None
    return None


def is_settlement(actor: ActorMention) -> bool:
    """« un village du Liptako », not « un quartier d'habitation », which is a noun of its own."""
    noun = actor.rule.rsplit(".", 1)[-1] if actor.rule.startswith("actor.noun.") else actor.key
    return not folded("cast", "settlements", "nouns").isdisjoint((fold_agreement(noun), noun))


def _is_site(span: Span) -> bool:
    actor = span._.actor
    return (
        actor.unit == "thing"
        and actor.bias == "thing"
        and not is_settlement(actor)
        and not holds_weapon(span)
    )


def _parted(trigger: Span, span: Span) -> bool:
    """A finite verb or a stop between the two starts another statement.

    The verbs by which the act itself happens do not (« une fusillade a éclaté dans », « sont tombés sur »).
    """
    doc, depth = span.doc, 0
    if any(token.text == "(" for token in doc[trigger.end : span.start]):  # « vers 10h50 (heure locale) à »
        depth = sum({"(": 1, ")": -1}.get(token.text, 0) for token in doc[trigger.end : span.start])
    for token in doc[trigger.end : span.start]:
        if depth or token.text in ";.:":
            return True
        if token.lemma_.lower() in words("cast", "sites", "carried"):
            return True
        if token.pos_ not in ("VERB", "AUX") or token.i <= trigger.end + 2:
            continue
        verb = token.head if token.dep_.startswith("aux") else token
        if "VerbForm=Fin" in token.morph and verb.lemma_.lower() not in _happening():
            return True
    return False


@cache
def _happening() -> frozenset[str]:
    return words("cast", "sites", "happening") | words("cast", "sites", "impact")


def _attacked(span: Span) -> bool:
    """Whether a preposition of place stands before the thing, or before the people that were in its way.

    A part of it is skipped: « devant l'entrée de l'hôtel », « sur un quai de la gare », « d'un groupe de ».
    """
    doc, first, actor = span.doc, span.sent.start, span._.actor
    start = phrase_start(doc, span.start, first)
    name = name_before(span) if _is_site(span) else None
    if name is not None:  # « sur le Sea Queen, un cargo turc »: what leads to its name leads to the thing
        start = phrase_start(doc, name.start, first)
    whole = start - 2 < first or fold_word(doc[start - 1].text) != "de"
    if _is_site(span):
        part = None if whole else _part_before(doc, start - 2, first)
        if part is not None:
            start = phrase_start(doc, part, first)
        verb = _before_date(doc, start, first)
        if verb > first and doc[verb - 1].lemma_.lower() in words("cast", "sites", "impact"):
            return True
        return _led(doc, start, span.start, first, _prepositions("led"))
    if actor.unit == "thing" or actor.bias == "perp" or actor.named:
        return False
    if whole:
        return _led(doc, start, span.start, first, _prepositions("people"))
    if doc[start - 2].lemma_.lower() not in words("roles", "gathering", "nouns"):
        return False
    return _led(doc, phrase_start(doc, start - 2, first), span.start, first, _prepositions("led"))


def _part_before(doc: Doc, index: int, first: int) -> int | None:
    """The part whose « de » leads to the thing, its adjectives skipped: « la cour principale du lycée »."""
    for token in reversed(doc[max(first, index - 2) : index + 1]):
        if fold_agreement(token.text) in folded("cast", "sites", "parts"):
            return token.i
        if token.dep_ not in ("amod", "advmod", "nmod", "acl"):
            return None
    return None


def _before_date(doc: Doc, start: int, first: int) -> int:
    """« a percuté lundi un convoi », « lundi des silos »: the date before an object is skipped."""
    article = doc[start - 1].lower_ in words("roles", "takes", "partitive")
    ends = (start, start - 1) if article else (start,)
    return next(
        (date.start for date in index_of(doc).within("dates", first, start) if date.end in ends), start
    )


def _led_to(span: Span, leads: Sequence[str]) -> bool:
    first = span.sent.start
    return _led(span.doc, phrase_start(span.doc, span.start, first), span.start, first, leads)


def _led(doc: Doc, start: int, end: int, first: int, leads: Sequence[str]) -> bool:
    before = " ".join(fold_word(token.text) for token in doc[max(first, start - 4) : start])
    after = " ".join(fold_word(token.text) for token in doc[start:end])
    return any(f" {before}".endswith(f" {led}") or after.startswith(f"{led} ") for led in leads)


@cache
def _prepositions(key: str) -> tuple[str, ...]:
    return tuple(" ".join(map(fold_word, led.split())) for led in phrases("cast", "sites", key))
