"""Publication dates as metadata write them."""

import pytest

from depeche import Article
from depeche.values.publication import publication_date


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2025-05-23", "2025-05-23"),
        ("2025-05", "2025-05"),
        ("2025", "2025"),
        ("23 mai 2025", "2025-05-23"),
        ("1er juillet 2019", "2019-07-01"),
        ("mai 2025", "2025-05"),
        ("23/05/2025", "2025-05-23"),
        ("04.03.2021", "2021-03-04"),
        ("2025-05-23T10:12:00Z", "2025-05-23"),
        ("Fri, 23 May 2025 10:00:00 +0200", "2025-05-23"),
        ("May 23, 2025", "2025-05-23"),
    ],
)
def test_reads(text: str, edtf: str) -> None:
    assert publication_date(text).edtf == edtf


NO_DATES = ["hier", "vendredi", "23 mai", "2025-13-01", "2025-01/2025-03", "n'importe quoi", "12345"]


@pytest.mark.parametrize("text", NO_DATES)
def test_refuses(text: str) -> None:
    with pytest.raises(ValueError, match="date"):
        publication_date(text)


def test_an_article_stores_iso() -> None:
    assert Article(id="a", text="Texte.", published="23 mai 2025").published == "2025-05-23"
