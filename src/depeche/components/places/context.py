"""Reading the words left and right of a name into a `Context`."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from depeche.components.places.lexicons import Noun, cues, nouns, town_words
from depeche.components.places.scan import prominent
from depeche.components.places.sighting import Context, Sighting
from depeche.language.paragraphs import paragraph_starts

HEAD_TOKENS = 60
_HEADING = re.compile(r"\s?:\s")  # « Togo : un mort à Sokodé »
LEFT_CHARS, RIGHT_CHARS = 90, 110
_LINKS = frozenset({"de", "du", "des", "d'", "d’"})
_DETERMINERS = frozenset({"la", "le", "les", "l'", "l’"})
_OPENING = frozenset({"«", '"', "“", "(", "'"})
_RADIUS = re.compile(
    r"(\d+(?:[.,]\d+)?)\s?(?:km|kilomètres?)\b(?:[^.;,]{0,40})?\s(?:de\s|du\s|des\s|d['’]|de\sl['’])\s?\Z",
    re.IGNORECASE,
)
# « le 19e arrondissement de Paris », « les VIe et VIIe arrondissements de Lyon »: the town is meant
_ORDINAL = re.compile(r"(?:\b(?:\d+|[IVX]+) ?(?:er|[eè]me|e)?|\w+ième|premier) arrondissements? d[e'’] ?\Z")
_NOUN_WORDS = 4
_ELIDED = re.compile(r"^(?:[ldLD]|qu)'")


def _noun_at(words: list[str], link: str) -> tuple[str, Noun] | None:
    """The longest known noun that ends the words; one adjective may follow it (« région voisine de »)."""
    table = nouns()
    for skipped in (0, 1):
        rest = words[: len(words) - skipped]
        for size in range(min(_NOUN_WORDS, len(rest)), 0, -1):
            phrase = _ELIDED.sub("", " ".join(rest[-size:]))
            told = table.get(phrase) or table.get(phrase.lower())
            if (
                told is not None
                and link in told.links
                and (not skipped or link == "de" or _apart(told, words))
            ):
                return phrase, told
        if not words or not words[-1].isalpha() or words[-1][:1].isupper():
            break
    return None


def _apart(told: Noun, words: list[str]) -> bool:
    """« l'agence officielle Sana »: an adjective between a medium and its name."""
    return told.kind == "media" and len(words[-1]) > len("dans")


def _noun(doc: Doc, start: int) -> tuple[str, Noun] | None:
    left = start - 1
    while left >= 0 and doc[left].text in _OPENING:
        left -= 1
    before = _before(doc, left)
    whole = _noun_at(before, "bare")
    if whole is None and left < start - 1 and doc[left].pos_ == "ADJ":
        whole = _noun_at(before[:-1], "bare")  # « le cargo grec « Olympia » »
    if whole is not None:
        return whole
    determined = left >= 0 and doc[left].lower_ in _DETERMINERS
    if determined:
        left -= 1
    if left >= 0 and doc[left].lower_ in _LINKS:
        return _noun_at(_before(doc, left - 1), "de")
    return None


def _before(doc: Doc, last: int) -> list[str]:
    """The few words that end at a token."""
    first = max(0, last - _NOUN_WORDS)
    return _joined([doc[index].text.replace("’", "'") for index in range(first, last + 1)])


def _joined(words: list[str]) -> list[str]:
    """Words with an elided one glued to the next, as the tables write them (« mine d'or »)."""
    out: list[str] = []
    for word in words:
        if out and out[-1].endswith("'"):
            out[-1] += word
        else:
            out.append(word)
    return out


def _after_head(doc: Doc) -> tuple[int, ...]:
    """The token that opens the text after a line of the archive (« date 2025-05 »)."""
    begin = int(doc._.body_start or 0)
    return tuple(token.i for token in doc[:HEAD_TOKENS] if begin and begin <= token.idx <= begin + 1)[:1]


class ContextReader:
    """Reads contexts of one document."""

    def __init__(self, doc: Doc, text: str) -> None:
        self.doc = doc
        self.text = text
        self.starts = {0, *paragraph_starts(doc), *_after_head(doc)}

    def left(self, sighting: Sighting) -> str:
        """Up to 90 characters before the name, within its line."""
        begin = max(0, sighting.start_char - LEFT_CHARS)
        return self.text[begin : sighting.start_char].rsplit("\n", 1)[-1]

    def right(self, sighting: Sighting) -> str:
        """Up to 110 characters after the name, within its line."""
        return self.text[sighting.end_char : sighting.end_char + RIGHT_CHARS].split("\n", 1)[0]

    def read(self, sighting: Sighting, previous: Sighting | None) -> Context:
        """The context of a name; a list (« à Gao et Kidal ») hands the cues of the name before on."""
        left, right = self.left(sighting), self.right(sighting)
        context = Context(cues={kind for kind, pattern in cues("left").items() if pattern.search(left)})
        context.cues |= {kind for kind, pattern in cues("right").items() if pattern.match(right)}
        if "titled" in context.cues and sighting.end > sighting.start + 1 and not prominent(sighting.entries):
            context.cues.add("person")  # « le porte-parole de l'armée, Moussa Traoré »
        if sighting.entries:
            context.cues.discard("occasion")
        found = _noun(self.doc, sighting.start)
        if found is not None:
            context.noun = found[0]
            context.levels = () if _ORDINAL.search(left) else found[1].levels
            context.cues.add(found[1].kind)
            bare = left.rstrip().lower().endswith(found[0].lower())
            if bare and (found[1].kind == "ground" or found[0] in town_words("titled")):
                context.cues.add("own_name")  # « la mosquée Guzargah »: its own name, not a village's
        if sighting.start not in self.starts and not self._after_break(sighting):
            context.cues.discard("dateline")
        elif sighting.end_char < (self.doc._.title_end or 0) and _HEADING.match(right):
            context.cues.add("heading")
        radius = _RADIUS.search(left)
        if radius:
            context.radius_km = float(radius.group(1).replace(",", "."))
            context.cues.add("strong")
        if previous is not None and self._continues(previous, sighting):
            context.cues |= previous.context.cues & _HANDED
            context.levels = context.levels or previous.context.levels
            context.cues.add("list")
        return context

    def _after_break(self, sighting: Sighting) -> bool:
        """Whether only a parenthesis or a quotation mark stands between the line's start and the name."""
        return (
            sighting.start > 0
            and sighting.start - 1 in self.starts
            and not self.doc[sighting.start - 1].is_alpha
        )

    def _continues(self, previous: Sighting, sighting: Sighting) -> bool:
        between = self.text[previous.end_char : sighting.start_char]
        return len(between) < 16 and cues("between")["list"].fullmatch(between) is not None


# What a list hands on from one name to the next: all that words to the left tell.
_HANDED = frozenset({"strong", "weak", "place", "road", "natural", "feature", "act", "ground", "building"})
_HANDED |= {
    "institution",
    "speaker",
    "medical",
    "origin",
    "government",
    "group",
    "person",
    "media",
    "home",
    "line",
}
