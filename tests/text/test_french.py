"""French passes, however short or full of names; other languages do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from depeche.text.french import foreign_language

GOLD = Path(__file__).parents[2] / "corpus" / "gold"


@pytest.mark.parametrize(
    "text",
    [
        "Attaque à Gao.",
        "41 soldats tués",
        "Mali : 41 soldats tués, camp attaqué, armes emportées",
        "Lyon - Lens 2-1 ; Rennes - Nice 0-0 ; Brest - Metz 3-2",
        "Selon le Wall Street Journal et le Washington Post, la Maison Blanche a démenti.",
        "Qui a écrit « The Pit and the Pendulum » ?",
    ],
)
def test_short_french_passes(text: str) -> None:
    assert foreign_language(text) is None


@pytest.mark.parametrize("path", sorted(GOLD.glob("*/*.txt")), ids=lambda path: path.stem)
def test_every_gold_article_passes(path: Path) -> None:
    assert foreign_language(path.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Gunmen attacked the village on Monday, killing at least ten people in the market.", "en"),
        ("Hombres armados atacaron el pueblo el lunes y mataron a diez personas en el mercado.", "es"),
        (
            "Homens armados atacaram a aldeia na segunda-feira e mataram dez pessoas no mercado da cidade.",
            "pt",
        ),
        ("Bewaffnete griffen am Montag das Dorf an und töteten auf dem Markt zehn Menschen.", "de"),
        ("هاجم مسلحون القرية يوم الاثنين وقتلوا عشرة أشخاص", "script"),
        ("Боевики атаковали деревню в понедельник", "script"),
        ("Aseistetut miehet hyökkäsivät kylään maanantaina " * 8, "too few French words"),
    ],
)
def test_other_languages_are_told(text: str, said: str) -> None:
    assert said in (foreign_language(text) or "")
