"""The binary form of a layer: written once by the build, read through a memory map.

A layer is a JSON header and plain arrays. Names stand in buckets by the hash of their sound key
(`keys.fold`); a bucket is a slice of the text blob, one name a line, and one posting a name. A posting is a
place, or, with the top bit set, a list of places in `overflow`, its length first. Wide numbers take 3 bytes.
"""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Sequence
from math import log10
from pathlib import Path

import numpy as np
import numpy.typing as npt

from depeche.gazetteer.entry import KINDS, SourceRow
from depeche.gazetteer.keys import fold, normalise

MAGIC = b"DEPECHE1"
MANY = 1 << 23
SCALE = 1e4

Array = npt.NDArray[np.generic]


def bucket_of(fold_key: str, buckets: int) -> int:
    """Which of `buckets` (a power of two) holds the names with this sound key."""
    return zlib.crc32(fold_key.encode()) & (buckets - 1)


def _three_bytes(values: Sequence[int]) -> Array:
    wide = np.asarray(values, dtype="<u4")
    if wide.size and int(wide.max()) >= 1 << 24:
        raise ValueError("a number does not fit three bytes")
    return wide.view(np.uint8).reshape(-1, 4)[:, :3].copy()


def population_class(population: int) -> int:
    """Population on a logarithmic scale of 1/30 decade, 0 when unknown."""
    return min(255, 1 + round(30 * log10(population))) if population > 0 else 0


def population_of(code: int) -> int:
    """The population that stands for a class, to two digits."""
    if code == 0:
        return 0
    value = 10 ** ((code - 1) / 30)
    unit = 10 ** max(0, int(log10(value)) - 1)
    return int(round(value / unit) * unit)


def _index(rows: Sequence[SourceRow]) -> dict[str, list[int]]:
    """Spelling -> places, one spelling for each spelling key of a place."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        seen: set[str] = set()
        for name in row.names:
            key = normalise(name)
            if key and key not in seen:
                seen.add(key)
                places[name].append(number)
    return places


def _name_arrays(spellings: dict[str, list[int]], buckets: int) -> tuple[dict[str, Array], dict[str, int]]:
    in_bucket: list[list[str]] = [[] for _ in range(buckets)]
    for name in sorted(spellings):
        in_bucket[bucket_of(fold(normalise(name)), buckets)].append(name)
    blob, starts, firsts = bytearray(), [0], [0]
    postings: list[int] = []
    overflow: list[int] = []
    numbers: dict[str, int] = {}
    for names in in_bucket:
        for name in names:
            numbers[name] = len(postings)
            held = spellings[name]
            if len(held) == 1:
                postings.append(held[0])
            else:
                postings.append(MANY | len(overflow))
                overflow.extend([len(held), *held])
            blob += name.encode() + b"\n"
        starts.append(len(blob))
        firsts.append(len(postings))
    arrays: dict[str, Array] = {
        "blob": np.frombuffer(bytes(blob), dtype=np.uint8),
        "starts": np.asarray(starts, dtype="<u4"),
        "firsts": np.asarray(firsts, dtype="<u4"),
        "postings": _three_bytes(postings),
        "overflow": _three_bytes(overflow),
    }
    return arrays, numbers


def _place_arrays(
    rows: Sequence[SourceRow], numbers: dict[str, int]
) -> tuple[dict[str, Array], dict[str, list[str]]]:
    tables: dict[str, dict[str, int]] = {"countries": {}, "admin1": {"": 0}, "admin2": {"": 0}}

    def code(table: str, value: str) -> int:
        return tables[table].setdefault(value, len(tables[table]))

    arrays: dict[str, Array] = {
        "name": _three_bytes([numbers[row.names[0]] for row in rows]),
        "latitude": _three_bytes([round((row.latitude + 90) * SCALE) for row in rows]),
        "longitude": _three_bytes([round((row.longitude + 180) * SCALE) for row in rows]),
        "geonameid": _three_bytes([row.geonameid for row in rows]),
        "kind": np.asarray([KINDS.index(row.kind) for row in rows], dtype=np.uint8),
        "population": np.asarray([population_class(row.population) for row in rows], dtype=np.uint8),
        "country": np.asarray([code("countries", row.country) for row in rows], dtype=np.uint8),
        "admin1": np.asarray([code("admin1", row.admin1) for row in rows], dtype="<u2"),
        "admin2": np.asarray([code("admin2", row.admin2) for row in rows], dtype="<u2"),
    }
    return arrays, {table: list(values) for table, values in tables.items()}


def write_layer(path: Path, rows: Sequence[SourceRow], *, meta: dict[str, str]) -> None:
    """Write a layer.

    Args:
        path: the file to write.
        rows: its places; each has at least one name.
        meta: `title`, `licence`, `attribution` of the data, kept in the header.
    """
    spellings = _index(rows)
    buckets = 1 << max(4, (len(spellings) // 4).bit_length())
    arrays, numbers = _name_arrays(spellings, buckets)
    columns, tables = _place_arrays(rows, numbers)
    arrays.update(columns)
    sections, offset = {}, 0
    for name, array in arrays.items():
        sections[name] = {"offset": offset, "dtype": array.dtype.str, "shape": list(array.shape)}
        offset += -(-array.nbytes // 8) * 8
    header = json.dumps({"meta": meta, "tables": tables, "buckets": buckets, "sections": sections}).encode()
    header += b" " * (-len(header) % 8)
    with path.open("wb") as file:
        file.write(MAGIC + len(header).to_bytes(8, "little") + header)
        for array in arrays.values():
            file.write(array.tobytes() + b"\0" * (-array.nbytes % 8))
