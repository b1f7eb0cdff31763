"""Facets count the same whichever way they are counted, and as anybody would count who went through the events one by one."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.desk.filter import Filter
from dateline.desk.finding import EventRow, events
from dateline.web import counting
from dateline.web.connections import reading
from dateline.web.counting import COLUMNS, Counted, counts
from dateline.web.tallies import ANSWERED, answered, tally

FILTERS = [
    Filter(), Filter(type=("ASSAULT", "PROTEST")), Filter(country=("NGA",)), Filter(country=("Nigeria", "SEN"), quad=("material conflict",)),
    Filter(text="market"), Filter(text="market", type=("ASSAULT",)), Filter(since="2022-04"), Filter(since="2022-04", country=("NGA",), modality=("asserted",)),
    Filter(status="undecided"), Filter(status="accepted"), Filter(status="rejected", type=("ASSAULT",)), Filter(status="all"), Filter(contested=True),
    Filter(decided_by="person"), Filter(place="Kaduna"), Filter(place="Kano"), Filter(killed=1), Filter(status="all", sure=0.0),
]  # fmt: skip


@pytest.fixture
def db(folder: Path) -> Iterator[sqlite3.Connection]:
    """A desk on which something was accepted and something rejected."""
    held = sqlite3.connect(folder / "desk.sqlite", isolation_level=None)
    ids = [i for (i,) in held.execute("SELECT id FROM events ORDER BY id")]
    assert len(ids) > 6
    held.execute("UPDATE events SET status = 'accepted', decided_by = 'person' WHERE id = ?", (ids[0],))
    held.execute("UPDATE events SET status = 'rejected', decided_by = 'person' WHERE id IN (?, ?)", ids[1:3])
    held.close()
    with reading(folder) as made:
        yield made


def by_hand(db: sqlite3.Connection, f: Filter, field: str) -> Counter[str]:
    """The facet, event by event: the filter without the facet's own choice."""
    usual = Filter()
    freed = replace(f, **{field: getattr(usual, field)}) if field != "decided_by" else f
    rows: list[EventRow] = [e for e in events(db, freed) if field != "status" or e.status != "rejected"]
    values = (getattr(e, field) or ("undecided" if field == "status" else None) for e in rows)
    return Counter(v for v in values if v is not None and v != "rejected")


@pytest.mark.parametrize("f", FILTERS)
def test_facets_are_counted_as_by_hand(db: sqlite3.Connection, f: Filter) -> None:
    found = counts(db, f)
    rows = list(events(db, f))
    assert found.total == len(rows)
    for field in COLUMNS:
        assert found.values[field] == by_hand(db, f, field), field
    assert found.values["contested"] == +Counter(yes=sum(bool(e.contested) for e in rows))
    placed = [e.place_name for e in events(db, replace(f, place=None)) if e.place_name and e.place_precision != "country"]
    assert found.values["place"] == Counter(placed)


@pytest.mark.parametrize("f", FILTERS)
def test_an_index_and_a_walk_count_the_same(db: sqlite3.Connection, f: Filter) -> None:
    walked = replace(f, sure=f.sure or 0.0)  # every event is read at least so surely, but no index says so
    assert counts(db, f) == counts(db, walked)
    assert not answered(walked, "events_facets")


def test_outlets_of_many_are_those_of_few(db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    few: list[Counted] = [counts(db, f, outlets=True) for f in FILTERS]
    monkeypatch.setattr(counting, "LARGE", -1)
    assert [counts(db, f, outlets=True) for f in FILTERS] == few
    assert few[0].values["source"] and few[0].outlets


def test_of_many_events_the_chosen_outlet_alone_is_counted(db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    everywhere = counts(db, Filter()).values["source"]
    chosen = sorted(everywhere)[0]
    monkeypatch.setattr(counting, "LARGE", 0)
    found = counts(db, Filter(source=(chosen,)))
    assert found.values["source"] == Counter({chosen: everywhere[chosen]}) and not found.outlets
    assert "source" not in counts(db, Filter()).values


@pytest.mark.parametrize(
    ("index", "columns"),
    [("events_facets", ("e.quad", "e.type")), ("events_place", ("e.place", "e.quad")), ("events_when", ("e.first_day",))],
)
def test_each_index_holds_what_it_is_said_to_hold(db: sqlite3.Connection, index: str, columns: tuple[str, ...]) -> None:
    given = {"quad": ("verbal conflict",), "type": ("ASSAULT",), "country": ("NGA",), "modality": ("asserted",), "status": "accepted", "decided_by": "person",
             "contested": True, "until": "2022-05"}  # fmt: skip
    asked: list[str] = []
    db.set_trace_callback(asked.append)
    for field in sorted(ANSWERED[index]):
        list(tally(db, replace(Filter(), **{field: given[field]}), columns, index))  # type: ignore[arg-type]
    db.set_trace_callback(None)
    mine = [sql for sql in asked if "GROUP BY" in sql]
    assert len(mine) == len(ANSWERED[index])
    for sql in mine:
        plan = "\n".join(row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}"))
        assert f"COVERING INDEX {index}" in plan, plan
