"""Places in sentences without any entity recogniser: gazetteer and context alone must do."""

import re

import pytest
import spacy
from spacy.language import Language

import depeche.components.places  # registers the factory
from depeche.components.places.lexicons import compiled, cues, demonyms
from depeche.resources import rules
from depeche.values.places import PlaceMention


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("fr")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("depeche_places")
    return nlp


def places(nlp: Language, text: str) -> list[PlaceMention]:
    doc = nlp(text)
    return [place for span in doc.spans["places"] for place in (span._.place, *span._.place.also)]


def names(nlp: Language, text: str, role: str = "location") -> list[str]:
    return [place.name for place in places(nlp, text) if place.role == role]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Une attaque a eu lieu à Tessit, au Mali.", ["Tessit", "Mali"]),
        ("Le village de Xoltibar a été brûlé.", ["Xoltibar"]),
        (
            "Des mines ont sauté entre Djibo et Bourzanga, au Burkina Faso.",
            ["Djibo", "Bourzanga", "Burkina Faso"],
        ),
        ("Des tirs ont visé le nord du Sinaï.", ["Sinaï"]),
        ("Les combats continuent dans la bande de Gaza.", ["bande de Gaza"]),
        ("Un raid a visé les îles du lac Tchad.", ["lac Tchad"]),
        ("Deux soldats tunisiens ont sauté sur une mine au mont Chaambi.", ["Chaambi"]),
        ("La région de l'Est, au Burkina Faso, a été attaquée.", ["Est", "Burkina Faso"]),
        ("Les assaillants sont venus du faubourg de PK11.", ["PK11"]),
    ],
)
def test_places_are_found(nlp: Language, text: str, expected: list[str]) -> None:
    assert names(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ali a été tué.",
        "Selon lui, Trois hommes sont venus.",
        "Le général Touré commandait la colonne.",
        "Les Maliens ont voté.",
        "Elle a vu le Premier ministre.",
        "Boko Haram a revendiqué l'attaque.",
    ],
)
def test_capital_letters_alone_make_no_place(nlp: Language, text: str) -> None:
    assert names(nlp, text) == []


def test_a_hyphen_on_a_road_joins_two_places(nlp: Language) -> None:
    text = "Une bombe a explosé sur la route Bandiagara-Goundaka, au Mali."
    first, second, _ = places(nlp, text)
    assert (first.name, second.name) == ("Bandiagara", "Goundaka")
    assert text[second.start_char : second.end_char] == "Goundaka"


def test_offsets_are_those_of_the_name(nlp: Language) -> None:
    text = "Au camp de Dioura, dans la région de Mopti au Mali, puis à Gao, l’attaque a duré."
    for place in places(nlp, text):
        assert text[place.start_char : place.end_char] == place.name


def test_a_distance_gives_the_place_a_radius(nlp: Language) -> None:
    (gao, *_) = places(nlp, "Trois soldats maliens ont péri à 30 km au nord de Gao.")
    assert (gao.name, gao.radius_km) == ("Gao", 30.0)


def test_the_capital_of_a_demonym(nlp: Language) -> None:
    (place,) = places(nlp, "Des tirs ont retenti dans la capitale burkinabè.")
    assert (place.name, place.country) == ("Ouagadougou", "BF")


@pytest.mark.parametrize(
    ("text", "country", "admin1"),
    [
        ("Le blocus de Boni, dans la région de Mopti, au Mali, continue.", "ML", "Mopti"),
        ("Le marché de Boni, au Burkina Faso, a brûlé.", "BF", None),
        ("Des soldats maliens ont été tués à Boulikessi.", "ML", "Mopti"),
        ("L'État de Borno a été frappé ; au Mali, rien.", "NG", "Borno"),
        ("Un attentat a visé Tripoli, dans le nord du Liban.", "LB", None),
        ("Un attentat a visé Tripoli, en Libye.", "LY", None),
        ("Des paysans sénégalais ont fui Bandiagara.", "SN", None),
        ("Des casques bleus sénégalais ont été blessés près de Bandiagara.", "ML", None),
    ],
)
def test_the_article_chooses_among_homonyms(
    nlp: Language, text: str, country: str, admin1: str | None
) -> None:
    place = places(nlp, text)[0]
    assert place.country == country
    assert admin1 in (None, place.admin1)


