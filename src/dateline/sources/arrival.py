"""A document as it arrived: its bytes, kept for good, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.sources.calendar import iso_date
from dateline.sources.encoding import decode
from dateline.sources.errors import BinaryError, EmptyError
from dateline.sources.kinds import refuse_binary
from dateline.sources.source import HTML, TEXT, Source

EXACT = "exact"
"""The charset of content that came as characters (a JSON string): UTF-8, a mark at its beginning being part of the text."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """`raw` read by `charset` (a server's word, EXACT, or None: the bytes tell) gives `source.text` again."""

    source: Source
    raw: bytes
    charset: str | None = None


def from_bytes(raw: bytes, known: Source, *, charset: str | None = None) -> Arrival:
    """The arrival of a page's bytes; `known` says everything but the text. Raises BinaryError, EncodingError or EmptyError."""
    notes: tuple[str, ...] = ()
    if charset == EXACT:
        text = raw.decode("utf-8", "surrogatepass")
    else:
        refuse_binary(raw)
        text, notes = decode(raw, charset=charset, html=known.kind == HTML)
    if not text.strip():
        raise EmptyError("there is nothing but white space", place=known.place, remedy="give the text of a report")
    return Arrival(replace(known, text=text, notes=(*known.notes, *notes)), raw, charset)


def from_text(source: Source) -> Arrival:
    """The arrival of content that came as characters. Raises BinaryError or EmptyError."""
    if not source.text.strip():
        raise EmptyError("there is nothing but white space", place=source.place, remedy="give the text of a report")
    if source.kind == TEXT and "\x00" in source.text:
        raise BinaryError("a NUL stands in it: this is no text", place=source.place, remedy="take the NULs out")
    return Arrival(source, source.text.encode("utf-8", "surrogatepass"), EXACT)


def dated(stated: object, given: str | None) -> tuple[str | None, str | None, tuple[str, ...]]:
    """The day of publication, who states it, and a note when what is stated is no whole date. The caller's word (`given`) stands above it."""
    if given:
        return given, "argument", ()
    if not isinstance(stated, str) or not stated.strip():
        return None, None, ()
    day = iso_date(stated)
    if day is None:
        return None, None, (f"the date stated is {stated[:40]!r}, which is no whole date: read without it",)
    return day, "metadata", ()
