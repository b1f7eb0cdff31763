"""What was uploaded or typed, kept in the desk's folder until a run has taken it in: `incoming/RUN/NAME`. A file stays only while the quarantine names it."""

from __future__ import annotations

import json
import shutil
import sqlite3
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

FOLDER = "incoming"
LONGEST_NAME = 120


def keep_file(folder: Path, run: str, name: str, file: BinaryIO) -> Path:
    """Writes an upload down under a name that is only a name; the path, which becomes the document's origin."""
    place = _free(folder.resolve() / FOLDER / run, safe_name(name))
    with place.open("wb") as out:
        shutil.copyfileobj(file, out, 2**20)
    return place


def keep_text(folder: Path, run: str, text: str, **known: str) -> Path:
    """Writes a pasted text down as one line of JSON Lines, with what was said of it (title, outlet, url, published, language)."""
    row = {k: v for k, v in known.items() if v} | {"text": text}
    title = safe_name(known.get("title") or "pasted text")[:60].strip()
    place = _free(folder.resolve() / FOLDER / run, f"{title}.jsonl")
    place.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8", errors="replace")
    return place


def safe_name(name: str) -> str:
    """The last part of a name as a browser gives it, without what means something to a file system, a zip's member or a terminal."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c)[0] not in "CZ" or c == " ")
    kept = kept.replace("!", "_").replace(":", "_").strip(" .")
    stem, dot, suffix = kept.rpartition(".")
    if dot and len(suffix) <= 10:
        return (stem[: LONGEST_NAME - len(suffix) - 1].rstrip() or "file") + dot + suffix
    return kept[:LONGEST_NAME] or "file"


def again(folder: Path, origin: str) -> str | None:
    """What to read anew for an origin of the quarantine: a web address, or a file that waits here. Nothing else is opened for a browser."""
    if origin.startswith(("http://", "https://")):
        return origin
    file = Path(origin.partition("!")[0])
    try:
        inside = file.resolve().is_relative_to((folder / FOLDER).resolve())
    except (OSError, ValueError):
        return None
    return str(file) if inside and file.is_file() else None


def shown(folder: Path, origin: str) -> str:
    """An origin without where it lay: what a person knows it by."""
    start = str(folder.resolve() / FOLDER) + "/"
    return origin.removeprefix(start).partition("/")[2] if origin.startswith(start) else origin


def clear(folder: Path, db: sqlite3.Connection, runs: Iterable[str]) -> None:
    """Removes what these runs took in. What the quarantine could not have stays, so that it can be tried again."""
    for run in runs:
        place = folder.resolve() / FOLDER / run
        needed = {
            o.partition("!")[0]
            for (o,) in db.execute("SELECT origin FROM quarantine WHERE document IS NULL AND origin LIKE ? || '%'", (f"{place}/",))
        }
        for file in place.glob("*"):
            if str(file) not in needed:
                file.unlink(missing_ok=True)
        if place.is_dir() and not any(place.iterdir()):
            place.rmdir()


def _free(place: Path, name: str) -> Path:
    place.mkdir(parents=True, exist_ok=True)
    path, n = place / name, 1
    while path.exists():
        n += 1
        path = place / f"{n} {name}"
    return path
