"""A pool of processes. Workers return records, never Docs: a Doc's values cannot cross processes."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice

from spacy.language import Language

from depeche.article import Article
from depeche.engines.base import Outcome, process
from depeche.errors import ConfigurationError, DepecheError

_CHUNK = 4  # articles a task: enough that passing them costs nothing, few enough that results flow
_AHEAD = 3  # tasks waiting for each worker: bounds memory, and keeps workers busy while one chunk is slow

_worker_nlp: Language | None = None


def _start(nlp: Language) -> None:
    """Set a worker up; Ctrl-C is the parent's business."""
    global _worker_nlp
    _worker_nlp = nlp
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work(articles: list[Article], min_confidence: float) -> list[Outcome]:
    assert _worker_nlp is not None
    return [process(article, _worker_nlp, min_confidence) for article in articles]


def _chunks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    source = iter(articles)
    while chunk := list(islice(source, _CHUNK)):
        yield chunk


class ProcessPool:
    """Workers that share the loaded pipeline by fork where the platform allows it, else get a copy each."""

    def __init__(self, workers: int) -> None:
        if workers < 1:
            raise ConfigurationError(f"--workers {workers}: at least 1")
        self.workers = workers

    def _executor(self, nlp: Language) -> ProcessPoolExecutor:
        fork = sys.platform == "linux"
        context = multiprocessing.get_context("fork" if fork else "spawn")
        return ProcessPoolExecutor(self.workers, mp_context=context, initializer=_start, initargs=(nlp,))

    def run(
        self, articles: Iterable[Article], nlp: Language, min_confidence: float = 0.0
    ) -> Iterator[Outcome]:
        """One outcome an article, in the order of the input.

        Raises:
            DepecheError: a worker was killed, most often for want of memory.
        """
        executor = self._executor(nlp)
        waiting: deque[Future[list[Outcome]]] = deque()
        done = False
        try:
            for chunk in _chunks(articles):
                with _interrupts_held():
                    waiting.append(executor.submit(_work, chunk, min_confidence))
                while len(waiting) > self.workers * _AHEAD or (waiting and waiting[0].done()):
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
            done = True
        except BrokenProcessPool as error:
            raise DepecheError("a worker process was killed (out of memory?): try fewer --workers") from error
        finally:
            with _interrupts_held():  # a second Ctrl-C does not keep the first from ending its work
                if not done:
                    _stop(executor)
                executor.shutdown(wait=done, cancel_futures=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits for the end of the block.

    A submission may start the workers: interrupted in the middle of it, the executor would not know those
    that are to be stopped and would wait for them for ever; a worker born in the block never hears Ctrl-C.
    A signal mask would not do: another thread may take the signal, and the main one is told all the same.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread is interrupted
        return
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL if before is None else before)
    if heard:
        signal.raise_signal(signal.SIGINT)


def _stop(executor: ProcessPoolExecutor) -> None:
    """End the workers at once, in the middle of an article if need be."""
    # `terminate_workers` came with Python 3.14; before it the processes have no public name.
    for worker in list((getattr(executor, "_processes", None) or {}).values()):
        worker.terminate()
