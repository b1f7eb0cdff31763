"""The timeline: its columns hold the filter's events, and below them they stand day by day."""

from __future__ import annotations

import json
import re

from starlette.testclient import TestClient


def test_days_stand_in_their_order_with_their_events(client: TestClient) -> None:
    page = client.get("/timeline").text
    days = re.findall(r'<h2 id="day-\d+"><time>([^<]+)</time>', page)
    assert days and days == sorted(days, reverse=True) and len(days) == len(set(days))
    turned = re.findall(r'<h2 id="day-\d+"><time>([^<]+)</time>', client.get("/timeline?sort=day").text)
    assert turned == sorted(days)


def test_its_columns_count_what_the_api_counts(client: TestClient) -> None:
    page = client.get("/timeline").text
    data = json.loads(page.partition('id="when-data">')[2].partition("</script>")[0])
    told = sum(d["events"] for d in client.get("/api/v1/days").json() if d["day"])
    assert sum(row[3] for row in data["spans"]) == told > 0


def test_a_chosen_stretch_is_the_filter_and_goes_along(client: TestClient) -> None:
    page = client.get("/timeline?since=2022-04-12&until=2022-04-12").text
    assert "/map?since=2022-04-12&amp;until=2022-04-12" in page
    assert {d[:10] for d in re.findall(r'<h2 id="day-\d+"><time>([^<]+)</time>', page)} == {"2022-04-12"}


def test_it_stands_in_the_navigation_with_its_key(client: TestClient) -> None:
    assert re.search(r'href="/timeline" data-jump="t"', client.get("/").text)
