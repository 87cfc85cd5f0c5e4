"""The French tokenizer that the shipped model was trained with.

Choices follow the Universal Dependencies treebanks of French: compounds stay whole (« Pays-Bas », «
al-Qaïda »), inverted clitics split (« a-t-il » = a + -t-il), elided words keep their apostrophe (« l' » +
armée), digits grouped by spaces make one token (« 10 000 »).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from spacy.attrs import NORM  # type: ignore[import-not-found]
from spacy.lang.char_classes import (
    ALPHA,
    ALPHA_LOWER,
    ALPHA_UPPER,
    CONCAT_QUOTES,
    CURRENCY,
    LIST_CURRENCY,
    LIST_ELLIPSES,
    LIST_ICONS,
    LIST_PUNCT,
    LIST_QUOTES,
    UNITS,
)
from spacy.lang.tokenizer_exceptions import BASE_EXCEPTIONS, URL_MATCH
from spacy.language import Language
from spacy.symbols import ORTH  # type: ignore[import-not-found]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import (
    DummyTokenizer,
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
    registry,
)
from spacy.vocab import Vocab

APOSTROPHES = "'’"
#: Strings without space beyond this many characters are not cut.
LONGEST = 400
#: Spaces that typesetters put inside numbers and before « : ; ! ? »: no-break, narrow no-break, thin,
#: figure space.
FIXED_SPACES = "\u00a0\u202f\u2009\u2007"

_VOWEL = "aeiouyhàâäæéèêëîïôöœùûüAEIOUYHÀÂÄÆÉÈÊËÎÏÔÖŒÙÛÜ"
# A one-letter clitic elides before a vowel or h alone, so N'Djamena, M'Bour and N’Guessan stay whole; d'
# and l' also stand before an acronym (« l'FPR ») and before digits; qu' and its compounds before anything.
ELISION = (
    rf"(?:[cçjmnstCÇJMNST][{APOSTROPHES}](?=[{_VOWEL}])(?!est-à-dire)"
    rf"|[dlDL][{APOSTROPHES}](?=[{_VOWEL}0-9«\"“]|[A-Z][A-Z0-9])(?!on(?:\W|$))"
    rf"|(?:[Qq]u|QU|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu)[{APOSTROPHES}](?=[\w«\"“]))"
)
_SUBJECT_CLITICS = "ils?|elles?|on|je|tu|ce|nous|vous"
_OBJECT_CLITICS = "moi|toi|lui|leur|les?|la|en|y"
INVERSION = (
    rf"(?<=[{ALPHA}])-(?:t-(?:ils?|elles?|on|en|y)|T-(?:ILS?|ELLES?|ON)"
    rf"|{_SUBJECT_CLITICS}|{_OBJECT_CLITICS}|IL|ELLE|CE)"
)
_DEMONSTRATIVE = rf"(?<=[{ALPHA}]{{3}})(?<!elui)(?<!elle)(?<!elles)(?<!eux)(?<!usque)(?<!par)-(?:là|ci)"

_GROUPED_DIGITS = re.compile(rf"(?<![\w.,/’'-])\d{{1,3}}(?:[ {FIXED_SPACES}]\d{{3}})+(?![\w]|[.,’']\d{{3}})")
_FIXED_SPACE = re.compile(rf"(?<=[^\s])[{FIXED_SPACES}](?=[^\s])")
# Hashtags, handles, and names that a clitic rule would cut.
_WHOLE = re.compile(
    rf"(?:[#@]\w+|°[CF]|[Qq]uelqu[{APOSTROPHES}]une?|[Aa]ujourd[{APOSTROPHES}]hui|[Ll][{APOSTROPHES}]on"
    rf"|[Cc][{APOSTROPHES}]est-à-dire|\w+\([esES]\)|Jong-il)$"
)

_EXCEPTIONS = (
    *("M.", "MM.", "Mr.", "Dr.", "Pr.", "Me.", "Mgr.", "St.", "Ste.", "Col.", "Gén.", "Cdt.", "Lt.", "Cne."),
    *(
        "av.",
        "apr.",
        "env.",
        "cf.",
        "etc.",
        "p.",
        "pp.",
        "art.",
        "vol.",
        "Vol.",
        "No.",
        "no.",
        "n°",
        "N°",
        "hab.",
        "ex.",
    ),
    *("janv.", "févr.", "avr.", "juill.", "sept.", "oct.", "nov.", "déc.", "J.-C.", "J.C."),
    *(
        "rendez-vous",
        "Rendez-vous",
        "sous-lui",
        "peut-être",
        "Peut-être",
        "chez-moi",
        "cessez-le",
        "qu'en-dira-t-on",
    ),
)


def french_norm(text: str) -> str:
    """Return the form that the model embeds: lower case, straight apostrophe (« L’ » is « l' »)."""
    return text.lower().replace("’", "'")


def _punctuation() -> list[str]:
    """Return the punctuation patterns of spaCy, with « # » kept on a hashtag."""
    return [r"#(?!\w)" if mark == "#" else mark for mark in LIST_PUNCT]


def _prefixes() -> list[str]:
    return [
        *("§", "%", "=", "—", "–", r"\+(?![0-9])", "--+", rf"-(?=[{ALPHA}«\"“])"),
        *_punctuation(),
        *LIST_ELLIPSES,
        *LIST_QUOTES,
        *LIST_CURRENCY,
        *LIST_ICONS,
        ELISION,
    ]


def _suffixes() -> list[str]:
    return [
        *_punctuation(),
        *LIST_ELLIPSES,
        *LIST_QUOTES,
        *LIST_ICONS,
        "—",
        "–",
        "--+",
        rf"(?<=[{ALPHA}])-",
        r"(?<=[0-9])\+",
        r"(?<=°[FfCcKk])\.",
        r"(?<=[0-9])%",
        rf"(?<=[0-9])(?:{CURRENCY})",
        rf"(?<=[0-9])(?:{UNITS})",
        rf"(?<=[0-9{ALPHA_LOWER}%²)\]\-\+{CONCAT_QUOTES}])\.",
        rf"(?<=[{ALPHA_UPPER}][{ALPHA_UPPER}])\.",
        INVERSION,
        _DEMONSTRATIVE,
    ]


def _infixes() -> list[str]:
    return [
        *LIST_ELLIPSES,
        *LIST_ICONS,
        r"(?<=[0-9])[+\*^](?=[0-9-])",
        rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
        rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}])(?:–|—|--+|——|~)(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9])[:<>=/](?=[{ALPHA}])",
        rf"(?<=[{APOSTROPHES}]){ELISION}",
    ]


