"""The desk in a real browser: reached, read, filtered, decided and undone, exported; by keyboard, on a phone, light and dark."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from web.browsing import Watched

Ids = dict[str, str]
SERIOUS = ("serious", "critical")


def every_screen(page: Any, ids: Ids) -> list[str]:
    """The addresses in the navigation, and a page of each thing."""
    listed = page.eval_on_selector_all("nav.rail a", "els => els.map(a => a.getAttribute('href'))")
    return [
        *listed,
        "/events?type=ASSAULT&sort=killed",
        f"/events/{ids['attack']}",
        f"/articles/{ids['coast-2']}",
        f"/articles/{ids['hostile']}",
        "/api",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_screen_keeps_nobody_out(watched: Watched, ids: Ids, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python").Axe()
    watched.page.emulate_media(color_scheme=scheme)
    found: dict[str, list[str]] = {}
    for path in every_screen(watched.open("/"), ids):
        page = watched.open(path)
        for v in axe.run(page).response["violations"]:
            if v["impact"] in SERIOUS:
                found.setdefault(path, []).append(f"{v['id']}: {v['nodes'][0]['html'][:160]} ({len(v['nodes'])})")
    assert not found, found


def test_nothing_is_wider_than_a_phone(watched: Watched, ids: Ids) -> None:
    watched.page.set_viewport_size({"width": 375, "height": 740})
    wide = {}
    for path in every_screen(watched.open("/"), ids):
        page = watched.open(path)
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if over > 0:
            wide[path] = over
    assert not wide, wide


def test_by_keyboard_alone(watched: Watched) -> None:
    page = watched.open("/")
    page.keyboard.press("g")
    page.keyboard.press("e")
    page.wait_for_url("**/events")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.locator("[data-row]").first.evaluate("el => el.classList.contains('chosen')")
    page.keyboard.press("?")
    assert page.locator("dialog#keys").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("dialog#keys").is_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/event-*")


def test_the_theme_stays(watched: Watched) -> None:
    page = watched.open("/")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.keyboard.press("t")
    page.wait_for_function("b => getComputedStyle(document.body).backgroundColor !== b", arg=before)
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after


def test_filtering_by_a_facet_and_back(watched: Watched) -> None:
    page = watched.open("/events")
    every = page.locator("[data-row]").count()
    page.locator(".facet a", has_text="PROTEST").click()
    page.wait_for_url("**/events?type=PROTEST")
    some = page.locator("[data-row]").count()
    assert 0 < some < every
    page.locator("nav.rail a[data-jump=r]").click()
    page.wait_for_url("**/articles?type=PROTEST")
    assert page.locator("[data-row]").count() == 1
    page.go_back()
    page.wait_for_url("**/events?type=PROTEST")
    page.locator(".chips a", has_text="PROTEST").click()
    page.wait_for_url("**/events")
    assert page.locator("[data-row]").count() == every


def test_sorting_goes_by_itself(watched: Watched) -> None:
    page = watched.open("/events?country=NGA")
    page.select_option("select[name=sort]", "killed")
    page.wait_for_url("**sort=killed**")
    assert "country=NGA" in page.url and "killed" in page.locator("[data-row]").first.inner_text()


def test_a_decision_is_made_and_undone_by_keys(watched: Watched, ids: Ids) -> None:
    page = watched.open(f"/events/{ids['attack']}")
    page.keyboard.press("x")
    page.wait_for_selector(".notice")
    assert page.locator(".page-head .mark.rejected").count() == 1
    page.keyboard.press("u")
    page.wait_for_selector(".history .undone")
    assert page.locator(".page-head .mark.rejected").count() == 0


def test_correcting_a_field_in_place(watched: Watched, ids: Ids) -> None:
    page = watched.open(f"/events/{ids['attack']}")
    field = page.locator(".field", has_text="killed").first
    field.locator("summary").click()
    field.locator("input[name=value]").fill("7")
    field.locator("button").click()
    page.wait_for_selector(".notice")
    assert page.locator(".field", has_text="killed").first.locator(".value").inner_text().startswith("7")


def test_a_fact_lights_its_words_and_back(watched: Watched, ids: Ids) -> None:
    page = watched.open(f"/articles/{ids['coast-1']}")
    fact = page.locator("#layer-event .fact").first
    name = fact.get_attribute("data-fact")
    fact.hover()
    lit = page.eval_on_selector_all("[data-text] .lit", "els => els.map(e => e.dataset.f).join(' ')")
    assert name in lit.split()
    page.locator(f"[data-text] [data-f~='{name}']").first.hover()
    assert fact.evaluate("el => el.classList.contains('lit')")
    page.keyboard.press("Tab")
    fact.locator("a.fact-name").focus()
    assert page.locator("[data-text] .lit").count() > 0


def test_a_layer_goes_and_comes(watched: Watched, ids: Ids) -> None:
    page = watched.open(f"/articles/{ids['coast-1']}")
    shade = "getComputedStyle(document.querySelector('[data-text] .h-place')).backgroundColor"
    before = page.evaluate(shade)
    page.keyboard.press("3")
    assert page.evaluate(shade) != before
    page.keyboard.press("3")
    assert page.evaluate(shade) == before


def test_the_export_is_what_the_screen_shows(watched: Watched, tmp_path: Path) -> None:
    page = watched.open("/events?country=NGA&sort=sure")
    shown = page.eval_on_selector_all("[data-row] a.headline", "els => els.map(a => a.getAttribute('href').split('/').pop())")
    page.locator(".tools a", has_text="Export").click()
    page.wait_for_url("**/export?**")
    with page.expect_download() as waiting:
        page.locator("tr", has_text=re.compile("^csv")).locator("a").click()
    waiting.value.save_as(tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as f:
        exported = [row["event_id"] for row in csv.DictReader(f)]
    assert sorted(exported) == sorted(shown) and len(shown) > 2


def test_a_hostile_report_runs_nothing(watched: Watched, ids: Ids) -> None:
    page = watched.page
    page.on("dialog", lambda d: (watched.wrong.append(f"dialog: {d.message}"), d.dismiss()))
    for path in ("/", "/events", "/articles", f"/articles/{ids['hostile']}"):
        watched.open(path)
        page.wait_for_timeout(100)
    assert page.evaluate("document.querySelectorAll('img, svg, iframe').length") == 0


def test_without_scripts_all_of_it_still_works(chromium: Any, base: str, ids: Ids) -> None:
    context = chromium.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(f"{base}/events/{ids['attack']}")
        page.locator(".page-head form button.bad").click()
        page.wait_for_selector(".notice")
        assert page.locator(".page-head .mark.rejected").count() == 1
        page.locator(".notice button").click()
        page.wait_for_selector(".history .undone")
        assert page.locator(".page-head .mark.rejected").count() == 0
        page.goto(f"{base}/events")
        page.locator(".facet a", has_text="PROTEST").click()
        page.wait_for_url("**/events?type=PROTEST")
    finally:
        context.close()


def test_a_link_from_another_site_keeps_the_session(chromium: Any, folder: Path, tmp_path: Path) -> None:
    from web.browsing import serving

    token = "a-token-of-twenty-odd-letters"
    with serving(folder, token=token) as base:
        mail = tmp_path / "mail.html"
        mail.write_text(f'<a href="{base}/events?type=PROTEST">look</a>', encoding="utf-8")
        context = chromium.new_context()
        try:
            page = context.new_page()
            page.goto(f"{base}/login?token={token}")
            page.goto(mail.as_uri())
            page.locator("a").click()
            page.wait_for_selector("[data-row]")
            assert page.url == f"{base}/events?type=PROTEST"
        finally:
            context.close()
