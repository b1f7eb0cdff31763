"""Every event of a filter, one at a time: what is held does not grow with how many there are."""

from __future__ import annotations

import sqlite3
import tracemalloc
from pathlib import Path

from dateline.desk import Filter, open_desk
from dateline.desk.finding import events

QUOTE = "gunmen attacked farmers near Kidal, witnesses said, " * 4


def filled(folder: Path, n: int) -> sqlite3.Connection:
    """A desk with so many events and nothing else."""
    desk = open_desk(folder, create=True)
    desk.db.execute("BEGIN")
    for i in range(n):
        desk.db.execute(
            "INSERT INTO events (id, type, contexts, modality, first_day, last_day, confidence, tellings, articles, outlets, quote, contested, made_by)"
            " VALUES (?, 'ASSAULT', '[]', 'asserted', ?, ?, 0.5, 1, 1, 1, ?, '[]', '')",
            (f"event-{i:06}", f"2022-04-{1 + i % 28:02}", f"2022-04-{1 + i % 28:02}", f"{QUOTE}{i}"),
        )
    desk.db.execute("COMMIT")
    return desk.db


def peak(db: sqlite3.Connection) -> int:
    """The most bytes of Python objects at a time while every event is asked for and let go."""
    tracemalloc.start()
    try:
        for _ in events(db, Filter()):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_events_are_not_held_in_a_list(tmp_path: Path) -> None:
    few, many = filled(tmp_path / "few", 100), filled(tmp_path / "many", 2000)
    peak(few)  # what is loaded once does not count
    held = len(list(events(many, Filter()))) * len(QUOTE)
    assert peak(many) - peak(few) < held / 10
    few.close()
    many.close()


def test_the_first_event_comes_before_the_last_is_read(tmp_path: Path) -> None:
    db = filled(tmp_path / "d", 2000)
    asked: list[str] = []
    db.set_trace_callback(asked.append)
    stream = events(db, Filter())
    next(stream)
    assert sum("FROM event_actors" in sql for sql in asked) == 1, "only the first event's parties were asked for"
    db.set_trace_callback(None)
    stream.close()
    db.close()


def test_what_is_sorted_may_leave_the_memory(tmp_path: Path) -> None:
    with open_desk(tmp_path / "d", create=True) as desk:
        assert desk.db.execute("PRAGMA temp_store").fetchone() != (2,), "a sort of all events would be held in memory"
