"""`extract()` and `load()`: from articles of every form to records."""

from __future__ import annotations

import json
import logging
import unicodedata
from pathlib import Path

import pytest
from spacy.language import Language

import depeche
from depeche.errors import ConfigurationError, DepecheError, NotFrench, TooLong
from depeche.limits import MAX_CHARS, MAX_SENTENCE
from depeche.reading import read_docs, read_events
from depeche.records import EventRecord, TextSpan
from samples import ENGLISH, FLASH


def spans(record: EventRecord) -> list[TextSpan]:
    date = [record.date] if record.date else []
    return [*date, *record.places, *record.actors, *record.casualties, record.trigger, *record.evidence]


def test_articles_mappings_and_strings_are_read(nlp: Language) -> None:
    sources = [FLASH, {"text": FLASH}, {"id": "m", "text": FLASH}, depeche.Article(id="a", text=FLASH)]
    ids = [(record.id, record.document.id) for record in depeche.extract(sources, nlp)]
    assert ids == [("text-1-1", "text-1"), ("text-2-1", "text-2"), ("m-1", "m"), ("a-1", "a")]


def test_records_come_one_by_one(nlp: Language) -> None:
    def sources() -> object:
        yield FLASH
        raise AssertionError("read too far")

    assert next(depeche.extract(sources(), nlp)).type == "armed_attack"  # type: ignore[arg-type]


def test_metadata_go_into_the_record(nlp: Language) -> None:
    article = {"id": "a", "text": FLASH, "title": "T", "url": "u", "source": "s", "published": "23/05/2025"}
    (record,) = depeche.extract([article], nlp)
    assert record.document.model_dump() == {
        "id": "a",
        "title": "T",
        "url": "u",
        "source": "s",
        "published": "2025-05-23",
    }


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ({"published": "2025-05-27"}, "2025-05-23"),
        ({"text": "Bamako, 13 mai 2025 (AFP) - {}"}, "2025-05-09"),
        ({"text": "Bamako, 13 mai 2025 (AFP) - {}", "published": "2025-05-27"}, "2025-05-23"),
        ({"source": "articles/2025-05-27-dioura.txt"}, "2025-05-23"),
        ({"text": "Bamako, 13 mai 2025 (AFP) - {}", "source": "2025-05-27-dioura.txt"}, "2025-05-09"),
    ],
    ids=["metadata", "text", "metadata before text", "file name", "text before file name"],
)
def test_the_publication_date_is_known_from_the_best_source(
    nlp: Language, fields: dict[str, str], date: str
) -> None:
    prose = "Vendredi, des hommes armés ont attaqué le village de Dioura, tuant 41 soldats."
    article = {"id": "a", **fields, "text": fields.get("text", "{}").format(prose)}
    (record,) = depeche.extract([article], nlp)
    assert record.date is not None
    assert record.date.edtf == date


@pytest.mark.parametrize(
    "article",
    [
        FLASH.replace("tuant", "\r\ntuant"),
        unicodedata.normalize("NFD", FLASH),
        FLASH.replace("attaqué", "atta\0qué"),
        FLASH.replace("village", "vil\u00adlage"),
        FLASH.replace("41 soldats", "41\u00a0soldats"),
        "# Attaque à Dioura\n\n" + FLASH.replace("Dioura", "**Dioura**"),
        "\n\n   \t" + FLASH + "\n",
    ],
    ids=["crlf", "nfd", "nul", "soft hyphen", "no-break space", "markdown", "margins"],
)
def test_offsets_count_in_the_article_as_decoded(nlp: Language, article: str) -> None:
    (record,) = depeche.extract([article], nlp)
    assert (record.type, record.date and record.date.edtf, record.country) == (
        "armed_attack",
        "2025-05-23",
        "ML",
    )
    assert record.places[0].name == "Dioura"
    assert (record.casualties[0].low, record.casualties[0].high) == (41, 41)
    assert all(article[span.start_char : span.end_char] == span.text for span in spans(record))


def test_what_cannot_be_read_is_reported_and_the_others_go_on(nlp: Language) -> None:
    errors: list[DepecheError] = []
    sources = ["", FLASH, {"id": "x"}, ENGLISH, 3, FLASH]
    records = list(depeche.extract(sources, nlp, on_error=errors.append))  # type: ignore[arg-type, list-item]
    assert [record.document.id for record in records] == ["text-2", "text-6"]
    assert [str(error).split(":")[0] for error in errors] == ["text-1", "x", "text-4", "text-5"]


