"""One outcome an article, in order, whatever runs them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from multiprocessing.process import BaseProcess

import pytest
from spacy.language import Language

from depeche.article import Article
from depeche.engines import Engine, ProcessPool, SingleProcess, engine_for
from depeche.errors import ConfigurationError, DepecheError, EmptyArticle
from samples import FLASH

ENGINES = [SingleProcess(), ProcessPool(2)]


def articles(number: int) -> list[Article]:
    return [Article(id=str(index), text=FLASH if index % 2 else " ") for index in range(number)]


@pytest.mark.parametrize("engine", ENGINES, ids=["single", "pool"])
def test_outcomes_come_in_the_order_of_the_input(engine: Engine, nlp: Language) -> None:
    outcomes = list(engine.run(articles(23), nlp, 0.0))
    assert [outcome.article_id for outcome in outcomes] == [str(index) for index in range(23)]
    assert [len(outcome.records) for outcome in outcomes] == [index % 2 for index in range(23)]
    assert all(isinstance(outcome.error, EmptyArticle) for outcome in outcomes[::2])


def test_a_pool_finds_what_one_process_finds(nlp: Language) -> None:
    single, pool = (list(engine.run(articles(6), nlp, 0.0)) for engine in ENGINES)
    assert [outcome.records for outcome in single] == [outcome.records for outcome in pool]


@pytest.mark.parametrize("engine", ENGINES, ids=["single", "pool"])
def test_articles_are_read_as_they_are_needed(engine: Engine, nlp: Language) -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield Article(id=str(taken), text=FLASH)

    outcomes = engine.run(endless(), nlp, 0.0)
    for _ in range(5):
        next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert taken < 60


def test_one_failure_does_not_end_the_run(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(article: Article, *_: object) -> None:
        raise ZeroDivisionError("no\nwonder")

    monkeypatch.setattr("depeche.reading.read_docs", broken)
    (outcome,) = SingleProcess().run([Article(id="a", text=FLASH)], nlp, 0.0)
    assert str(outcome.error) == "a: cannot be processed (ZeroDivisionError: no wonder)"


def test_a_killed_worker_is_told_in_one_line(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(article: Article, *_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr("depeche.reading.read_docs", killed)
    with pytest.raises(DepecheError, match="a worker process was killed"):
        list(ProcessPool(1).run([Article(id="a", text=FLASH)], nlp, 0.0))


def test_leaving_a_run_ends_its_workers_at_once(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(article: Article, *_: object) -> None:
        time.sleep(0.0 if article.id == "0" else 30)
        raise ValueError

    monkeypatch.setattr("depeche.reading.read_docs", slow)
    source = [Article(id=str(index // 4), text=FLASH) for index in range(12)]
    outcomes = ProcessPool(2).run(source, nlp, 0.0)
    next(outcomes)
    started = time.monotonic()
    outcomes.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 15  # half of what one article takes


def runs(process: BaseProcess) -> bool:
    """By the system's word: `is_alive` is wrong for a moment when another thread has joined the process."""
    try:
        os.kill(process.pid or 0, 0)
    except ProcessLookupError:
        return False
    return True


def test_an_interrupt_while_workers_start_leaves_none_behind(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, heard = BaseProcess.start, signal.default_int_handler
    started: list[BaseProcess] = []

    def interrupted(process: BaseProcess) -> None:
        start(process)
        if not started:
            os.kill(os.getpid(), signal.SIGINT)
        started.append(process)

    monkeypatch.setattr(BaseProcess, "start", interrupted)
    signal.signal(signal.SIGINT, heard)  # a shell's background job hears none
    with pytest.raises(KeyboardInterrupt):
        list(ProcessPool(2).run(articles(4), nlp, 0.0))
    assert len(started) == 2
    deadline = time.monotonic() + 15
    while any(runs(worker) for worker in started) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(runs(worker) for worker in started)


def test_memory_of_the_vocabulary_does_not_grow(nlp: Language) -> None:
    words = (f"Le village de Zyx{index}qu a été attaqué." for index in range(20))
    before = len(nlp.vocab.strings)
    list(SingleProcess().run([Article(id="a", text=text) for text in words], nlp, 0.0))
    assert len(nlp.vocab.strings) - before < 5


def test_one_worker_is_this_process() -> None:
    assert isinstance(engine_for(1), SingleProcess)
    with pytest.raises(ConfigurationError, match="at least 1"):
        engine_for(0)
