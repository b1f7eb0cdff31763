"""The map and its timeline: what is chosen on them is the filter in the address, by mouse and by keys, and nothing rough is drawn as a point."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from web.madeup_story import story_desk

if TYPE_CHECKING:
    from web.browsing import Watched


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return story_desk(tmp_path_factory.getbasetemp())


def data_of(client: TestClient, path: str) -> dict[str, Any]:
    html = client.get(path).text
    found = re.search(r'<script type="application/json" id="map-data"[^>]*>(.*?)</script>', html, re.S)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


def test_the_page_says_what_is_rough(client: TestClient) -> None:
    page = client.get("/map").text
    assert "known no finer than" in page and "known only to the province" in page and "known only to the country" in page


def test_the_filter_goes_to_the_script(client: TestClient) -> None:
    data = data_of(client, "/map?country=Kenya&since=2022-06")
    assert data["countries"] == ["KEN"] and data["since"] == "2022-06"
    assert {row[3] for row in data["spots"]} == {"KEN"}


def test_a_column_is_a_link_to_its_days(client: TestClient) -> None:
    page = client.get("/map?country=KEN").text
    link = re.search(r'href="(/map\?[^"]*since=2022-05-0\d[^"]*)"', page)
    assert link and "country=KEN" in link[1] and client.get(link[1].replace("&amp;", "&")).status_code == 200


def test_outlines_are_kept_by_the_browser(client: TestClient) -> None:
    answer = client.get("/map/outlines.tsv")
    assert answer.status_code == 200 and "immutable" in answer.headers["cache-control"] and "\nC\tKEN\tKenya\t" in answer.text


def test_provinces_are_shapes_of_known_arcs() -> None:
    path = Path(__file__).parents[2] / "src/dateline/web/static/map/provinces.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    arcs = sum(line.startswith("A\t") for line in lines)
    shapes = [line.split("\t") for line in lines if line.startswith("P\t")]
    assert {int(a.lstrip("~")) for s in shapes for ring in s[4].split(";") for a in ring.split(",")} == set(range(arcs))
    assert {"NGA", "COD", "UKR", "IND"} <= {s[1] for s in shapes} and path.stat().st_size < 900_000
    assert [s[2] for s in shapes if s[1] == "COD" and "Kivu" in s[3]] == [
        "205413",
        "206938",
    ]  # once each, under the name of reports, with its number


@pytest.mark.parametrize(
    "query", ["box=-10,-20,30,45", "place=Mombasa", "story=none", "near=1&since=2022-06", "text=strike", "status=rejected", "country=XXX"]
)
def test_any_filter_is_shown(client: TestClient, query: str) -> None:
    assert client.get(f"/map?{query}").status_code == 200


def test_a_bad_filter_is_told(client: TestClient) -> None:
    assert client.get("/map?box=1,2").status_code == 400


# --- in a browser


def ready(watched: Watched, path: str = "/map") -> Any:
    page = watched.open(path)
    page.wait_for_selector(".mark-of", state="attached")
    page.wait_for_timeout(150)
    return page


def asked(page: Any) -> dict[str, str]:
    return {k: v[0] for k, v in parse_qs(urlsplit(page.url).query).items()}


def drag(page: Any, selector: str, a: tuple[float, float], b: tuple[float, float], key: str | None = None) -> None:
    page.locator(selector).scroll_into_view_if_needed()
    box = page.locator(selector).bounding_box()
    at = [(box["x"] + box["width"] * x, box["y"] + box["height"] * y) for x, y in (a, b)]
    if key:
        page.keyboard.down(key)
    page.mouse.move(*at[0])
    page.mouse.down()
    page.mouse.move(*at[1], steps=4)
    page.mouse.up()
    if key:
        page.keyboard.up(key)


def test_dragging_over_the_timeline_sets_the_days(watched: Watched) -> None:
    page = ready(watched)
    drag(page, "#spans .plot", (0.5, 0.5), (0.95, 0.5))
    page.wait_for_url("**since=**")
    q = asked(page)
    assert "2022-05-20" < q["since"] < q["until"]
    page.wait_for_selector(".chips")
    told = page.evaluate("q => fetch('/api/v1/places?size=100&' + q).then(r => r.json())", f"since={q['since']}&until={q['until']}")
    assert set(page.locator(".spots a bdi").all_inner_texts()) == {p["name"] for p in told["items"]} > {"Nairobi"}
    assert page.locator(".chips").inner_text().count("2022-0") == 2  # the page's parts follow, without going elsewhere
    page.go_back()
    page.wait_for_function("() => !document.querySelector('.chips')")


def test_the_handles_go_by_arrow_keys(watched: Watched) -> None:
    page = ready(watched)
    days = [row[0] for row in json.loads(page.locator("#map-data").inner_text())["spans"]]
    page.keyboard.press("w")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**since=**")
    page.wait_for_selector(".chips")
    assert asked(page)["since"] == days[2]
    assert page.evaluate("document.activeElement.getAttribute('aria-valuetext')") == days[2]


def test_a_box_drawn_is_the_filters(watched: Watched) -> None:
    page = ready(watched)
    drag(page, "#map", (0.5, 0.3), (0.8, 0.7), key="Shift")
    page.wait_for_url("**box=**")
    south, west, north, east = (float(x) for x in asked(page)["box"].split(","))
    assert south < north and west < east
    page.wait_for_selector(".chips")
    assert "Mali" not in page.locator(".spots").inner_text()


def test_the_view_is_the_box_by_a_key(watched: Watched) -> None:
    page = ready(watched, "/map?country=KEN")
    page.keyboard.press("m")
    page.keyboard.press("+")
    page.keyboard.press("v")
    page.wait_for_url("**box=**")
    south, west, north, east = (float(x) for x in asked(page)["box"].split(","))
    assert south < -2 < north and west < 38 < east and north - south < 40


def test_the_country_in_the_middle_by_a_key_and_out_again(watched: Watched) -> None:
    page = ready(watched, "/map?place=Nairobi")
    for _ in range(6):
        page.locator("#map").press("-")
    page.locator("#map").press("c")
    page.wait_for_url("**country=KEN**")
    assert "place" not in asked(page)
    page.wait_for_selector(".chips :text('KEN')")
    page.locator("#map").press("c")
    page.wait_for_function("() => !location.search.includes('KEN')")


def test_a_province_by_a_click_close_up(watched: Watched) -> None:
    page = watched.page
    with page.expect_response("**/static/map/provinces.tsv**"):
        ready(watched, "/map?place=Nairobi")
        for _ in range(3):
            page.locator("#map").press("+")
    page.wait_for_timeout(400)
    box = page.locator("#map").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2 + 60, box["y"] + box["height"] / 2)
    page.wait_for_url("**place=Nairobi+City**")
    assert asked(page)["country"] == "KEN"
    page.wait_for_selector(".chips :text('KEN')")
    assert "Nairobi" in page.locator(".spots").inner_text()


def test_marks_are_reached_and_opened_by_keys(watched: Watched) -> None:
    page = ready(watched)
    page.keyboard.press("m")
    page.keyboard.press(".")
    page.wait_for_function("() => document.querySelector('#map-says').textContent.includes('Mark 1 of')")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel:not([hidden])")
    assert re.search(r"\d+ events", page.locator("#panel h2").inner_text())


def test_a_place_of_the_list_shows_its_events(watched: Watched) -> None:
    page = ready(watched)
    page.locator(".spots a", has_text="Nairobi").click()
    page.wait_for_selector("#panel .rows .row")
    said = re.search(r"(\d+) event", page.locator("#panel h2").inner_text())
    assert said and page.locator("#panel .row").count() == int(said[1])
    page.locator("#panel a", has_text="Only here").click()
    page.wait_for_url("**place=place-g184745")


def test_what_is_rough_is_never_a_point(watched: Watched) -> None:
    page = ready(watched, "/map?country=COD")
    assert page.locator(".mark-of.rough").count() == 1 and page.locator(".mark-of:not(.rough)").count() == 0
    page = ready(watched, "/map?place=Nairobi")
    assert page.locator(".mark-of.rough").count() == 0


def test_a_cluster_opens_into_its_places(watched: Watched) -> None:
    page = ready(watched, "/map")
    for _ in range(3):
        page.locator("#map").press("-")
    before = page.locator(".mark-of").count()
    page.locator("#map").press(".")
    page.locator("#map").press("Enter")
    page.wait_for_function(
        "n => document.querySelectorAll('#panel .spots li').length > 1 || document.querySelectorAll('.mark-of').length !== n", arg=before
    )


def test_zoom_by_wheel_only_once_the_map_was_touched(watched: Watched) -> None:
    page = ready(watched)
    scale = "document.querySelector('.scale span').textContent"
    before = page.evaluate(scale)
    box = page.locator("#map").bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + 200)
    page.mouse.wheel(0, -300)
    page.wait_for_timeout(200)
    assert page.evaluate(scale) == before
    page.locator("#map").focus()
    page.mouse.move(box["x"] + 300, box["y"] + 150)
    page.mouse.wheel(0, -600)
    page.wait_for_function(f"b => {scale} !== b", arg=before)


def test_without_scripts_the_lists_hold_the_same(chromium: Any, base: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(f"{base}/map")
        assert not page.locator("#map").is_visible() and page.locator(".spots li").count() >= 4
        page.locator("#lands a", has_text="Kenya").or_(page.locator("[data-part=lands] a", has_text="Kenya")).first.click()
        assert "country=KEN" in page.url
        page.locator("input[name=since]").first.fill("2022-06")
        page.locator(".when-form button").click()
        assert "since=2022-06" in page.url and "country=KEN" in page.url
    finally:
        context.close()
