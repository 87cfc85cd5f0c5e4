"""Gold annotations: the models, and the reading of a folder of `NAME.txt` with `NAME.json`.

The gold form is what a person writes by hand; `gold_csv` reads the same from a table with one row an event.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import Field, StrictInt, ValidationError, field_validator, model_validator

from depeche.errors import GoldError
from depeche.records import CasualtyKind, EventType, VictimGroup
from depeche.values.base import Value
from depeche.values.edtf import parse_edtf


class GoldCasualty(Value):
    """How many of which group were killed, injured, …; an open bound is null."""

    kind: CasualtyKind
    group: VictimGroup
    low: StrictInt | None = Field(ge=0)
    high: StrictInt | None = Field(ge=0)

    @model_validator(mode="after")
    def _bounds_ordered(self) -> GoldCasualty:
        if self.low is None and self.high is None:
            raise ValueError("low and high are both null")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} is above high {self.high}")
        return self


class GoldEvent(Value):
    """One incident as annotated; `optional` marks a debatable one, which counts neither way."""

    type: EventType
    date: str | None = None
    places: tuple[str, ...] = ()
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    perpetrators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    claimed_by: tuple[str, ...] = ()
    casualties: tuple[GoldCasualty, ...] = ()
    note: str | None = None
    optional: bool = False

    @field_validator("date")
    @classmethod
    def _date_is_edtf(cls, value: str | None) -> str | None:
        return None if value is None else parse_edtf(value).edtf

    @field_validator("places", "perpetrators", "targets", "claimed_by")
    @classmethod
    def _names_told(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        if any(not name.strip() for name in names):
            raise ValueError("holds an empty name")
        return names


class GoldArticle(Value):
    """An article with its annotated events; `text` is None when only the annotation is at hand."""

    id: str = Field(min_length=1)
    published: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    events: tuple[GoldEvent, ...]
    text: str | None = None

    @field_validator("published")
    @classmethod
    def _published_is_edtf(cls, value: str | None) -> str | None:
        return None if value is None else parse_edtf(value).edtf


def read_gold(path: Path | str, *, need_text: bool = False) -> tuple[GoldArticle, ...]:
    """Read a gold folder (not its subfolders) or a gold CSV file, articles in the order of their ids or rows.

    Args:
        path: a folder of `NAME.json`, each with its `NAME.txt`, or a CSV file (see `gold_csv`).
        need_text: also require the text of every article, as a run of the pipeline does.

    Raises:
        GoldError: one line with the name of the broken file and its field.
    """
    from depeche.evaluation.gold_csv import read_gold_csv  # here, since gold_csv builds on these models

    path = Path(path)
    if path.is_dir():
        articles = _read_folder(path)
    elif path.is_file():
        articles = read_gold_csv(path)
    else:
        raise GoldError(f"{path}: no such gold folder or CSV file")
    for article in articles:
        if need_text and article.text is None:
            raise GoldError(f"{path}: article {article.id}: its text file {article.id}.txt is missing")
    return articles


def _read_folder(folder: Path) -> tuple[GoldArticle, ...]:
    annotations = sorted(folder.glob("*.json"))
    if not annotations:
        raise GoldError(
            f"{folder}: holds no NAME.json; give a folder of NAME.txt with NAME.json, or a CSV file"
        )
    unannotated = [path for path in sorted(folder.glob("*.txt")) if not path.with_suffix(".json").exists()]
    if unannotated:
        raise GoldError(f"{unannotated[0]}: has no {unannotated[0].stem}.json beside it")
    return tuple(read_gold_file(path) for path in annotations)


def read_gold_file(path: Path) -> GoldArticle:
    """Read one `NAME.json`, with `NAME.txt` beside it when it is there.

    Raises:
        GoldError: the file is no JSON object, its id is not NAME, or a field is broken.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise GoldError(f"{path}: not readable as JSON ({error})") from error
    if not isinstance(content, dict):
        raise GoldError(f"{path}: not a JSON object with id, published and events")
    if content.get("id") != path.stem:
        raise GoldError(f"{path}: id: must be the file's name {path.stem!r}, is {content.get('id')!r}")
    return build_article(content | {"text": read_text(path.with_suffix(".txt"))}, where=str(path))


def read_text(path: Path) -> str | None:
    """The text of a gold article exactly as stored (UTF-8, line ends kept), None when there is no such
    file.
    """
    if not path.is_file():
        return None
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: not UTF-8 ({error.reason} at byte {error.start})") from error


def build_article(content: dict[str, Any], *, where: str) -> GoldArticle:
    """Validate one article; the first broken field is told in one line that begins with `where`."""
    try:
        return GoldArticle.model_validate(content)
    except ValidationError as error:
        raise GoldError(f"{where}: {first_error(error)}") from error


def first_error(error: ValidationError) -> str:
    """The first problem as `events[2].casualties[0].low: what is wrong`, on one line."""
    problem = error.errors(include_url=False)[0]
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in problem["loc"]]
    message = problem["msg"].removeprefix("Value error, ")
    return " ".join(f"{''.join(parts).lstrip('.') or 'article'}: {message}".split())
