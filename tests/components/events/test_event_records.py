"""Records end to end: offsets hold, identifiers follow, confidence keeps its bounds, rules are told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

import depeche
from depeche.components import events
from depeche.records import EventRecord, TextSpan
from readings import described, read, told, wanted

ASSEMBLY = Path(str(events.__file__)).parent
SENTENCES = [
    "Des hommes armés ont attaqué lundi le camp de Dioura, tuant 41 soldats.",
    "L'attaque d'Inata, revendiquée par le JNIM, a fait au moins 53 morts le 14 novembre 2021.",
    "« C'est un carnage », a dit le maire.",
    "Deux prêtres ont été enlevés dans la nuit de dimanche à lundi à Kaduna.",
    "Le prix du mil a encore augmenté.",
    "Une bombe a explosé à Kirkouk : six policiers, dont un officier, sont morts.",
    "Un accident de car a fait douze morts à Thiès, a-t-on appris mardi.",
    "Depuis 2012, le conflit a fait des milliers de morts.",
    "L'armée malienne et les FSR se sont affrontées jusqu'à l'aube à Nyala.",
    "Le bilan s'est alourdi à 50 morts.",
]


def spans(event: EventRecord) -> list[TextSpan]:
    """Every TextSpan of a record."""
    found = [event.trigger, *event.evidence, *event.places, *event.actors, *event.casualties]
    return [*found, *(event.provenance or ()), *([event.date] if event.date else [])]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    sentences=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6),
    joint=st.sampled_from([" ", "\n", "\n\n", "  ", "\r\n"]),
    apostrophe=st.sampled_from(["'", "’"]),
)
def test_offsets_give_the_words_of_the_article(
    nlp: Language, sentences: list[str], joint: str, apostrophe: str
) -> None:
    article = joint.join(sentences).replace("'", apostrophe)
    for event in read(nlp, article)._.events:
        for span in spans(event):
            assert article[span.start_char : span.end_char] == span.text


@pytest.mark.parametrize("sentence", SENTENCES)
def test_curly_apostrophes_change_nothing_but_themselves(nlp: Language, sentence: str) -> None:
    def outline(text: str) -> list[str]:
        fields = ("type", "date", "place", "perp", "target", "claim", "toll")
        return [str(told(event, fields)).replace("’", "'") for event in read(nlp, text)._.events]

    assert outline(sentence) == outline(sentence.replace("'", "’"))


def test_events_are_numbered_in_text_order(nlp: Language) -> None:
    text = "Une bombe a tué six soldats lundi à Gao. Mardi, deux prêtres ont été enlevés à Kaduna."
    assert [event.id for event in read(nlp, text)._.events] == ["text-1", "text-2"]


def test_same_text_same_records(nlp: Language) -> None:
    text = " ".join(SENTENCES)
    assert read(nlp, text)._.events == read(nlp, text)._.events


def test_confidence_lies_between_its_bounds(nlp: Language) -> None:
    for sentence in SENTENCES:
        assert all(0 < event.confidence < 1 for event in read(nlp, sentence)._.events)


def test_own_date_and_place_raise_confidence(nlp: Language) -> None:
    bare = read(nlp, "Une attaque a fait des morts à Gao.")._.events
    full = read(nlp, "Une attaque du JNIM a tué 41 soldats lundi à Gao, au Mali.")._.events
    assert bare[0].confidence < full[0].confidence


def test_records_come_without_provenance_unless_asked_for(nlp: Language) -> None:
    assert all(event.provenance is None for event in read(nlp, SENTENCES[0])._.events)


@pytest.fixture(scope="module")
def telling(nlp: Language) -> Language:
    """A pipeline that tells the rule behind each field, on the same model."""
    return depeche.load(provenance=True)


def test_provenance_names_a_rule_for_each_field(telling: Language) -> None:
    event = read(telling, SENTENCES[0])._.events[0]
    assert event.provenance is not None
    fields = {entry.field for entry in event.provenance}
    assert {"type", "date", "places[0]", "casualties[0]"} <= fields
    assert all(entry.rule for entry in event.provenance)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le 23 mai 2025, des hommes armés ont attaqué le village de Dioura, au Mali, tuant 41 soldats.",
            "type=armed_attack; date=2025-05-23; place=Dioura; country=ML; perp=hommes armés;"
            "toll=killed military 41; claim=nobody",
        ),
        (
            "Le 9 mai 2025, un kamikaze s'est fait exploser devant une mosquée de Quetta, au Pakistan, "
            "faisant 12 morts et 40 blessés. L'attentat a été revendiqué par l'État islamique.",
            "type=suicide_bombing; date=2025-05-09; place=Quetta; country=PK; claim=État islamique;"
            "toll=killed unspecified 12, injured unspecified 40",
        ),
        (
            "Naufrage au Sénégal ¶ Une pirogue transportant une centaine de migrants a chaviré dimanche "
            "au large de Mbour. Au moins 26 passagers se sont noyés.".replace(" ¶ ", "\n\n"),
            "type=accident; date=2025-05-25; place=Mbour; country=SN; perp=nobody; target=nobody;"
            "toll=killed civilian 26+",
        ),
        ("Le conseil municipal de Lille a voté mardi le budget de la piscine.", "no event"),
    ],
)
def test_articles_end_to_end(nlp: Language, text: str, expected: str) -> None:
    assert described(nlp, text, expected) == wanted(expected)


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "Attaque", "41", "…", "« »", "a" * 300])
def test_odd_texts_are_read(nlp: Language, text: str) -> None:
    assert read(nlp, text)._.events == ()


def test_every_module_of_the_assembly_is_on_its_map() -> None:
    modules = {path.stem for path in ASSEMBLY.rglob("*.py")} - {"__init__"}
    assert {module for module in modules if f"`{module}`" not in str(events.__doc__)} == set()


def test_rooms_of_the_assembly_import_only_those_above_them() -> None:
    rooms = re.findall(r"^- `(\w+)`", str(events.__doc__), flags=re.MULTILINE)
    assert set(rooms) == {path.parent.name for path in ASSEMBLY.glob("*/__init__.py")}
    for room, below in ((room, rooms[place + 1 :]) for place, room in enumerate(rooms)):
        told = "".join(path.read_text(encoding="utf-8") for path in (ASSEMBLY / room).glob("*.py"))
        assert {other for other in below if f"events.{other}." in told} == set(), room
