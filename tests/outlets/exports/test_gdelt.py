from __future__ import annotations

import dataclasses
import io

import pytest

from dateline.outlets.exports.gdelt import COLUMNS
from dateline.outlets.exports.rows import Days, EventRow
from outlets.exports.events import ARMY, LOIKAW, event, telling
from outlets.exports.written import written

ACTOR = [
    "Code",
    "Name",
    "CountryCode",
    "KnownGroupCode",
    "EthnicCode",
    "Religion1Code",
    "Religion2Code",
    "Type1Code",
    "Type2Code",
    "Type3Code",
]
GEO = ["_Type", "_FullName", "_CountryCode", "_ADM1Code", "_ADM2Code", "_Lat", "_Long", "_FeatureID"]


def read(row: EventRow):  # type: ignore[no-untyped-def]
    pandas = pytest.importorskip("pandas")
    return pandas.read_csv(io.StringIO(written("gdelt", row)), sep="\t", header=None, names=COLUMNS, dtype=str, keep_default_na=False).iloc[
        0
    ]


def test_the_sixty_one_columns() -> None:
    assert (
        *["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"],
        *(a + c for a in ("Actor1", "Actor2") for c in ACTOR),
        *[
            "IsRootEvent",
            "EventCode",
            "EventBaseCode",
            "EventRootCode",
            "QuadClass",
            "GoldsteinScale",
            "NumMentions",
            "NumSources",
            "NumArticles",
            "AvgTone",
        ],
        *(a + c for a in ("Actor1Geo", "Actor2Geo", "ActionGeo") for c in GEO),
        "DATEADDED",
        "SOURCEURL",
    ) == COLUMNS
    assert len(COLUMNS) == 61 and len(written("gdelt", event()).rstrip("\n").split("\t")) == 61


def test_there_is_no_header() -> None:
    assert written("gdelt") == ""


def test_the_event() -> None:
    row = read(event(tellings=(telling(1), telling(2, outlet="other.example"), telling(2, id="again"))))
    assert (row.SQLDATE, row.MonthYear, row.Year, row.FractionDate) == ("20220503", "202205", "2022", "2022.4192")
    assert (row.Actor1Code, row.Actor1Name, row.Actor1Type1Code, row.Actor2Code) == ("MMRMIL", "THE ARMY", "MIL", "MMRCVL")
    assert (row.EventCode, row.EventBaseCode, row.EventRootCode, row.QuadClass, row.GoldsteinScale) == ("195", "195", "19", "4", "-10")
    assert (row.NumMentions, row.NumSources, row.NumArticles, row.IsRootEvent) == ("3", "2", "2", "1")
    assert row.SOURCEURL == "https://news.example/1"


def test_codes_keep_their_leading_nought() -> None:
    row = read(event(type="RETREAT", mode="ceasefire"))
    assert (row.EventCode, row.EventBaseCode, row.EventRootCode) == ("0871", "087", "08")


def test_where_it_happened_and_not_where_somebody_is() -> None:
    row = read(event())
    assert (row.ActionGeo_Type, row.ActionGeo_FullName, row.ActionGeo_CountryCode) == ("4", "Loikaw, Kayah State, Myanmar", "BM")
    assert row.Actor1Geo_FullName == row.Actor2Geo_Lat == row.AvgTone == ""


@pytest.mark.parametrize(
    ("precision", "kind", "lat"), [("country", "1", "20"), ("province", "5", "20"), ("site", "4", "19.6744"), ("region", "", "")]
)
def test_geo_types(precision: str, kind: str, lat: str) -> None:
    row = read(event(place=dataclasses.replace(LOIKAW, precision=precision)))
    assert (row.ActionGeo_Type, row.ActionGeo_Lat) == (kind, lat)


def test_american_places_have_types_of_their_own() -> None:
    assert read(event(place=dataclasses.replace(LOIKAW, country="USA"))).ActionGeo_Type == "3"


def test_a_month_is_no_day() -> None:
    row = read(event(days=Days("2022-05", "month", "2022-05-01", "2022-05-31")))
    assert (row.SQLDATE, row.MonthYear, row.Year, row.FractionDate) == ("", "202205", "2022", "")
    row = read(event(days=Days("202", "decade", "2020-01-01", "2029-12-31")))
    assert (row.MonthYear, row.Year) == ("", "")


def test_unknown_is_empty() -> None:
    row = read(
        event(
            actors=(dataclasses.replace(ARMY, country=None, sector=None),),
            place=None,
            days=None,
            tellings=(telling(lead=None, outlet=None, url=None),),
        )
    )
    assert (row.Actor1Code, row.Year, row.ActionGeo_Type, row.IsRootEvent, row.NumSources, row.SOURCEURL, row.DATEADDED) == ("",) * 7


def test_the_time_of_taking_in() -> None:
    assert read(event(added="2022-05-05T06:15:00+00:00")).DATEADDED == "20220505061500"
