"""Which names are the same: examples and counter-examples."""

from __future__ import annotations

import pytest

from depeche.evaluation.names import actor_closeness, place_closeness, replace_aliases


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ménaka", "MENAKA"),
        ("N’Guigmi", "Nguigmi"),
        ("El-Facher", "El Facher"),
        ("camp de Soumpi", "camp militaire de Soumpi"),
        ("Soumpi", "camp de Soumpi"),
        ("Sinaï", "nord du Sinaï"),
        ("Kivu", "Nord-Kivu"),
        ("lac Tchad", "le lac Tchad"),
    ],
)
def test_same_place(first: str, second: str) -> None:
    assert place_closeness(first, second) > 0
    assert place_closeness(second, first) > 0


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Nord-Kivu", "Sud-Kivu"),
        ("Gao", "Goa"),
        ("camp", "camp de Soumpi"),
        ("région", "région de Mopti"),
        ("San", "San Juan"),
        ("Mopti", "Moptiville"),
    ],
)
def test_other_place(first: str, second: str) -> None:
    assert place_closeness(first, second) == 0
    assert place_closeness(second, first) == 0


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("soldats maliens", "les soldats maliens"),
        ("soldat malien", "soldats maliens"),
        ("hôpitaux", "hôpital"),
        ("soldats", "soldats maliens"),
        ("hommes armés", "hommes lourdement armés"),
        ("groupe", "groupes"),
        ("convoi militaire", "convoi"),
        ("l'Armée d’Arakan", "Armée d'Arakan"),
    ],
)
def test_same_actor(first: str, second: str) -> None:
    assert actor_closeness(first, second) > 0


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("groupe", "groupe Wagner"),
        ("armée", "armée russe"),
        ("armée russe", "armée ukrainienne"),
        ("hommes", "hommes armés"),
        ("individus armés", "hommes armés"),
        ("civils", "soldats"),
    ],
)
def test_other_actor(first: str, second: str) -> None:
    assert actor_closeness(first, second) == 0


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("FAMa", "Forces armées maliennes"),
        ("Jnim", "GSIM"),
        ("combattants du GSIM", "Groupe de soutien à l'islam et aux musulmans"),
        ("Daech", "Etat islamique"),
    ],
)
def test_aliases_of_the_registry_are_one_actor(first: str, second: str) -> None:
    assert actor_closeness(first, second) > 0


def test_aliases_do_not_count_for_places() -> None:
    assert place_closeness("Jnim", "GSIM") == 0


def test_the_longest_alias_wins_so_that_two_known_actors_share_no_word() -> None:
    known = {("etat", "islamique"): "@ei", ("etat", "islamique", "grand", "sahara"): "@eigs"}
    assert replace_aliases(("etat", "islamique", "grand", "sahara"), known) == ("@eigs",)
    assert replace_aliases(("etat", "islamique"), known) == ("@ei",)


def test_equal_names_are_closer_than_contained_ones() -> None:
    assert actor_closeness("soldats maliens", "soldat malien") > actor_closeness("soldats maliens", "soldats")
