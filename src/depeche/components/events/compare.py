"""How two mentions agree: type family, date, place, toll, actors. Pure comparisons, no decisions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from depeche.components.events.model import DateFiller, EventMention, Incident, PlaceFiller
from depeche.components.events.settings import type_table, words
from depeche.components.lemma_patterns import plain
from depeche.records import EventType
from depeche.values.edtf import DateSpan
from depeche.values.places import PlaceMention

UNIT_KM = 60.0  # a village and the seat of the unit that may hold it
Agreement = Literal["same", "within", "other", "unknown"]


def best_date(mention: EventMention) -> DateSpan | None:
    """The resolved date of a mention: explicit before relative, clause before sentence."""
    best = best_filler(mention)
    if best is None:
        return None
    span: DateSpan = best.span._.date.resolved
    return span


def best_filler(mention: EventMention) -> DateFiller | None:
    """The date of a mention with the words that told it: explicit before relative, clause before sentence."""
    if not mention.dates:
        return None
    return max(
        mention.dates, key=lambda filler: (filler.score, filler.span._.date.explicit, -filler.span.start)
    )


def weekday_of(filler: DateFiller) -> int | None:
    """The weekday told or implied (0 is Monday), None for a night, a month or a stretch of days."""
    date = filler.span._.date
    told = getattr(date.value, "weekday", None)
    if told is not None:
        return int(told)
    return int(date.resolved.start.weekday()) if date.resolved.precision == "day" else None


def other_weekday(first: EventMention, second: EventMention) -> bool:
    """« lundi » and « le 3 janvier », a Sunday, are not one day even where the month alone is known."""
    one, two = best_filler(first), best_filler(second)
    if one is None or two is None or one.span.start == two.span.start:
        return False
    days = weekday_of(one), weekday_of(two)
    return None not in days and days[0] != days[1]


def compare_dates(first: DateSpan | None, second: DateSpan | None) -> Agreement:
    """Same days, one inside the other (or overlapping), disjoint, or unknown."""
    if first is None or second is None:
        return "unknown"
    if (first.start, first.end) == (second.start, second.end):
        return "same"
    if first.start <= second.end and second.start <= first.end:
        return "within"
    return "other"


def place_key(filler: PlaceFiller) -> str:
    """Folded name of a place."""
    return plain(filler.place.name).replace("-", " ")


def level(filler: PlaceFiller) -> str:
    """The precision of a place; a region or a unit that no gazetteer knows is one all the same."""
    return "admin1" if filler.place.rule.endswith("+unit") else filler.place.precision


def is_exact(filler: PlaceFiller) -> bool:
    """A town or village, known or not, and no unit named after one (« le territoire de Beni »)."""
    return level(filler) in ("town", "unresolved")


def _specific(fillers: Iterable[PlaceFiller]) -> list[PlaceFiller]:
    return [filler for filler in fillers if filler.place.precision not in ("country", "admin1")]


def _without_countries(fillers: list[PlaceFiller]) -> list[PlaceFiller]:
    """« à Odessa, en Ukraine »: the country says nothing beside what lies in it."""
    return [filler for filler in fillers if filler.place.precision != "country"] or fillers


def compare_places(first: list[PlaceFiller], second: list[PlaceFiller]) -> Agreement:
    """A place in common, one inside the other, places that exclude each other, or unknown."""
    if not first or not second:
        return "unknown"
    first, second = _without_countries(first), _without_countries(second)
    if {place_key(filler) for filler in first} & {place_key(filler) for filler in second}:
        both = _specific(first) and _specific(second)
        keys = {place_key(f) for f in _specific(first)} & {place_key(f) for f in _specific(second)}
        return "same" if keys or not both else "other"
    pairs = [(a.place, b.place) for a in first for b in second]
    if any(a.within(b) or b.within(a) for a, b in pairs):
        both = _specific(first) and _specific(second)
        return (
            "other"
            if both and not any(a.within(b) or b.within(a) for a, b in pairs if a.precision == b.precision)
            else "within"
        )
    countries = ({a.country for a, _ in pairs}, {b.country for _, b in pairs})
    if None in countries[0] | countries[1] and not (_specific(first) and _specific(second)):
        return "unknown"
    if _near(first, second):
        return "within"
    if any(_quarter_of(a, b) or _quarter_of(b, a) for a in first for b in second):
        return "within"
    if all(not a.resolved or not b.resolved for a, b in pairs):
        return "unknown"
    if all(_may_hold(a, b) for a, b in pairs):
        return "unknown"
    return "other"


def _quarter_of(first: PlaceFiller, second: PlaceFiller) -> bool:
    """« Bagdad al-Jadida »: a quarter that bears the name of its town, where nothing sets it far away."""
    distance = first.place.distance_km(second.place)
    far = distance is not None and distance > UNIT_KM
    return not far and place_key(first).startswith(f"{place_key(second)} ")


def _may_hold(first: PlaceMention, second: PlaceMention) -> bool:
    """« le territoire d'Irumu » and « Komanda »: the village may lie in the unit or not."""
    distance = first.distance_km(second)
    levels = {first.precision, second.precision}
    return levels == {"admin2", "town"} and distance is not None and distance < UNIT_KM


