"""The file: made step by step, brought up to date from its first version on, never opened by an older program."""

from __future__ import annotations

import sqlite3
import zlib
from pathlib import Path

import pytest

from dateline.desk import open_desk
from dateline.desk.errors import DeskError
from dateline.desk.pages import Pages
from dateline.desk.store import FILE, _statements, migrations, version, writing
from dateline.desk.writing import derive, write_record
from dateline.sources import Source
from desk.contents import contents
from desk.madeup import reading

NEWEST = migrations()[-1][0]


def first_version(folder: Path, number: int = 1) -> sqlite3.Connection:
    """A desk as version 1 (or a later one) made it, with one article."""
    folder.mkdir()
    db = sqlite3.connect(folder / FILE, isolation_level=None)
    for n, sql in migrations()[:number]:
        for statement in _statements(sql):
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {n}")
    page = Pages(folder).keep(b"gunmen attacked farmers near Kidal on 2022-04-12, killing 5.")
    db.execute(
        "INSERT INTO documents (key, page, charset, kind, origin, state, added) VALUES ('k1', ?, 'exact', 'text', 'a.txt', 'read', '2022-04-13T00:00:00Z')",
        (page,),
    )
    write_record(db, "k1", reading(Source("gunmen attacked farmers near Kidal on 2022-04-12, killing 5.", id="one")), address=None)
    return db


@pytest.mark.parametrize("number", range(1, NEWEST))
def test_a_desk_of_an_older_version_is_brought_up_to_date(tmp_path: Path, number: int) -> None:
    first_version(tmp_path / "old", number).close()
    with open_desk(tmp_path / "old") as desk:
        assert version(desk.db) == NEWEST
        desk.add()
        assert desk.count() == 1
        (event,) = desk.find().rows
        desk.decide("accept", event.id, who="anna", why="seen")
        assert desk.find().rows[0].status == "accepted"
        assert desk.db.execute("SELECT DISTINCT faint FROM tellings").fetchall() == [(0,)]
        votes = desk.db.execute("SELECT value FROM name_votes WHERE field = 'name' ORDER BY 1").fetchall()
        assert votes == [("farmers",), ("gunmen",)], "what older versions did not count is counted"
    with open_desk(tmp_path / "new", create=True) as fresh:
        old = sqlite3.connect(tmp_path / "old" / FILE)
        for kind in ("table", "view", "trigger", "index"):
            sql = "SELECT name FROM sqlite_master WHERE type = ? ORDER BY name"
            assert old.execute(sql, (kind,)).fetchall() == fresh.db.execute(sql, (kind,)).fetchall()
        old.close()


def test_a_step_happens_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first_version(tmp_path / "old").close()
    steps = migrations()
    monkeypatch.setattr("dateline.desk.store.migrations", lambda: [*steps, (99, "CREATE TABLE half (x); SELECT nonsense FROM nowhere;")])
    with pytest.raises(DeskError):
        open_desk(tmp_path / "old")
    db = sqlite3.connect(tmp_path / "old" / FILE)
    assert version(db) == NEWEST
    assert db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)
    db.close()


def test_a_newer_desk_is_not_touched(tmp_path: Path) -> None:
    with open_desk(tmp_path / "d", create=True) as desk:
        desk.db.execute("PRAGMA user_version = 500")
    with pytest.raises(DeskError, match="schema 500"):
        open_desk(tmp_path / "d")


def test_what_is_no_desk_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database at all, but longer than a header of SQLite would be" * 20)
    with pytest.raises(DeskError, match="no desk"):
        open_desk(tmp_path)


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with open_desk(tmp_path / "d", create=True) as desk:
        with pytest.raises(ZeroDivisionError), writing(desk.db):
            desk.db.execute("INSERT INTO settings VALUES ('a', 'b')")
            1 / 0  # noqa: B018
        assert desk.db.execute("SELECT count(*) FROM settings").fetchone() == (0,)


def test_a_page_that_was_changed_is_refused(tmp_path: Path) -> None:
    pages = Pages(tmp_path)
    digest = pages.keep(b"words")
    assert pages.bytes(digest) == b"words"
    import gzip

    pages.path(digest).write_bytes(gzip.compress(b"other words"))
    with pytest.raises(DeskError, match="changed"):
        pages.bytes(digest)


def test_rows_that_follow_from_a_record_are_the_same_when_written_again(tmp_path: Path) -> None:
    first_version(tmp_path / "d").close()
    with open_desk(tmp_path / "d") as desk:
        desk.add()
        before = contents(desk.db)
        with writing(desk.db):
            derive(desk.db, "k1", desk.record("k1"))
        after = contents(desk.db)
    for table in ("telling_actors", "names", "article_actors", "spellings", "places", "statements"):
        assert before[table] == after[table]


def test_records_are_kept_as_the_schema_says(tmp_path: Path) -> None:
    first_version(tmp_path / "d").close()
    with open_desk(tmp_path / "d") as desk:
        (data,) = desk.db.execute("SELECT record FROM records").fetchone()
        assert zlib.decompress(data).decode() == desk.record("k1").to_json()
