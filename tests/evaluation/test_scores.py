"""Counts, slot by slot; each expected score is worked out in the comments."""

from __future__ import annotations

import pytest
from made_by_hand import event, gold, record

from depeche.errors import GoldError
from depeche.evaluation import GoldEvent, evaluate
from depeche.evaluation.metrics import Counts
from depeche.records import EventRecord


def counts(one: GoldEvent, read: EventRecord, slot: str) -> tuple[int, int, int]:
    score = evaluate([gold(one)], [read]).scores[slot]
    return score.tp, score.fp, score.fn


def test_precision_recall_and_f1() -> None:
    # 3 right, 1 too many, 2 missed: P 3/4, R 3/5, F1 6/9
    three = Counts(tp=3, fp=1, fn=2)
    assert (three.precision, three.recall, three.f1) == (0.75, 0.6, pytest.approx(2 / 3))


def test_nothing_on_either_side_has_no_score() -> None:
    assert Counts().precision is None
    assert Counts().recall is None
    assert Counts().f1 is None


def test_a_perfect_record() -> None:
    one = event("ambush", "2025-05-23", "Gao", ("killed military 4/4",), country="ML", perpetrators=("JNIM",),
                targets=("soldats",), claimed_by=("JNIM",))  # fmt: skip
    read = record("ambush", "2025-05-23", "Gao", ("killed military 4/4",), country="ML",
                  perpetrator=("Jnim",), target=("soldats",), claimant=("GSIM",))  # fmt: skip
    report = evaluate([gold(one)], [read])
    assert {slot: score.f1 for slot, score in report.scores.items()} == dict.fromkeys(report.scores, 1.0)
    assert (
        report.scores["all"].tp == 8
    )  # type, date, place, country, three actors, one toll; the group not again
    assert report.mistakes == ()


def test_a_wrong_type_is_a_miss_and_a_spurious_one() -> None:
    assert counts(event("ambush", places="Gao"), record("clash", places="Gao"), "type") == (0, 1, 1)


@pytest.mark.parametrize(
    ("told", "read", "expected"),
    [
        ("2025-05-23", "2025-05-23", (1, 0, 0)),
        (None, None, (0, 0, 0)),
        ("2025-05-23", None, (0, 0, 1)),
        (None, "2025-05-23", (0, 1, 0)),
        ("2025-05-23", "2025-05", (0, 1, 1)),
        ("2025-05-23", "2025-05-24", (0, 1, 1)),
        ("2025-05-19/2025-05-25", "2025-05-19/2025-05-25", (1, 0, 0)),
        ("2025-05", "2025-05-01/2025-05-31", (1, 0, 0)),
    ],
)
def test_dates_compare_by_their_days(
    told: str | None, read: str | None, expected: tuple[int, int, int]
) -> None:
    # the same place keeps the pair aligned whatever the dates
    assert counts(event("ambush", told, "Gao"), record("ambush", read, "Gao"), "date") == expected


def test_each_gold_place_is_found_once() -> None:
    # Gao found, Bourem missed, the second Gao and Kidal spurious
    assert counts(
        event("ambush", places="Gao|Bourem"), record("ambush", places="Gao|Gao|Kidal"), "place"
    ) == (1, 2, 1)


def test_as_many_names_as_can_be_are_paired() -> None:
    # « soldats » could take either; « soldats maliens » only the second: both are right
    one = event("ambush", targets=("soldats", "soldats maliens"))
    assert counts(one, record("ambush", target=("soldats maliens", "soldats tchadiens")), "target") == (
        2,
        0,
        0,
    )


def test_an_actor_in_the_wrong_role_is_wrong_in_both() -> None:
    one, read = event("ambush", perpetrators=("JNIM",)), record("ambush", target=("JNIM",))
    assert counts(one, read, "perpetrator") == (0, 0, 1)
    assert counts(one, read, "target") == (0, 1, 0)


def test_country_is_compared_as_a_code() -> None:
    assert counts(event("ambush", country="ML"), record("ambush", country="NE"), "country") == (0, 1, 1)


def test_tolls_match_on_kind_and_figures_and_with_their_group_in_the_second_slot() -> None:
    # killed 4: right, but military for civilian; injured 2/null for 2/2: wrong in both slots
    one = event("ambush", "2025-05-23", "Gao", ("killed civilian 4/4", "injured civilian 2/2"))
    read = record("ambush", "2025-05-23", "Gao", ("killed military 4/4", "injured civilian 2/null"))
    assert counts(one, read, "casualty") == (1, 1, 1)
    assert counts(one, read, "casualty_group") == (0, 2, 2)


def test_each_gold_toll_is_used_once() -> None:
    one = event("ambush", places="Gao", tolls=("killed civilian 1/1", "killed military 1/1"))
    read = record("ambush", places="Gao", tolls=("killed civilian 1/1",) * 2)
    assert counts(one, read, "casualty") == (2, 0, 0)
    assert counts(one, read, "casualty_group") == (1, 1, 1)


def test_fillers_of_unaligned_events_are_missed_or_spurious() -> None:
    # gold: type, date, place, toll missed (4); record: type, place spurious (2); F1 of all 0
    one = event("ambush", "2025-05-23", "Gao", ("killed civilian 1/1",))
    assert counts(one, record("protest", places="Paris"), "event") == (0, 1, 1)
    assert counts(one, record("protest", places="Paris"), "all") == (0, 2, 4)


def test_all_slots_add_up_without_counting_tolls_twice() -> None:
    # type right; date wrong (1 fp, 1 fn); place right; toll right although its group is not: 3 tp, 1 fp, 1 fn
    one = event("ambush", "2025-05-23", "Gao", ("killed civilian 1/1",))
    read = record("ambush", "2025-05-24", "Gao", ("killed military 1/1",))
    assert counts(one, read, "all") == (3, 1, 1)
    assert evaluate([gold(one)], [read]).f1("all") == pytest.approx(6 / 8)


def test_optional_events_count_neither_way() -> None:
    golds = [gold(event("siege", places="Djibo", optional=True)), gold(event("siege", optional=True), id="b")]
    report = evaluate(golds, [record("siege", places="Djibo", country="BF")])
    assert (report.scores["event"].f1, report.scores["all"].f1) == (None, None)
    assert (report.events, report.optional) == (0, 2)
    assert report.mistakes == ()


def test_articles_add_up() -> None:
    # a: aligned; b: missed; F1 of event 2/3
    golds = [gold(event("siege")), gold(event("siege"), id="b")]
    assert evaluate(golds, [record("siege")]).f1("event") == pytest.approx(2 / 3)


def test_articles_without_event_that_yield_none() -> None:
    report = evaluate([gold(), gold(id="b"), gold(event("siege"), id="c")], [record("siege", id="b")])
    assert (report.no_event.articles, report.no_event.clean) == (2, 1)


def test_records_of_other_articles_are_left_out_and_counted() -> None:
    report = evaluate([gold(event("siege"))], [record("siege"), record("siege", id="z")])
    assert report.ignored == 1
    assert report.f1("event") == 1.0


def test_records_of_other_articles_alone_are_an_error() -> None:
    with pytest.raises(GoldError, match="no record is of a gold article"):
        evaluate([gold(event("siege"))], [record("siege", id="z")])


def test_an_article_twice_is_an_error() -> None:
    with pytest.raises(GoldError, match="article a is there twice"):
        evaluate([gold(), gold()], [])
