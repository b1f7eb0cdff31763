"""What is asked often is answered from an index: the statements that are really made, and how SQLite says that it answers them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable

import pytest

from dateline.desk import Desk, Filter
from dateline.desk.actor_rows import refresh_actors
from dateline.desk.events import refresh_events
from dateline.desk.folding import fold_waiting
from dateline.desk.query import ORDER, where
from dateline.desk.story_rows import refresh_stories


def plans(db: sqlite3.Connection, act: Callable[[], object], table: str) -> str:
    """How the statements that `act` makes on a table are answered."""
    asked: list[str] = []
    db.set_trace_callback(asked.append)
    act()
    db.set_trace_callback(None)
    mine = [sql for sql in asked if re.search(rf"(FROM|JOIN) {table}\b", sql) and sql.startswith(("SELECT", "WITH"))]
    assert mine, f"nothing was asked of {table}"
    return "\n".join(row[3] for sql in mine for row in db.execute(f"EXPLAIN QUERY PLAN {sql}"))


def test_the_list_of_actors_is_not_sorted(desk: Desk) -> None:
    plan = plans(desk.db, lambda: desk.find(what="actors"), "actors")
    assert "SCAN actors USING INDEX actors_told" in plan


def test_what_nobody_decided_comes_least_sure_first_without_sorting(desk: Desk) -> None:
    sql, values = where(desk.db, Filter(status="undecided"))
    rest = f"e.confidence, e.id FROM events e WHERE {sql} AND (e.confidence, e.id) > (0.1, 'a') ORDER BY {ORDER['unsure']} LIMIT 5"
    plan = "\n".join(row[3] for row in desk.db.execute(f"EXPLAIN QUERY PLAN SELECT {rest}", values))
    assert "events_undecided" in plan
    assert "TEMP B-TREE" not in plan


def test_the_reports_of_an_event_are_found_without_reading_its_tellings(desk: Desk) -> None:
    event = desk.find().rows[0].id
    assert "COVERING INDEX tellings_of_event" in plans(desk.db, lambda: refresh_events(desk.db, [event]), "tellings")


def test_no_actor_is_made_anew_by_reading_what_all_articles_say_of_it(desk: Desk) -> None:
    actor = desk.find(what="actors").rows[0].id
    plan = plans(desk.db, lambda: refresh_actors(desk.db, [actor]), "name_votes")
    assert "article_actors" not in plan
    plan = plans(desk.db, lambda: refresh_actors(desk.db, [actor]), "article_actors")
    assert "COVERING INDEX article_actors_key" in plan


def test_whether_something_waits_is_asked_of_the_index(desk: Desk) -> None:
    plan = plans(desk.db, lambda: list(fold_waiting(desk.db)), "articles")
    assert not re.search(r"SCAN articles$", plan, re.MULTILINE), plan


@pytest.mark.parametrize(
    ("condition", "index"),
    [("c.claimant_key IN (SELECT key FROM names WHERE actor = 'a')", "claims_claimant"), ("c.kind IN ('office', 'toll')", "claims_kind")],
)
def test_claims_are_found_by_who_claims_and_what(desk: Desk, condition: str, index: str) -> None:
    sql = (
        f"SELECT c.id, c.object FROM claims c JOIN articles a ON a.id = c.article WHERE {condition} ORDER BY a.published DESC, c.id LIMIT 5"
    )
    assert index in "\n".join(row[3] for row in desk.db.execute(f"EXPLAIN QUERY PLAN {sql}"))


def test_the_outlets_of_events_are_counted_without_reading_their_reports(desk: Desk) -> None:
    sql = "SELECT a.outlet FROM tellings t JOIN articles a ON a.id = t.article WHERE a.outlet IS NOT NULL AND t.event IN ('a', 'b')"
    plan = "\n".join(row[3] for row in desk.db.execute(f"EXPLAIN QUERY PLAN {sql}"))
    assert "a USING COVERING INDEX articles_told_by" in plan


@pytest.mark.parametrize("sort", ["day", "-day"])
def test_the_first_page_of_events_and_of_reports_is_cut_before_everything_is_sorted(desk: Desk, sort: str) -> None:
    for what, table in (("events", "events"), ("articles", "articles")):
        plan = plans(desk.db, lambda what=what: desk.find(Filter(sort=sort), what), table)  # type: ignore[misc]
        assert "TEMP B-TREE FOR ORDER BY" not in plan, plan


def test_the_events_of_reports_are_found_without_reading_their_tellings(desk: Desk) -> None:
    plan = plans(desk.db, lambda: desk.find(Filter(text="farmers")), "tellings")
    assert "COVERING INDEX tellings_of_article" in plan


@pytest.mark.parametrize("f", [Filter(type=("ASSAULT",)), Filter(country=("MLI",))])
def test_the_reports_of_a_type_or_country_are_found_without_reading_the_events(desk: Desk, f: Filter) -> None:
    plan = plans(desk.db, lambda: desk.find(f, "articles"), "events")
    assert "e USING COVERING INDEX events_" in plan and "COVERING INDEX tellings_of_event" in plan


def test_the_days_that_trends_look_at_are_found_in_their_index(desk: Desk) -> None:
    for by in ("actor", "country", "type", "outlet"):
        plan = plans(desk.db, lambda by=by: desk.trends(by=by, until="2022-05-01"), "events")  # type: ignore[misc]
        assert "SEARCH e USING INDEX events_told" in plan, plan


def test_a_place_is_found_first_and_its_events_from_an_index(desk: Desk) -> None:
    plan = plans(desk.db, lambda: desk.find(Filter(place="Kidal")), "events")
    assert "INDEX events_place (place=?)" in plan and "COVERING INDEX article_places_name" in plan


def test_the_row_of_a_story_is_made_without_reading_its_articles(desk: Desk) -> None:
    story = desk.db.execute("SELECT id FROM stories ORDER BY articles DESC, id").fetchone()[0]
    before = desk.db.execute("SELECT * FROM stories WHERE id = ?", (story,)).fetchone()
    plan = plans(desk.db, lambda: refresh_stories(desk.db, [story]), "articles")
    assert "USING COVERING INDEX articles_of_story (story=?)" in plan
    assert "TEMP B-TREE FOR ORDER BY" not in plan
    assert desk.db.execute("SELECT * FROM stories WHERE id = ?", (story,)).fetchone() == before
