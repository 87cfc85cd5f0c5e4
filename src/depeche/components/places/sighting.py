"""What is known of one capitalised name while it is judged; lives no longer than the component's call."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from depeche.gazetteer import Entry
from depeche.values.places import PlaceRole


@dataclass(slots=True)
class Context:
    """The words around a name.

    `cues` holds classes of `cues.toml` and of `context_nouns.csv`; `levels` the kinds of place that
    an administrative noun announces; `noun` that noun; `radius_km` a distance told from the place.
    """

    cues: set[str] = field(default_factory=set)
    levels: tuple[str, ...] = ()
    noun: str = ""
    radius_km: float | None = None


@dataclass(slots=True)
class Sighting:
    """A capitalised name: its characters, its tokens, what gazetteer and entity recogniser say of it."""

    text: str
    start_char: int
    end_char: int
    start: int
    end: int
    entries: tuple[Entry, ...] = ()
    label: str = ""  # entity label over these very tokens
    covered: str = ""  # label of a longer or crossing entity
    context: Context = field(default_factory=Context)
    score: float = 0.0
    choice: Entry | None = None
    country: str | None = None  # told beside the name, when no entry was chosen
    rule: str = ""
    role: PlaceRole = "location"
    name: str = ""  # given name when it differs from the words (« la capitale malienne »)

    @property
    def shown(self) -> str:
        """The place's name as the record gives it."""
        return self.name or self.text


OWN_TOWN = 10_000
_PARTS = re.compile(r"/| \(")  # « Biel/Bienne », « Halle (Saale) »


def own_town(entry: Entry, text: str) -> bool:
    """Whether a name is a town's own one, no other spelling (« Dax » is also a name of Dazhou)."""
    own = text in (entry.name, *_PARTS.split(entry.name))
    return own and entry.kind == "town" and entry.population >= OWN_TOWN
