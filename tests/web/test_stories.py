"""A story day by day: its pause is told, nothing of it is lost, and the list finds it."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.desk import open_desk
from dateline.web.connections import reading
from dateline.web.storyline import _later, _when, line, story_row
from web.madeup_story import story_desk


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return story_desk(tmp_path_factory.getbasetemp())


@pytest.fixture
def strike(made: Path) -> str:
    """The story of the dock workers."""
    with reading(made) as db:
        (found,) = db.execute("SELECT id FROM stories WHERE articles > 1").fetchone()
    return str(found)


def test_days_in_order_with_the_pause(made: Path, strike: str) -> None:
    with reading(made) as db:
        found = line(db, strike)
    days = [d.day for d in found.days]
    assert days == sorted(days) and days[0] == "2022-05-02"
    assert [(d.day, d.pause) for d in found.days if d.pause] == [("2022-06-27", 49)] and found.pauses == 1


def test_gaps_are_told_between_days_not_next_to_each_other(made: Path, strike: str) -> None:
    with reading(made) as db:
        gaps = {d.day: d.gap for d in line(db, strike).days}
    assert gaps["2022-05-03"] is None and gaps["2022-05-05"] == "2 days later"


def test_nothing_of_the_story_is_lost(made: Path, strike: str) -> None:
    with reading(made) as db:
        found, row = line(db, strike), story_row(db, strike)
        statements = db.execute(
            "SELECT count(*) FROM statements s JOIN articles a ON a.id = s.article WHERE a.story = ?", (strike,)
        ).fetchone()[0]
    everywhere = [*found.days, found.undated]
    assert row and sum(len(d.reports) for d in everywhere) == row.articles == 6
    assert sum(len(d.events) for d in everywhere) + len(found.before) == row.events
    assert sum(t.reports for d in everywhere for t in d.sayings) == statements


def test_what_happened_long_before_stands_apart(folder: Path, strike: str) -> None:
    with open_desk(folder) as desk:
        old = desk.db.execute("SELECT id FROM events WHERE story = ? AND first_day = '2022-05-03'", (strike,)).fetchone()[0]
        desk.decide("correct", old, "day", "1998-03-01", who="anna", why="it says so")
    with reading(folder) as db:
        assert [e.first_day for e in line(db, strike).before] == ["1998-03-01"]


def test_the_page(client: TestClient, strike: str) -> None:
    page = client.get(f"/stories/{strike}").text
    assert "no report for 49 days, then taken up again" in page and "Only statements" in page and "Simon Otieno" in page


def test_only_one_kind(client: TestClient, strike: str) -> None:
    page = client.get(f"/stories/{strike}?show=reports").text
    assert "entry report" in page and "entry event" not in page and "entry saying" not in page
    assert client.get(f"/stories/{strike}?show=nothing").status_code == 400


def test_the_list_shows_stories_of_several_reports(client: TestClient, strike: str) -> None:
    page = client.get("/stories").text
    assert page.count("story-row") == 1 and strike in page and "chart-line" in page
    assert client.get("/stories?alone=1").text.count("story-row") == 4


def test_the_list_by_filter_and_order(client: TestClient, strike: str) -> None:
    page = client.get("/stories?alone=1&country=KEN&order=events").text
    assert page.count("story-row") == 2 and page.index(strike) < page.index("Kenya and Ethiopia") and "found" in page
    assert client.get("/stories?order=; DROP TABLE stories").status_code == 400


def test_a_story_that_is_not_there(client: TestClient) -> None:
    assert client.get("/stories/story-nope").status_code == 404


@pytest.mark.parametrize(
    ("one", "two", "words"),
    [
        ("2022-05-02", "2022-05-03", None),
        ("2022-05-03", "2022-05-09", "6 days later"),
        ("2012", "2017", "5 years later"),
        ("2012", "2012-06-03", None),
        ("2021-11", "2022-02-05", "3 months later"),
        ("2019-01-01", "2022-02-05", "3 years later"),
    ],
)
def test_a_gap_is_told_no_more_exactly_than_both_days_are_known(one: str, two: str, words: str | None) -> None:
    assert _later(one, two) == words


def test_a_year_stays_a_year() -> None:
    assert (_when("2012"), _when("2012-03"), _when("2012-03-04/2012-03-09"), _when("soon"), _when(None)) == (
        "2012",
        "2012-03",
        "2012-03-04",
        None,
        None,
    )
