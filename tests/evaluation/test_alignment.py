"""Which record is which gold event; the agreement is worked out in the comments."""

from __future__ import annotations

import pytest
from made_by_hand import event, record

from depeche.evaluation import GoldEvent
from depeche.evaluation.alignment import REQUIRED_BONUS, Alignment, agreement, align, eligible
from depeche.evaluation.incidents import gold_incident, record_incident
from depeche.records import EventRecord


def aligned(golds: list[GoldEvent], records: list[EventRecord]) -> Alignment:
    return align([gold_incident(one) for one in golds], [record_incident(one) for one in records])


def is_eligible(gold: GoldEvent, read: EventRecord) -> bool:
    return eligible(gold_incident(gold), record_incident(read))


def test_one_agreement_and_no_contradiction_is_enough() -> None:
    # type agrees; date, place and toll told on one side alone: 1 against 0
    assert is_eligible(event("ambush", "2025-05-23", "Dioura", ("killed military 41/41",)), record("ambush"))


def test_one_agreement_does_not_bear_a_contradiction() -> None:
    # type agrees, place contradicts: 1 against 1
    assert not is_eligible(event("ambush", places="Dioura"), record("ambush", places="Gao"))


def test_two_agreements_bear_one_contradiction() -> None:
    # date and place agree, a protest is no ambush: 2 against 1
    assert is_eligible(event("ambush", "2025-05-23", "Dioura"), record("protest", "2025-05-23", "Dioura"))


def test_two_agreements_do_not_bear_two_contradictions() -> None:
    # type and toll agree, date and place contradict: 2 against 2
    gold = event("killing", "2025-05-23", "Dioura", ("killed civilian 1/1",))
    assert not is_eligible(gold, record("killing", "2025-05-24", "Gao", ("killed civilian 1/1",)))


def test_types_of_one_family_do_not_contradict() -> None:
    # place agrees, a clash may well be an armed attack: 1 against 0
    assert is_eligible(event("armed_attack", places="Dioura"), record("clash", places="Dioura"))


def test_dates_that_overlap_neither_agree_nor_contradict() -> None:
    # type agrees, the day lies in the month: 1 against 0
    assert is_eligible(event("ambush", "2025-05-23"), record("ambush", "2025-05"))
    assert not is_eligible(event("explosion", "2025-05-23"), record("ambush", "2025-05"))


@pytest.mark.parametrize(
    ("read", "expected"), [("injured civilian 3/3", True), ("killed civilian 3/3", False)]
)
def test_tolls_contradict_when_they_tell_one_kind_differently(read: str, expected: bool) -> None:
    # type agrees; another kind says nothing, another figure of the kind contradicts
    assert (
        is_eligible(event("ambush", tolls=("killed civilian 2/2",)), record("ambush", tolls=(read,)))
        is expected
    )


def test_agreement_is_the_weighted_sum_of_the_slots() -> None:
    # type 2, date 3, place 3 x F1(1 of 2 and 1) = 3 x 2/3 = 2, casualty 0 (none read),
    # actors 1 x 2 x 1 / (2 + 1) = 2/3, country told on one side: 0. Sum 7 2/3
    gold = event("ambush", "2025-05-23", "Dioura|Gao", ("killed civilian 2/2",), country="ML",
                 perpetrators=("JNIM",), targets=("civils",))  # fmt: skip
    read = record("ambush", "2025-05-23", "Dioura", perpetrator=("GSIM",))
    assert agreement(gold_incident(gold), record_incident(read)) == pytest.approx(7 + 2 / 3 + REQUIRED_BONUS)


def test_part_of_the_weight_for_overlapping_dates_and_related_types() -> None:
    # type 2 x 1/4 = 0.5, date 3 x 1/3 = 1, place 3. Sum 4.5
    gold, read = event("ambush", "2025-05-23", "Gao"), record("clash", "2025-05", "Gao")
    assert agreement(gold_incident(gold), record_incident(read)) == pytest.approx(4.5 + REQUIRED_BONUS)


def test_the_assignment_is_the_best_as_a_whole() -> None:
    # record 0 fits gold 0 by type and date, gold 1 by type and place too; record 1 fits gold 1 alone
    golds = [event("ambush", "2025-05-23"), event("ambush", "2025-05-23", "Gao")]
    records = [record("ambush", "2025-05-23", "Gao"), record("ambush", "2025-05-23")]
    assert set(aligned(golds, records).pairs) == {(1, 0), (0, 1)}


def test_each_event_is_used_once() -> None:
    found = aligned(
        [event("ambush", places="Gao")], [record("ambush", places="Gao"), record("ambush", places="Gao")]
    )
    assert len(found.pairs) == 1
    assert len(found.spurious) == 1
    assert found.missed == ()


def test_optional_events_are_dropped_found_or_not() -> None:
    golds = [event("siege", places="Djibo", optional=True), event("looting", places="Bourem", optional=True)]
    found = aligned(golds, [record("siege", places="Djibo")])
    assert found == Alignment(pairs=(), missed=(), spurious=(), dropped=((0, 0),))


def test_a_required_event_goes_before_an_optional_one_that_fits_as_well() -> None:
    golds = [event("siege", places="Djibo", optional=True), event("siege", places="Djibo")]
    assert aligned(golds, [record("siege", places="Djibo")]).pairs == ((1, 0),)


def test_an_article_with_neither_events_nor_records() -> None:
    assert aligned([], []) == Alignment((), (), ())
    assert aligned([], [record("siege")]).spurious == (0,)
    assert aligned([event("siege")], []).missed == (0,)
