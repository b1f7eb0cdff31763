"""Every screen shows what the desk holds."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.web.connections import reading
from dateline.web.screens.front import EACH

Ids = dict[str, str]


def test_the_front_page_counts_and_names_what_is_new(client: TestClient) -> None:
    page = client.get("/").text
    assert "5 reports of 3 outlets" in page
    assert 'href="/events?contested=1"' in page
    assert "president of Nimbara" in page  # two men claim it: contested


def test_the_events_are_those_of_the_filter(client: TestClient) -> None:
    page = client.get("/events?type=ASSAULT").text
    assert "1 event of this filter" in page
    assert page.count("data-row>") == 1 and "5–8 killed" in page


def test_a_facet_says_how_many_a_click_would_leave(client: TestClient) -> None:
    page = client.get("/events").text
    listed = int(re.search(r"<bdi>PROTEST</bdi></span><span class=\"n\">(\d+)<", page)[1])  # type: ignore[index]
    assert client.get("/events?type=PROTEST").text.count("data-row>") == listed


def test_a_list_that_was_chosen_keeps_its_facet_open_for_more(client: TestClient) -> None:
    page = client.get("/events?type=PROTEST").text
    assert "type=PROTEST%2CASSAULT" in page


@pytest.mark.parametrize(
    "query",
    ["killed=x", "size=0", "page=0", "sort=best", "box=1,2", "since=yesterday", "killed=²", "page=" + "9" * 30, "nonsense=1", "sure=nan"],
)
def test_a_filter_that_cannot_be_understood_is_said(client: TestClient, query: str) -> None:
    page = client.get(f"/events?{query}")
    assert page.status_code == 400 and "cannot be understood" in page.text


def test_paging_shows_every_event_once(client: TestClient) -> None:
    every = re.findall(r'class="headline" href="/events/([^"]+)"', client.get("/events").text)
    paged: list[str] = []
    to: str | None = "/events?size=2"
    while to:
        page = client.get(to.replace("&amp;", "&")).text
        paged += re.findall(r'class="headline" href="/events/([^"]+)"', page)
        found = re.search(r'<a href="([^"]+)" rel="next"', page)
        to = found[1] if found else None
    assert paged == every and len(set(every)) == len(every) > 4


def test_an_event_shows_each_telling_with_its_words_and_who_says_what(client: TestClient, ids: Ids) -> None:
    page = client.get(f"/events/{ids['attack']}").text
    assert "5–8" in page and "differs" in page
    assert re.search(r'class="h h-count"[^>]*data-f="killed-\d"[^>]*>(five|Eight)', page)
    assert f"/articles/{ids['coast-1']}" in page and f"/articles/{ids['savanna-1']}" in page


def test_an_article_shows_all_its_words(client: TestClient, ids: Ids) -> None:
    page = client.get(f"/articles/{ids['savanna-1']}").text
    body = page.partition("data-text>")[2].partition("</section>")[0]
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", body)).strip()
    assert "Eight people were killed when gunmen attacked a market in Kano on Tuesday, a hospital official said." in words


def test_every_fact_that_leads_to_words_has_them(client: TestClient, ids: Ids) -> None:
    page = client.get(f"/articles/{ids['coast-2']}").text
    wanted = set(re.findall(r'href="#(w-[^"]+)"', page))
    assert wanted and wanted <= set(re.findall(r'id="(w-[^"]+)"', page))
    back = set(re.findall(r'href="#(f-[^"]+)"', page))
    assert back and back <= set(re.findall(r'id="(f-[^"]+)"', page))


@pytest.mark.parametrize(
    "path",
    [
        "/events/event-0000000000000000",
        "/events/x",
        "/articles/../../etc/passwd",
        "/articles/%2e%2e%2fdesk.sqlite",
        "/export/nothing",
        "/nothing",
    ],
)
def test_what_is_not_there_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_an_export_holds_the_events_that_are_shown_in_their_order(client: TestClient) -> None:
    shown = re.findall(r'class="headline" href="/events/([^"]+)"', client.get("/events?country=NGA&sort=sure").text)
    rows = client.get("/export/csv?country=NGA&sort=sure").text.splitlines()
    assert [r.split(",")[0].strip('"') for r in rows[1:]] == shown


def test_every_link_of_the_screens_leads_somewhere(client: TestClient, ids: Ids) -> None:
    pages = ["/", "/events?type=ASSAULT", "/articles", f"/events/{ids['attack']}", f"/articles/{ids['coast-2']}", "/export"]
    mine = re.compile(r"^/(events|articles|export|static|$|\?)")
    for page in pages:
        for to in sorted(set(re.findall(r'(?:href|src)="(/[^"]*)"', client.get(page).text))):
            if mine.match(to):
                assert client.get(to.replace("&amp;", "&")).status_code == 200, (page, to)


def test_what_a_format_leaves_out_is_said_before(client: TestClient) -> None:
    page = client.get("/export").text
    held = {form: len(client.get(f"/export/{form}").text.splitlines()) - head for form, head in (("csv", 1), ("plover", 0), ("acled", 1))}
    for form, n in held.items():
        row = page.partition(f"<b>{form}</b>")[2].partition("</tr>")[0]
        left = sum(int(x.replace(",", "")) for x in re.findall(r"leaves out ([\d,]+) event", row))
        assert n + left == held["csv"], form


def test_all_values_of_a_facet_can_be_listed(client: TestClient) -> None:
    assert client.get("/events?all=type").text.count("<bdi>") >= client.get("/events").text.count("<bdi>")


def test_no_report_fills_the_front_page_alone(client: TestClient, folder: Path) -> None:
    page = client.get("/").text
    new = page.partition('id="new"')[2].partition("</section>")[0]
    with reading(folder) as db:
        told = dict(db.execute("SELECT event, min(article) FROM tellings WHERE event IS NOT NULL GROUP BY event"))
    shown = re.findall(r'class="headline" href="/events/([^"]+)"', new)
    assert shown and max(Counter(told[e] for e in shown).values()) <= EACH


def test_a_country_typed_by_name_is_the_one_its_facet_has(client: TestClient) -> None:
    page = client.get("/events?country=Nigeria").text
    chosen = re.findall(r'class="chosen" aria-current="true">.*?<bdi>([^<]*)</bdi>.*?class="n">(\d+)', page)
    assert [name for name, _ in chosen] == ["Nigeria"] and int(chosen[0][1]) > 0
