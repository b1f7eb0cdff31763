"""A desk's events in every format: exactly those of the filter, a person's word included."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.desk import Desk, Filter, adding, open_desk
from dateline.outlets.exports import FORMATS, export
from dateline.outlets.exports.of_desk import rows_of_desk
from desk.madeup import read_all, write_lines
from desk.test_decisions import ROWS


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.setattr(adding, "read_all", read_all)
    with open_desk(tmp_path / "d", create=True) as made:
        made.add([str(write_lines(tmp_path / "in.jsonl", ROWS))])
        yield made


def test_one_row_for_one_event_with_all_its_reports(desk: Desk) -> None:
    (row,) = rows_of_desk(desk, Filter(type=("ASSAULT",)))
    assert len(row.tellings) == 2
    assert (row.killed.low, row.killed.high) == (5, 7)  # type: ignore[union-attr]
    assert row.place is not None
    assert (row.place.name, row.place.country) == ("Kidal", "MLI")
    assert [p.name for p in row.actors] == ["gunmen"]
    assert [t.text[slice(*t.trigger)] for t in row.tellings] == ["attacked", "attacked"]
    assert (row.decided_by, row.coder.split()[0]) == ("machine", "dateline")  # type: ignore[union-attr]


def test_a_person_is_named_as_the_coder(desk: Desk) -> None:
    (e,) = desk.find(Filter(type=("PROTEST",))).rows
    desk.decide("correct", e.id, "place", "Kidal", who="anna", why="")
    desk.decide("add", "event", who="ben", why="", type="AID", day="2022-04-10/2022-04-14", quote="Seen.")
    rows = {r.type: r for r in rows_of_desk(desk)}
    assert (rows["PROTEST"].decided_by, rows["PROTEST"].coder, rows["PROTEST"].place.name) == ("person", "anna", "Kidal")  # type: ignore[union-attr]
    assert (rows["AID"].coder, rows["AID"].days.value, rows["AID"].tellings[0].quote) == ("ben", "2022-04", "Seen.")  # type: ignore[union-attr]


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_takes_a_desk(desk: Desk, form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    assert b"".join(export(rows_of_desk(desk), form))


def test_the_command_exports_exactly_the_filter(desk: Desk, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", str(desk.folder), "--format", "plover", "--filter", "type=ASSAULT,PROTEST"]) == 0
    rows = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    assert sorted(r["id"] for r in rows) == sorted(e.id for e in desk.events(Filter(type=("ASSAULT", "PROTEST"))))


def test_a_filter_needs_a_desk(tmp_path: Path) -> None:
    write_lines(tmp_path / "in.jsonl", ROWS)
    assert main(["export", str(tmp_path / "in.jsonl"), "--format", "plover", "--filter", "type=ASSAULT"]) == 2
