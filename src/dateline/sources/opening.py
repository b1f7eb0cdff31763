"""The front door: names of files, addresses or "-" in; documents, or why there is none, out, in order and one at a time."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from dateline.errors import SkipDocument
from dateline.sources.addresses import is_url
from dateline.sources.archive import read_archive
from dateline.sources.calendar import given_date
from dateline.sources.encoding import decode
from dateline.sources.errors import EmptyError, RequestError, SourceError
from dateline.sources.files import STDIN, opened, read_page_bytes
from dateline.sources.kinds import kind_of_bytes, kind_of_name, refuse_binary
from dateline.sources.source import AUTO, HTML, JSONL, KINDS, TEXT, Failure, Source
from dateline.sources.web import TIMEOUT, fetch


def open_sources(
    names: Iterable[str],
    *,
    declared: str = AUTO,
    published: str | None = None,
    allow_private: bool = False,
    timeout: float = TIMEOUT,
    stdin: BinaryIO | None = None,
) -> Iterator[Source | Failure]:
    """The documents of `names` in order: files, http(s) addresses, "-" for standard input; JSON Lines give one for each line.

    `declared` is one of KINDS; "auto" goes by the file's extension, then by its first bytes. `published` is the day the caller states for
    all of them. What is wrong with one document comes out as a Failure in its place. Raises RequestError, before anything is read, for
    options no run can start with.
    """
    if isinstance(names, str):
        names = (names,)
    if declared not in KINDS:
        raise RequestError(f"{declared!r} is no kind of input", place="from", remedy=f"one of {', '.join(KINDS)}")
    day = given_date(published)
    inputs = [str(name) for name in names]
    if inputs.count(STDIN) > 1:
        raise RequestError('standard input ("-") is named twice', remedy="it can be read once")
    return _all(inputs, declared, day, allow_private, timeout, stdin)


def source_of(
    content: str | bytes,
    *,
    declared: str = AUTO,
    published: str | None = None,
    origin: str = "(given)",
    id: str | None = None,
    url: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    language: str | None = None,
) -> Source:
    """One document that the caller already holds, as text or bytes, with what is known of it. Raises SourceError or RequestError."""
    if declared not in (AUTO, TEXT, HTML):
        raise RequestError(f"{declared!r} is no kind of a single document", place="from", remedy="one of auto, text, html")
    day = given_date(published)
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    kind = declared if declared != AUTO else (HTML if kind_of_bytes(data[:8192]) == HTML else TEXT)
    if not data.strip():
        raise EmptyError("there is no text", place=origin, remedy="give the text of a report")
    notes: tuple[str, ...] = ()
    if isinstance(content, bytes):
        refuse_binary(content)
        content, notes = decode(content, html=kind == HTML)
    known = _source(content, kind, origin, day, notes, url=url)
    return replace(known, id=id, title=title, outlet=outlet, language=language)


def _all(
    names: list[str], declared: str, day: str | None, allow_private: bool, timeout: float, stdin: BinaryIO | None
) -> Iterator[Source | Failure]:
    for name in names:
        try:
            if is_url(name):
                yield _from_web(name, declared, day, allow_private, timeout)
            else:
                yield from _from_file(name, declared, day, stdin)
        except SkipDocument as e:
            yield Failure.of(e, origin=_called(name))


def _from_file(name: str, declared: str, day: str | None, stdin: BinaryIO | None) -> Iterator[Source | Failure]:
    origin = _called(name)
    with opened(name, stdin=stdin) as file:
        head = file.peek(8192)
        kind = declared
        if kind == AUTO:
            kind = (kind_of_name(name) if name != STDIN else None) or kind_of_bytes(head)
        refuse_binary(head)
        if kind == JSONL:
            yield from _archive(file, origin, day)
        else:
            yield _decoded(read_page_bytes(file, origin), kind, origin, day)


def _archive(file: io.BufferedReader, origin: str, day: str | None) -> Iterator[Source | Failure]:
    told = False
    for found in read_archive(file, origin, published=day):
        told = True
        yield found
    if not told:
        raise EmptyError("the archive holds no line", place=origin, remedy="give one JSON object a line")


def _from_web(url: str, declared: str, day: str | None, allow_private: bool, timeout: float) -> Source:
    page = fetch(url, allow_private=allow_private, timeout=timeout)
    kind = declared
    if kind == AUTO:
        kind = TEXT if page.content_type == "text/plain" else HTML if "html" in page.content_type else kind_of_bytes(page.data)
    if kind == JSONL:
        raise SourceError("JSON Lines are not fetched", place=url, remedy="download the archive and give the file")
    return _decoded(page.data, kind, url, day, charset=page.charset, url=page.url)


def _decoded(data: bytes, kind: str, origin: str, day: str | None, *, charset: str | None = None, url: str | None = None) -> Source:
    try:
        refuse_binary(data)
        text, notes = decode(data, charset=charset, html=kind == HTML)
        return _source(text, kind, origin, day, notes, url=url)
    except SourceError as e:
        raise type(e)(e.message, place=e.place or origin, remedy=e.remedy) from e


def _source(text: str, kind: str, origin: str, day: str | None, notes: tuple[str, ...], *, url: str | None) -> Source:
    if not text.strip():
        raise EmptyError("there is nothing but white space", place=origin, remedy="give the text of a report")
    return Source(text=text, kind=kind, published=day, published_from="argument" if day else None, origin=origin, notes=notes, url=url)


def _called(name: str) -> str:
    return "standard input" if name == STDIN else name
