"""Places named only to situate another: « près de Tyr », « dans la commune de Nouga », « Kankara (Katsina) »."""

from __future__ import annotations

import re

from depeche.components.events.model import PlaceFiller

REACH = 9
# Words before a place that only situates another, or holds it. Source: press usage.
_NEAR = re.compile(
    r"(?:près d[eu]s?|près d'|proches? d[eu]s?|proche d'|non loin d[eu]s?|non loin d'|voisine? d[eu]s?|autour d[eu]s?|aux portes d[eu]s?|"
    r"à (?:l'|la |le )?(?:est|ouest|nord|sud|sortie|lisière|périphérie|frontière)[\w-]*(?: \w+)? d[eu]s?|"
    r"au (?:nord|sud|centre)(?:-est|-ouest)? d[eu]s?|à (?:\S+ ){1,6}(?:km|kilomètres|heures|minutes)(?: (?:au |à l')?\S+)? d[eu]s?|"
    r"à (?:\S+ ){1,6}(?:km|kilomètres) d'|quelques (?:rues|mètres|kilomètres) d[eu]s?|frontières? (?:avec|d[eu]s?)|frontalière? (?:avec|d[eu]s?)|"
    r"reliant|en direction d[eu]s?|en provenance d[eu]s?|(?:en )?banlieue(?: \w+)? d[eu]s?|vers|parti d[eu]s?|décollage d[eu]s?)"
    r"(?: la| l'| le| les| ville d[eu]| village d[eu])? ?$"
)
_HOLDS = re.compile(
    r"(?:commune|territoire|département|cercle|province|préfecture|sous-préfecture|district|groupement|chefferie|secteur|gouvernorat|"
    r"région|état|comté|wilaya|canton|zone|oblast|municipalité|archipel|île|presqu'île|banlieue|axe|route(?: nationale)?)"
    r"(?: rurale| urbaine| voisine?)?(?: d[eu]s?| d')?(?: la| l'| le)? ?$|\($"
)


# Where somebody was going, came from or was taken: never where the act happened.
_ROUTE = re.compile(
    r"(?:se rend\w+|se rendre|rendait|rendaient|rentrai\w+|rentrant|reven\w+|en route|faisai\w+ route|à destination|en partance|"
    r"parti\w* \S+ \S+|dirige\w+|ralli\w+|rejoi\w+|évacu\w+|transfér\w+|transport\w+|hospitalis\w+|conduits?|acheminé\w*|originaires?)"
    r" (?:\S+ )?(?:à|vers|pour|de|du|d'|au|en|sur|dans)(?: la| l'| le)? ?$"
)


def on_the_way(filler: PlaceFiller) -> bool:
    """« qui se rendait à Gao », « évacués à Ouagadougou »."""
    return bool(_ROUTE.search(_before(filler)))


def _before(filler: PlaceFiller) -> str:
    doc = filler.span.doc
    text = (
        doc[max(filler.span.sent.start, filler.span.start - REACH) : filler.span.start]
        .text.lower()
        .replace("’", "'")
    )
    return text if text.endswith(("'", "(")) or not text else text + " "


def is_landmark(filler: PlaceFiller) -> bool:
    """Whether the words before a place make it the surroundings of another."""
    before = _before(filler)
    return bool(_NEAR.search(before) or _HOLDS.search(before))


def without_landmarks(fillers: list[PlaceFiller]) -> list[PlaceFiller]:
    """Places named only to situate another go when a precise one is named without such words."""
    own = [filler for filler in fillers if not is_landmark(filler)]
    if any(filler.place.precision in ("town", "unresolved") for filler in own):
        return own
    near = [filler for filler in fillers if not _HOLDS.search(_before(filler))]
    return near if any(filler.place.precision in ("town", "unresolved") for filler in near) else fillers
