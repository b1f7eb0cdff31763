"""Adding: nothing lost, nothing twice, in any order, however often the run is killed."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
from pathlib import Path

import pytest

from dateline.desk import Desk, adding, open_desk
from dateline.desk.errors import DeskError
from dateline.desk.store import alone
from desk.conftest import Fill
from desk.contents import contents
from desk.madeup import read_all, reports, write_lines


def test_what_arrives_is_read_and_folded(desk: Desk) -> None:
    n = {t: desk.db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("documents", "articles", "records", "tellings", "events")}
    assert n["documents"] == n["articles"] == n["records"] == 24
    assert n["tellings"] == sum(len(desk.record(a).events) for (a,) in desk.db.execute("SELECT id FROM articles"))
    assert 2 <= n["events"] < n["tellings"]


def test_the_same_twice_changes_nothing(fill: Fill) -> None:
    first = contents(fill().db)
    assert contents(fill().db) == first


def test_the_bytes_are_kept(fill: Fill) -> None:
    rows = reports(3)
    desk = fill(rows)
    kept = {desk.page(a).decode() for (a,) in desk.db.execute("SELECT id FROM articles")}
    assert kept == {r["text"] for r in rows}


def test_two_orders_give_the_same_desk(fill: Fill) -> None:
    rows = reports(40, seed=3)
    turned = rows[:]
    random.Random(5).shuffle(turned)
    assert contents(fill(rows, name="a").db) == contents(fill(turned, name="b").db)


def test_what_was_not_known_of_a_document_is_learnt_later(fill: Fill) -> None:
    row = {"text": "gunmen attacked farmers near Kidal.", "url": "https://x.example/1"}
    one = contents(fill([row, row | {"published": "2022-04-12"}], name="a").db)
    other = contents(fill([row | {"published": "2022-04-12"}, row], name="b").db)
    assert one == other
    assert len(one["articles"]) == 1


def test_one_address_with_marks_that_follow_readers_is_one(fill: Fill) -> None:
    text = "gunmen attacked farmers near Kidal."
    desk = fill([{"text": text, "url": u} for u in ("https://X.example/a?utm_source=m&id=1#top", "https://x.example:443/a?id=1")])
    assert desk.db.execute("SELECT count(*) FROM articles").fetchone() == (1,)


def test_versions_stand_side_by_side(fill: Fill) -> None:
    url = "https://x.example/1"
    desk = fill([{"text": "gunmen attacked farmers, killing 3.", "url": url, "published": "2022-04-12"}])
    fill([{"text": "gunmen attacked farmers, killing 5.", "url": url + "#new", "published": "2022-04-13"}])
    first, second = desk.versions(url)
    assert (first.number, second.number) == (1, 2)
    assert [(c.old, c.new) for c in second.changes] == [("3.", "5.")]


def test_a_failing_one_waits_in_quarantine_with_its_reason(fill: Fill) -> None:
    desk = fill(
        [{"id": "bad", "text": "an unreadable page"}, {"id": "none", "text": ""}, {"id": "good", "text": "farmers marched in Mumias."}]
    )
    held = desk.quarantine()
    assert [(q.message, q.document is None) for q in held] == [("this cannot be read", False), ('"text" is empty', True)]
    assert desk.db.execute("SELECT count(*) FROM articles").fetchone() == (1,)


def test_what_can_be_read_later_leaves_the_quarantine(fill: Fill, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = fill([{"id": "bad", "text": "an unreadable page where farmers marched"}])
    desk.add()
    assert desk.quarantine()[0].tries == 1, "it is not tried again unless asked"
    desk.retry()
    assert desk.quarantine()[0].tries == 2
    monkeypatch.setattr(adding, "read_all", lambda sources, workers: read_all(_mended(sources), workers=workers))
    desk.retry()
    assert desk.quarantine() == []
    assert desk.count() == 1


def _mended(sources):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    for s in sources:
        yield replace(s, text=s.text.replace("unreadable", "readable"))


def test_a_second_run_waits_for_no_one(desk: Desk) -> None:
    with alone(desk.folder), pytest.raises(DeskError, match="another run"):
        desk.add()


def test_no_desk_is_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="no desk here"):
        open_desk(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def add_and_die(folder: Path, lines: Path, after: int) -> bool:
    """Adds in a process of its own that kills itself before its n-th statement; whether it came to the end."""
    pid = os.fork()
    if pid == 0:
        try:
            adding.read_all = read_all
            adding.TOGETHER, left = 3, [after]
            with open_desk(folder, create=True) as desk:

                def count(_: str) -> None:
                    left[0] -= 1
                    if left[0] <= 0:
                        os.kill(os.getpid(), signal.SIGKILL)

                desk.db.set_trace_callback(count)
                desk.add([str(lines)])
            os._exit(0)
        except BaseException:
            os._exit(3)
    _, status = os.waitpid(pid, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFEXITED(status)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("seed", [1, 2])
def test_twenty_kills_change_nothing(tmp_path: Path, fill: Fill, seed: int) -> None:
    rows = reports(60, seed=7)
    whole = contents(fill(rows, name="whole").db)
    rng = random.Random(seed)
    rng.shuffle(rows)
    lines = write_lines(tmp_path / "in.jsonl", rows)
    killed = 0
    while killed < 20:
        if add_and_die(tmp_path / "killed", lines, rng.randint(1, 600)):
            break
        killed += 1
    assert killed >= 8
    with open_desk(tmp_path / "killed", create=True) as desk:
        desk.add([str(lines)])
        assert contents(desk.db) == whole


def test_a_run_that_read_much_makes_the_search_index_one_piece(fill: Fill, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "TOGETHER", 1)
    pieces = "SELECT count(DISTINCT segid) FROM search_idx"
    assert fill(reports(30), name="a").db.execute(pieces).fetchone()[0] > 1
    monkeypatch.setattr(adding, "TIDY", 5)
    assert fill(reports(30), name="b").db.execute(pieces).fetchone() == (1,)


def test_any_program_can_read_it_meanwhile(desk: Desk) -> None:
    other = sqlite3.connect(f"file:{desk.path}?mode=ro", uri=True)
    assert other.execute("SELECT count(*) FROM country_months").fetchone()[0] > 0
    assert other.execute("SELECT count(*) FROM who_to_whom").fetchone()[0] > 0
    other.close()


def end_the_process(source):  # type: ignore[no-untyped-def]
    if "deadly" in source.text:
        os._exit(9)
    return next(iter(read_all([source])))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the workers must know the test's functions")
def test_a_document_that_ends_its_process_is_set_apart(fill: Fill, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline import runs

    desk = fill([])
    monkeypatch.setattr(runs, "read_one", end_the_process)
    monkeypatch.setattr(adding, "read_one", end_the_process)
    monkeypatch.setattr(adding, "read_all", runs.read_all)
    rows = [*reports(9), {"id": "x", "text": "a deadly page"}]
    desk.add([str(write_lines(desk.folder / "in.jsonl", rows))], workers=2)
    assert [q.message for q in desk.quarantine()] == ["reading it ends the process"]
    assert desk.db.execute("SELECT count(*) FROM articles").fetchone() == (9,)