def _near(first: list[PlaceFiller], second: list[PlaceFiller]) -> bool:
    """Two named places of one town or its surroundings (a quarter and its town)."""
    for a in first:
        for b in second:
            distance = a.place.distance_km(b.place)
            if distance is not None and distance < 8 and a.place.precision == b.place.precision:
                return True
    return False


def tolls(mention: EventMention) -> dict[tuple[str, str], set[tuple[int | None, int | None]]]:
    """Counts of a mention by kind and group; « des corps » and a toll replaced since say nothing."""
    found: dict[tuple[str, str], set[tuple[int | None, int | None]]] = {}
    for span in mention.casualties:
        value = span._.casualty
        some = value.quantity.rule in words("reporting", "vague", "unnumbered") and value.quantity.low == 2
        if value.scope == "earlier_toll" or some:
            continue
        found.setdefault((value.kind, value.group), set()).add((value.quantity.low, value.quantity.high))
    return found


def compare_tolls(first: EventMention, second: EventMention) -> Agreement:
    """A count in common (« plus de 30 » and 32 agree), counts of the dead that differ, or unknown."""
    one, two = tolls(first), tolls(second)
    pairs = [
        (a, b)
        for (kind, group), values in one.items()
        for (other_kind, other_group), others in two.items()
        if kind == other_kind and (group == other_group or "unspecified" in (group, other_group))
        for a in values
        for b in others
    ]
    if any(_agree(a, b) for a, b in pairs if max(a[0] or 0, a[1] or 0) >= 2):
        return "same"
    killed = {group for kind, group in one if kind == "killed"} & {
        group for kind, group in two if kind == "killed"
    }
    if all(_one_of(a, b) or _one_of(b, a) for a, b in pairs):
        return "unknown"
    return "other" if killed and pairs else "unknown"


def _one_of(first: tuple[int | None, int | None], second: tuple[int | None, int | None]) -> bool:
    """One victim told apart may be among the several of another count."""
    return first == (1, 1) and (second[0] or 0) > 1


def _agree(first: tuple[int | None, int | None], second: tuple[int | None, int | None]) -> bool:
    """Equal counts, or an open bound that holds the other count without straying far from it."""
    if first == second:
        return True
    low, high = (first, second) if first[1] is None else (second, first)
    if low[1] is not None or low[0] is None or high[0] is None:
        return False
    return low[0] <= high[0] <= 1.25 * low[0] + 1


def family_of(first: set[str], second: set[str]) -> bool:
    """Whether types may tell one incident: a family holds one type of each side."""
    if not first or not second or first & second:
        return True
    return any(first & set(members) and second & set(members) for members in type_table("families").values())


def type_names(mention: EventMention, least: float = 0.4) -> set[str]:
    """Types that a mention speaks for with some weight."""
    return {type_ for type_, weight in mention.types if weight >= least}


def actor_keys(mention: EventMention) -> set[str]:
    """Keys of the named perpetrators of a mention."""
    return {
        filler.actor.key for filler in mention.roles if filler.role == "perpetrator" and filler.actor.named
    }


def victim_keys(mention: EventMention) -> set[str]:
    """Keys of the persons that a mention names as its targets."""
    return {
        filler.actor.key
        for filler in mention.roles
        if filler.role == "target" and filler.actor.rule == "actor.person"
    }


def strong_forms(incident: Incident, type_: EventType) -> set[str]:
    """The words of one type that tell an incident for themselves."""
    told = (t._.trigger for mention in incident.mentions for t in mention.triggers)
    return {value.form for value in told if value.type == type_ and value.strength == "strong"}
