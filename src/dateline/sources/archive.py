"""JSON Lines: one document a line, answered in order; a bad line is a failure with its number and stops nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from dateline.sources.calendar import iso_date
from dateline.sources.encoding import decode
from dateline.sources.errors import BinaryError, EmptyError, LineError, SourceError, TooLargeError
from dateline.sources.source import HTML, MAX_BYTES, TEXT, Failure, Source

_EXAMPLE = 'give one object a line: {"id": "…", "text": "…", "published": "2021-08-20"}'


def read_archive(file: BinaryIO, origin: str, *, published: str | None = None) -> Iterator[Source | Failure]:
    """The documents of an archive, one for each line that is not blank. `published` (an ISO day) stands above the lines' own dates."""
    number = 0
    while True:
        line = file.readline(MAX_BYTES + 1)
        if not line:
            return
        number += 1
        if len(line) > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = file.readline(2**20)
            error: SourceError = TooLargeError(f"the line has more than {MAX_BYTES // 2**20} MB", remedy="split it")
            yield Failure.of(error, origin=origin, line=number)
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip():
            continue
        name: str | None = None
        try:
            row = _row(line)
            name = _name(row)
            yield _document(row, origin=origin, line=number, published=published)
        except SourceError as e:
            yield Failure.of(e, origin=origin, line=number, id=name)


def _row(line: bytes) -> dict[str, Any]:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as e:
        try:
            text, _ = decode(line)
        except SourceError as other:
            raise LineError(
                f"byte 0x{line[e.start]:02x} at {e.start} of the line is not UTF-8", remedy="JSON is UTF-8 (RFC 8259): save it so"
            ) from other
        raise LineError(
            f"byte 0x{line[e.start]:02x} at {e.start} of the line is not UTF-8", remedy="JSON is UTF-8 (RFC 8259): save it so"
        ) from e
    try:
        row = json.loads(text)
    except json.JSONDecodeError as e:
        raise LineError(f"not JSON at character {e.pos + 1} of the line: {e.msg}", remedy=_EXAMPLE) from e
    except (RecursionError, ValueError) as e:
        raise LineError("JSON nested too deep or with a number too long", remedy=_EXAMPLE) from e
    if not isinstance(row, dict):
        raise LineError(f"a JSON {_json_type(row)} where an object should be", remedy=_EXAMPLE)
    return row


def _name(row: dict[str, Any]) -> str | None:
    name = row.get("id")
    if isinstance(name, int) and not isinstance(name, bool):
        return str(name)
    return _string(row, "id")


def _document(row: dict[str, Any], *, origin: str, line: int, published: str | None) -> Source:
    text, html = _string(row, "text"), _string(row, "html")
    if text is None and html is None:
        raise LineError(f'neither "text" nor "html" among the fields {", ".join(sorted(map(str, row))[:8]) or "(none)"}', remedy=_EXAMPLE)
    if text is not None and html is not None:
        raise LineError('both "text" and "html"', remedy="give the one that should be read")
    content = text if text is not None else html
    assert content is not None
    if not content.strip():
        raise EmptyError(f'"{"html" if text is None else "text"}" is empty', remedy="give the text of a report")
    if text is not None and "\x00" in content:
        raise BinaryError(f'character {content.index(chr(0))} of "text" is NUL: this is no text', remedy="take the NULs out")
    stated = _string(row, "published")
    day = published
    notes: tuple[str, ...] = ()
    if day is None and stated:
        day = iso_date(stated)
        if day is None:
            # 79 of the 118 TR-News articles carry a cut-off date ("Wed Nov 23"); the report is worth reading without it.
            notes = (f'"published" is {stated[:40]!r}, which is no whole date: read without it',)
    return Source(
        text=content,
        kind=TEXT if text is not None else HTML,
        id=_name(row),
        url=_string(row, "url"),
        title=_string(row, "title"),
        outlet=_string(row, "outlet"),
        published=day,
        published_from=("argument" if published else "metadata") if day else None,
        language=_string(row, "language"),
        origin=origin,
        line=line,
        notes=notes,
    )


def _string(row: dict[str, Any], field: str) -> str | None:
    """A field that is a string or absent; a lone surrogate could be written nowhere, so it is refused here."""
    value = row.get(field)
    if value is None or value == "":
        return None if field not in ("text", "html") else value
    if not isinstance(value, str):
        raise LineError(f'"{field}" is a JSON {_json_type(value)} where a string should be', remedy=_EXAMPLE)
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as e:
        raise LineError(f'character {e.start} of "{field}" is half a letter (a lone surrogate)', remedy="take it out") from e
    return value


def _json_type(value: object) -> str:
    names = {dict: "object", list: "array", str: "string", bool: "true or false", int: "number", float: "number", type(None): "null"}
    return names.get(type(value), "value")
