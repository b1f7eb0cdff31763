"""A report that attacks its reader is shown harmlessly: as words."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

Ids = dict[str, str]


class Tags(HTMLParser):
    """The tags of a page as a browser would see them, and their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.fixture(
    params=[
        "/",
        "/events",
        "/articles",
        "/articles/{hostile}",
        "/articles?text=Kano",
        "/articles?text=%3Cscript%3Ealert(1)%3C/script%3Ekano",
        "/events?actor=%22%3E%3Csvg/onload=alert(1)%3E",
    ]
)
def page(request: pytest.FixtureRequest, client: TestClient, ids: Ids) -> str:
    answer = client.get(request.param.format(**ids))
    assert answer.status_code == 200
    return str(answer.text)


def test_no_tag_of_the_report_becomes_one_of_ours(page: str) -> None:
    for tag, attributes in Tags(page).tags:
        assert tag not in ("img", "svg", "iframe", "object", "embed", "base"), tag
        assert not [a for a in attributes if a.startswith("on")], attributes
        assert tag != "script" or (attributes.get("src") or "").startswith("/static/") or attributes.get("type") == "application/json"
        for name in ("href", "src", "action"):
            value = attributes.get(name) or "/"
            assert value.startswith(("/", "#", "http://", "https://", "?")), value


def test_templates_of_the_report_are_words(client: TestClient, ids: Ids) -> None:
    page = client.get(f"/articles/{ids['hostile']}").text
    assert "{{ 7 * 7 }}" in page and "${7*7}" in page


def test_hidden_characters_are_shown(client: TestClient, ids: Ids) -> None:
    page = client.get(f"/articles/{ids['hostile']}").text
    assert "\u202e" not in page and "\u2066" not in page and "RLO" in page and "LRI" in page
    assert "\u202e" not in client.get("/articles").text


def test_an_address_that_is_no_address_is_no_link(client: TestClient, ids: Ids) -> None:
    page = client.get(f"/articles/{ids['hostile']}").text
    assert "javascript:alert" in page
    assert not [a for _, a in Tags(page).tags if "javascript" in (a.get("href") or "")]


def test_links_to_the_web_tell_nothing(client: TestClient, ids: Ids) -> None:
    out = [a for _, a in Tags(client.get(f"/articles/{ids['savanna-1']}").text).tags if (a.get("href") or "").startswith("http")]
    assert out and all({"noopener", "noreferrer"} <= set((a["rel"] or "").split()) for a in out)


def test_few_accents_climb_out_of_the_line(client: TestClient, ids: Ids) -> None:
    assert not re.search("[\u0300-\u036f]{5}", client.get(f"/articles/{ids['hostile']}").text)
