"""Files that stand under their name only when they are complete."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A name beside `path` to write under. It takes the name of `path` at the end; when writing fails it goes, and what stood there before stays."""
    part = path.with_name(path.name + ".part")
    try:
        yield part
        part.replace(path)
    except BaseException:
        with suppress(OSError):  # nothing was begun, or nothing can be taken away where it lies
            part.unlink()
        raise
