"""Cleaning keeps the way back to the article's own characters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.text.clean import clean_text


@pytest.mark.parametrize(
    ("article", "clean"),
    [
        ("Bilan :\r\n41 morts", "Bilan :\n41 morts"),
        ("Bilan :\r41 morts", "Bilan :\n41 morts"),
        (unicodedata.normalize("NFD", "blessés à Goma"), "blessés à Goma"),
        ("atta\0qué", "attaqué"),
        ("atta\u00adqué\u200b", "attaqué"),
        ("conﬂit", "conflit"),
        ("41\u2003morts", "41 morts"),
        ("# Attaque à Gao", "Attaque à Gao"),
        ("**Mopti** est **calme**", "Mopti est calme"),
        ("selon [l’AFP](https://example.org/a)", "selon l’AFP"),
        ("---\ntitle: Bilan\ndate: 2025-05-23\n---\n41 morts", "41 morts"),
        ("Tué\ud800", "Tué\ufffd"),
    ],
)
def test_noise_and_markup_are_dropped(article: str, clean: str) -> None:
    assert clean_text(article).text == clean


@pytest.mark.parametrize(
    "article",
    [
        "13\u202f000 déplacés",
        "« 41\u00a0morts »",
        "Le n° 5 # de 2 * 3",
        "- Oui, dit-il [sic] (AFP).",
        "--- fin ---",
    ],
)
def test_what_french_typography_means_is_kept(article: str) -> None:
    assert clean_text(article).text == article


@given(st.text(alphabet="aé\u0301\r\n\0 *#[](]ﬁ\u00ad\u2003h:/t.ps", max_size=60))
def test_every_clean_character_maps_inside_the_article(article: str) -> None:
    clean = clean_text(article)
    spans = [clean.span(index, index + 1) for index in range(len(clean.text))]
    assert all(0 <= start < end <= len(article) for start, end in spans)
    assert spans == sorted(spans)


@given(st.text(max_size=80))
def test_cleaning_twice_changes_nothing_more_than_markup(article: str) -> None:
    text = clean_text(article).text
    assert "\r" not in text
    assert "\0" not in text
