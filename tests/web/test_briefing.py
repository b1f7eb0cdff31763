"""A briefing is proposed by the desk, changed by a person, and keeps the source of every sentence in whatever form it is given away."""

from __future__ import annotations

import json
import re
from email import message_from_bytes
from email.policy import default
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.desk.brief import Source
from dateline.web.drafts import Draft, DraftLine, DraftSection, brief_of, load


@pytest.fixture
def made_draft(client: TestClient, token: str) -> str:
    answer = client.post("/briefing", data={"csrf": token, "query": "", "title": "Morning"})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def part(page: str, action: str) -> dict[str, list[str]]:
    """The fields of one form of a page, as a browser would send them."""
    form = re.search(rf'<form action="{action}"(.*?)</form>', page, re.S)
    assert form, action
    body = form[1]
    out: dict[str, list[str]] = {}
    for tag in re.findall(r"<input [^>]*>|<textarea [^>]*>.*?</textarea>", body, re.S):
        name = re.search(r'name="([^"]*)"', tag)
        if name is None or ('type="checkbox"' in tag and " checked" not in tag):
            continue
        value = re.search(r">(.*?)</textarea>", tag, re.S) if tag.startswith("<textarea") else re.search(r'value="([^"]*)"', tag)
        out.setdefault(name[1], []).append(unescape(value[1]) if value else "")
    return out


def id_of(where: str) -> str:
    return where.rpartition("/")[2]


def test_the_desk_proposes_sentences_with_sources(client: TestClient, made_draft: str, folder: Path) -> None:
    draft = load(folder, id_of(made_draft))
    assert draft.title == "Morning" and draft.sections and draft.made_by == "analyst"
    assert all(line.sources for s in draft.sections for line in s.lines)
    page = client.get(made_draft).text
    assert "In short" in page and f"/articles/{draft.sources[0].article}" in page


def test_leaving_out_editing_and_ordering_reach_every_form(client: TestClient, made_draft: str, folder: Path) -> None:
    draft = load(folder, id_of(made_draft))
    section = next(s for s in draft.sections if len(s.lines) > 1)
    where = f"{made_draft}/sections/{section.id}"
    fields = part(client.get(made_draft).text, where)
    first, second = fields["line"][:2]
    fields[f"text-{second}"] = ["Said better by a person."]
    fields["line"] = [second, first, *fields["line"][2:]]
    del fields[f"used-{first}"]
    assert client.post(where, data=fields).status_code == 303
    head = part(client.get(made_draft).text, f"{made_draft}/head")
    assert client.post(f"{made_draft}/head", data={**head, "title": "Evening", "lead": "It was calm.\n\nMostly."}).status_code == 303
    gone = next(line.text for line in section.lines if line.id == first)
    sources = next(line.sources for line in section.lines if line.id == second)
    text = client.get(f"{made_draft}/as/markdown").text
    assert text.startswith("# Evening") and "It was calm." in text and gone not in text
    for form in ("markdown", "html", "json"):
        assert "Said better by a person." in client.get(f"{made_draft}/as/{form}").text
    held = json.loads(client.get(f"{made_draft}/as/json").text)
    line = next(x for s in held["sections"] for x in s["lines"] if x["text"] == "Said better by a person.")
    cited = {s["number"]: s["article"] for s in held["sources"]}
    assert {cited[n] for n in line["sources"]} == {s.article for s in draft.sources if s.number in sources}
    assert [s["number"] for s in held["sources"]] == list(range(1, len(held["sources"]) + 1))
    mail = message_from_bytes(client.get(f"{made_draft}/as/mail").content, policy=default)
    assert mail["Subject"] == "Evening" and {p.get_content_type() for p in mail.walk()} == {
        "multipart/alternative",
        "text/plain",
        "text/html",
    }


def test_moving_restoring_and_a_sentence_of_ones_own(client: TestClient, made_draft: str, folder: Path) -> None:
    section = next(s for s in load(folder, id_of(made_draft)).sections if len(s.lines) > 1)
    where = f"{made_draft}/sections/{section.id}"
    first = section.lines[0]
    fields = part(client.get(made_draft).text, where)
    client.post(where, data={**fields, f"text-{first.id}": ["Other words."], "move": f"down:{first.id}"})
    lines = load(folder, id_of(made_draft)).section(section.id).lines
    assert lines[1].id == first.id and lines[1].text == "Other words."
    client.post(where, data={**part(client.get(made_draft).text, where), "restore": first.id})
    assert load(folder, id_of(made_draft)).section(section.id).lines[1].text == first.text
    client.post(where, data={**part(client.get(made_draft).text, where), "own": "1"})
    own = load(folder, id_of(made_draft)).section(section.id).lines[-1]
    client.post(where, data={**part(client.get(made_draft).text, where), f"text-{own.id}": ["My view."]})
    assert "My view." in client.get(f"{made_draft}/preview").text
    assert load(folder, id_of(made_draft)).section(section.id).lines[-1].sources == ()


