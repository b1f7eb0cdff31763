"""Map, places and stories in a real browser: open to everybody, no wider than a phone, reached by keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from web.madeup_story import story_desk

if TYPE_CHECKING:
    from web.browsing import Watched

PATHS = (
    "/map",
    "/map?since=2022-06&country=KEN",
    "/places",
    "/places/place-g186301",
    "/places/place-g2453866",
    "/stories",
    "/stories?alone=1",
)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return story_desk(tmp_path_factory.getbasetemp())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_keeps_nobody_out(watched: Watched, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python").Axe()
    watched.page.emulate_media(color_scheme=scheme)
    found: dict[str, list[str]] = {}

    def look(path: str) -> None:
        for v in axe.run(watched.page).response["violations"]:
            if v["impact"] in ("serious", "critical"):
                found.setdefault(path, []).append(f"{v['id']}: {v['nodes'][0]['html'][:200]} ({len(v['nodes'])})")

    for path in PATHS:
        watched.open(path)
        look(path)
    watched.page.locator(".row .headline").first.click()
    watched.page.wait_for_url("**/stories/story-*")
    look("story")
    watched.open("/map")
    watched.page.locator(".spots a").first.click()
    watched.page.wait_for_selector("#panel .rows .row")
    look("map with a place")
    assert not found, found


def test_nothing_is_wider_than_a_phone(watched: Watched) -> None:
    watched.page.set_viewport_size({"width": 375, "height": 740})
    wide = {}
    for path in PATHS:
        page = watched.open(path)
        if over := page.evaluate("document.documentElement.scrollWidth - innerWidth"):
            wide[path] = over
    assert not wide, wide


def test_from_the_list_to_a_story_by_keys(watched: Watched) -> None:
    page = watched.open("/")
    page.keyboard.press("g")
    page.keyboard.press("s")
    page.wait_for_url("**/stories")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories/story-*")
    assert "49 days" in page.locator(".pause").inner_text()
    page.keyboard.press("j")
    assert page.locator(".entry.chosen").count() == 1


def test_a_sort_order_goes_by_itself(watched: Watched) -> None:
    page = watched.open("/stories")
    page.locator("input[name=alone]").check()
    page.wait_for_url("**alone=1**")
    assert page.locator(".story-row").count() == 4
