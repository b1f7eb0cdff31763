"""WARC 0.18 to 1.1, plain or gzipped member by member: the pages among its records, one at a time, each bounded.

Responses with status 200 that hold HTML or text, resources and conversions (WET). WARC-Date says when a page was fetched, not when it was published.
Our own reader of a hundred lines: the format is a header and a length; warcio would be an extra that has to be asked for. Tests read what warcio writes.
"""

from __future__ import annotations

import gzip
import http.client
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from dateline.sources.arrival import Arrival, from_bytes
from dateline.sources.errors import LineError, SourceError, TooLargeError
from dateline.sources.source import HTML, MAX_BYTES, TEXT, Failure, Source

_PAGES = {"text/html": HTML, "application/xhtml+xml": HTML, "text/plain": TEXT}
_HEADER = 2**20  # a record's header may have this many bytes


def read_warc(file: BinaryIO, origin: str, *, published: str | None = None) -> Iterator[Arrival | Failure]:
    """The pages in order. `line` of a source is its record's number. Raises LineError where the file is no WARC or is cut off."""
    start = file.read(2)
    stream = cast(BinaryIO, _Joined(start, file))
    if start == b"\x1f\x8b":
        stream = cast(BinaryIO, gzip.GzipFile(fileobj=stream))
    number = 0
    try:
        while (head := _head(stream, origin, number)) is not None:
            number += 1
            kind, length = head.get("warc-type", ""), head.get("content-length", "")
            if not length.isdigit():
                raise LineError(
                    f"record {number} has no length", place=origin, remedy="the file is damaged here; the pages before it are kept"
                )
            size = int(length)
            if kind not in ("response", "resource", "conversion") or size > 2 * MAX_BYTES:
                _skip(stream, size)
                if size > 2 * MAX_BYTES and kind == "response":
                    yield Failure.of(TooLargeError("the page is too large", remedy="this is no single page"), origin=origin, line=number)
                continue
            block = _exactly(stream, size)
            try:
                found = _page(head, block, origin, number, published)
            except SourceError as e:
                yield Failure.of(e, origin=origin, line=number, id=head.get("warc-target-uri"))
                continue
            if found is not None:
                yield found
    except (EOFError, zlib.error, gzip.BadGzipFile, OSError) as e:
        raise LineError(f"the archive is damaged after record {number}: {e}", place=origin, remedy="the pages before it are kept") from e


def _page(head: dict[str, str], block: bytes, origin: str, number: int, published: str | None) -> Arrival | None:
    url = head.get("warc-target-uri", "").strip("<> ")
    content_type, charset, body = head.get("content-type", ""), None, block
    if content_type.startswith("application/http"):
        if head.get("warc-type") != "response":
            return None
        answer = http.client.HTTPResponse(_Socket(block))  # type: ignore[arg-type]  # it asks of a socket only makefile()
        try:
            answer.begin()
            if answer.status != 200:
                return None
            body = _unpacked(answer.read(), answer.getheader("Content-Encoding") or "")
        except (http.client.HTTPException, ValueError, OSError, zlib.error) as e:
            raise LineError(
                f"the answer kept in it is broken: {e or type(e).__name__}", place=url or origin, remedy="fetch the page again"
            ) from e
        content_type = answer.headers.get_content_type() if answer.getheader("Content-Type") else ""
        charset = answer.headers.get_content_charset()
    kind = _PAGES.get(content_type.split(";")[0].strip().lower())
    if kind is None or url.endswith("/robots.txt") or not body.strip():
        return None
    address = url if url.startswith(("http://", "https://")) else None
    by = "argument" if published else None
    known = Source("", kind, url=address, published=published, published_from=by, origin=origin, line=number)
    return from_bytes(body, known, charset=charset)


def _unpacked(body: bytes, packing: str) -> bytes:
    packing = packing.lower().strip()
    if packing in ("", "identity"):
        return body
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise LineError(f"the page is packed as {packing}", remedy="fetch it again")
    # archives often keep the header of a body that the crawler had unpacked already
    if packing != "deflate" and body[:2] != b"\x1f\x8b":
        return body
    unpack = zlib.decompressobj(47 if packing != "deflate" else 15)
    out = unpack.decompress(body, MAX_BYTES + 1)
    if len(out) > MAX_BYTES:
        raise TooLargeError(f"more than {MAX_BYTES // 2**20} MB", remedy="this is no single page")
    return out


def _head(stream: BinaryIO, origin: str, number: int) -> dict[str, str] | None:
    """The next record's header in lower case; None at the end."""
    line = b"\r\n"
    while line in (b"\r\n", b"\n"):
        line = stream.readline(_HEADER)
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        raise LineError(f"no WARC record where record {number + 1} should begin", place=origin, remedy="the pages before it are kept")
    head: dict[str, str] = {}
    size = 0
    while (line := stream.readline(_HEADER)) not in (b"\r\n", b"\n"):
        size += len(line)
        if not line or size > _HEADER:
            raise EOFError("a header without an end")
        name, _, value = line.decode("utf-8", "replace").partition(":")
        head[name.strip().lower()] = value.strip()
    return head


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError("it ends within a record")
    return data


def _skip(stream: BinaryIO, size: int) -> None:
    while size > 0:
        size -= len(_exactly(stream, min(size, 2**20)))


class _Joined(io.RawIOBase):
    """The bytes read already, then the rest."""

    def __init__(self, head: bytes, file: BinaryIO) -> None:
        self._file = file
        self._head = head

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if self._head:
            head, self._head = self._head, b""
            return head + self._file.read(max(0, size - len(head)) if size >= 0 else -1)
        return self._file.read(size)

    def readline(self, size: int | None = -1) -> bytes:
        if self._head:
            head, self._head = self._head, b""
            return head + self._file.readline(-1 if size is None else size)
        return self._file.readline(-1 if size is None else size)


class _Socket:
    def __init__(self, block: bytes) -> None:
        self._block = block

    def makefile(self, _mode: str) -> io.BytesIO:
        return io.BytesIO(self._block)
