from __future__ import annotations

import io

import pytest

from dateline.outlets.exports.rows import Days
from outlets.exports.events import ARMY, TEACHER, event, telling
from outlets.exports.written import written

FIELD = """Event ID, Event Date, Event Type, Event Mode, Intensity, Quad Code, Contexts, Actor Name, Actor Country, Actor COW, Primary Actor Sector,
Actor Sectors, Actor Title, Actor Name Raw, Wikipedia Actor ID, Recipient Name, Recipient Country, Recipient COW, Primary Recipient Sector, Recipient Sectors,
Recipient Title, Recipient Name Raw, Wikipedia Recipient ID, Placename, City, District, Province, Country, Latitude, Longitude, GeoNames ID, Raw Placename,
Feature Type, Source, Publication Date, Story People, Story Organizations, Story Locations, Language, Version"""


def read(*rows):  # type: ignore[no-untyped-def]
    pandas = pytest.importorskip("pandas")
    return pandas.read_csv(io.StringIO(written("polecat", *rows)), sep="\t", dtype=str, keep_default_na=False)


def test_the_forty_columns() -> None:
    assert list(read(event()).columns) == " ".join(FIELD.split()).split(", ")


def test_who_to_whom_where() -> None:
    row = read(event()).iloc[0]
    assert (row["Actor Name"], row["Actor Country"], row["Actor COW"], row["Primary Actor Sector"]) == ("the army", "MMR", "775", "MIL")
    assert (row["Actor Title"], row["Actor Name Raw"]) == ("chief of staff", "The army")
    assert (row["Recipient Name"], row["City"], row["Province"], row["GeoNames ID"]) == ("pupils", "Loikaw", "Kayah State", "1309937")
    assert (row["Event Date"], row["Quad Code"], row["Language"]) == ("2022-05-03", "MATERIAL CONFLICT", "en")


def test_the_publication_date_is_never_the_events() -> None:
    row = read(event(days=None)).iloc[0]
    assert (row["Event Date"], row["Publication Date"]) == ("", "2022-05-04")
    assert read(event(days=Days("2022-05", "month", "2022-05-01", "2022-05-31"))).iloc[0]["Event Date"] == ""


def test_parties_share_a_cell_in_their_order() -> None:
    row = read(event(actors=(ARMY, TEACHER))).iloc[0]
    assert (row["Actor Name"], row["Actor Sectors"], row["Actor Title"]) == ("the army; Ma Thuzar", "MIL; EDU", "chief of staff;")


def test_a_line_break_or_a_quote_in_a_name_breaks_no_row() -> None:
    table = read(event(tellings=(telling(outlet='The "Star\n\tDaily'),)), event(id="y"))
    assert len(table) == 2 and table.iloc[0]["Source"] == "The 'Star Daily"
