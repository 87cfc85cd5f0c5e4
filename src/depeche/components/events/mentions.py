"""Event mentions: the triggers of a sentence, grouped by the event that they tell."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from depeche.components.events.arguments import attach
from depeche.components.events.clauses import clause_root
from depeche.components.events.dating import trigger_date
from depeche.components.events.model import EventMention
from depeche.components.events.roles import attributed
from depeche.components.events.typing import mention_types
from depeche.components.figurative import foreign_domain, sentence_domain, unambiguous
from depeche.components.lemma_patterns import fold_word
from depeche.components.qualifiers import UNREAL

_ANOTHER = frozenset({"autre", "autres", "nouvelle", "nouveau", "nouvel", "nouvelles", "nouveaux", "second", "seconde", "deuxième", "troisième",
                      "similaire", "semblable", "précédente", "précédent"})  # fmt: skip
_DEFINITE = frozenset({"le", "ce", "son"})


def event_mentions(doc: Doc) -> list[EventMention]:
    """Mentions of real events, in text order, with their arguments attached."""
    domain = foreign_domain(doc)
    mentions: list[EventMention] = []
    paragraph, order = 0, 0
    triggers = _by_sentence(doc)
    casualties = _casualties_by_sentence(doc)
    for sent in doc.sents:
        if sent.start_char >= doc._.body_start or sent.end_char > doc._.body_start:
            usable = _usable(triggers.get(sent.start, []), casualties.get(sent.start, []), sent, domain)
            groups = [] if _is_heading(doc, sent) or _sums_up(sent, usable) else _groups(usable)
            for group in groups:
                mentions.append(_mention(doc, sent, group, order, paragraph))
            if not groups and (casualties.get(sent.start) or attributed(sent)):
                mentions.append(_toll_mention(doc, sent, order, paragraph))
            order += 1
        if "\n" in sent.text_with_ws or "\n" in sent.text:
            paragraph += 1
    attach(mentions)
    return [mention for mention in mentions if mention.triggers or mention.casualties or mention.roles]


HEADING_WORDS = 14


def _sums_up(sent: Span, triggers: list[Span]) -> bool:
    """« dans deux attaques distinctes, l'une à Cali, l'autre dans le Cauca »: each act is told for itself elsewhere."""
    text = sent.text.lower().replace("’", "'")
    plural = any(
        "Number=Plur" in sent.doc[span._.trigger.head].morph for span in triggers if span._.trigger.pos == "N"
    )
    return plural and (
        " distinct" in text or ("l'une " in text and "l'autre " in text) or "respectivement" in text
    )


def _is_heading(doc: Doc, sent: Span) -> bool:
    """A sub-heading: a short line of its own with no final stop, after the headline; it announces what follows."""
    text = sent.text.strip()
    if (
        sent.start_char < doc._.title_end
        or not text
        or text[-1] in '.!?…:;»"'
        or len(text.split()) > HEADING_WORDS
    ):
        return False
    before = doc.text[max(0, sent.start_char - 2) : sent.start_char]
    after = doc.text[sent.start_char + len(sent.text.rstrip()) :][:2]
    return "\n" in before + sent.text[:2] and "\n" in after and not text[0] in "-•–*"


def _by_sentence(doc: Doc) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    for span in doc.spans.get("triggers", ()):
        found.setdefault(span.sent.start, []).append(span)
    return found


def _casualties_by_sentence(doc: Doc) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    for span in doc.spans.get("casualties", ()):
        if span._.casualty.scope == "incident":
            found.setdefault(span.sent.start, []).append(span)
    return found


def _usable(triggers: list[Span], casualties: list[Span], sent: Span, domain: str | None) -> list[Span]:
    """Triggers that tell something that happened; in a text about sport or film, only clear ones or beside a toll."""
    real = [
        span for span in triggers if not span._.qualifiers & UNREAL and "cumulative" not in span._.qualifiers
    ]
    if (domain or sentence_domain(sent)) and not any(_counts(span) for span in casualties):
        return [span for span in real if span._.trigger.form in unambiguous()] if domain != "culture" else []
    return real


def _within_time(span: Span) -> bool:
    """Not a total over time; a siege is told by its start (« sous blocus depuis février »)."""
    return "cumulative" not in span._.qualifiers or span._.trigger.type == "siege"


def _counts(span: Span) -> bool:
    """A casualty with a number told and a predicate, which no figure of speech carries."""
    casualty = span._.casualty
    return casualty.rule != "casualty.noun" and casualty.quantity.rule not in (
        "one",
        "some",
        "the_one",
        "none",
    )


def _groups(triggers: list[Span]) -> list[list[Span]]:
    """One group a sentence, unless two triggers carry dates of their own or the text says « une autre »."""
    anchors = [
        span for span in triggers if span._.trigger.strength != "means" and span._.trigger.form != "bilan"
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


def is_another(span: Span) -> bool:
    """« une autre attaque », « un second attentat », « une attaque similaire »."""
    doc = span.doc
    around = [
        *doc[max(span.sent.start, span.start - 2) : span.start],
        *doc[span.end : min(span.sent.end, span.end + 1)],
    ]
    named = span._.trigger.pos == "N" and span._.trigger.strength in ("strong", "weak")
    return named and any(token.lower_ in _ANOTHER for token in around)


def _earlier(sent: Span, group: list[Span]) -> bool:
    """« avait déjà été visé par le passé »: an earlier act, not the one just told."""
    if not any("background" in span._.qualifiers for span in group):
        return False
    text = sent.text.lower()
    return "par le passé" in text or "déjà" in text


def _determiner(span: Span) -> str:
    """Folded determiner of a noun trigger."""
    doc = span.doc
    for index in range(span.start - 1, max(span.sent.start - 1, span.start - 4), -1):
        if doc[index].pos_ in ("DET", "ADP"):
            return doc[index].lower_.replace("’", "'")
        if doc[index].pos_ not in ("ADJ", "NUM", "ADV"):
            break
    return ""


def _mention(doc: Doc, sent: Span, group: list[Span], order: int, paragraph: int) -> EventMention:
    main = _main_trigger(group)
    ordered = [main, *(span for span in group if span is not main)]
    determiner = _determiner(main) if main._.trigger.pos == "N" else ""
    definite = fold_word(determiner) in _DEFINITE or determiner in ("au", "du") or _continues(sent)
    plural = (
        main._.trigger.pos == "N"
        and doc[main._.trigger.head].text[-1:] in "sx"
        and "Number=Plur" in doc[main._.trigger.head].morph
    )
    consequence = _is_consequence(main)
    return EventMention(
        triggers=ordered,
        sent=sent,
        order=order,
        paragraph=paragraph,
        in_title=sent.start_char < doc._.title_end,
        qualifiers=frozenset().union(*(span._.qualifiers for span in group)),
        types=[] if consequence else mention_types(group, sent),
        definite=definite,
        another=any(is_another(span) for span in group) or _earlier(sent, group),
        plural=plural,
        bare=main._.trigger.strength in ("toll", "found", "anaphor", "means") or consequence,
        pointer=_is_pointer(main),
    )


_CAUSING = frozenset({"provoquer", "causer", "entraîner", "déclencher", "occasionner"})


def _is_consequence(span: Span) -> bool:
    """« les raids ont provoqué un incendie »: what an act brought about is part of it."""
    head = span.doc[span._.trigger.head]
    if span._.trigger.type != "accident" or span._.trigger.pos != "N" or head.dep_ != "obj":
        return False
    return head.head.lemma_.lower() in _CAUSING


# Verbs whose object is an act already told: « a revendiqué l'attaque », « condamne cet attentat ».
_TALK = frozenset({"revendiquer", "condamner", "dénoncer", "confirmer", "commenter", "qualifier", "évoquer", "démentir", "imputer",
                   "attribuer", "saluer", "déplorer", "décrire", "filmer", "rappeler", "illustrer", "intervenir"})  # fmt: skip
# Subjects and adverbs that go on with the act just told.
_SEQUEL = frozenset({"ensuite", "puis", "aussitôt"})
_ATTACKERS = frozenset({"assaillant", "agresseur", "tireur", "kamikaze", "ravisseur", "meurtrier", "attaquant", "auteur", "victime",
                        "conducteur", "forcené", "incendie", "explosion"})  # fmt: skip


def _is_pointer(span: Span) -> bool:
    """A definite act that the sentence only talks about: its places and dates are not the act's."""
    head = span.doc[span._.trigger.head]
    if _compares(span):
        return True
    if span._.trigger.pos != "N" or fold_word(_determiner(span)) not in ("le", "ce", "du", "au", "de"):
        return False
    return head.dep_ in ("obj", "nsubj:pass", "obl", "nsubj", "obl:arg") and head.head.lemma_ in _TALK


