from __future__ import annotations

import dataclasses
import io
from collections import Counter

import pytest

from dateline.outlets.exports import export
from dateline.outlets.exports.country_months import COLUMNS
from dateline.outlets.exports.rows import Days, EventRow, Toll
from outlets.exports.events import LOIKAW, event, telling
from outlets.exports.written import written

JUNE = Days("2022-06", "month", "2022-06-01", "2022-06-30")


def read(*rows: EventRow):  # type: ignore[no-untyped-def]
    pandas = pytest.importorskip("pandas")
    return pandas.read_csv(io.StringIO(written("country-months", *rows)))


def test_events_are_counted_once_and_reports_each() -> None:
    table = read(event(tellings=(telling(1), telling(2))), event(id="y", type="PROTEST", mode="demo", killed=None))
    assert list(table.columns) == list(COLUMNS) and len(table) == 1
    row = table.iloc[0]
    assert (row.country, row.cow, row.year, row.month, row.month_id) == ("MMR", 775, 2022, 5, 509)
    assert (row.events, row.reports, row.assault, row.protest, row.material_conflict) == (2, 3, 1, 1, 2)


def test_january_1980_is_month_1() -> None:
    assert read(event(days=Days("1980-01", "month", "1980-01-01", "1980-01-31"))).iloc[0].month_id == 1


def test_the_sums_of_the_dead_are_bounds() -> None:
    row = read(event(), event(id="y", killed=Toll(4, None)), event(id="z", killed=Toll(None, 2))).iloc[0]
    assert (row.killed_low, row.killed_high) == (7, 11)


def test_rows_are_sorted_and_only_months_with_events_stand() -> None:
    thai = dataclasses.replace(LOIKAW, country="THA")
    table = read(event(place=thai), event(id="y", days=JUNE), event(id="z"))
    assert list(zip(table.country, table.month, strict=True)) == [("MMR", 5), ("MMR", 6), ("THA", 5)]


@pytest.mark.parametrize("changes", [{"place": None}, {"days": None}, {"days": Days("2022", "year", "2022-01-01", "2022-12-31")}])
def test_what_belongs_to_no_country_or_month_is_counted_as_left_out(changes: dict[str, object]) -> None:
    left_out: Counter[str] = Counter()
    data = b"".join(export([event(**changes)], "country-months", left_out=left_out)).decode()
    assert len(data.splitlines()) == 1 and sum(left_out.values()) == 1


def test_a_type_of_another_codebook_is_an_event_and_no_plover_type() -> None:
    row = read(event(type="strikes:walkout", mode=None)).iloc[0]
    assert row.events == 1 and row.assault == 0
