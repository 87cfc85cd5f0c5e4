"""What the assembly works on: mentions of events in sentences, and the incidents that they tell of."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Span

from depeche.records import EventType, Role
from depeche.values.actors import ActorMention
from depeche.values.places import PlaceMention

# Acts that nobody does; acts that run over several places (« one storm, one march »).
MISHAPS = frozenset({"accident", "disaster"})
WIDE = frozenset({"disaster", "protest"})


@dataclass(frozen=True, slots=True)
class RoleFiller:
    """An actor in a role: where it stands, what it is, which rule said so, and how strongly (0 to 1)."""

    role: Role
    span: Span
    actor: ActorMention
    rule: str
    strength: float

    @property
    def plural(self) -> bool:
        """« des tireurs »: told in the plural."""
        return "Number=Plur" in self.span.doc[self.actor.head].morph


@dataclass(frozen=True, slots=True)
class PlaceFiller:
    """A place of an event: the span that told it and the place meant."""

    span: Span
    place: PlaceMention
    rule: str


@dataclass(frozen=True, slots=True)
class DateFiller:
    """A date of an event, and how it is tied to the trigger."""

    span: Span
    rule: str
    score: float


@dataclass(slots=True)
class EventMention:
    """The triggers of one event in one sentence, with what the sentence says of it."""

    triggers: list[Span]
    sent: Span
    order: int
    paragraph: int
    in_title: bool
    qualifiers: frozenset[str]
    types: list[tuple[EventType, float]] = field(default_factory=list)
    dates: list[DateFiller] = field(default_factory=list)
    places: list[PlaceFiller] = field(default_factory=list)
    roles: list[RoleFiller] = field(default_factory=list)
    casualties: list[Span] = field(default_factory=list)
    definite: bool = False
    another: bool = False
    plural: bool = False
    # what a pointer tells of itself, used when it points to nothing
    held_dates: list[DateFiller] = field(default_factory=list)
    held_places: list[PlaceFiller] = field(default_factory=list)
    charged: bool = False  # « arrêté pour le meurtre »: what an arrest told beside it is for
    pointer: bool = False  # talks of an act told elsewhere (« a revendiqué l'attaque »)
    bare: bool = False  # tells a toll or points back, with no event word of its own
    since: int | None = None  # the token « celle » from which the sentence tells this act
    reach: tuple[int, int] | None = None  # « et six autres à Diapaga »: the tokens of an act with no verb

    @property
    def main(self) -> Span:
        """The trigger that names the event."""
        return self.triggers[0]

    def stand_alone(self) -> None:
        """Take back the date and places held while it was read as pointing to an act told elsewhere."""
        self.pointer, self.dates, self.places = False, self.held_dates, self.held_places


@dataclass(slots=True)
class Incident:
    """The mentions of one incident, in text order."""

    mentions: list[EventMention]

    @property
    def first(self) -> EventMention:
        """The mention that opens it."""
        return self.mentions[0]

    @property
    def last(self) -> EventMention:
        """Its latest mention so far."""
        return self.mentions[-1]
