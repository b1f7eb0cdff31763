"""Which version of which stage makes the rows: a digest of the stage's own code, data and weights, so that no one has to remember to count up."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dateline.desk.errors import DeskError

STAGES: dict[str, tuple[str, ...]] = {
    # In the order in which one builds on another: a new version of one makes all behind it work anew.
    "page": ("sources", "page"),
    "reader": ("reader",),
    "facts": ("dates", "places", "actors", "statements", "events", "codebook", "record.py", "pipeline.py"),
    "rows": ("desk/writing.py", "desk/sentences.py", "desk/actors.py", "desk/places.py"),
    "fold": ("stories",),
}
GIVEN = {"DATELINE_CODEBOOK": "facts", "DATELINE_GAZETTEER": "facts"}
"""Files of the user's own that a stage works with, by the variable that names them: another file is another version."""

READING = ("page", "reader", "facts")
"""The stages that make a record."""

_NOT_CODE = (".pyc", ".md")


def versions() -> dict[str, str]:
    """The version of each stage: eight hex digits. Comments and blank lines do not count."""
    return _versions(tuple((variable, path) for variable in GIVEN if (path := os.environ.get(variable))))


@cache
def _versions(given: tuple[tuple[str, str], ...]) -> dict[str, str]:
    root = files("dateline")
    out = {}
    for stage, rooms in STAGES.items():
        digest = hashlib.blake2b(digest_size=4)
        for room in rooms:
            for name, data in _files(root / room, room):
                digest.update(name.encode() + b"\0" + data)
        for variable, path in given:
            if GIVEN[variable] == stage:
                digest.update(variable.encode() + b"\0" + _file_digest(Path(path)))
        out[stage] = digest.hexdigest()
    return out


def made_by(*stages: str) -> str:
    """What a row is marked with: "page@1f2e3d4c reader@…"."""
    found = versions()
    return " ".join(f"{s}@{found[s]}" for s in stages)


def _file_digest(path: Path) -> bytes:
    try:
        with path.open("rb") as f:
            return hashlib.file_digest(f, "sha256").digest()
    except OSError as e:
        raise DeskError(f"cannot be read: {e.strerror}", place=str(path), remedy="name a file that is there") from e


def _files(place: Traversable, name: str) -> list[tuple[str, bytes]]:
    if place.is_file():
        data = place.read_bytes()
        return [(name, _code(data) if name.endswith(".py") else data)]
    found: list[tuple[str, bytes]] = []
    if not place.is_dir():
        return found
    for inner in sorted(place.iterdir(), key=lambda p: p.name):
        if inner.name != "__pycache__" and not inner.name.endswith(_NOT_CODE):
            found += _files(inner, f"{name}/{inner.name}")
    return found


def _code(data: bytes) -> bytes:
    lines = (line.rstrip() for line in data.splitlines())
    return b"\n".join(line for line in lines if line and not line.lstrip().startswith(b"#"))
