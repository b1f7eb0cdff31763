"""The review queue: which event a person looks at next, what is left, and what this sitting decided. It stands in the address alone; nothing is kept."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dateline.desk.desk import open_desk
from dateline.desk.errors import FilterError
from dateline.desk.filter import Filter
from dateline.desk.query import where

UPCOMING = 7
"""Events shown as what comes next."""
TOGETHER = 24
"""Decisions that one key may make: a correction of each field and the verdict."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far the queue was gone through: everything up to this sureness and id was decided or skipped."""

    sure: float
    id: str

    @classmethod
    def of(cls, text: str | None) -> Cursor | None:
        """The cursor of an address. Raises FilterError for one that is none."""
        if not text:
            return None
        number, mark, name = text.partition("~")
        try:
            sure = float(number)
        except ValueError:
            sure = math.nan
        if not mark or not math.isfinite(sure):
            raise FilterError(f"{text!r} is no place in the queue", place="after", remedy="begin the queue anew: /review")
        return cls(sure, name)

    def __str__(self) -> str:
        return f"{self.sure!r}~{self.id}"


@dataclass(frozen=True, slots=True)
class Next:
    """An event of the queue in short."""

    id: str
    sure: float
    type: str
    mode: str | None
    quad: str | None
    quote: str | None
    place_name: str | None

    @property
    def cursor(self) -> Cursor:
        return Cursor(self.sure, self.id)


@dataclass(frozen=True, slots=True)
class Left:
    """`waiting` events of the filter are undecided; of them `behind` stand before the cursor: they were skipped."""

    waiting: int
    behind: int

    @property
    def ahead(self) -> int:
        return self.waiting - self.behind


@dataclass(frozen=True, slots=True)
class Sitting:
    """What one person decided since a decision's number: events found right, wrong, and put right."""

    right: int
    wrong: int
    fixed: int

    @property
    def done(self) -> int:
        return self.right + self.wrong + self.fixed


def queued(f: Filter) -> Filter:
    """The shared filter as the queue takes it: what nobody decided, unless another status was asked for."""
    return replace(f, status="undecided" if f.status == "standing" else f.status, sort="unsure", page=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a queue holds: FROM and WHERE with its parameters, the expression that says what comes first, and the column of the ids."""

    sql: str
    values: Sequence[Any]
    order: str
    id: str

    def ahead(self, db: sqlite3.Connection, columns: str, after: Cursor | None) -> list[tuple[Any, ...]]:
        """The id, the order and the columns of the next ones."""
        beyond = f" AND ({self.order}, {self.id}) > (?, ?)" if after else ""
        sql = f"SELECT {self.id}, {self.order}, {columns} {self.sql}{beyond} ORDER BY {self.order}, {self.id} LIMIT ?"
        return db.execute(sql, (*self.values, *_given(after), UPCOMING + 1)).fetchall()

    def left(self, db: sqlite3.Connection, after: Cursor | None) -> Left:
        """How many wait, and how many of them were skipped."""
        behind = f"coalesce(sum(({self.order}, {self.id}) <= (?, ?)), 0)" if after else "0"
        return Left(*db.execute(f"SELECT count(*), {behind} {self.sql}", (*_given(after), *self.values)).fetchone())

    def before(self, db: sqlite3.Connection, one: Cursor) -> Cursor | None:
        """The cursor at which this one is the next: it was taken back and waits again, where it stood."""
        sql = f"SELECT {self.order}, {self.id} {self.sql} AND ({self.order}, {self.id}) < (?, ?) ORDER BY 1 DESC, 2 DESC LIMIT 1"
        found = db.execute(sql, (*self.values, *_given(one))).fetchone()
        return Cursor(*found) if found else None


def _given(cursor: Cursor | None) -> tuple[float, str] | tuple[()]:
    return (cursor.sure, cursor.id) if cursor else ()


def _events(db: sqlite3.Connection, f: Filter) -> Waiting:
    sql, values = where(db, queued(f))
    return Waiting(f"FROM events e WHERE {sql}", values, "e.confidence", "e.id")


def upcoming(db: sqlite3.Connection, f: Filter, after: Cursor | None) -> list[Next]:
    """The next events, the least sure first."""
    return [Next(*row) for row in _events(db, f).ahead(db, "e.type, e.mode, e.quad, e.quote, e.place_name", after)]


def before(db: sqlite3.Connection, f: Filter, event: str) -> Cursor | None:
    """The cursor at which this event is the next again."""
    row = db.execute("SELECT confidence FROM events WHERE id = ?", (event,)).fetchone()
    return _events(db, f).before(db, Cursor(row[0], event)) if row else None


def left(db: sqlite3.Connection, f: Filter, after: Cursor | None) -> Left:
    """How much waits, and how much of it was skipped."""
    return _events(db, f).left(db, after)


def last_decision(db: sqlite3.Connection) -> int:
    """The number of the desk's last decision; 0 before the first."""
    (number,) = db.execute("SELECT coalesce(max(number), 0) FROM decisions").fetchone()
    return int(number)


def sitting(db: sqlite3.Connection, who: str, since: int, kind: str = "event") -> Sitting:
    """What `who` decided on events (statements, claims) after the decision `since` and did not take back."""
    acts: dict[str, set[str]] = {}
    sql = (
        "SELECT target, act FROM standing_decisions WHERE number > ? AND who = ? AND kind = ? AND act IN ('accept', 'reject', 'correct')"
        " ORDER BY number"
    )
    for target, act in db.execute(sql, (since, who, kind)):
        acts.setdefault(target, set()).add(act)
    fixed = sum("correct" in a for a in acts.values())
    wrong = sum("reject" in a and "correct" not in a for a in acts.values())
    return Sitting(len(acts) - fixed - wrong, wrong, fixed)


def standing(db: sqlite3.Connection, numbers: list[int], who: str) -> list[tuple[int, str, str, str | None]]:
    """Of these decisions those that `who` made and nobody took back: number, act, target, field."""
    marks = ", ".join("?" * len(numbers)) or "NULL"
    sql = f"SELECT number, act, target, field FROM standing_decisions WHERE who = ? AND number IN ({marks}) ORDER BY number"
    return db.execute(sql, (who, *numbers)).fetchall()


def numbers_of(given: Iterable[str]) -> list[int]:
    """The numbers of decisions that an address or a form names; what is none is left out."""
    return [n for text in list(given)[:TOGETHER] if (n := number_of(text, -1)) >= 0]


def number_of(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 16 else otherwise


def take_back(folder: Path, numbers: list[int], who: str) -> str | None:
    """Undoes what one key of `who` decided, the last first; the id it was about, None where nothing of it stands."""
    with open_desk(folder) as desk:
        mine = standing(desk.db, numbers, who)
        for number, *_ in reversed(mine):
            desk.decide("undo", str(number), who=who, why="")
        return str(mine[0][2]) if mine else None