def _compares(span: Span) -> bool:
    """« C'est la première attaque de cette ampleur depuis … », « l'une des plus meurtrières »: a rank, not a new act."""
    first = span.sent[0].lower_.replace("’", "'")
    before = [token.lower_ for token in span.doc[max(span.sent.start, span.start - 4) : span.start]]
    ranked = {"première", "premier", "deuxième", "troisième", "pire", "plus", "énième"} & set(before)
    return bool(ranked) and first in ("c'", "ce", "il", "cela") and span._.trigger.pos == "N"


def _continues(sent: Span) -> bool:
    """« Les assaillants ont ensuite … »: the sentence goes on with the act just told."""
    opening = sent[: min(6, len(sent))]
    if any(token.lower_ in _SEQUEL for token in sent[: min(12, len(sent))]):
        return True
    for index, token in enumerate(opening):
        if (
            index
            and fold_word(opening[index - 1].text) in ("le", "l'")
            and token.lemma_.lower() in _ATTACKERS
        ):
            return True
        if token.lower_ in ("ils", "elles", "il") and index == 0 and not _impersonal(sent):
            return True
    return any(
        token.lower_ == "y" and token.i and token.nbor(-1).lower_ not in ("il", "n'", "n’")
        for token in sent[: min(14, len(sent))]
    )


def _impersonal(sent: Span) -> bool:
    return (
        len(sent) > 1
        and sent[0].lower_ == "il"
        and sent[1].lower_ in ("y", "s'", "s’", "est", "a", "faut", "reste")
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
    """A sentence that tells a toll or an author with no event word (« On compte 12 morts. », « Kinshasa accuse le M23 »)."""
    return EventMention(
        triggers=[],
        sent=sent,
        order=order,
        paragraph=paragraph,
        in_title=sent.start_char < doc._.title_end,
        qualifiers=frozenset(),
        bare=True,
    )
