"""CSV and TSV with named columns: one document a row. The columns are known by their names (columns.yaml) or named by the caller."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import BinaryIO

import yaml

from dateline.sources.arrival import Arrival, dated, from_text
from dateline.sources.errors import LineError, RequestError, SourceError
from dateline.sources.source import HTML, MAX_BYTES, TEXT, Failure, Source

FIELDS = ("text", "html", "id", "url", "title", "outlet", "published", "language")
_SAMPLE = 2**16


def read_table(
    file: BinaryIO, origin: str, *, published: str | None = None, columns: Mapping[str, str] | None = None
) -> Iterator[Arrival | Failure]:
    """The rows of a table. `columns` maps our fields (FIELDS) to the table's column names. Raises LineError when no column holds text."""
    csv.field_size_limit(MAX_BYTES)
    head = file.read(_SAMPLE)
    encoding = _encoding(head)
    stream = io.TextIOWrapper(io.BufferedReader(_Rest(head, file)), encoding=encoding, newline="")
    sample = head.decode(encoding, "ignore")
    rows = csv.reader(stream, delimiter=_delimiter(sample))
    try:
        header = next(rows, [])
        where = _columns(header, columns or {}, origin)
        for row in rows:
            if any(cell.strip() for cell in row):
                yield _row(row, where, origin, rows.line_num, published)
    except (csv.Error, UnicodeDecodeError) as e:
        raise LineError(
            f"the table cannot be read further: {e}", place=f"{origin}, line {rows.line_num}", remedy="save it as UTF-8 CSV"
        ) from e


def _row(row: list[str], where: Mapping[str, int], origin: str, line: int, given: str | None) -> Arrival | Failure:
    cells = {f: row[i].strip() or None for f, i in where.items() if i < len(row) and f not in ("text", "html")}
    kind = TEXT if "text" in where else HTML
    at = where[kind]
    day, by, notes = dated(cells.get("published"), given)
    try:
        return from_text(
            Source(
                row[at] if at < len(row) else "",
                kind,
                id=cells.get("id"),
                url=cells.get("url"),
                title=cells.get("title"),
                outlet=cells.get("outlet"),
                published=day,
                published_from=by,
                language=cells.get("language"),
                origin=origin,
                line=line,
                notes=notes,
            )
        )
    except SourceError as e:
        return Failure.of(e, origin=origin, line=line, id=cells.get("id"))


def _columns(header: list[str], asked: Mapping[str, str], origin: str) -> dict[str, int]:
    """Which column holds which field."""
    plain = [_plain(h) for h in header]
    found: dict[str, int] = {}
    for field, name in asked.items():
        if field not in FIELDS:
            raise RequestError(f"{field!r} is no field of a report", place="columns", remedy=f"one of {', '.join(FIELDS)}")
        if _plain(name) not in plain:
            raise LineError(f"no column {name!r}; there are {', '.join(header[:12])}", place=origin, remedy="name one of them")
        found[field] = plain.index(_plain(name))
    for field, names in _known().items():
        if field in found or (field == "html" and "text" in found):
            continue
        at = next((plain.index(n) for n in names if n in plain and plain.index(n) not in found.values()), None)
        if at is not None:
            found[field] = at
    if "text" not in found and "html" not in found:
        raise LineError(
            f"no column holds the text; there are {', '.join(header[:12]) or '(none)'}",
            place=origin,
            remedy="say which: --column text=NAME",
        )
    return found


@cache
def _known() -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("columns.yaml").read_text(encoding="utf-8"))
    return loaded


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", name.lower()).split())


def _delimiter(sample: str) -> str:
    """The sign that stands most often in the first line, outside quotation marks."""
    first = re.sub(r'"(?:[^"]|"")*"', "", sample.split("\n", 1)[0])
    return max(",\t;|", key=first.count)


def _encoding(head: bytes) -> str:
    """UTF-8; UTF-16 by its mark; what Windows programs write when the head is not UTF-8."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    try:
        head[: len(head) - 4 if len(head) == _SAMPLE else None].decode("utf-8")
    except UnicodeDecodeError as e:
        return "utf-8-sig" if e.end >= len(head) - 4 and len(head) == _SAMPLE else "cp1252"
    return "utf-8-sig"


class _Rest(io.RawIOBase):
    """What was read already, then the rest of the file."""

    def __init__(self, head: bytes, file: BinaryIO) -> None:
        self._head, self._file = head, file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # typeshed wants WriteableBuffer, private to it
        data = self._head[: len(buffer)] or self._file.read(len(buffer))
        self._head = self._head[len(data) :] if self._head else b""
        buffer[: len(data)] = data
        return len(data)
