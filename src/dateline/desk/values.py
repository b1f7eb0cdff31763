"""What a person types for a field, as the desk keeps it; what cannot be understood is refused with what could be."""

from __future__ import annotations

import calendar
import re
import sqlite3
from typing import Any

from dateline.actors.folding import fold
from dateline.desk.errors import DecisionError
from dateline.desk.groups import ACTORS, standing_for
from dateline.desk.naming import named
from dateline.desk.stages import made_by
from dateline.events.plover import plover
from dateline.record import MODALITIES
from dateline.sources import iso_date

FIELDS = ("type", "mode", "modality", "day", "place", "actor", "recipient", "killed", "injured", "arrested", "speaker")
_COUNT = re.compile(r"(\d+)(?:\s*(-|–|\+)\s*(\d+)?)?")


def normal(db: sqlite3.Connection, given: list[str]) -> tuple[str, Any]:
    """The field and its value. "" or "unknown" empties a field that may be empty. Raises DecisionError naming what the field takes."""
    if len(given) != 2 or given[0] not in FIELDS:
        raise DecisionError(
            f"{' '.join(given)!r} is no field with a value", place="correct", remedy=f"a field ({', '.join(FIELDS)}) and its value"
        )
    field, text = given[0], given[1].strip()
    if field == "type":
        return field, _type(text)
    if field == "modality":
        if text not in MODALITIES:
            raise DecisionError(f"{text!r} is no modality", place=field, remedy=f"one of {', '.join(MODALITIES)}")
        return field, text
    empty = text.lower() in ("", "unknown", "null", "none")
    if field == "day":
        return field, [None, None, None] if empty else _day(text)
    if field in ("killed", "injured", "arrested"):
        return field, [None, None] if empty else _count(field, text)
    if field in ("actor", "recipient"):
        return field, [] if empty else [_party(db, name.strip()) for name in text.split(";") if name.strip()]
    if empty:
        return field, None
    return field, _place(db, text) if field == "place" else text


def _type(text: str) -> list[str]:
    name = text.upper()
    if name not in plover().types:
        raise DecisionError(f"{text!r} is no PLOVER type", place="type", remedy=f"one of {', '.join(plover().types)}")
    return [name, plover().quad(name)]


def _day(text: str) -> list[str]:
    """A day, month or year, or two days with a stroke between them, as first day, last day and precision."""
    first, mark, last = text.partition("/")
    a, b = iso_date(first), iso_date(last) if mark else None
    if a is None or (mark and b is None):
        raise DecisionError(f"{text!r} is no day", place="day", remedy="write 2021-08-17, 2021-08, 2021 or 2021-08-17/2021-08-19")
    start, stop = _ends(a)[0], _ends(b or a)[1]
    if stop < start:
        raise DecisionError(f"{text!r} ends before it begins", place="day", remedy="write the earlier day first")
    precision = "day" if start == stop else {7: "month", 4: "year"}.get(len(a), "week") if not mark else "week"
    return [start, stop, precision]


def _ends(prefix: str) -> tuple[str, str]:
    if len(prefix) == 4:
        return f"{prefix}-01-01", f"{prefix}-12-31"
    if len(prefix) == 7:
        return f"{prefix}-01", f"{prefix}-{calendar.monthrange(int(prefix[:4]), int(prefix[5:]))[1]:02d}"
    return prefix, prefix


def _count(field: str, text: str) -> list[int | None]:
    m = _COUNT.fullmatch(text)
    if m is None or (m[2] in ("-", "–") and not m[3]):
        raise DecisionError(f"{text!r} is no number", place=field, remedy="write 5, 3-5 or 3+")
    low = int(m[1])
    high = None if m[2] == "+" else int(m[3]) if m[3] else low
    if high is not None and high < low:
        raise DecisionError(f"{text!r} ends before it begins", place=field, remedy="write the smaller number first")
    return [low, high]


def _place(db: sqlite3.Connection, text: str) -> str:
    """A place of the desk by its id or name; a name it does not know becomes a place without coordinates: none are invented."""
    sql = (
        "SELECT p.id FROM places p WHERE p.id = ?1 OR p.name = ?1 COLLATE NOCASE ORDER BY p.lat IS NULL,"
        " (SELECT count(*) FROM article_places a WHERE a.place = p.id) DESC, p.id LIMIT 1"
    )
    row = db.execute(sql, (text,)).fetchone()
    if row is not None:
        return str(row[0])
    if text.startswith("place-"):
        raise DecisionError(f"the desk has no place {text!r}", place="place", remedy="give its name")
    new = named("place", f"{fold(text)}||hand")
    db.execute("INSERT OR IGNORE INTO places (id, name, made_by) VALUES (?, ?, ?)", (new, text, made_by("rows")))
    return new


def _party(db: sqlite3.Connection, text: str) -> list[str]:
    """Somebody by an actor's id or a name, as name and key; a new name is somebody new."""
    if text.startswith("actor-"):
        actor = standing_for(db, ACTORS, text)
        row = db.execute(
            "SELECT coalesce(a.name, n.name), n.key FROM names n LEFT JOIN actors a ON a.id = n.actor WHERE n.actor = ? ORDER BY n.key",
            (actor,),
        )
        found = row.fetchone()
        if found is None:
            raise DecisionError(f"the desk has no actor {text!r}", place="actor", remedy="give a name")
        return [found[0], found[1]]
    keys = [k for (k,) in db.execute("SELECT DISTINCT key FROM spellings WHERE folded = ? ORDER BY key", (fold(text),))]
    actors = {a for k in keys for (a,) in db.execute("SELECT actor FROM names WHERE key = ?", (k,))}
    if len(actors) == 1:
        return [text, keys[0]]
    key = f"hand|{fold(text)}"
    actor = named("actor", key)
    db.execute("INSERT OR IGNORE INTO names VALUES (?, ?, 'group', ?, ?, 'named by a person')", (key, text, actor, actor))
    db.execute("INSERT OR IGNORE INTO spellings VALUES (?, ?, ?)", (fold(text), key, text))
    return [text, key]
