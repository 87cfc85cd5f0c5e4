"""Intervals over articles and the paired test."""

from __future__ import annotations

import pytest

from depeche.evaluation.bootstrap import interval, paired
from depeche.evaluation.metrics import Counts

RIGHT, WRONG = Counts(tp=1), Counts(fp=1, fn=1)


def test_articles_that_are_all_alike_leave_no_doubt() -> None:
    found = interval([RIGHT] * 10)
    assert found is not None
    assert tuple(found) == (1.0, 1.0)


def test_the_interval_is_that_of_a_share_when_articles_are_right_or_wrong() -> None:
    # F1 is the share k/100 of right articles; k is binomial(100, 1/2), 95 % between 40 and 60
    found = interval([RIGHT, WRONG] * 50)
    assert found is not None
    assert tuple(found) == (pytest.approx(0.40, abs=0.015), pytest.approx(0.60, abs=0.015))


def test_the_same_counts_give_the_same_interval() -> None:
    assert interval([RIGHT, WRONG] * 5) == interval([RIGHT, WRONG] * 5)


def test_nothing_to_count_has_no_interval() -> None:
    assert interval([]) is None
    assert interval([Counts()] * 3) is None


def test_a_gain_in_every_article_is_no_chance() -> None:
    found = paired([WRONG] * 10, [RIGHT] * 10)
    assert found is not None
    assert tuple(found.interval) == (1.0, 1.0)
    assert found.p == 0.0


def test_no_change_is_all_chance() -> None:
    found = paired([RIGHT, WRONG] * 5, [RIGHT, WRONG] * 5)
    assert found is not None
    assert tuple(found.interval) == (0.0, 0.0)
    assert found.p == 1.0


def test_one_article_better_of_ten_may_be_chance() -> None:
    # the change vanishes when the one article is not drawn: 0.9 ** 10 = 35 % of samples, so p is about 0.70
    found = paired([WRONG] * 10, [RIGHT] + [WRONG] * 9)
    assert found is not None
    assert found.p == pytest.approx(0.70, abs=0.06)


def test_the_two_runs_cover_the_same_articles() -> None:
    with pytest.raises(ValueError, match="same articles"):
        paired([RIGHT], [RIGHT, WRONG])
