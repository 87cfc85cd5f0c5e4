"""Dates read in order: years taken from close by, anaphora, roles, intervals, times."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.components.dates.narrative import read_dates
from depeche.components.dates.roles import role_of
from depeche.components.dates.scan import scan
from depeche.components.dates.tense import speaks_of_future

TOLD_BEFORE = ["2025-05-27", "2025-05-29", "2025-05-22"]  # the days counted are from the one told first


def values(text: str, published: str | None = None) -> list[str | None]:
    return [
        read.mention.resolved.edtf if read.mention.resolved else None
        for read in read_dates(text, published).dates
    ]


def roles(text: str) -> list[str]:
    return [read.mention.role for read in read_dates(text, "2025-05-28").dates]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "Le 29 septembre 2019, le JNIM attaque Mondoro. Le 6 octobre, il tend une embuscade.",
            "2025-05-28",
            ["2019-09-29", "2019-10-06"],
        ),
        (
            "Il avait piégé un avion en décembre 2001. Il a été arrêté le 22 octobre.",
            "2003-01-31",
            ["2001-12", "2002-10-22"],
        ),
        ("Le village a été attaqué le 23 mai.", None, [None]),
        (
            "Le 23 mai, le village a été attaqué. En mars 2019, il l'avait déjà été.",
            None,
            ["2019-05-23", "2019-03"],
        ),
        (
            "Tout commence à l'automne 2016. Le 8 décembre, Bamenda brûle.",
            "2024-10",
            ["2016-23", "2016-12-08"],
        ),
        (
            "Depuis leur retour en août 2021, tout va mal. Le 30 septembre, une bombe a explosé.",
            "2022-10-07",
            ["2021-08", "2022-09-30"],
        ),
        ("L'an dernier, le 22 août, Gao a été attaquée.", "2023-04", ["2022", "2022-08-22"]),
        (
            "Il a été enlevé le 9 mai 2020. Une semaine avant le rapt, le 2 mai, un camp était visé.",
            "2023-09",
            ["2020-05-09", "2020-05-02", "2020-05-02"],
        ),
        ("La marche est prévue le 3 juin.", "2025-05-28", ["2025-06-03"]),
        ("Le procès s'ouvrira vendredi.", "2025-05-28", ["2025-05-30"]),
        ("Prochain exercice en octobre.", "2025-05-28", ["2025-10"]),
        ("2018\n\n- 9 novembre : une bombe tue dix hommes.", "2022-10", ["2018", "2018-11-09"]),
    ],
)
def test_years(text: str, published: str | None, expected: list[str | None]) -> None:
    assert values(text, published) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gao tombe le 3 mars 2020. Le lendemain, Ansongo brûle.", ["2020-03-03", "2020-03-04"]),
        (
            "Gao tombe le 3 mars 2020. Deux jours plus tard, Ansongo brûle. La veille, Ménaka est prise.",
            ["2020-03-03", "2020-03-05", "2020-03-04"],
        ),
        ("Deux jours plus tard, Ansongo brûle.", [None]),
        (
            "Le raid du 20 mai a fait dix morts, a annoncé mardi l'armée. Deux jours plus tard, Gao tombe.",
            ["2025-05-20", "2025-05-27", "2025-05-22"],
        ),
        (
            "Dix soldats sont morts lundi, a annoncé mardi l'armée. Le même jour, Gao tombe.",
            ["2025-05-26", "2025-05-27", "2025-05-26"],
        ),
        ("L'armée a annoncé mardi dix morts. Ce jour-là, Gao tombe.", ["2025-05-27", "2025-05-27"]),
        ("Trois semaines plus tôt, le 3 mai, Gao tombe.", ["2025-05-03", "2025-05-03"]),
        ("Gao tombe le 3 mars 2020. Le 5 du même mois, Ansongo brûle.", ["2020-03-03", "2020-03-05"]),
        ("Le maire a été tué hier (lundi).", ["2025-05-26", "2025-05-26"]),
        ("Une bombe a explosé ce matin (mardi, ndlr).", ["2025-05-27", "2025-05-27"]),
        ("Le maire a été tué hier. Lundi, le camp avait été visé.", ["2025-05-27", "2025-05-26"]),
        ("Trois jours après la fusillade, un homme a été arrêté lundi.", ["2025-05-23", "2025-05-26"]),
        ("Trois jours après l'attaque qui a visé, dimanche, la ville, Gao a peur.", [None, "2025-05-25"]),
        ("Un homme a été arrêté lundi, trois jours après l'attaque.", ["2025-05-26", "2025-05-23"]),
        ("Une frappe a visé Damas vers 02H00 (23H00 GMT lundi).", ["2025-05-27"]),
        ("Une frappe a visé Lima vers 22H00 (02H00 GMT mardi).", ["2025-05-26"]),
        ("Gao tombe mardi. Deux jours après l'attaque, un homme est arrêté jeudi.", TOLD_BEFORE),
    ],
)
def test_anaphora_counts_from_the_event(text: str, expected: list[str | None]) -> None:
    assert values(text, "2025-05-28") == expected


def test_bare_weekday_takes_the_day_told_elsewhere_when_only_the_month_is_known() -> None:
    text = "Une bombe a explosé lundi à Gao. L'explosion de lundi 5 mai est la troisième."
    assert values(text, "2025-05") == ["2025-05-05", "2025-05-05"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'armée a annoncé mardi la mort de dix soldats.", ["announcement"]),
        ("Dix soldats sont morts mardi, a annoncé l'armée.", ["event"]),
        ("Dix soldats sont morts, selon un bilan publié jeudi.", ["announcement"]),
        ("Mardi, le ministre a déclaré que la ville était prise.", ["announcement"]),
        ("Mardi, dix soldats ont été tués, a déclaré le ministre.", ["event"]),
        ("Mardi matin, la police s'en tenait à trois morts.", ["announcement"]),
        ("Mardi, le gouverneur parlait de dix morts.", ["announcement"]),
        ("Mardi, deux hommes qui prétendaient être policiers ont tué un passant.", ["event"]),
        ("Mardi, un homme se présentait chez sa voisine et la tuait.", ["event"]),
        ("L'armée a annoncé que dix soldats étaient morts mardi.", ["event"]),
        ("Ils sont accusés d'avoir tendu, samedi dernier, une embuscade.", ["event"]),
        ("Il a revendiqué l'attentat du 17 janvier 2019.", ["event"]),
        ("Le bilan de l'attentat perpétré dimanche est lourd.", ["event"]),
        ("La ville est assiégée depuis août 2015.", ["since"]),
        ("Les combats font rage depuis lundi.", ["event"]),
        ("Né en 1975 à Gao, il a été tué mardi.", ["birth", "event"]),
        ("Un incendie s'est déclaré mardi à Rouen.", ["event"]),
        ("Mardi, un incendie s'est déclaré à Rouen.", ["event"]),
        ("Le président s'est déclaré mardi prêt à négocier.", ["announcement"]),
        ("Une attaque a été signalée samedi à Fataki.", ["event"]),
        ("Le maire a signalé samedi une attaque à Fataki.", ["announcement"]),
        ("Le bilan de l'attaque a été rapporté samedi.", ["announcement"]),
        ("L'armée a annoncé la mort de deux soldats mardi dans une embuscade.", ["event"]),
        ("L'armée a annoncé la mort de deux soldats mardi dans un communiqué.", ["announcement"]),
        ("L'armée a annoncé mardi la mort de deux soldats dans une embuscade.", ["announcement"]),
        ("Le groupe a revendiqué l'attaque commise mardi à Gao.", ["event"]),
        ("Le groupe a revendiqué l'attaque mardi.", ["announcement"]),
        ("Une frappe a visé Damas dans la nuit (23H00 GMT mardi).", ["other"]),
    ],
)
def test_roles(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


def test_interval_is_composed_beside_its_ends() -> None:
    reading = read_dates("Des combats ont eu lieu du 3 au 5 mars 2020.")
    assert [read.mention.resolved.edtf for read in reading.intervals if read.mention.resolved] == [
        "2020-03-03/2020-03-05"
    ]


def test_time_of_the_day_in_a_dispatch_without_date_has_the_day_of_its_dateline() -> None:
    text = "3 juillet 2016 . – Une bombe a explosé peu après minuit à Bagdad."
    dates = read_dates(text, "2016-07-03", (0, 14)).dates
    assert [(text[read.start : read.end], read.mention.role) for read in dates] == [
        ("3 juillet 2016", "publication"),
        ("minuit", "event"),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("peu avant minuit dans la nuit de samedi à dimanche", ["2016-07-02"]),
        ("peu avant minuit samedi", ["2016-07-02"]),
        ("vers 3 h du matin", ["2016-07-03"]),
        ("dans la nuit", ["2016-07-02/2016-07-03"]),
        ("à six heures de route", []),
    ],
)
def test_day_told_in_the_sentence_goes_before_that_of_the_dateline(words: str, expected: list[str]) -> None:
    text = f"3 juillet 2016 . – Une bombe a explosé {words} à Bagdad."
    dates = read_dates(text, "2016-07-03", (0, 14)).dates[1:]
    assert [read.mention.resolved.edtf for read in dates if read.mention.resolved] == expected


def test_time_of_the_day_alone_is_no_date() -> None:
    reading = read_dates("Une bombe a explosé à 22 h.", "2025-05-28")
    assert (len(reading.dates), len(reading.times)) == (0, 1)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Le procès s'ouvrira mardi.", "mardi", True),
        ("Il doit rencontrer mardi le président.", "mardi", True),
        ("Ouvert mardi, le procès durera dix jours.", "mardi", False),
        ("L'opéra a brûlé mardi.", "mardi", False),
        ("Il a été tué mardi ; il sera enterré chez lui.", "mardi", False),
    ],
)
def test_future(text: str, word: str, expected: bool) -> None:
    start = text.index(word)
    assert speaks_of_future(text, start, start + len(word)) is expected


def test_role_of_a_weekday_in_a_communique() -> None:
    text = "selon un communiqué mardi, dix soldats sont morts."
    assert role_of(text, 20, 25) == "announcement"


@given(st.text(alphabet="ab 0123456789/.-:hé'’\nlemardijun", max_size=200))
def test_units_keep_their_offsets(text: str) -> None:
    end = 0
    for unit in scan(text):
        assert end <= unit.start < unit.end <= len(text)
        end = unit.end


@given(
    st.lists(
        st.sampled_from(
            [
                "mardi",
                "le",
                "3",
                "mai",
                "2025",
                "du",
                "au",
                "et",
                ",",
                ".",
                "hier",
                "soir",
                "nuit",
                "de",
                "à",
                "lundi",
                "12/03/2020",
                "la veille",
                "deux jours",
                "plus tard",
                "1er",
                "en",
                "jusqu'à",
                "22 h",
                "\n",
                "Gao",
            ]
        ),
        max_size=30,
    )
)
def test_any_sequence_of_date_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    reading = read_dates(text, "2025-05-28")
    for read in (*reading.dates, *reading.times, *reading.intervals):
        assert 0 <= read.start < read.end <= len(text)
