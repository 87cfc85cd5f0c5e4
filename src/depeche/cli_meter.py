"""What a run says on standard error: warnings, the progress bar, the closing line."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from depeche.errors import DepecheError, EmptyArticle, NotFrench, NotText, TooLong

_SKIPPED: dict[type[DepecheError], str] = {
    EmptyArticle: "empty",
    NotText: "not text",
    NotFrench: "not French",
    TooLong: "too long",
}


def count(number: int, noun: str) -> str:
    """A count with its noun.

    >>> count(1, "event"), count(1200, "event")
    ('1 event', '1,200 events')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


class Meter:
    """Counts a run; shows a progress bar when standard error is a terminal, and is silent when it is none."""

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(stderr=True)
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.completed:,.0f} articles"),
            TextColumn("{task.fields[rate]:.1f}/s"),
            TextColumn("{task.fields[events]:,} events"),
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task = self._progress.add_task("", total=None, rate=0.0, events=0)
        self._started = time.monotonic()
        self.articles = self.events = 0
        self.skipped: Counter[str] = Counter()
        self.failed = 0

    def __enter__(self) -> Meter:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def _say(self, line: str) -> None:
        self._console.print(line, markup=False, highlight=False, soft_wrap=True)

    def report(self, error: DepecheError) -> None:
        """Say why an article was skipped, in one line, and count it."""
        kind = _SKIPPED.get(type(error))
        if kind is None:
            self.failed += 1
        else:
            self.skipped[kind] += 1
        self._say(f"depeche: {'error' if kind is None else 'warning'}: {error}")

    def article_done(self, events: int) -> None:
        """Count one article that was read."""
        self.articles += 1
        self.events += events
        rate = self.articles / max(time.monotonic() - self._started, 1e-3)
        self._progress.update(self._task, completed=self.articles, rate=rate, events=self.events)

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Take the bar away while something else writes to the same terminal."""
        if not self._console.is_terminal:
            yield
            return
        self._progress.stop()
        yield
        self._progress.start()

    def close(self, *, interrupted: bool = False) -> None:
        """Say what was done: articles, events, what was skipped and why, seconds."""
        parts = [f"{count(self.articles, 'article')}, {count(self.events, 'event')}"]
        if self.skipped:
            kinds = ", ".join(f"{number} {kind}" for kind, number in self.skipped.most_common())
            parts.append(f"{self.skipped.total()} skipped ({kinds})")
        if self.failed:
            parts.append(f"{self.failed} failed")
        ending = " (interrupted; what was finished is kept)" if interrupted else ""
        self._say(f"depeche: {'; '.join(parts)}; {time.monotonic() - self._started:.1f} s{ending}")
