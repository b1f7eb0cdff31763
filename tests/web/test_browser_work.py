"""The screens of daily work in a real browser: review by keys, adding with progress, a briefing written and given away, trends, users."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from web.browsing import Watched

Ids = dict[str, str]
SERIOUS = ("serious", "critical")


def keyboard(page: Any, key: str) -> None:
    """Presses a key that leads to another page, and waits for it."""
    with page.expect_navigation():
        page.keyboard.press(key)


def left(page: Any) -> int:
    return int(page.locator(".sitting b").first.inner_text())


def test_the_queue_goes_by_one_key_each(watched: Watched) -> None:
    page = watched.open("/review")
    waiting = left(page)
    first = page.locator("#what").inner_text()
    keyboard(page, "a")
    assert left(page) == waiting - 1 and page.locator("#what").inner_text() != first
    keyboard(page, "u")
    assert left(page) == waiting and page.locator("#what").inner_text() == first
    keyboard(page, "s")
    assert page.locator("#what").inner_text() != first and "1 skipped" in page.locator(".sitting").inner_text()
    keyboard(page, "x")
    assert "1 wrong" in page.locator(".sitting").inner_text()


def test_putting_right_with_names_of_the_desk(watched: Watched, ids: Ids) -> None:
    page = watched.open(f"/review?item={ids['attack']}")
    page.keyboard.press("f")
    assert page.evaluate("document.activeElement.name") == "type"
    page.locator("#fix input[name=place]").fill("La")
    page.locator("#fix input[name=place]").press_sequentially("g")
    page.wait_for_selector("#places option[value=Lagos]", state="attached")
    page.locator("#fix input[name=place]").fill("Lagos")
    assert page.locator("label.changed input").get_attribute("name") == "place"
    page.locator("#fix input[name=recipient]").fill("Mus")
    page.locator("#fix input[name=recipient]").press_sequentially("a")
    page.wait_for_selector("#recipients option[value='Musa Bello']", state="attached")
    page.locator("#fix input[name=recipient]").fill("Musa Bello")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "Put right (place, recipient)" in page.locator(".last").inner_text()
    shown = watched.open(f"/events/{ids['attack']}").locator("dl.fields").inner_text()
    assert "Lagos" in shown and "Musa Bello" in shown


def test_leaving_the_form_changes_nothing(watched: Watched) -> None:
    page = watched.open("/review")
    waiting = left(page)
    page.keyboard.press("f")
    page.locator("#fix input[name=killed]").fill("3")
    page.keyboard.press("Escape")
    assert not page.locator("#fix").evaluate("d => d.open")
    assert left(watched.open("/review")) == waiting


def test_a_text_is_added_and_its_run_watched(watched: Watched) -> None:
    page = watched.open("/add")
    page.locator("textarea[name=text]").fill(
        "Police arrest nine in Kaduna\n\nPolice arrested nine protesters in Kaduna on Monday, a spokesman said."
    )
    page.locator("form:has(textarea[name=text]) input[name=published]").fill("2022-06-14")
    page.get_by_role("button", name="Add the text").click()
    page.wait_for_selector(".state.done", timeout=180_000)
    page.locator(".report-row a").click()
    assert "Police arrest nine in Kaduna" in page.locator("h1").inner_text()


def test_files_are_dropped_and_what_is_too_large_is_said(watched: Watched) -> None:
    page = watched.open("/add")
    drop = """([name, size]) => {
        const held = new DataTransfer();
        held.items.add(new File([new Uint8Array(size)], name, { type: "text/plain" }));
        document.dispatchEvent(new DragEvent("drop", { dataTransfer: held, bubbles: true, cancelable: true }));
    }"""
    page.evaluate(drop, ["small.txt", 2000])
    assert "small.txt" in page.locator("[data-chosen]").inner_text() and page.get_by_role("button", name="Add the file").is_enabled()
    page.evaluate("(most) => { document.querySelector('[data-files]').dataset.largest = most; }", 1000)
    page.evaluate(drop, ["large.txt", 2000])
    assert "too large" in page.locator("[data-chosen]").inner_text() and page.get_by_role("button", name="Add the file").is_disabled()


def test_a_briefing_is_written_without_a_save_button(watched: Watched, tmp_path: Path) -> None:
    page = watched.open("/briefing")
    page.get_by_role("button", name="Propose a briefing").click()
    page.wait_for_load_state("load")  # the keys work once the page's script has run
    page.wait_for_selector("[data-section]")
    section = page.locator("[data-section]:has([data-line]:nth-child(2))").first
    lines = section.locator("[data-line]")
    second = lines.nth(1).locator("textarea").input_value()
    lines.nth(1).locator("textarea").focus()
    page.keyboard.press("Alt+ArrowUp")
    assert lines.nth(0).locator("textarea").input_value() == second
    lines.nth(0).locator("textarea").fill("Said better.")
    lines.nth(1).locator("input[type=checkbox]").first.uncheck()
    gone = lines.nth(1).locator("textarea").input_value()
    page.locator("textarea[name=lead]").fill("It was calm.")
    page.wait_for_function("() => document.querySelector('[data-saved]').textContent === 'saved'")
    page.locator("textarea[name=lead]").fill("It was very calm.")  # not saved yet when the preview is asked for
    with page.expect_navigation():
        page.locator("h1").evaluate("() => document.activeElement.blur()")
        page.keyboard.press("o")
    told = page.locator("article.brief").inner_text()
    assert "Said better." in told and "It was very calm." in told and gone not in told
    with page.expect_download() as got:
        page.get_by_role("link", name="JSON").click()
    got.value.save_as(tmp_path / "brief.json")
    held = json.loads((tmp_path / "brief.json").read_text())
    assert any(line["text"] == "Said better." and line["sources"] for s in held["sections"] for line in s["lines"])


def test_sections_move(watched: Watched) -> None:
    page = watched.open("/briefing")
    page.get_by_role("button", name="Propose a briefing").click()
    page.wait_for_selector("[data-section]")
    names = page.eval_on_selector_all("[data-section]", "els => els.map(e => e.id)")
    assert len(names) > 1
    page.locator("[data-section] .section-head [data-move=down]").first.click()
    page.wait_for_function("n => document.querySelector('[data-section]').id === n", arg=names[1])
    page.reload()
    assert page.eval_on_selector_all("[data-section]", "els => els.map(e => e.id)")[:2] == [names[1], names[0]]


def test_trends_keep_the_filter_and_the_stretch(watched: Watched) -> None:
    page = watched.open("/trends?country=NGA")
    page.select_option("select[name=days]", "3")
    page.wait_for_url("**days=3**")
    page.locator(".tabs a", has_text="Types").click()
    assert all(part in page.url for part in ("country=NGA", "days=3", "by=type"))


def test_the_work_goes_on_without_a_script(chromium: Any, base: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(base + "/review")
        first = page.locator("#what").inner_text()
        page.get_by_role("button", name="Right").click()
        assert page.locator("#what").inner_text() != first
        page.locator("summary", has_text="Put it right").click()
        page.locator("#fix input[name=killed]").fill("4")
        page.get_by_role("button", name="Save as right").click()
        assert "Put right (killed)" in page.locator(".last").inner_text()
        page.goto(base + "/briefing")
        page.get_by_role("button", name="Propose a briefing").click()
        page.locator("[data-line] textarea").first.fill("By hand.")
        page.get_by_role("button", name="Save this section").first.click()
        assert page.locator("[data-line] textarea").first.input_value() == "By hand."
    finally:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_forms_keep_nobody_out(watched: Watched, ids: Ids, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python").Axe()
    watched.page.emulate_media(color_scheme=scheme)
    found: dict[str, list[str]] = {}

    def look(name: str) -> None:
        for v in axe.run(watched.page).response["violations"]:
            if v["impact"] in SERIOUS:
                found.setdefault(name, []).append(f"{v['id']}: {v['nodes'][0]['html'][:160]} ({len(v['nodes'])})")

    page = watched.open(f"/review?item={ids['attack']}")
    page.keyboard.press("f")
    look("review")
    page = watched.open("/trends?by=type&days=7")
    for d in page.locator("main details").all():
        d.evaluate("d => { d.open = true; }")
    look("trends")
    page = watched.open("/briefing")
    page.get_by_role("button", name="Propose a briefing").click()
    page.wait_for_selector("[data-section]")
    page.locator("[data-section] > .section-head input[type=checkbox]").first.uncheck()
    look("briefing")
    page.set_viewport_size({"width": 375, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.goto(page.url.partition("#")[0] + "/preview")
    look("preview")
    watched.open("/users")
    look("users")
    assert not found, found
