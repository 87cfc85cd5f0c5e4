"""How a mention refers: to a new act, to one just told, to another one, or only by talking about it."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Span

from depeche.components.events.clauses import told_of
from depeche.components.events.index import index_of, sentence_spans
from depeche.components.events.settings import pattern, phrases, words
from depeche.components.events.timing.dating import counted_back
from depeche.components.lemma_patterns import fold_word, plain


def is_another(span: Span) -> bool:
    """« une autre attaque », « un second attentat », « une attaque similaire »."""
    doc = span.doc
    around = [
        *doc[max(span.sent.start, span.start - 2) : span.start],
        *doc[span.end : min(span.sent.end, span.end + 1)],
    ]
    named = span._.trigger.pos == "N" and span._.trigger.strength in ("strong", "weak")
    another = words("reference", "another", "words")
    return named and any(token.lower_ in another for token in around)


def earlier(sent: Span, group: list[Span]) -> bool:
    """« avait déjà été visé par le passé »: an earlier act, not the one just told."""
    if not any("background" in span._.qualifiers for span in group):
        return False
    text = sent.text.lower()
    return any(phrase in text for phrase in phrases("reference", "earlier", "phrases"))


def elsewhere(sent: Span) -> bool:
    """« Le même jour, à … », « par ailleurs »: the sentence turns to another act."""
    return index_of(sent.doc).once("elsewhere", sent, _elsewhere)


def _elsewhere(sent: Span) -> bool:
    text = plain(index_of(sent.doc).text_of(sent).strip())
    opening = phrases("reference", "elsewhere", "openings")
    if any(text.startswith(one) for one in opening):
        return True
    return bool(pattern("reference", "elsewhere").search(text))


def determiner_of(span: Span) -> str:
    """Folded determiner of a noun trigger."""
    doc = span.doc
    for index in range(span.start - 1, max(span.sent.start - 1, span.start - 4), -1):
        if doc[index].pos_ in ("DET", "ADP"):
            return plain(doc[index].text)
        if doc[index].pos_ not in ("ADJ", "NUM", "ADV"):
            break
    return ""


def is_consequence(span: Span) -> bool:
    """« les raids ont provoqué un incendie »: what an act brought about is part of it."""
    head = span.doc[span._.trigger.head]
    if span._.trigger.type != "accident" or span._.trigger.pos != "N" or head.dep_ != "obj":
        return False
    return head.head.lemma_.lower() in words("reference", "causing", "lemmas")


def is_pointer(span: Span) -> bool:
    """A definite act that the sentence only talks about: its places and dates are not the act's."""
    head = span.doc[span._.trigger.head]
    if compares(span) or is_background(span):
        return True
    if span._.trigger.pos != "N" or fold_word(determiner_of(span)) not in words(
        "reference", "talk", "determiners"
    ):
        return False
    return head.dep_ in ("obj", "nsubj:pass", "obl", "nsubj", "obl:arg") and head.head.lemma_ in words(
        "reference", "talk", "lemmas"
    )


def is_background(span: Span) -> bool:
    """« arrêtés après l'attaque de Kampala », « le procès des attentats »: it only situates the act told."""
    if span._.trigger.pos != "N" or span.start == span.sent.start or counted_back(span) is not None:
        return False
    before = _led_by(span)
    if not before or before[-1] not in words("reference", "background", "words"):
        return False
    return not _tells_the_cause(span, before)


def _led_by(span: Span) -> list[str]:
    """The words before a trigger, folded, the articles and prepositions next to it left out."""
    before = [plain(token.text) for token in span.doc[max(span.sent.start, span.start - 4) : span.start]]
    between = words("reference", "background", "between")
    while before and before[-1] in between:
        before.pop()
    return before


def is_answered(span: Span) -> bool:
    """« en représailles à la mort de deux bergers », « pour venger l'attaque »: what another act answers."""
    before = _led_by(span)
    return bool(before) and before[-1] in words("reference", "background", "answered")


def _tells_the_cause(span: Span, before: list[str]) -> bool:
    """« Huit passagers sont morts après l'explosion d'une mine »: the act itself, told after its dead.

    So is it after the wounded (« hospitalisé après une chute »), beside a word for the same mishap, and where
    nobody died (« aucun mort n'est à déplorer après l'explosion »).
    """
    if before[-1] not in words("reference", "background", "causes") or (
        len(before) > 1 and before[-2] in words("reference", "background", "units")
    ):
        return False
    head, doc = span._.trigger.head, span.doc
    mishap = span._.trigger.type in ("accident", "disaster")
    others = [
        t._.trigger
        for t in sentence_spans(span.sent, "triggers")
        if t.start != span.start and not told_of(doc[t._.trigger.head], head)
    ]
    victims = [s._.casualty for s in sentence_spans(span.sent, "casualties")]
    harmed = any(other.kind in ("killed", "injured") or other.strength == "found" for other in others)
    hurt = mishap and any(told.kind in ("killed", "injured") and told.quantity.value for told in victims)
    freed = mishap and any(other.type == span._.trigger.type for other in others)
    spared = any(told.quantity.high == 0 for told in victims)
    return (harmed or hurt or freed or spared) and not any(
        other.strength in ("strong", "weak") and not (mishap and other.type == span._.trigger.type)
        for other in others
    )


