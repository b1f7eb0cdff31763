"""Everything a desk takes in: files, folders, addresses, feeds, OPML lists, tables, archives of the web, zips and ninjs, as arrivals in order."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from dateline.errors import SkipDocument
from dateline.sources.addresses import is_url
from dateline.sources.archive import read_archive
from dateline.sources.arrival import Arrival, dated, from_bytes, from_text
from dateline.sources.bundles import members
from dateline.sources.calendar import given_date
from dateline.sources.errors import BinaryError, EmptyError, RequestError
from dateline.sources.files import STDIN, opened, read_page_bytes
from dateline.sources.kinds import kind_of_bytes, kind_of_name
from dateline.sources.source import AUTO, HTML, JSONL, TEXT, Failure, Source
from dateline.sources.web import TIMEOUT, Page, fetch

CSV, FEED, OPML, WARC, ZIP, NINJS = "csv", "feed", "opml", "warc", "zip", "ninjs"
INTAKE_KINDS = (AUTO, TEXT, HTML, JSONL, CSV, FEED, OPML, WARC, ZIP, NINJS)
FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "text/x-opml", "application/json")
_EXTENSIONS = {
    ".csv": CSV, ".tsv": CSV, ".rss": FEED, ".atom": FEED, ".rdf": FEED, ".opml": OPML, ".warc": WARC, ".wet": WARC, ".zip": ZIP, ".ninjs": NINJS,
}  # fmt: skip
_HEAD = 8192


@dataclass(frozen=True, slots=True)
class Asked:
    """How the inputs are to be read. `columns` maps fields to a table's columns; `follow` False fetches no page that a feed names."""

    declared: str = AUTO
    published: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    follow: bool = True
    allow_private: bool = False
    timeout: float = TIMEOUT


def arrivals(names: Iterable[str], asked: Asked | None = None, *, stdin: BinaryIO | None = None) -> Iterator[Arrival | Failure]:
    """The documents of `names` in order; a folder stands for its files, sorted. What is wrong with one comes out as a Failure in its place.

    Raises RequestError, before anything is read, for options no run can start with.
    """
    asked = asked or Asked()
    if asked.declared not in INTAKE_KINDS:
        raise RequestError(f"{asked.declared!r} is no kind of input", place="from", remedy=f"one of {', '.join(INTAKE_KINDS)}")
    asked = replace(asked, published=given_date(asked.published))
    inputs = [str(n) for n in names]
    if inputs.count(STDIN) > 1:
        raise RequestError('standard input ("-") is named twice', remedy="it can be read once")
    return _all(inputs, asked, stdin)


def _all(inputs: list[str], asked: Asked, stdin: BinaryIO | None) -> Iterator[Arrival | Failure]:
    for name in inputs:
        if name != STDIN and not is_url(name) and Path(name).is_dir():
            for path in sorted(p for p in Path(name).rglob("*") if p.is_file() and not p.name.startswith(".")):
                yield from _named(str(path), asked, stdin)
        else:
            yield from _named(name, asked, stdin)


def _named(name: str, asked: Asked, stdin: BinaryIO | None) -> Iterator[Arrival | Failure]:
    origin = "standard input" if name == STDIN else name
    try:
        if is_url(name):
            yield from _fetched(name, asked, 1)
            return
        with opened(name, stdin=stdin) as file:
            yield from _opened(file, name if name != STDIN else "", origin, asked)
    except SkipDocument as e:
        yield Failure.of(e, origin=origin)


def _opened(file: io.BufferedReader, name: str, origin: str, asked: Asked) -> Iterator[Arrival | Failure]:
    head = file.peek(_HEAD)
    if head[:2] == b"\x1f\x8b" and asked.declared != WARC and ".warc" not in name and ".wet" not in name:
        inner = io.BufferedReader(cast(io.RawIOBase, gzip.GzipFile(fileobj=file)))
        try:
            head, file, name = inner.peek(_HEAD), cast(io.BufferedReader, inner), name.removesuffix(".gz")
        except (OSError, EOFError) as e:
            raise BinaryError(f"a gzip file that cannot be unpacked: {e}", place=origin, remedy="pack it again") from e
    kind = asked.declared if asked.declared != AUTO else _kind(name, head)
    if kind == JSONL:
        for got in read_archive(file, origin, published=asked.published):
            yield got if isinstance(got, Failure) else from_text(got)
    elif kind == CSV:
        from dateline.sources.tables import read_table

        yield from read_table(file, origin, published=asked.published, columns=asked.columns)
    elif kind == WARC:
        from dateline.sources.warc import read_warc

        yield from read_warc(file, origin, published=asked.published)
    elif kind == ZIP:
        yield from _bundle(file, origin, asked)
    else:
        yield from _whole(read_page_bytes(file, origin), kind, origin, asked)


