from __future__ import annotations

import dataclasses
import io

import pytest

from dateline.outlets.exports.flat import COLUMNS
from outlets.exports.events import ARMY, LOIKAW, PUPILS, event, telling
from outlets.exports.written import written

pandas = pytest.importorskip("pandas")


def table(*rows, **options):  # type: ignore[no-untyped-def]
    return pandas.read_csv(io.StringIO(written("csv", *rows, **options)), dtype=str, keep_default_na=False)


def test_pandas_reads_the_columns() -> None:
    assert list(table(event()).columns) == list(COLUMNS)


def test_one_event_is_one_row_however_many_tell_of_it() -> None:
    row = table(event(tellings=tuple(telling(n) for n in range(300)))).iloc[0]
    assert row.reports == "300" and row.outlets == "news.example" and row.all_urls.count("; ") == 299


def test_the_words_of_the_event() -> None:
    row = table(event()).iloc[0]
    assert (row.actors, row.recipients, row.place, row.date) == ("the army", "pupils", "Loikaw", "2022-05-03")
    assert (row.killed_low, row.killed_high, row.injured_low) == ("3", "5", "")
    assert (row.latitude, row.longitude, row.place_precision) == ("19.67", "97.21", "city")
    assert (row.cameo, row.goldstein, row.intensity) == ("195", "-10", "-10")
    assert row.quote == "The army bombed a school in Loikaw on 3 May 2022, the teacher said."
    assert row.decided_by == "machine"


def test_countries_of_parties_stand_side_by_side() -> None:
    row = table(event(actors=(ARMY, dataclasses.replace(PUPILS, country=None)))).iloc[0]
    assert row.actor_countries == "MMR; " and row.actors == "the army; pupils"


def test_unknown_is_empty() -> None:
    row = table(event(mode=None, actors=(), place=None, days=None, killed=None)).iloc[0]
    assert [
        row[c] for c in ("mode", "actors", "actor_countries", "place", "latitude", "country", "first_day", "killed_low", "status", "story")
    ] == [""] * 10


def test_southern_latitudes_stay_numbers_and_formulas_do_not_run() -> None:
    south = dataclasses.replace(LOIKAW, lat=-19.67, name="=HYPERLINK(1)")
    row = table(event(place=south)).iloc[0]
    assert (row.latitude, row.place) == ("-19.67", "'=HYPERLINK(1)")


def test_excel_is_told_of_utf_8_on_request() -> None:
    assert written("csv", options=["bom"]).startswith("\ufeffevent_id,")
    assert written("csv").startswith("event_id,")


def test_parquet_holds_the_same_with_types() -> None:
    pytest.importorskip("pyarrow")
    from dateline.outlets.exports import export

    found = pandas.read_parquet(io.BytesIO(b"".join(export([event(), event(id="y", place=None)], "parquet"))))
    assert list(found.columns) == list(COLUMNS)
    assert list(found.actors[0]) == ["the army"] and found.killed_low[0] == 3 and found.latitude[0] == 19.67
    assert pandas.isna(found.latitude[1]) and len(found) == 2
