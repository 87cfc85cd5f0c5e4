"""The CSV form of a gold set: one row an event, for users who annotate in a spreadsheet.

Columns (`id` and `type` are required, the others may be left out):
    id: of the article; its text is read from `ID.txt` beside the table, or from `text_file`.
    published: `2025-05-23`, `2025-05`, `2025` or empty; needed on one row of the article only.
    text_file: path of the text, relative to the table.
    type: of the event; empty on the only row of an article that tells no event.
    date: EDTF; country: ISO 3166-1 alpha-2.
    places, perpetrators, targets, claimed_by: names, `|` between two.
    casualties: `kind group low/high`, `|` between two; `null` for an open bound, one number for an exact
        count (`killed military 41 | injured civilian 20/null`).
    optional: `yes` when the event is debatable; note: anything.
The separator is a comma or a semicolon, whichever the header uses; lines that start with `#` are comments.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from depeche.errors import GoldError
from depeche.evaluation.gold import GoldArticle, build_article, read_text

LISTS = ("places", "perpetrators", "targets", "claimed_by")
COLUMNS = ("id", "published", "text_file", "type", "date", *LISTS[:1], "country", *LISTS[1:], "casualties",
           "optional", "note")  # fmt: skip

TEMPLATE = f"""\
{",".join(COLUMNS)}
exemple-1,2025-05,,armed_attack,2025-05-23,Dioura,ML,JNIM,soldats maliens,JNIM,killed military 41,,
exemple-1,2025-05,,explosion,2025-05-25/2025-05-26,Bandiagara|Goundaka,ML,,civils,,\
killed civilian 11|injured civilian 20/null,yes,a debatable one
exemple-2,2025-05-30,,,,,,,,,,,an article that tells no event
"""

_TRUE = {"yes", "true", "1", "oui", "vrai", "x"}
_FALSE = {"", "no", "false", "0", "non", "faux"}


def read_gold_csv(path: Path) -> tuple[GoldArticle, ...]:
    """Read a gold table; articles in the order of their first rows.

    Raises:
        GoldError: one line with the file, the line and the field.
    """
    articles: dict[str, dict[str, Any]] = {}
    for where, row in _rows(path):
        name = row.get("id", "")
        if not name:
            raise GoldError(f"{where}: id: is empty")
        article = articles.setdefault(name, {"id": name, "events": [], "where": where})
        for field in ("published", "text_file"):
            value = row.get(field) or None
            if value and article.get(field) not in (None, value):
                raise GoldError(
                    f"{where}: {field}: {value!r} here, {article[field]!r} on an earlier row of {name}"
                )
            article[field] = article.get(field) or value
        if row.get("type"):
            event = _event(row, where)
            build_article({"id": name, "events": [event]}, where=where)  # so that an error names its line
            article["events"].append(event)
        elif any(row.get(field) for field in ("date", "country", "casualties", *LISTS)):
            raise GoldError(f"{where}: type: is empty on a row that tells an event")
    return tuple(_article(article, path.parent) for article in articles.values())


def _rows(path: Path) -> list[tuple[str, dict[str, str]]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: not readable as UTF-8 text ({error})") from error
    numbered = [
        (n, line) for n, line in enumerate(lines, start=1) if line.strip() and not line.startswith("#")
    ]
    kept = [line for _, line in numbered]
    header = kept[0] if kept else ""
    reader = csv.DictReader(kept, delimiter=";" if header.count(";") > header.count(",") else ",")
    fields = reader.fieldnames or []
    for column in ("id", "type"):
        if column not in fields:
            raise GoldError(
                f"{path}: lacks the column {column}; `depeche evaluate --template` prints a table"
            )
    unknown = [field for field in fields if field not in COLUMNS]
    if unknown:
        raise GoldError(f"{path}: unknown column {unknown[0]!r}; known ones are {', '.join(COLUMNS)}")
    rows = []
    for row in reader:
        where = f"{path}, line {numbered[reader.line_num - 1][0]}"
        if None in row:
            raise GoldError(f"{where}: has more cells than the header")
        rows.append((where, {key: (value or "").strip() for key, value in row.items()}))
    return rows


def _event(row: dict[str, str], where: str) -> dict[str, Any]:
    optional = row.get("optional", "").lower()
    if optional not in _TRUE | _FALSE:
        raise GoldError(f"{where}: optional: yes or empty, not {row['optional']!r}")
    event: dict[str, Any] = {field: row.get(field) or None for field in ("type", "date", "country", "note")}
    event |= {field: _cells(row.get(field, "")) for field in LISTS}
    event["casualties"] = [_casualty(cell, where) for cell in _cells(row.get("casualties", ""))]
    return event | {"optional": optional in _TRUE}


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.split("|") if cell.strip()]


def _casualty(cell: str, where: str) -> dict[str, Any]:
    parts = cell.split()
    if len(parts) != 3:
        raise GoldError(f"{where}: casualties: {cell!r} is not « kind group low/high »")
    kind, group, bounds = parts
    low, slash, high = bounds.partition("/")
    return {
        "kind": kind,
        "group": group,
        "low": _bound(low, where),
        "high": _bound(high if slash else low, where),
    }


def _bound(text: str, where: str) -> int | None:
    if text in ("", "null"):
        return None
    if not text.isascii() or not text.isdigit():
        raise GoldError(f"{where}: casualties: {text!r} is neither a whole number nor null")
    return int(text)


def _article(content: dict[str, Any], folder: Path) -> GoldArticle:
    where = content.pop("where")
    text_file = content.pop("text_file", None)
    text = read_text(folder / (text_file or f"{content['id']}.txt"))
    if text_file and text is None:
        raise GoldError(f"{where}: text_file: no such file {text_file}")
    return build_article(content | {"text": text}, where=where)
