"""What the folding knows, kept in a file: the same answers as in memory, also when it is closed and opened between any two articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.desk import open_desk, shelves
from dateline.desk.shelves import Shelves
from dateline.record import Record
from dateline.sources import Source
from dateline.stories import Newsroom
from dateline.stories.telling import is_faint, tellings_of
from dateline.stories.told import pack, unpack
from desk.madeup import reading, reports
from stories.reports import MANGOCHAR, MASTUNG_1, MASTUNG_2, MUMIAS


def records() -> list[Record]:
    made = [
        reading(Source(r["text"], id=r["id"], title=r["title"], published=r["published"], outlet=r["outlet"])) for r in reports(40, seed=2)
    ]
    return [*made, MASTUNG_1, MUMIAS, MASTUNG_2, MANGOCHAR]


def told(room: Newsroom, keys: list[str]) -> list[tuple[object, ...]]:
    out: list[tuple[object, ...]] = []
    for k in keys:
        line = room.line(k)
        folds = [room.fold(t.key) for t in room.tellings(f"{k}#e1")]
        out.append((line, room.copies(k), room.story_reason(k), folds))
    return out


@pytest.mark.parametrize("remembered", [3, 60_000])
def test_a_file_answers_as_memory_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, remembered: int) -> None:
    monkeypatch.setattr(shelves, "OTHERS", remembered)
    monkeypatch.setattr(shelves, "REMEMBERED", {})
    memory = Newsroom()
    keys = [memory.add(r) for r in records()]
    for i, r in enumerate(records()):
        with open_desk(tmp_path / "d", create=True) as desk:
            shelf = Shelves(desk.db)
            room = Newsroom(shelf)
            assert room.add(r) == keys[i]
            room.moved()
            shelf.write()
            shelf.trim()
    with open_desk(tmp_path / "d") as desk:
        assert told(Newsroom(Shelves(desk.db)), keys) == told(memory, keys)


def test_what_moved_is_told_once() -> None:
    room = Newsroom()
    room.add(MASTUNG_1)
    stories, rows = room.moved()
    assert stories == ("m1",)
    assert [r for r in rows if not is_faint(r)] == ["m1#e1"]
    room.add(MASTUNG_2)
    stories, rows = room.moved()
    assert "m2#e1" in rows
    assert "m2" in stories
    assert room.moved() == ((), ())


def test_tellings_come_back_as_they_were() -> None:
    for r in (MASTUNG_1, MANGOCHAR, records()[0]):
        assert unpack(pack(tellings_of(r))) == tellings_of(r)
    assert unpack(pack(())) == ()


def test_a_mapping_behaves_as_one(tmp_path: Path) -> None:
    with open_desk(tmp_path / "d", create=True) as desk:
        kept = Shelves(desk.db).kept("x")
        kept["b"], kept["a"] = [1], {"k": 2.5}
        assert (kept["a"], list(kept), len(kept), "c" in kept) == ({"k": 2.5}, ["a", "b"], 2, False)
        del kept["a"]
        kept.write()
        assert list(kept) == ["b"]
        with pytest.raises(KeyError):
            kept["a"]
        kept["a"] = [3]
        kept.write()
        assert list(Shelves(desk.db).kept("x").items()) == [("a", [3]), ("b", [1])]


def test_keys_read_together_are_those_read_one_by_one(tmp_path: Path) -> None:
    with open_desk(tmp_path / "d", create=True) as desk:
        kept = Shelves(desk.db).kept("x")
        for k in "abcdef":
            kept[k] = [k]
        kept.write()
        again = Shelves(desk.db).kept("x")
        again["b"] = ["new"]
        del again["c"]
        again.fetch([*"abcdef", "missing", "gone too"])
        assert {k: again.get(k) for k in "abcdefg"} == {"a": ["a"], "b": ["new"], "c": None, "d": ["d"], "e": ["e"], "f": ["f"], "g": None}
        again.write()
        assert sorted(again) == ["a", "b", "d", "e", "f"]
