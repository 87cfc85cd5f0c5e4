"""Training sentences made to look like news pages: apostrophes, quotes, headlines, line breaks, capitals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from models.training.conllu import Sentence, Word

#: What stands between two sentences, with its weight: mostly a space, else line breaks as pages have them.
_BREAKS = {" ": 80, "\n": 9, "\n\n": 9, "  ": 1, " \n": 1}
_OPENING, _CLOSING = "«“", "»”"


@dataclass(frozen=True)
class Page:
    """Consecutive sentences of a document, and the white space that follows each of them."""

    sentences: list[Sentence]
    breaks: list[str]


def typographic(sentence: Sentence, apostrophe: str) -> Sentence:
    """Return the sentence with one apostrophe throughout; lemmas keep the straight one."""
    return [
        replace(
            word,
            form=word.form.replace("’", "'").replace("'", apostrophe),
            lemma=word.lemma.replace("’", "'"),
        )
        for word in sentence
    ]


def requote(sentences: list[Sentence], opening: str, closing: str) -> list[Sentence]:
    """Return the sentences with the quotation marks of one house; straight ones open and close in turn.

    Guillemets get the spaces that French typography puts inside them.
    """
    inside = False
    out: list[Sentence] = []
    for sentence in sentences:
        styled: Sentence = []
        for word in sentence:
            if word.form in ('"', *_OPENING, *_CLOSING):
                inside = word.form in _OPENING or (word.form == '"' and not inside)
                word = replace(word, form=opening if inside else closing, space=word.space or opening == "«")
                if not inside and opening == "«" and styled:
                    styled[-1] = replace(styled[-1], space=True)
            styled.append(word)
        out.append(styled)
    return out


def headline(sentence: Sentence) -> Sentence:
    """Return the sentence without its final stop, as titles are; unchanged when the stop has dependants."""
    last = len(sentence) - 1
    if last < 3 or sentence[last].form != "." or any(word.head == last for word in sentence):
        return sentence
    return sentence[:last]


def capitals(sentence: Sentence) -> Sentence:
    """Return the sentence in capitals, as some titles are."""
    return [replace(word, form=word.form.upper()) for word in sentence]


def _ended(sentence: Sentence, rng: Random) -> tuple[Sentence, str]:
    """Return the sentence and what follows it; before a line break it often becomes a headline."""
    separator = rng.choices(list(_BREAKS), weights=list(_BREAKS.values()))[0]
    if "\n" in separator and rng.random() < 0.6:
        sentence = headline(sentence)
        if rng.random() < 0.1:
            sentence = capitals(sentence)
    return sentence, separator


def pages(sentences: list[Sentence], rng: Random, largest: int = 4) -> Iterator[Page]:
    """Yield pages of one to `largest` consecutive sentences, each page with a typography of its own."""
    start = 0
    while start < len(sentences):
        group = sentences[start : start + rng.randint(1, largest)]
        start += len(group)
        apostrophe = rng.choice("'’")
        group = [typographic(sentence, apostrophe) for sentence in group]
        quotes = rng.choice([None, None, ("«", "»"), ('"', '"'), ("“", "”")])
        if quotes is not None:
            group = requote(group, *quotes)
        ended = [_ended(sentence, rng) for sentence in group]
        yield Page([sentence for sentence, _ in ended], [separator for _, separator in ended])


def plain(sentences: list[Sentence]) -> Iterator[Page]:
    """Yield one page a sentence, as it stands in the treebank: what tests are measured on."""
    return (Page([sentence], [" "]) for sentence in sentences)


def flatten(page: Page) -> list[Word]:
    """Return the tokens of a page, heads counted from its start; line breaks hang on the token before."""
    tokens: list[Word] = []
    for sentence, separator in zip(page.sentences, page.breaks, strict=True):
        offset = len(tokens)
        tokens += [replace(word, head=offset + word.head) for word in sentence]
        extra = separator.removeprefix(" ") if separator != " " else ""
        tokens[-1] = replace(tokens[-1], space=separator.startswith(" "))
        if extra:
            tokens.append(Word(extra, extra, "SPACE", "", len(tokens) - 1, "dep", False))
    return tokens
