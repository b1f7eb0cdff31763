"""What was uploaded or typed, kept in the desk's folder until a run has taken it in: `incoming/RUN/NAME`. A file stays only while the quarantine names it."""

from __future__ import annotations

import json
import shutil
import sqlite3
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

FOLDER = "incoming"
ASKED = ".asked"
"""The file of a run's folder that says what was asked for: it is there until the run was taken in, so that a server that died goes on with it."""
TRIES = 3
"""Times that a run is begun; one that never ends is left lying, for a person to look at."""
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


def note(folder: Path, run: str, **asked: Any) -> None:
    """Writes down what a run was asked for, before it is begun."""
    place = folder.resolve() / FOLDER / run
    place.mkdir(parents=True, exist_ok=True)
    fresh = place / f"{ASKED}.new"
    fresh.write_text(json.dumps(asked, ensure_ascii=False), encoding="utf-8", errors="replace")
    fresh.replace(place / ASKED)


def forget(folder: Path, run: str) -> None:
    """Removes a run that was refused, with what came for it."""
    shutil.rmtree(folder.resolve() / FOLDER / run, ignore_errors=True)


def unfinished(folder: Path) -> list[tuple[str, dict[str, Any]]]:
    """Runs that were asked for and never taken in, the oldest first, each with one more try noted; those that were tried TRIES times are left out."""
    out = []
    notes = [(p.stat().st_mtime_ns, p) for p in (folder.resolve() / FOLDER).glob(f"*/{ASKED}")]
    for _, path in sorted(notes):
        try:
            asked = json.loads(path.read_text(encoding="utf-8"))
            tries = int(asked.pop("tries", 1))
        except (OSError, ValueError, AttributeError, TypeError):
            continue
        if tries < TRIES:
            note(folder, path.parent.name, **asked, tries=tries + 1)
            out.append((path.parent.name, asked))
    return out


def waits(folder: Path, run: str) -> bool:
    """Whether a run was asked for and not taken in yet: nothing of it may be cleared away."""
    return (folder.resolve() / FOLDER / run / ASKED).exists()


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