def likened(span: Span) -> tuple[int, Span] | None:
    """« sept ans après celle de Berlin, où … »: the token « celle » and the act before it, of its kind."""
    doc, sent = span.doc, span.sent
    for index in range(span.start - 1, sent.start, -1):
        if doc[index].lower_ not in words("reference", "likened", "pronouns"):
            continue
        if doc[index + 1].lower_ not in words("reference", "likened", "leads"):
            return None
        named = [t for t in sentence_spans(sent, "triggers") if t.end <= index and t._.trigger.pos == "N"]
        if not named and sent[0].lower_ in words("reference", "likened", "subjects"):
            named = _told_before(sent)
        return (index, named[-1]) if named and named[-1]._.trigger.strength == "strong" else None
    return None


def _told_before(sent: Span) -> list[Span]:
    """« Elle survient deux semaines après celle de Dori »: the act that the pronoun stands for."""
    told = index_of(sent.doc).within("triggers", 0, sent.start)
    return [t for t in told if t._.trigger.pos == "N" and t._.trigger.strength == "strong"][-1:]


def past_a_landmark(act: Span, span: Span) -> bool:
    """« à dix kilomètres du lieu où des rebelles ont tué … »: the second act only situates the first."""
    doc = act.doc
    return any(
        doc[index].lower_ == "où" and doc[index - 1].lemma_.lower() in words("reference", "landmark", "nouns")
        for index in range(act.end, span.start)
    )


def in_another_town(act: Span, span: Span) -> bool:
    """« À Sokoura, ils ont tué quatre paysans ; à Diallassagou, ils ont … »: each clause has its town."""
    doc, towns = act.doc, [place.start for place in sentence_spans(act.sent, "places")]
    openings = words("reference", "there", "openings")
    for index in range(act.end, span.start - 1):
        if doc[index].text == ";" and plain(doc[index + 1].text) in openings:
            here = any(index + 1 < start <= index + 4 and start < span.start for start in towns)
            return here and any(start < act.start for start in towns)
    return False


def compares(span: Span) -> bool:
    """« C'est la première attaque de cette ampleur depuis … »: a rank, not a new act."""
    first = plain(span.sent[0].text)
    before = [token.lower_ for token in span.doc[max(span.sent.start, span.start - 4) : span.start]]
    ranked = words("reference", "ranked", "words") & set(before)
    return bool(ranked) and first in words("reference", "ranked", "openings") and span._.trigger.pos == "N"


def is_definite(main: Span) -> bool:
    """« cette attaque », « l'assaut », « au raid »."""
    determiner = determiner_of(main) if main._.trigger.pos == "N" else ""
    if fold_word(determiner) in words("reference", "definite", "folded"):
        return True
    return determiner in words("reference", "definite", "contracted") or continues(main.sent)


def continues(sent: Span) -> bool:
    """« Les assaillants ont ensuite … »: the sentence goes on with the act just told."""
    return index_of(sent.doc).once("continues", sent, _continues)


def _continues(sent: Span) -> bool:
    adverbs = words("reference", "sequel", "adverbs")
    if any(token.lower_ in adverbs for token in sent[: min(12, len(sent))]):
        return True
    if sent[0].lower_ in words("reference", "sequel", "pronouns") and not _impersonal(sent):
        return True
    return _attackers_open(sent) or _there(sent)


def _attackers_open(sent: Span) -> bool:
    """« Les assaillants … », « Le kamikaze … » among the first words."""
    articles, subjects = words("reference", "sequel", "articles"), words("reference", "sequel", "subjects")
    opening = [*sent[: min(6, len(sent))]]
    return any(
        fold_word(article.text) in articles and noun.lemma_.lower() in subjects
        for article, noun in pairwise(opening)
    )


def _there(sent: Span) -> bool:
    """« y ont tué »: the place told before; « il y a » means none."""
    not_before = words("reference", "sequel", "not_before_y")
    return any(
        token.lower_ == "y" and token.i and token.nbor(-1).lower_ not in not_before
        for token in sent[: min(14, len(sent))]
    )


def _impersonal(sent: Span) -> bool:
    follow = words("reference", "sequel", "impersonal")
    return len(sent) > 1 and sent[0].lower_ == "il" and sent[1].lower_ in follow
