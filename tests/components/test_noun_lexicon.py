"""The lexicon of common nouns for actors, victims and things attacked: its rows checked."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from depeche.components.actors.nouns import COLUMNS
from depeche.components.lemma_patterns import agreement_entry
from depeche.records import ActorType, VictimGroup
from depeche.resources import lexicon
from depeche.values.actors import Bias

ROWS = lexicon("actors", "nouns.csv", columns=COLUMNS)


def test_vocabulary_is_valid() -> None:
    for row in ROWS:
        assert row["actor_type"] in get_args(ActorType), row
        assert row["group"] in get_args(VictimGroup), row
        assert row["bias"] in get_args(Bias), row
        assert row["source"], row


def test_no_two_rows_meet_once_number_and_gender_are_folded() -> None:
    keys = Counter(agreement_entry(row["noun"]) for row in ROWS)
    assert [key for key, count in keys.items() if count > 1] == []


def test_the_common_noun_raid_is_not_the_police_unit() -> None:
    assert "raid" not in {agreement_entry(row["noun"]) for row in ROWS}


def test_a_base_is_attacked_and_does_not_attack() -> None:
    biases = {row["noun"]: row["bias"] for row in ROWS}
    assert [biases[noun] for noun in ("base militaire", "caserne", "commissariat")] == ["thing"] * 3
