"""The scores on the dev part of the gold set do not drop by more than a point without being accepted."""

from __future__ import annotations

from pathlib import Path

import pytest

from depeche.evaluation.baseline import FILE, drops, measure, read_baseline

GOLD = Path(__file__).parent.parent / "corpus" / "gold"


@pytest.mark.skipif(
    not (GOLD / FILE).exists(),
    reason="no corpus/gold/baseline.json: python -m depeche.evaluation.baseline corpus/gold writes it",
)
def test_dev_scores_have_not_dropped() -> None:
    lines = drops(read_baseline(GOLD / FILE)["dev"], measure(GOLD / "dev"))
    assert not lines, "\n".join(
        [
            "dev scores dropped by more than a point:",
            *lines,
            "See why:              depeche evaluate corpus/gold/dev --errors",
            "If it is deliberate:  python -m depeche.evaluation.baseline corpus/gold",
        ]
    )