def _unwanted(orth: str) -> bool:
    """Tell which exceptions of spaCy are dropped: smileys (« 8) » ends a list item) and « h. »."""
    smiley = not orth.isspace() and not any(char.isalpha() for char in orth)
    return smiley or orth in ("h.", "8D", "XD", "xD", "xDD", "XDD", "0_0", "o_0", "O_o")


def _is_whole(text: str) -> bool:
    """Tell which strings are one token: hashtags, fixed expressions, what is too long for a word.

    Peeling marks off a run of thousands, one by one, takes a time that grows with its square.
    """
    return len(text) > LONGEST or _WHOLE.match(text) is not None


def _inner_tokenizer(nlp: Language) -> Tokenizer:
    rules = {orth: cut for orth, cut in BASE_EXCEPTIONS.items() if not _unwanted(orth)}
    rules.update({orth: [{ORTH: orth}] for orth in _EXCEPTIONS})
    return Tokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=compile_prefix_regex(_prefixes()).search,
        suffix_search=compile_suffix_regex(_suffixes()).search,
        infix_finditer=compile_infix_regex(_infixes()).finditer,
        token_match=_is_whole,
        url_match=URL_MATCH,
    )


def _merged(doc: Doc, spans: Iterator[tuple[int, int]]) -> Doc:
    """Return a Doc where the tokens of each character span are one; spans that cut a token are left alone."""
    starts = {token.idx: token.i for token in doc}
    ends = {token.idx + len(token): token.i + 1 for token in doc}
    groups = {starts[a]: ends[b] for a, b in spans if a in starts and b in ends}
    if not groups:
        return doc
    words, spaces, i = [], [], 0
    while i < len(doc):
        end = groups.get(i, i + 1)
        words.append(doc[i:end].text)
        spaces.append(bool(doc[end - 1].whitespace_))
        i = end
    return Doc(doc.vocab, words=words, spaces=spaces)


class FrenchTokenizer(DummyTokenizer):
    """spaCy's tokenizer with French rules, numbers grouped by spaces merged, and fixed spaces read as spaces.

    A no-break or thin space between two words becomes a plain space in the Doc (same length, so character
    offsets are those of the text given): as tokens of their own they would stand between a number and its
    noun. The rules live in this module, so nothing is written to disk with the pipeline.
    """

    def __init__(self, nlp: Language) -> None:
        nlp.vocab.lex_attr_getters[NORM] = french_norm  # type: ignore[attr-defined]
        self.vocab: Vocab = nlp.vocab
        self._inner = _inner_tokenizer(nlp)

    def __call__(self, text: str) -> Doc:
        """Tokenise a text; `doc.text` has the length of `text`, and equals it but for fixed spaces."""
        doc = self._inner(_FIXED_SPACE.sub(" ", text))
        numbers = [match.span() for match in _GROUPED_DIGITS.finditer(doc.text)]
        return _merged(doc, iter(numbers)) if numbers else doc

    def explain(self, text: str) -> list[tuple[str, str]]:
        """Return (rule, token) pairs of the inner tokenizer, to debug a cut."""
        return list(self._inner.explain(text))


@registry.tokenizers("depeche.FrenchTokenizer.v1")  # type: ignore[untyped-decorator]
def create_french_tokenizer() -> Callable[[Language], FrenchTokenizer]:
    """Return the factory that a config calls with the pipeline under construction."""
    return FrenchTokenizer
