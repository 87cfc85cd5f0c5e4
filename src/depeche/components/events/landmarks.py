"""Places named only to situate another: « près de Tyr », « la commune de Nouga », « Kankara (Katsina) »."""

from __future__ import annotations

from depeche.components.events.model import PlaceFiller
from depeche.components.events.settings import pattern
from depeche.components.lemma_patterns import plain

REACH = 9


def on_the_way(filler: PlaceFiller) -> bool:
    """« qui se rendait à Gao », « évacués à Ouagadougou »."""
    return bool(pattern("landmarks", "route").search(_before(filler)))


def _before(filler: PlaceFiller) -> str:
    doc = filler.span.doc
    text = plain(doc[max(filler.span.sent.start, filler.span.start - REACH) : filler.span.start].text)
    return text if text.endswith(("'", "(")) or not text else text + " "


def is_landmark(filler: PlaceFiller) -> bool:
    """Whether the words before a place make it the surroundings of another."""
    before = _before(filler)
    return bool(pattern("landmarks", "near").search(before) or pattern("landmarks", "holds").search(before))


def without_landmarks(fillers: list[PlaceFiller]) -> list[PlaceFiller]:
    """Places named only to situate another go when a precise one is named without such words."""
    own = [filler for filler in fillers if not is_landmark(filler)]
    if any(filler.place.precision in ("town", "unresolved") for filler in own):
        return own
    near = [filler for filler in fillers if not pattern("landmarks", "holds").search(_before(filler))]
    return near if any(filler.place.precision in ("town", "unresolved") for filler in near) else fillers
