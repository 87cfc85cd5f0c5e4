"""What `--errors` lists, and what confidence is compared with."""

from __future__ import annotations

import pytest
from made_by_hand import event, gold, record

from depeche.evaluation import GoldEvent, evaluate
from depeche.evaluation.calibration import calibration_error
from depeche.evaluation.errors_list import quote
from depeche.evaluation.mistakes import Mistake
from depeche.records import EventRecord

TEXT = "Vendredi, des hommes armés ont attaqué Gao. Le bilan est de 4 morts."


def listed(one: GoldEvent, *records: EventRecord) -> list[Mistake]:
    return list(evaluate([gold(one, text=TEXT)], records).mistakes)


def test_a_wrong_value_tells_both_values_the_words_and_the_rule() -> None:
    read = record("ambush", "2025-05-24", "Gao", rules={"date": "weekday_before_publication"})
    (mistake,) = listed(event("ambush", "2025-05-23", "Gao"), read)
    assert (mistake.slot, mistake.kind, mistake.cause) == ("date", "wrong", "another day")
    assert (mistake.gold, mistake.read) == ("2025-05-23", "2025-05-24")
    assert (mistake.words, mistake.rule) == ("le 2025-05-24", "weekday_before_publication")
    assert mistake.event == "ambush 2025-05-23 Gao"
    assert mistake.cost == 2


def test_a_date_of_another_precision_is_told_apart() -> None:
    (mistake,) = listed(event("ambush", "2025-05-23", "Gao"), record("ambush", "2025-05", "Gao"))
    assert mistake.cause == "another precision"


def test_a_missed_value_tells_where_the_text_has_it() -> None:
    (mistake,) = listed(
        event("ambush", places="Gao", perpetrators=("hommes armés",)), record("ambush", places="Gao")
    )
    assert (mistake.slot, mistake.kind, mistake.cause) == ("perpetrator", "missed", "in no record")
    assert mistake.words is not None
    assert mistake.words.startswith("Vendredi, des hommes armés ont attaqué Gao.")


def test_a_missed_toll_tells_where_the_text_has_its_figure() -> None:
    one = event("ambush", places="Gao", tolls=("killed civilian 4/4",))
    (mistake,) = listed(one, record("ambush", places="Gao"))
    assert mistake.words is not None
    assert mistake.words.endswith("Le bilan est de 4 morts.")


def test_a_missed_value_that_another_record_took() -> None:
    mistakes = listed(
        event("ambush", "2025-05-23", "Gao"), record("ambush", "2025-05-23"), record("protest", places="Gao")
    )
    assert [(one.slot, one.kind, one.cause) for one in mistakes] == [
        ("place", "missed", "in another record"),
        ("event", "spurious", "protest"),
    ]


def test_the_rule_is_that_of_the_filler() -> None:
    read = record("ambush", places="Gao|Kidal", rules={"places[0]": "syntax", "places[1]": "paragraph"})
    (mistake,) = listed(event("ambush", places="Gao"), read)
    assert (mistake.kind, mistake.read, mistake.rule) == ("spurious", "Kidal", "paragraph")
    assert mistake.cause == "of no gold event"


def test_a_wrong_figure_is_paired_with_the_entry_of_its_kind() -> None:
    one = event("ambush", places="Gao", tolls=("killed civilian 4/4", "injured civilian 2/2"))
    read = record("ambush", places="Gao", tolls=("injured civilian 3/3",))
    wrong, missed = listed(one, read)
    assert (wrong.gold, wrong.read, wrong.cause) == (
        "injured civilian 2/2",
        "injured civilian 3/3",
        "another figure",
    )
    assert (missed.gold, missed.kind) == ("killed civilian 4/4", "missed")


def test_a_wrong_group_is_listed_only_where_the_figures_are_right() -> None:
    one = event("ambush", places="Gao", tolls=("killed civilian 4/4", "injured civilian 2/2"))
    read = record("ambush", places="Gao", tolls=("killed military 4/4", "injured military 3/3"))
    mistakes = listed(one, read)
    assert [(one.slot, one.cause, one.cost) for one in mistakes] == [
        ("casualty", "another figure", 2),
        ("casualty_group", "military for civilian", 0),
    ]


def test_a_missed_event_costs_all_its_fillers() -> None:
    (mistake,) = listed(event("ambush", "2025-05-23", "Gao", ("killed civilian 4/4",)))
    assert (mistake.slot, mistake.kind, mistake.cause, mistake.cost) == ("event", "missed", "ambush", 4)
    assert mistake.words is not None
    assert "attaqué Gao" in mistake.words


def test_a_spurious_event_tells_its_trigger_and_the_rule_of_its_trigger() -> None:
    report = evaluate([gold()], [record("siege", rules={"trigger": "noun_siege"})])
    (mistake,) = report.mistakes
    assert (mistake.words, mistake.rule) == ("siege", "noun_siege")


def test_causes_come_most_frequent_first() -> None:
    golds = [gold(event("ambush", "2025-05-23", "Gao"), id=name) for name in "abc"]
    records = [
        record("ambush", "2025-05-24", "Gao", id="a", rules={"date": "weekday"}),
        record("ambush", "2025-05-24", "Gao", id="b", rules={"date": "weekday"}),
        record("clash", "2025-05-23", "Gao", id="c", rules={"type": "trigger_clash"}),
    ]
    causes = evaluate(golds, records).causes
    assert [(one.count, one.cost, one.slot, one.cause, one.rule) for one in causes] == [
        (2, 4, "date", "another day", "weekday"),
        (1, 2, "type", "clash for ambush", "trigger_clash"),
    ]
    assert causes[0].example == "a: 2025-05-23 → 2025-05-24"


def test_words_are_quoted_whatever_their_case_and_cut_with_an_ellipsis() -> None:
    assert quote(f"{'x' * 50} Gao {'y' * 50}", "gao") == f"…{'x' * 39} Gao {'y' * 39}…"
    assert quote("Gao", "Kidal") is None
    assert quote(None, "Gao") is None


def test_confidence_against_the_share_of_records_that_are_right() -> None:
    # 0.9: a right, b wrong in its place, so 1 of 2; 0.4: a record without gold event is wrong, so 0 of 1
    golds = [gold(event("ambush", "2025-05-23", "Gao"), id=name) for name in "ab"]
    report = evaluate(
        golds,
        [
            record("ambush", "2025-05-23", "Gao", id="a", confidence=0.9, perpetrator=("civils",)),
            record("ambush", "2025-05-23", "Gao|Kidal", id="b", confidence=0.9),
            record("protest", id="b", places="Paris", confidence=0.4),
        ],
    )
    assert [(one.low, one.high, one.records, one.right) for one in report.calibration] == [
        (0.3, 0.5, 1, 0),
        (0.9, 1.0, 2, 1),
    ]
    # (1 x |0.4 - 0| + 2 x |0.9 - 0.5|) / 3 = 1.2 / 3
    assert report.calibration_error == pytest.approx(0.4)


def test_records_of_optional_events_say_nothing_of_confidence() -> None:
    report = evaluate([gold(event("siege", optional=True))], [record("siege", confidence=1.0)])
    assert report.calibration == ()
    assert calibration_error(()) is None
