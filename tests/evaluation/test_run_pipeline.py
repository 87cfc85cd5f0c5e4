"""The gold texts go through the pipeline with what their carrier says of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType

import pytest
from made_by_hand import gold, record

from depeche.article import Article
from depeche.evaluation import run_pipeline
from depeche.records import EventRecord


def test_the_texts_go_in_with_their_publication_date(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Article] = []

    def extract(
        articles: list[Article], nlp: object = None, *, provenance: bool = False
    ) -> Iterator[EventRecord]:
        assert provenance
        seen.extend(articles)
        yield record("siege")

    module = ModuleType("depeche.extraction")
    module.extract = extract  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "depeche.extraction", module)
    article = gold(text="Siège de Djibo.").model_copy(update={"published": "2025-05"})
    assert [one.type for one in run_pipeline([article])] == ["siege"]
    assert seen == [Article(id="a", text="Siège de Djibo.", published="2025-05")]
