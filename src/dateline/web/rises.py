"""What rises, as a page shows it: the desk's own trends, each with its stretches of time and its evidence. Words are counted in a process of their own."""

from __future__ import annotations

import multiprocessing
import sqlite3
import threading
import time
from collections import OrderedDict
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from dateline.desk.errors import FilterError
from dateline.desk.filter import Filter
from dateline.desk.query import article_where, where
from dateline.desk.trends import DAY, PAST, READ, Trend, trends
from dateline.web.connections import reading

INLINE = {"word": 300}
OTHERS = 3_000
"""Reports of the stretches up to which rises are counted at once (words: 2.4 ms a report on the build machine). More take a process of their own."""
FRESH = 300.0
LONGEST = 300.0
EVIDENCE = 3
_COUNTED = {
    "actor": ("x.actor", "CROSS JOIN event_actors x ON x.event = e.id"),
    "country": ("e.country", ""),
    "place": ("e.place", ""),
    "type": ("e.type", ""),
    "outlet": ("a.outlet", "CROSS JOIN tellings t ON t.event = e.id CROSS JOIN articles a ON a.id = t.article"),
}


@dataclass(frozen=True, slots=True)
class Proof:
    """An event (of a word: a report) that a rise stands on."""

    to: str
    type: str | None
    quad: str | None
    day: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Rise:
    """A trend with how often it was told in each stretch, the latest last (empty for words), and some of its evidence."""

    trend: Trend
    stretches: tuple[int, ...]
    evidence: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are compared: `start` to `end` now, from `begin` before. `reports` fall into them."""

    begin: date
    start: date
    end: date
    reports: int

    @property
    def cut(self) -> bool:
        """Whether there are more reports than words are counted in."""
        return self.reports > READ


def window(db: sqlite3.Connection, f: Filter, days: int) -> Window | None:
    """The days that end where the filter ends, else with the last report; None on an empty desk."""
    until = end_of(f)
    if until is None:
        (until,) = db.execute("SELECT max(published) FROM articles WHERE length(published) = 10").fetchone()
    if not until:
        return None
    end = date.fromisoformat(until)
    try:
        begin = end - timedelta(days=days * (PAST + 1))
    except OverflowError as e:
        raise FilterError(
            f"{until} has no past of {PAST} times {days} days", place="until", remedy="give a later day or a shorter stretch"
        ) from e
    begin += timedelta(days=1)
    sql, values = article_where(db, timeless(f))
    (reports,) = db.execute(
        f"SELECT count(*) FROM articles a WHERE a.published BETWEEN ? AND ? AND {sql}", (begin.isoformat(), end.isoformat(), *values)
    ).fetchone()
    return Window(begin, end - timedelta(days=days - 1), end, reports)


def end_of(f: Filter) -> str | None:
    """The whole day on which the filter ends."""
    return next((d for d in (f.until, f.published_until) if d and len(d) == 10), None)


def timeless(f: Filter) -> Filter:
    """The filter without its days: a past is needed to rise from."""
    return replace(f, since=None, until=None, published_since=None, published_until=None, page=1)


def rises(db: sqlite3.Connection, f: Filter, by: str, days: int, w: Window) -> list[Rise]:
    """What the desk says rises or may, with its stretches and evidence: three questions whatever the number."""
    found = trends(db, timeless(f), by=by, days=days, until=w.end.isoformat())
    series = _series(db, f, by, days, w, [t.key for t in found]) if by in _COUNTED else {}
    proofs = _reports(db, found) if by == "word" else _events(db, found)
    return [Rise(t, tuple(series.get(t.key, ())), tuple(proofs[i] for i in t.evidence if i in proofs)[:EVIDENCE]) for t in found]


def _series(db: sqlite3.Connection, f: Filter, by: str, days: int, w: Window, keys: list[str]) -> dict[str, list[int]]:
    sql, values = where(db, replace(timeless(f), modality=f.modality or ("asserted",)))
    key, join = _COUNTED[by]
    marks = ", ".join("?" * len(keys)) or "NULL"
    query = (
        f"SELECT {key}, CAST((julianday(?) - julianday({DAY})) / ? AS INTEGER) AS stretch, count(DISTINCT e.id) FROM events e INDEXED BY events_told {join}"
        f" WHERE {DAY} BETWEEN ? AND ? AND {key} IN ({marks}) AND {sql} GROUP BY 1, 2"
    )
    out: dict[str, list[int]] = {k: [0] * (PAST + 1) for k in keys}
    for k, stretch, n in db.execute(query, (w.end.isoformat(), days, w.begin.isoformat(), w.end.isoformat(), *keys, *values)):
        if stretch is not None and 0 <= stretch <= PAST:  # a report of a month without a day falls into none
            out[k][PAST - stretch] = n
    return out


def _events(db: sqlite3.Connection, found: list[Trend]) -> dict[str, Proof]:
    ids = list(dict.fromkeys(i for t in found for i in t.evidence[:EVIDENCE]))
    sql = f"SELECT e.id, e.type, e.quad, {DAY}, coalesce(e.quote, '') FROM events e WHERE e.id IN ({', '.join('?' * len(ids)) or 'NULL'})"
    return {i: Proof(f"/events/{i}", kind, quad, day, words) for i, kind, quad, day, words in db.execute(sql, ids)}


def _reports(db: sqlite3.Connection, found: list[Trend]) -> dict[str, Proof]:
    ids = list(dict.fromkeys(i for t in found for i in t.evidence[:EVIDENCE]))
    sql = f"SELECT id, published, headline FROM articles WHERE id IN ({', '.join('?' * len(ids)) or 'NULL'})"
    return {i: Proof(f"/articles/{i}", None, None, day, words) for i, day, words in db.execute(sql, ids)}


@dataclass(slots=True)
class _Asked:
    answer: Future[list[Rise]]
    stamp: tuple[int, ...]
    at: float


class Apart:
    """Rises counted in a process of their own, one question after another: they would hold up every other page for seconds."""

    def __init__(self, most: int = 40) -> None:
        self._most, self._held, self._lock = most, OrderedDict[tuple[Any, ...], _Asked](), threading.Lock()
        self._pool: ProcessPoolExecutor | None = None

    def ask(self, key: tuple[Any, ...], stamp: tuple[int, ...], *question: Any) -> list[Rise] | None:
        """The answer, or None while it is made. One of a desk that changed since is good for FRESH seconds. `question` goes to `count_apart`."""
        with self._lock:
            held = self._held.get(key)
            if held is None or (held.stamp != stamp and held.answer.done() and time.monotonic() - held.at > FRESH):
                self._pool = self._pool or ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
                held = self._held[key] = _Asked(self._pool.submit(count_apart, *question), stamp, time.monotonic())
                while len(self._held) > self._most:
                    self._held.popitem(last=False)[1].answer.cancel()
        if not held.answer.done():
            return None
        try:
            return held.answer.result()
        except Exception:
            with self._lock:
                self._held.pop(key, None)
                self._pool = None
            raise


def count_apart(folder: str, query: str, by: str, days: int, w: Window) -> list[Rise]:
    """What the other process does."""
    with reading(Path(folder), longest=LONGEST) as db:
        return rises(db, Filter.from_query(query), by, days, w)


@cache
def apart() -> Apart:
    """The one such process of a server."""
    return Apart()
