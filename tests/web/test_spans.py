"""Stretches of time: none too fine for what is known, none stretched by one old event, all events counted once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.desk.filter import Filter
from dateline.desk.store import open_store
from dateline.web.spans import Spans, spans


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    made = open_store(tmp_path, create=True)
    yield made
    made.close()


def put(db: sqlite3.Connection, *days: str | None, precision: str = "day", country: str = "MLI") -> None:
    (held,) = db.execute("SELECT count(*) FROM events").fetchone()
    rows = [(f"e{held + i}", d, d, precision if d else None, "material conflict", country) for i, d in enumerate(days)]
    db.executemany(
        "INSERT INTO events (id, first_day, last_day, date_precision, quad, country, type, contexts, modality, confidence, tellings, articles, outlets,"
        " contested, made_by) VALUES (?, ?, ?, ?, ?, ?, 'PROTEST', '[]', 'asserted', 0.9, 1, 1, 1, '[]', 'rows')",
        rows,
    )


def everything(s: Spans) -> int:
    return sum(x.total for x in s.rows) + s.before + s.after + s.wide + s.undated


def test_days_in_a_row_with_the_empty_ones(db: sqlite3.Connection) -> None:
    put(db, "2022-04-01", "2022-04-03", "2022-04-03")
    found = spans(db, Filter())
    assert (found.unit, [x.total for x in found.rows]) == ("day", [1, 0, 2])


def test_a_year_is_told_by_weeks_and_ten_by_months(db: sqlite3.Connection) -> None:
    put(db, "2022-01-05", "2022-12-30")
    week = spans(db, Filter())
    assert week.unit == "week" and week.rows[0].since == "2022-01-03" and week.rows[0].until == "2022-01-09"
    put(db, "2012-02-10", "2013-05-05", "2015-05-05")
    assert spans(db, Filter()).unit == "month"


def test_one_old_event_does_not_press_the_rest_together(db: sqlite3.Connection) -> None:
    put(db, "1945-05-08", *[f"2022-04-{d:02}" for d in range(1, 29)])
    found = spans(db, Filter())
    assert found.unit == "day" and found.before == 1 and found.rows[0].since == "2022-04-01" and found.day_before == "2022-03-31"


def test_what_is_known_by_the_year_stands_on_no_day(db: sqlite3.Connection) -> None:
    put(db, *[f"2022-01-{d:02}" for d in range(1, 11)])
    put(db, "2022-01-01", precision="year")
    found = spans(db, Filter())
    assert found.wide == 1 and found.rows[0].total == 1


def test_where_most_is_known_by_the_year_the_unit_is_the_year(db: sqlite3.Connection) -> None:
    put(db, "2020-01-01", "2021-01-01", "2022-01-01", precision="year")
    assert [x.total for x in spans(db, Filter()).rows] == [1, 1, 1]


def test_the_filters_own_days_do_not_narrow_the_stretches(db: sqlite3.Connection) -> None:
    put(db, "2022-04-01", "2022-04-20")
    assert len(spans(db, Filter(since="2022-04-10")).rows) == 20
    assert len(spans(db, Filter(since="2022-04-10"), within=True).rows) == 11


def test_other_fields_do(db: sqlite3.Connection) -> None:
    put(db, "2022-04-01")
    put(db, "2022-04-09", country="NER")
    assert [x.since for x in spans(db, Filter(country=("NER",))).rows] == ["2022-04-09"]


@pytest.mark.parametrize("f", [Filter(), Filter(since="2021"), Filter(until="2022-04-02"), Filter(since="2030", until="2031")])
def test_everything_is_counted_once(db: sqlite3.Connection, f: Filter) -> None:
    put(db, "1830-01-01", "2022-04-01", "2022-04-02", "2022-04-02", None, "9999-12-31", "not a day")
    put(db, "2022-04-01", precision="month")
    assert everything(spans(db, f)) == 8


def test_nothing_at_all(db: sqlite3.Connection) -> None:
    assert spans(db, Filter()).rows == ()
