"""Trends are the desk's own, with stretches that add up to them and words that a reader without the drawing has too."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.desk.filter import Filter
from dateline.desk.store import open_store
from dateline.web import rises as module
from dateline.web.connections import reading
from dateline.web.rises import Window, rises, timeless, window
from dateline.web.screens import trends as screen


@pytest.fixture
def risen(folder: Path) -> Path:
    """The desk with marches: three in the last two days, two in the weeks before; and one agreement in each."""
    days = [("PROTEST", d) for d in ("2022-04-21", "2022-04-21", "2022-04-20", "2022-04-10", "2022-04-07")]
    days += [("AGREE", d) for d in ("2022-04-21", "2022-04-21", "2022-04-19", "2022-04-18", "2022-04-16", "2022-04-15", "2022-04-11")]
    with open_store(folder) as db:
        for n, (kind, day) in enumerate(days):
            db.execute(
                "INSERT INTO events (id, type, contexts, modality, first_day, last_day, date_precision, confidence, tellings, articles, outlets,"
                " first_published, last_published, contested, made_by) VALUES (?, ?, '[]', 'asserted', ?, ?, 'day', 0.9, 1, 1, 1, ?, ?, '[]', 'fold@0')",
                (f"event-made-up-{n}", kind, day, day, day, day),
            )
    return folder


@pytest.mark.parametrize("by", ["actor", "country", "place", "type", "outlet", "word"])
def test_every_kind_is_shown(client: TestClient, by: str) -> None:
    page = client.get(f"/trends?by={by}&days=3")
    assert page.status_code == 200
    assert 'aria-current="page"' in page.text


def test_stretches_add_up_to_what_the_trend_counts(risen: Path) -> None:
    f = Filter()
    with reading(risen) as db:
        w = window(db, f, 2)
        assert isinstance(w, Window) and w.end.isoformat() == "2022-04-21" and (w.end - w.start).days == 1
        found = rises(db, f, "type", 2, w)
        assert {r.trend.key: r.trend.now for r in found}.items() >= {"PROTEST": 3, "AGREE": 2}.items()
        for r in found:
            assert r.stretches[-1] == r.trend.now and sum(r.stretches[:-1]) == r.trend.past
            assert r.evidence and all(p.to.startswith("/events/") for p in r.evidence)


def test_the_filters_days_end_the_stretch_and_leave_a_past(folder: Path) -> None:
    f = Filter(since="2022-04-14", until="2022-04-18")
    with reading(folder) as db:
        w = window(db, f, 7)
        assert w is not None and w.end.isoformat() == "2022-04-18"
    assert timeless(f) == Filter()


@pytest.mark.usefixtures("risen")
def test_small_numbers_are_said_to_be_chance(client: TestClient) -> None:
    page = client.get("/trends?by=type&days=2").text
    assert "May be chance" in page and "more likely than not" in page


@pytest.mark.usefixtures("risen")
def test_the_drawing_has_its_words(client: TestClient) -> None:
    page = client.get("/trends?by=type&days=2").text
    assert re.search(r'aria-label="before: (\d+, ){7}\d+; now: \d+"', page)


@pytest.mark.parametrize(
    "query", ["by=nothing", "days=0", "days=x", "days=99999999999", "until=2022-99-99", "until=0001-01-02", "days=3650&until=0099-01-02"]
)
def test_what_cannot_rise_is_said(client: TestClient, query: str) -> None:
    assert client.get(f"/trends?{query}").status_code == 400


def test_words_of_many_reports_are_counted_apart(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "INLINE", {"word": 0})
    module.apart.cache_clear()
    page = client.get("/trends?by=word&days=5").text
    assert "This is being counted" in page
    until = time.monotonic() + 90
    while "being counted" in page and time.monotonic() < until:
        time.sleep(0.2)
        page = client.get("/trends?by=word&days=5").text
    assert "How it is counted" in page and "being counted" not in page


def test_chances_are_said_in_words() -> None:
    assert screen.chance(0.8) == "more likely than not"
    assert screen.chance(0.0011) == "1 in 910"
    assert screen.chance(0.09) == "1 in 11"
    assert screen.chance(1e-9) == "less than 1 in a million"