def test_a_place_that_no_gazetteer_knows_keeps_its_name_and_the_told_country(nlp: Language) -> None:
    place = places(nlp, "Au Mali, des hommes armés ont attaqué le village de Xoltibar.")[-1]
    assert (place.name, place.precision, place.country, place.latitude) == (
        "Xoltibar",
        "unresolved",
        "ML",
        None,
    )


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Paris a condamné l'attaque.", "Paris", "government"),
        ("L'accord d'Alger est mort.", "Alger", "institution"),
        ("Les blessés ont été évacués à Gao.", "Gao", "medical"),
        ("Un camion venu de Dakar a été attaqué.", "Dakar", "origin"),
        ("Un diplomate en poste à Bamako parle de dix morts.", "Bamako", "speaker"),
        ("Bamako, 12 mars 2020 (AFP) – Dix morts.", "Bamako", "dateline"),
        ("Le maire de Djibo a été tué.", "Djibo", "speaker"),
    ],
)
def test_roles(nlp: Language, text: str, name: str, role: str) -> None:
    assert name in names(nlp, text, role)


def test_the_country_of_the_article(nlp: Language) -> None:
    doc = nlp("À Goma et à Bukavu, les rebelles soutenus par Kigali ont tué vingt civils.")
    assert doc._.country == "CD"


def test_no_text_no_place(nlp: Language) -> None:
    doc = nlp("")
    assert list(doc.spans["places"]) == []
    assert doc._.country is None


@pytest.mark.parametrize(
    "form", ["malien", "maliennes", "burkinabè", "burkinabés", "irakienne", "haïtiens", "turque"]
)
def test_demonyms_in_all_their_forms(form: str) -> None:
    assert form in demonyms()


def _split(example: str) -> tuple[str, str, str]:
    left, rest = example.split("[", 1)
    name, right = rest.split("]", 1)
    return left, name, right


RULES = [
    (side, rule["class"], rule["pattern"], kind, example)
    for side in ("left", "right", "between")
    for rule in rules("places", "cues.toml")[side]
    for kind in ("examples", "counterexamples")
    for example in rule[kind]
]


@pytest.mark.parametrize(("side", "cue", "pattern", "kind", "example"), RULES)
def test_every_rule_matches_its_examples(side: str, cue: str, pattern: str, kind: str, example: str) -> None:
    assert cue in cues(side)
    own = compiled(pattern)
    if side == "left":
        matched = re.search(f"(?:{own})\\Z", _split(example)[0], re.IGNORECASE)
    elif side == "right":
        matched = re.match(own, _split(example)[2])
    else:
        matched = re.fullmatch(own, example)
    assert bool(matched) == (kind == "examples")


def test_the_factory_tells_what_it_writes() -> None:
    meta = Language.get_factory_meta("depeche_places")
    assert "doc.spans" in meta.assigns
    assert depeche.components.places.__all__


@pytest.mark.parametrize(
    ("text", "where", "landmark"),
    [
        ("Un missile est tombé sur Hroza, à 80 km de Kharkiv, en Ukraine.", "Hroza", "Kharkiv"),
        ("Des tirs ont visé Sake, à l'ouest de Goma, en RDC.", "Sake", "Goma"),
        ("Une bombe a explosé à Istanbul dans le quartier de Besiktas.", "Besiktas", "Istanbul"),
        ("Des hommes ont attaqué Foneko, dans la commune de Téra, au Niger.", "Foneko", "Téra"),
    ],
)
def test_landmarks_are_not_where_it_happened(nlp: Language, text: str, where: str, landmark: str) -> None:
    assert where in names(nlp, text)
    assert landmark in names(nlp, text, "other")


def test_two_places_in_a_row_both_stay(nlp: Language) -> None:
    assert {"Gao", "Kidal"} <= set(names(nlp, "Des tirs ont retenti à Gao et à Kidal, au Mali."))


@pytest.mark.parametrize(
    ("text", "precision"),
    [("Un séisme a frappé le Guatemala.", "country"), ("Une fusillade à Guatemala.", "town")],
)
def test_a_country_and_its_capital_of_one_name(nlp: Language, text: str, precision: str) -> None:
    assert places(nlp, text)[0].precision == precision
