from __future__ import annotations

import dataclasses
import io

import pytest

from dateline.outlets.exports.rows import Days, EventRow, Party, Toll
from outlets.exports.events import ARMY, LOIKAW, PUPILS, TEACHER, UNION, event
from outlets.exports.written import written

FIELD = """event_id_cnty, event_date, year, time_precision, disorder_type, event_type, sub_event_type, actor1, assoc_actor_1, inter1, actor2, assoc_actor_2,
inter2, interaction, civilian_targeting, iso, region, country, admin1, admin2, admin3, location, latitude, longitude, geo_precision, source, source_scale, notes,
fatalities, tags, timestamp"""
HXL = """#event+code #date+occurred #event+type #event+type+sub #group+name+first #group+name+second #country+name #country+code #region+name #adm1+name
#loc+name #geo+lat #geo+lon #meta+source #description #affected+killed"""


def read(*rows: EventRow, **options):  # type: ignore[no-untyped-def]
    pandas = pytest.importorskip("pandas")
    return pandas.read_csv(io.StringIO(written("acled", *rows, **options)), dtype=str, keep_default_na=False)


def test_the_thirty_one_columns() -> None:
    assert list(read(event()).columns) == " ".join(FIELD.split()).split(", ")


def test_the_hxl_row_tags_each_column_once() -> None:
    tags = read(event(), options=["hxl"]).iloc[0]
    assert sorted(t for t in tags if t) == sorted(HXL.split())
    assert (tags.country, tags.iso, tags.fatalities) == ("#country+name", "#country+code", "#affected+killed")


def test_an_air_raid() -> None:
    row = read(event()).iloc[0]
    assert (row.disorder_type, row.event_type, row.sub_event_type) == (
        "Political violence",
        "Explosions/Remote violence",
        "Air/drone strike",
    )
    assert (row.actor1, row.inter1, row.actor2, row.inter2, row.interaction) == (
        "the army",
        "State forces",
        "pupils",
        "Civilians",
        "State forces-Civilians",
    )
    assert (row.iso, row.country, row.region, row.admin1, row.location) == ("104", "Myanmar", "Southeast Asia", "Kayah State", "Loikaw")
    assert (row.event_date, row.year, row.time_precision, row.geo_precision) == ("2022-05-03", "2022", "1", "1")
    assert row.event_id_cnty.startswith("MMR")


def test_the_fatalities_are_the_least_told_and_unknown_is_not_nought() -> None:
    row = read(event()).iloc[0]
    assert row.fatalities == "3" and "killed=3 to 5" in row.tags
    assert read(event(killed=None)).iloc[0].fatalities == ""
    assert read(event(killed=Toll(None, 9))).iloc[0].fatalities == ""


@pytest.mark.parametrize(
    ("type", "mode", "whom", "expected"),
    [
        ("ASSAULT", "firearms", (UNION,), ("Battles", "Armed clash", "")),
        ("ASSAULT", "firearms", (TEACHER,), ("Violence against civilians", "Attack", "Civilian targeting")),
        ("ASSAULT", "firearms", (), ("", "", "")),
        ("ASSAULT", "abduct", (TEACHER,), ("Violence against civilians", "Abduction/forced disappearance", "Civilian targeting")),
        ("PROTEST", "demo", (), ("Protests", "", "")),
        ("PROTEST", "riot", (), ("Riots", "Violent demonstration", "")),
        ("RETREAT", "ceasefire", (UNION,), ("Strategic developments", "Agreement", "")),
        ("CONSULT", "visit", (UNION,), ("", "", "")),
        ("mine:walkout", None, (), ("", "", "")),
    ],
)
def test_categories_by_deed_and_recipient(type: str, mode: str | None, whom: tuple[Party, ...], expected: tuple[str, str, str]) -> None:
    row = read(event(type=type, mode=mode, recipients=whom)).iloc[0]
    assert (row.event_type, row.sub_event_type, row.civilian_targeting) == expected


def test_a_foreign_army_is_an_external_force_and_protesters_are_protesters() -> None:
    assert read(event(actors=(dataclasses.replace(ARMY, country="THA"),))).iloc[0].inter1 == "External/Other forces"
    assert read(event(type="PROTEST", mode="demo", actors=(PUPILS,), recipients=())).iloc[0].inter1 == "Protesters"
    assert read(event(actors=(dataclasses.replace(ARMY, sector=None),))).iloc[0].inter1 == ""


def test_a_month_has_no_day() -> None:
    row = read(event(days=Days("2022-05", "month", "2022-05-01", "2022-05-31"))).iloc[0]
    assert (row.event_date, row.year, row.time_precision) == ("", "2022", "3")


def test_a_country_is_no_point() -> None:
    row = read(event(place=dataclasses.replace(LOIKAW, precision="country"))).iloc[0]
    assert (row.latitude, row.longitude, row.geo_precision) == ("", "", "")


def test_the_time_of_taking_in() -> None:
    assert read(event(added="2022-05-05T00:00:00+00:00")).iloc[0].timestamp == "1651708800"
    assert read(event()).iloc[0].timestamp == ""
