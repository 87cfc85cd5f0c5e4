"""Fields that people write, as an Article."""

from __future__ import annotations

import pytest

from depeche.io.files import front_matter
from depeche.io.metadata import article_from, publication_date


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025-05-23", "2025-05-23"),
        ("2025-05", "2025-05"),
        ("2025", "2025"),
        (2025, "2025"),
        ("2025-05-23T10:12:00Z", "2025-05-23"),
        ("2025-05-23 10:12", "2025-05-23"),
        ("23/05/2025", "2025-05-23"),
        ("3.5.2025", "2025-05-03"),
        ("20250523", "2025-05-23"),
        ("", None),
        (None, None),
    ],
)
def test_publication_dates(written: object, read: str | None) -> None:
    assert publication_date(written) == read


@pytest.mark.parametrize(
    "written", ["hier", "2025-13", "2025-02-30", "2025-05-01/2025-05-03", True, 20.5, ["2025"]]
)
def test_what_is_no_date_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="published is no date"):
        publication_date(written)


def test_numbers_are_ids_and_other_fields_are_ignored() -> None:
    article = article_from({"id": 12, "text": "Gao", "lang": "fr", "title": ""})
    assert (article.id, article.title) == ("12", None)


def test_a_text_is_needed() -> None:
    with pytest.raises(ValueError, match="lacks the field « text »"):
        article_from({"id": "a"})


def test_front_matter_ends_where_it_is_closed() -> None:
    assert front_matter("---\ntitre: 'Gao'\n---\ndate: 2025\n") == {"title": "Gao"}
    assert front_matter("Gao\n---\ntitle: Gao\n---\n") == {}