def _bundle(file: io.BufferedReader, origin: str, asked: Asked) -> Iterator[Arrival | Failure]:
    seekable = file if file.seekable() else io.BytesIO(read_page_bytes(file, origin))
    for got in members(seekable, origin):
        if isinstance(got, Failure):
            yield got
            continue
        name, data = got
        place = f"{origin}!{name}"
        kind = _kind(name, data[:_HEAD])
        try:
            if kind == ZIP:
                raise BinaryError("a zip within a zip", place=place, remedy="unpack it first")
            yield from _opened(io.BufferedReader(cast(io.RawIOBase, io.BytesIO(data))), name, place, replace(asked, declared=kind))
        except SkipDocument as e:
            yield Failure.of(e, origin=place)


def _whole(data: bytes, kind: str, origin: str, asked: Asked, depth: int = 0) -> Iterator[Arrival | Failure]:
    """One page, or what a feed, a list of feeds or a ninjs file holds."""
    if kind == NINJS:
        from dateline.sources.ninjs import read_ninjs

        yield from read_ninjs(data, origin, published=asked.published)
    elif kind == FEED:
        yield from _feed(data, origin, asked)
    elif kind == OPML:
        from dateline.sources.feeds import read_opml

        for url in read_opml(data, origin):
            try:
                yield from _fetched(url, asked, depth + 1)
            except SkipDocument as e:
                yield Failure.of(e, origin=url)
    else:
        by = "argument" if asked.published else None
        yield from_bytes(data, Source("", kind, published=asked.published, published_from=by, origin=origin))


def _feed(data: bytes, origin: str, asked: Asked) -> Iterator[Arrival | Failure]:
    from dateline.sources.feeds import read_feed

    base = origin if is_url(origin) else None
    feed = read_feed(data, origin, base=base)
    for number, e in enumerate(feed.entries, 1):
        day, by, notes = dated(e.published, asked.published)
        known = Source(
            e.content or "", HTML, id=e.id, url=e.url, title=e.title, published=day, published_from=by, language=feed.language,
            origin=origin, line=number, notes=notes,
        )  # fmt: skip
        try:
            if e.content is not None:
                yield from_text(known)
            elif e.url and asked.follow:
                page = fetch(e.url, allow_private=asked.allow_private, timeout=asked.timeout)
                known = replace(known, url=page.url, kind=HTML if "html" in page.content_type else kind_of_bytes(page.data))
                yield from_bytes(page.data, known, charset=page.charset)
            else:
                raise EmptyError(
                    "the feed holds no whole article and no page is fetched for it", place=e.url or origin, remedy="fetch its page"
                )
        except SkipDocument as error:
            yield Failure.of(error, origin=origin, line=number, id=e.url or e.id)


def _fetched(url: str, asked: Asked, depth: int) -> Iterator[Arrival | Failure]:
    page = fetch(url, allow_private=asked.allow_private, timeout=asked.timeout, also=FEED_TYPES)
    kind = asked.declared if asked.declared != AUTO and depth == 1 else _kind_of_page(page)
    if kind in (FEED, OPML, NINJS):
        if kind == OPML and depth > 1:  # a list names feeds, a feed names pages: nothing leads further
            raise BinaryError("a list of feeds within a list of feeds", place=url, remedy="give it by itself")
        yield from _whole(page.data, kind, page.url, asked, depth)
    elif kind in (TEXT, HTML):
        by = "argument" if asked.published else None
        known = Source("", kind, url=page.url, published=asked.published, published_from=by, origin=url)
        yield from_bytes(page.data, known, charset=page.charset)
    else:
        raise BinaryError(f"the address holds {kind}, which is not fetched", place=url, remedy="download it and give the file")


def _kind_of_page(page: Page) -> str:
    """By the server's word where it is plain, else by the first bytes."""
    said = page.content_type
    for mark, kind in (("html", HTML), ("rss", FEED), ("atom", FEED), ("rdf", FEED), ("opml", OPML)):
        if mark in said:
            return kind
    found = _kind("", page.data[:_HEAD])
    return TEXT if said == "text/plain" and found not in (FEED, OPML) else found


def _kind(name: str, head: bytes) -> str:
    """By the name's ending, then by the first bytes."""
    suffix = PurePath(name.removesuffix(".gz")).suffix.lower()
    if suffix in _EXTENSIONS:
        return _EXTENSIONS[suffix]
    if suffix not in (".xml", ".json", "") and (known := kind_of_name(name)) is not None:
        return known
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"PK\x03\x04"):
        return ZIP
    if start.startswith(b"WARC/"):
        return WARC
    if start[:1] in (b"{", b"["):
        return _kind_of_json(start, suffix)
    lowered = start.lower()
    if lowered.startswith((b"<?xml", b"<rss", b"<feed", b"<opml", b"<rdf:")):
        for mark, kind in ((b"<opml", OPML), (b"<rss", FEED), (b"<feed", FEED), (b"<rdf:rdf", FEED)):
            if mark in lowered:
                return kind
    return kind_of_bytes(head)


def _kind_of_json(start: bytes, suffix: str) -> str:
    """JSON Lines when the first line is an object of its own; ninjs otherwise."""
    line = start.split(b"\n", 1)[0]
    try:
        first = json.loads(line)
    except ValueError:
        return NINJS if suffix == ".json" or start[:1] == b"[" or b'"bod' in start else JSONL
    return NINJS if isinstance(first, list) or "bodies" in first or any(k.startswith("body_") for k in first) else JSONL
