"""Scores on dev and press do not drop by more than a point without being accepted."""

from __future__ import annotations

from pathlib import Path

import pytest

from depeche.evaluation.baseline import FILE, drops, measure, read_baseline

GOLD = Path(__file__).parent.parent / "corpus" / "gold"


@pytest.mark.skipif(
    not (GOLD / FILE).exists(),
    reason="no corpus/gold/baseline.json: python -m depeche.evaluation.baseline corpus/gold writes it",
)
@pytest.mark.parametrize("part", ["dev", "press"])
def test_scores_have_not_dropped(part: str) -> None:
    lines = drops(read_baseline(GOLD / FILE)[part], measure(GOLD / part))
    assert not lines, "\n".join(
        [
            f"{part} scores dropped by more than a point:",
            *lines,
            f"See why:              depeche evaluate corpus/gold/{part} --errors",
            "If it is deliberate:  python -m depeche.evaluation.baseline corpus/gold",
        ]
    )
