"""The packaged registry of actors: what it finds in a sentence, what it leaves alone, its rows checked."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import get_args

import pytest
import spacy

from depeche.components.actors.registry import COLUMNS, Registry, load_registry
from depeche.language.tokenizer import FrenchTokenizer
from depeche.records import ActorType, VictimGroup
from depeche.resources import data_path, lexicon, read_csv

DEMONYM_COLUMNS = (
    "country",
    "masculine",
    "feminine",
    "masculine_plural",
    "feminine_plural",
    "army",
    "source",
)


@cache
def tokenizer() -> FrenchTokenizer:
    return FrenchTokenizer(spacy.blank("fr"))


def registry() -> Registry:
    return load_registry()


def named(sentence: str) -> dict[str, str]:
    """The names that the registry reads in a sentence, each with the identifier of its actor."""
    words = [token.text.replace("’", "'") for token in tokenizer()(sentence)]
    found, index = {}, 0
    while index < len(words):
        match = registry().match_at(words, index)
        if match is None:
            index += 1
            continue
        found[" ".join(words[index : match[0]])] = match[1].id
        index = match[0]
    return found


@pytest.mark.parametrize(
    ("sentence", "name", "actor"),
    [
        ("Le Jnim a revendiqué l'attaque du camp.", "Jnim", "jnim"),
        ("le Groupe de soutien à l’islam et aux musulmans (GSIM)", "GSIM", "jnim"),
        ("Le groupe État islamique a revendiqué l'attentat.", "État islamique", "etat-islamique"),
        ("Le groupe Etat islamique a revendiqué l'attentat.", "Etat islamique", "etat-islamique"),
        ("des combattants de l'EI", "EI", "etat-islamique"),
        (
            "l'Etat islamique au Grand Sahara",
            "Etat islamique au Grand Sahara",
            "etat-islamique-au-grand-sahara",
        ),
        (
            "l'organisation État islamique en Afrique de l'Ouest",
            "État islamique en Afrique de l' Ouest",
            "iswap",
        ),
        ("les shebab somaliens", "shebab somaliens", "shebab"),
        ("un kamikaze d'Al-Shabaab", "Al-Shabaab", "shebab"),
        ("revendiqué par Al Qaïda", "Al Qaïda", "al-qaida"),
        ("les talibans pakistanais du TTP", "talibans pakistanais", "ttp"),
        ("une position des rebelles de l'AFC/M23", "AFC / M23", "m23"),
        ("Les Forces de soutien rapide (FSR) ont pilonné la ville.", "Forces de soutien rapide", "fsr"),
        ("le Parti communiste d'Inde (maoïste)", "Parti communiste d' Inde ( maoïste )", "naxalites"),
        ("L'armée malienne dit avoir neutralisé des terroristes.", "armée malienne", "armee-malienne"),
        ("Les FAMa annoncent la mort de deux des leurs.", "FAMa", "armee-malienne"),
        ("deux frappes de l'aviation nigériane", "aviation nigériane", "armee-nigeriane"),
        ("tués par l'armée nigérienne", "armée nigérienne", "armee-nigerienne"),
        ("l'armée burkinabè", "armée burkinabè", "armee-burkinabe"),
        ("l'armée burkinabé", "armée burkinabé", "armee-burkinabe"),
        ("Tsahal a frappé le sud du Liban.", "Tsahal", "armee-israelienne"),
        ("la gendarmerie sénégalaise", "gendarmerie sénégalaise", "police-senegalaise"),
        ("le gang 400 Mawozo", "gang 400 Mawozo", "400-mawozo"),
    ],
)
def test_names_of_actors_are_found(sentence: str, name: str, actor: str) -> None:
    assert named(sentence).get(name) == actor


@pytest.mark.parametrize(
    "sentence",
    [
        "Le front s'étire sur cent kilomètres.",
        "L'union fait la force.",
        "L'Azawad est une région du nord du Mali.",
        "Le siège du parti a été incendié à Paris.",
        "Raid meurtrier sur une école.",
        "la mer d'Azov",
        "Reporters sans frontières (RSF) dénonce un crime.",
        "la Cour pénale internationale (CPI)",
        "un fichier au format PDF",
        "l'agence régionale de santé (ARS)",
        "les Forces de défense et de sécurité (FDS)",
        "Deux mobylettes et un serval.",
        "DIX ANS APRÈS",
    ],
)
def test_ordinary_words_places_and_shared_acronyms_are_left_alone(sentence: str) -> None:
    assert named(sentence) == {}


def test_the_longest_name_wins() -> None:
    assert list(named("la Coalition des patriotes pour le changement (CPC)")) == [
        "Coalition des patriotes pour le changement",
        "CPC",
    ]


def test_at_least_450_actors_of_90_countries() -> None:
    assert len(registry().actors) >= 450
    armies = {actor.countries for actor in registry().actors.values() if actor.id.startswith("armee-")}
    assert len(armies) >= 90


def test_no_identifier_and_no_alias_twice() -> None:
    rows = read_csv(data_path("actors", "registry.csv"), COLUMNS)
    assert [key for key, count in Counter(row["id"] for row in rows).items() if count > 1] == []
    owners: dict[str, set[str]] = {}
    for row in rows:
        for alias in filter(None, (row["name"], *row["aliases"].split("|"))):
            owners.setdefault(alias.lower(), set()).add(row["id"])
    assert {alias: ids for alias, ids in owners.items() if len(ids) > 1} == {}


def test_vocabulary_and_columns_are_valid() -> None:
    for actor in registry().actors.values():
        assert actor.actor_type in get_args(ActorType), actor.id
        assert actor.group in get_args(VictimGroup), actor.id
        assert all(len(code) == 2 and code.isupper() for code in actor.countries), actor.id
        assert actor.start is None or actor.end is None or actor.start <= actor.end, actor.id
    assert all(row["source"] for row in read_csv(data_path("actors", "registry.csv"), COLUMNS))


def test_a_demonym_belongs_to_one_country() -> None:
    owners: dict[str, set[str]] = {}
    for row in lexicon("actors", "demonyms.csv", columns=DEMONYM_COLUMNS):
        for form in (f for column in DEMONYM_COLUMNS[1:5] for f in row[column].split("|")):
            owners.setdefault(form, set()).add(row["country"])
    assert {form: codes for form, codes in owners.items() if len(codes) > 1} == {}
    assert owners["nigériens"] == {"NE"}
    assert owners["nigérians"] == {"NG"}
    assert owners["kurdes"] == {""}


def test_every_army_of_the_demonyms_is_registered() -> None:
    for row in lexicon("actors", "demonyms.csv", columns=DEMONYM_COLUMNS):
        if row["army"] and row["country"]:
            words = row["army"].split()
            assert registry().match_at(words, 0) is not None or "Congo-Brazzaville" in words, row["army"]
