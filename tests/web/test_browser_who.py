"""Actors, network, statements and claims in a real browser: by mouse and by keyboard, decided and undone, on a phone and in the dark."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dateline.desk import open_desk

if TYPE_CHECKING:
    from web.browsing import Watched


@pytest.fixture
def people(folder: Path) -> dict[str, str]:
    """Actors' ids by name, and "tie": two of whom one acts on the other."""
    with open_desk(folder) as desk:
        out = {name: i for i, name in desk.db.execute("SELECT id, name FROM actors")}
        a, b = desk.db.execute("SELECT actor, recipient FROM who_to_whom WHERE actor <> recipient ORDER BY 1, 2").fetchone()
    return out | {"tie": f"{a}/{b}"}


def addresses(people: dict[str, str]) -> list[str]:
    musa = people["Musa Bello"]
    merge = f"/actors/{musa}/merge?other={people['Lamine Kaba']}"
    return [
        "/actors?kind=person",
        f"/actors/{musa}",
        merge,
        f"/actors/{musa}/split",
        "/network",
        f"/network/{people['tie']}",
        "/statements",
        "/statements?view=claims",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_kept_out(watched: Watched, people: dict[str, str], scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python").Axe()
    watched.page.emulate_media(color_scheme=scheme)
    found = {}
    for path in addresses(people):
        serious = [v for v in axe.run(watched.open(path)).response["violations"] if v["impact"] in ("serious", "critical")]
        if serious:
            found[path] = [f"{v['id']}: {v['nodes'][0]['html'][:160]} ({len(v['nodes'])})" for v in serious]
    assert not found, found


def test_nothing_is_wider_than_a_phone(watched: Watched, people: dict[str, str]) -> None:
    watched.page.set_viewport_size({"width": 375, "height": 740})
    over = {path: watched.open(path).evaluate("document.documentElement.scrollWidth - innerWidth") for path in addresses(people)}
    assert not {path: n for path, n in over.items() if n > 0}


def test_an_actor_is_found_opened_merged_and_taken_back(watched: Watched) -> None:
    page = watched.open("/actors")
    page.keyboard.press("/")
    page.keyboard.type("Mousa Belo")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors?actor=Mousa+Belo")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors/actor-*")
    assert page.locator("h1").inner_text() == "Musa Bello"
    page.keyboard.press("m")
    page.wait_for_url("**/merge")
    page.fill("#merge-name", "Lamine Kaba")
    page.keyboard.press("Enter")
    page.wait_for_url("**/merge?name=Lamine*")
    page.keyboard.press("j")
    page.keyboard.press("Space")
    page.locator("button", has_text="Show what would change").click()
    then = page.locator(".sides-table tr", has_text="reports").locator("td").last.inner_text()
    page.fill("input[name=why]", "one man under two names")
    page.locator(".decide-form button").click()
    page.wait_for_selector(".notice")
    assert page.locator(".page-head .mark.person").count() == 1
    assert f"{then} reports" in page.locator(".page-head").inner_text()
    page.keyboard.press("u")
    page.wait_for_selector(".history .undone")
    assert page.locator(".page-head .mark.person").count() == 0


def test_a_name_is_split_off_and_taken_back(watched: Watched, folder: Path, people: dict[str, str]) -> None:
    musa = people["Musa Bello"]
    with open_desk(folder) as desk:
        desk.decide("merge", musa, people["Lamine Kaba"], who="anna", why="")
    page = watched.open(f"/actors/{musa}")
    page.locator(".name-group", has_text="Lamine Kaba").locator("input[type=checkbox]").check()
    page.locator("button", has_text="The chosen are somebody else").click()
    page.wait_for_url("**/split?name=*")
    assert page.locator(".sides-table").count() == 1
    page.locator(".decide-form button").click()
    page.wait_for_selector(".notice")
    assert page.locator(".name-group", has_text="Lamine Kaba").count() == 0
    page.locator(".notice button").click()
    page.wait_for_selector(".name-group >> text=Lamine Kaba")


def test_dots_and_rows_light_each_other(watched: Watched) -> None:
    page = watched.open("/network")
    row = page.locator("tr[data-tie]").first
    row.hover()
    assert page.locator("path.lit").count() == 1 and page.locator("a.dot.lit").count() == 2
    page.locator("h1").hover()
    assert page.locator("path.lit").count() == 0
    page.locator("a.dot").first.focus()
    assert page.locator("tr.lit").count() >= 1


def test_time_narrows_picture_and_table_and_becomes_the_filter(watched: Watched) -> None:
    page = watched.open("/network")
    rows: Any = "[...document.querySelectorAll('tr[data-tie]')].filter(r => !r.hidden).length"
    every = page.evaluate(rows)
    last = int(page.locator("[data-from]").get_attribute("max"))
    assert last >= 1
    page.locator("[data-from]").focus()
    for _ in range(last):
        page.keyboard.press("ArrowRight")
    some = page.evaluate(rows)
    assert 0 < some < every and page.evaluate("document.querySelectorAll('path.line:not(.off)[data-tie]').length") == some
    assert "ties from" in page.locator("[data-net-status]").inner_text()
    page.locator("[data-keep]").click()
    page.wait_for_url("**/network?since=*")
    assert page.locator("tr[data-tie]").count() == some and "until" not in page.url
    page.go_back()
    page.keyboard.press("0")
    assert page.evaluate(rows) == every


def test_a_dot_leads_to_its_actor_and_a_count_to_its_events(watched: Watched) -> None:
    page = watched.open("/network")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/network/actor-*/actor-*")
    assert page.locator("[data-row]").count() >= 1
    page.go_back()
    dot = page.locator("a.dot").first
    wanted = dot.get_attribute("data-node")
    dot.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/actors/{wanted}")


def test_statements_are_searched_narrowed_and_judged(watched: Watched) -> None:
    page = watched.open("/statements")
    every = page.locator("[data-row]").count()
    page.locator(".facet a", has_text="in their own words").click()
    page.wait_for_url("**kind=direct**")
    assert 0 < page.locator("[data-row]").count() < every
    page.fill("input[name=said]", "wages")
    page.keyboard.press("Enter")
    page.wait_for_url("**said=wages**")
    assert "kind=direct" in page.url and page.locator("[data-row]").count() == 1
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.wait_for_selector(".notice")
    assert page.locator("[data-row]").count() == 0
    page.keyboard.press("u")
    page.wait_for_selector("[data-row]")


def test_claims_against_each_other_are_judged(watched: Watched) -> None:
    page = watched.open("/statements?view=claims")
    sides = page.locator(".quarrel.contested .claim")
    left, right = sides.nth(0).bounding_box(), sides.nth(1).bounding_box()
    assert left and right and left["y"] == right["y"] and left["x"] + left["width"] < right["x"]
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.wait_for_selector(".notice")
    assert page.locator(".claim .mark.accepted").count() == 1
    page.locator(".notice button").click()
    page.wait_for_function("document.querySelectorAll('.claim .mark.accepted').length === 0")


def test_all_of_it_without_scripts(chromium: Any, base: str, people: dict[str, str]) -> None:
    context = chromium.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(f"{base}/network")
        assert page.locator("a.dot").count() > 3 and page.locator("[data-time]").is_hidden()
        page.goto(f"{base}/actors/{people['Musa Bello']}/merge?other={people['Lamine Kaba']}")
        page.locator(".decide-form button").click()
        page.wait_for_selector(".notice")
    finally:
        context.close()
