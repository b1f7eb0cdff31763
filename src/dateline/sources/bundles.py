"""A zip of pages: each member a document of its own, read within bounds whatever the directory claims."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from dateline.sources.errors import LineError
from dateline.sources.source import MAX_BYTES, Failure

MAX_MEMBERS = 1_000_000
_IGNORED = ("__MACOSX/", ".DS_Store", "Thumbs.db")


def members(file: BinaryIO, origin: str) -> Iterator[tuple[str, bytes] | Failure]:
    """The files of the archive by name, sorted, with their bytes; what is locked, damaged or too large comes out as a Failure."""
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError) as e:
        raise LineError(f"this zip archive cannot be opened: {e}", place=origin, remedy="pack it again") from e
    with archive:
        listed = sorted(i.filename for i in archive.infolist() if not i.is_dir())
        for name in listed[:MAX_MEMBERS]:
            if any(name.startswith(x) or Path(name).name == x for x in _IGNORED):
                continue
            place = f"{origin}!{name}"
            try:
                with archive.open(name) as member:
                    data = member.read(MAX_BYTES + 1)  # never more, whatever the directory says
            except (RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error, OSError, EOFError) as e:
                yield Failure(place, f"cannot be unpacked: {e}", remedy="unpack it yourself")
                continue
            if len(data) > MAX_BYTES:
                yield Failure(place, f"more than {MAX_BYTES // 2**20} MB", remedy="this is no single page", error="TooLargeError")
                continue
            yield name, data
