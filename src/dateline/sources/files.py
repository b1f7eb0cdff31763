"""Reading files and standard input, never more than one page's worth."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dateline.sources.errors import EmptyError, MissingError, TooLargeError
from dateline.sources.source import MAX_BYTES

STDIN = "-"


@contextmanager
def opened(path: str, *, stdin: BinaryIO | None = None) -> Iterator[io.BufferedReader]:
    """The bytes of a file, or of standard input for "-". Raises MissingError saying what stands at `path` instead."""
    if path == STDIN:
        raw = stdin if stdin is not None else sys.stdin.buffer
        # Buffered without closing: standard input belongs to the caller.
        yield raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(_Borrowed(raw))
        return
    try:
        file = Path(path).open("rb")  # noqa: SIM115  closed below; opening apart keeps the caller's own OSErrors out of this except
    except FileNotFoundError as e:
        raise MissingError("no such file", place=path, remedy="check the name") from e
    except IsADirectoryError as e:
        raise MissingError("this is a folder", place=path, remedy="name the files in it") from e
    except (OSError, ValueError) as e:
        reason = e.strerror if isinstance(e, OSError) and e.strerror else str(e)
        raise MissingError(f"cannot be opened: {reason}", place=path, remedy="check the file and its permissions") from e
    with file:
        yield file


def read_page_bytes(file: BinaryIO, place: str) -> bytes:
    """All the bytes of one page. Raises TooLargeError past MAX_BYTES and EmptyError for white space alone."""
    try:
        data = file.read(MAX_BYTES + 1)
    except OSError as e:
        raise MissingError(f"cannot be read: {e.strerror or e}", place=place, remedy="check the file and its permissions") from e
    if len(data) > MAX_BYTES:
        raise TooLargeError(
            f"more than {MAX_BYTES // 2**20} MB: this is no single page", place=place, remedy="split it, or give many pages as JSON Lines"
        )
    if not data.strip():
        raise EmptyError("the file is empty", place=place, remedy="give the text of a report")
    return data


class _Borrowed(io.RawIOBase):
    """Somebody else's stream, read but never closed."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # typeshed wants WriteableBuffer, private to it
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
