"""What several tests share: articles, and how a run of the command is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

FLASH = "Le 23 mai 2025, des hommes armés ont attaqué le village de Dioura, au Mali, tuant 41 soldats."
ENGLISH = "Gunmen attacked the village on Monday, killing at least ten of the people who were in it."


@dataclass(frozen=True)
class Result:
    """What a run of the command left: exit code, standard output, lines of standard error."""

    code: int
    out: str
    err: list[str]


Command = Callable[..., Result]
