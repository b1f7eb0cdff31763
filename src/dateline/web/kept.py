"""What was counted already, for as long as the desk's file is as it was."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from threading import Lock
from typing import Any


class Kept:
    """Counts already made, as long as the desk's file is as it was: paging through a list asks for the same again and again."""

    def __init__(self, most: int = 200) -> None:
        self._most, self._held, self._lock = most, OrderedDict[tuple[Any, ...], Any](), Lock()

    def get(self, key: tuple[Any, ...], make: Any) -> Any:
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = make()
        with self._lock:
            self._held[key] = made
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return made


def stamp(path: Path) -> tuple[int, ...]:
    """Changes with every write to the desk."""
    out: list[int] = []
    for file in (path, path.with_name(path.name + "-wal")):
        try:
            found = file.stat()
        except FileNotFoundError:
            out += [0, 0]
            continue
        out += [found.st_mtime_ns, found.st_size]
    return tuple(out)