def test_without_a_handler_the_logger_warns(nlp: Language, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="depeche"):
        assert list(depeche.extract([ENGLISH], nlp)) == []
    assert caplog.messages == ["text-1: not French (it reads as « en »)"]


def test_the_limit_is_named(nlp: Language) -> None:
    with pytest.raises(TooLong, match=r"a: 1,000,001 characters; an article may have 1,000,000"):
        read_events(depeche.Article(id="a", text="x" * (MAX_CHARS + 1)), nlp)


def test_a_doc_is_refused_like_a_record(nlp: Language) -> None:
    with pytest.raises(NotFrench):
        list(read_docs(depeche.Article(id="a", text=ENGLISH), nlp))


def test_low_confidence_is_left_out(nlp: Language) -> None:
    (record,) = depeche.extract([FLASH], nlp)
    assert list(depeche.extract([FLASH], nlp, min_confidence=min(1.0, record.confidence + 0.01))) == []
    assert list(depeche.extract([FLASH], nlp, min_confidence=record.confidence)) == [record]


@pytest.mark.parametrize("wrong", [{"min_confidence": 1.5}, {"workers": 0}, {"provenance": True}])
def test_wrong_options_are_told_at_the_call(nlp: Language, wrong: dict[str, float]) -> None:
    with pytest.raises(ConfigurationError):
        depeche.extract([FLASH], nlp, **wrong)  # type: ignore[arg-type]


def test_one_article_is_no_iterable_of_articles(nlp: Language) -> None:
    with pytest.raises(TypeError, match="put the one you have in a list"):
        depeche.extract(FLASH, nlp)


def test_the_same_text_gives_the_same_records(nlp: Language) -> None:
    first, second = (list(depeche.extract([FLASH], nlp)) for _ in range(2))
    assert first == second


def test_workers_give_the_same_records(nlp: Language) -> None:
    assert list(depeche.extract([FLASH] * 5, nlp, workers=2)) == list(depeche.extract([FLASH] * 5, nlp))


def test_the_pipeline_is_whole(nlp: Language) -> None:
    assert nlp.analyze_pipes()["problems"] == {name: [] for name in nlp.pipe_names}


def test_a_wrong_registry_or_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"none\.csv"):
        depeche.load(registry=tmp_path / "none.csv")
    with pytest.raises(ConfigurationError, match="nowhere"):
        depeche.load(tmp_path / "nowhere")


def test_records_are_json(nlp: Language) -> None:
    (record,) = depeche.extract([FLASH], nlp)
    assert EventRecord.model_validate(json.loads(record.to_json()), context={"text": FLASH}) == record


def test_a_very_long_article_is_read_in_parts(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("depeche.reading.PART_CHARS", 400)
    calm = "La saison des pluies est bonne, disent les agriculteurs de la commune voisine.\n\n"
    article = "Bulletin de la semaine\r\n\n" + FLASH + "\n\n" + calm * 6 + FLASH.replace("Dioura", "Soumpi")
    first, second = depeche.extract([{"id": "a", "text": article}], nlp)
    assert (first.places[0].name, second.places[0].name) == ("Dioura", "Soumpi")
    assert (first.id, second.id) == ("a-1", "a-2")
    assert second.document == first.document
    assert all(article[span.start_char : span.end_char] == span.text for span in spans(first) + spans(second))


def test_text_without_a_full_stop_is_cut_into_sentences(nlp: Language) -> None:
    text = "le chef du village a dit que la région est calme et que les habitants sont revenus " * 60
    ((_, doc),) = read_docs(depeche.Article(id="a", text=text), nlp)
    assert max(len(sentence) for sentence in doc.sents) <= MAX_SENTENCE + 1


def test_no_module_is_named_like_a_public_function() -> None:
    """A submodule, once imported, would hide the function of the same name."""
    modules = {path.stem for path in Path(depeche.__file__).parent.iterdir()}
    assert not modules & {name for name in depeche.__all__ if callable(getattr(depeche, name))}