def test_sections_are_put_in_another_order(client: TestClient, made_draft: str, folder: Path) -> None:
    before = [s.id for s in load(folder, id_of(made_draft)).sections]
    client.post(f"{made_draft}/head", data={**part(client.get(made_draft).text, f"{made_draft}/head"), "move": f"down:{before[0]}"})
    after = [s.id for s in load(folder, id_of(made_draft)).sections]
    assert after[:2] == [before[1], before[0]]


def test_nobody_overwrites_somebody_elses_change(client: TestClient, made_draft: str, folder: Path) -> None:
    section = load(folder, id_of(made_draft)).sections[0]
    where = f"{made_draft}/sections/{section.id}"
    fields = part(client.get(made_draft).text, where)
    answer = client.post(where, data=fields, headers={"accept": "application/json"})
    assert answer.json()["version"] == section.version + 1
    assert client.post(where, data=fields).status_code == 409
    assert client.post(where, data={**fields, "version": str(section.version + 1)}).status_code == 303


def test_a_briefing_of_a_story_or_a_type(client: TestClient, token: str, folder: Path) -> None:
    where = client.post("/briefing", data={"csrf": token, "query": "type=PROTEST"}).headers["location"]
    draft = load(folder, id_of(where))
    assert draft.filter == "type=PROTEST" and draft.title == "Briefing: PROTEST"
    assert "Teachers march" in client.get(where).text and "market" not in " ".join(s.title for s in draft.sections).lower()


def test_a_day_or_a_story_is_one_click_away(client: TestClient) -> None:
    page = client.get("/briefing").text
    assert "published_since=2022-04-21&amp;published_until=2022-04-21" in page
    story = re.search(r'href="(/briefing\?story=story-[0-9a-f]+)"', page)
    assert story and "market" in page.lower()
    assert re.search(r"<b>\d+</b> events? fit", client.get(story[1] if story else "").text)


def test_numbers_in_sentences_follow_their_sources() -> None:
    sources = tuple(Source(n, f"a{n}", None, None, f"h{n}", None) for n in (1, 2, 3))
    lines = (
        DraftLine("l1", "Unused [1].", "x", (1,), used=False),
        DraftLine("l2", "Reports differ: 5 killed [3]; 8 killed [2, 3]; a list [7].", "x", (3, 2)),
    )
    draft = Draft("0" * 12, "T", "", "", "", 1, 1, 1, (), (DraftSection("s1", "S", "S", lines),), sources)
    brief = brief_of(draft)
    assert brief.sections[0].lines[0].text == "Reports differ: 5 killed [1]; 8 killed [2, 1]; a list [7]."
    assert [(s.number, s.article) for s in brief.sources] == [(1, "a3"), (2, "a2")]


@pytest.mark.parametrize("name", ["../../etc/passwd", "..%2f..%2fdesk", "000000000000", "A" * 12])
def test_only_drafts_of_the_desk_are_opened(client: TestClient, name: str) -> None:
    assert client.get(f"/briefing/{name}/preview").status_code == 404
    assert client.get(f"/briefing/{name}/as/json").status_code == 404


def test_files_are_never_shown_as_pages_of_the_desk(client: TestClient, made_draft: str) -> None:
    for form in ("markdown", "html", "mail", "json"):
        assert client.get(f"{made_draft}/as/{form}").headers["content-disposition"].startswith("attachment")
    assert client.get(f"{made_draft}/as/pdf").status_code == 404


def test_deleting(client: TestClient, made_draft: str, token: str) -> None:
    client.post(f"{made_draft}/delete", data={"csrf": token})
    assert client.get(made_draft).status_code == 404 and "No briefing yet" in client.get("/briefing").text


def test_words_of_a_hostile_report_stay_words(client: TestClient, made_draft: str, ids: dict[str, str]) -> None:
    where = [
        made_draft,
        f"{made_draft}/preview",
        f"{made_draft}/as/html",
        "/briefing",
        "/review",
        "/trends?by=word&days=9",
        "/runs",
        "/add",
    ]
    pages = {path: client.get(path).text for path in where}
    assert ids["hostile"] in pages[made_draft]
    for path, page in pages.items():
        assert "<script>alert" not in page and "<img src=x" not in page and "<svg/onload" not in page, path
        assert "\u202e" not in page or path.endswith("/html"), path


def test_a_briefing_on_a_country_is_called_by_its_name(client: TestClient, token: str) -> None:
    answer = client.post("/briefing", data={"csrf": token, "query": "country=NGA", "title": ""})
    assert "Briefing: Nigeria" in client.get(answer.headers["location"]).text
