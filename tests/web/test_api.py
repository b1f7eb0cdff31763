"""The API answers what the screens show, and describes itself truly."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

Ids = dict[str, str]
ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_events_are_those_of_the_screen(client: TestClient) -> None:
    shown = re.findall(r'class="headline" href="/events/([^"]+)"', client.get("/events?country=NGA&sort=killed").text)
    answer = client.get("/api/v1/events?country=NGA&sort=killed").json()
    assert [e["id"] for e in answer["items"]] == shown and answer["total"] == len(shown)


def test_pages_follow_by_their_next_address(client: TestClient) -> None:
    every = [e["id"] for e in client.get("/api/v1/events").json()["items"]]
    seen: list[str] = []
    to: str | None = "/api/v1/events?size=3"
    while to:
        page = client.get(to).json()
        seen += [e["id"] for e in page["items"]]
        to = page["next"]
    assert seen == every and len(every) > 3


def test_an_event_comes_with_its_tellings(client: TestClient, ids: Ids) -> None:
    event = client.get(f"/api/v1/events/{ids['attack']}").json()
    assert {t["values"].get("killed") for t in event["told"]} >= {"5", "8"} and "killed" in event["contested"]


def test_contested_claims(client: TestClient) -> None:
    claims = client.get("/api/v1/claims?contested=1").json()["items"]
    assert {c["claimant"] for c in claims} == {"Sekou Toure Dia", "Lamine Kaba"}
    assert all(set(c["contests"]) < {x["id"] for x in claims} for c in claims)


def test_annotations_stand_on_the_words_they_quote(client: TestClient, ids: Ids) -> None:
    base = f"/api/v1/articles/{ids['coast-1']}"
    text = client.get(f"{base}/text").text
    answer = client.get(f"{base}/annotations")
    assert answer.headers["content-type"].startswith("application/ld+json")
    collection = answer.json()
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld" and collection["total"] == len(collection["first"]["items"]) > 5
    for a in collection["first"]["items"]:
        assert a["target"]["source"].endswith(f"{base}/text")
        for position, quoted in zip(a["target"]["selector"][::2], a["target"]["selector"][1::2], strict=True):
            assert text[position["start"] : position["end"]] == quoted["exact"] != ""
            assert text[: position["start"]].endswith(quoted["prefix"]) and text[position["end"] :].startswith(quoted["suffix"])
    values = [b["value"] for a in collection["first"]["items"] for b in a["body"]]
    assert "ASSAULT/firearms" in values and "Musa Bello" in values


@pytest.mark.parametrize(
    "path", ["/api/v1/events?killed=x", "/api/v1/events?nonsense=1", "/api/v1/trends?days=0", "/api/v1/trends?by=luck"]
)
def test_what_cannot_be_understood_is_a_problem(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400 and answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == 400 and answer.json()["detail"]


@pytest.mark.parametrize(
    "path", ["events/x", "articles/x", "articles/x/text", "actors/x", "places/x", "stories/x", "nothing", "articles/x/annotations"]
)
def test_what_is_not_there_is_a_problem(client: TestClient, path: str) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 404 and answer.headers["content-type"] == "application/problem+json"


def test_a_page_of_annotations_past_the_last_is_not_there(client: TestClient, ids: Ids) -> None:
    assert client.get(f"/api/v1/articles/{ids['coast-1']}/annotations/0").status_code == 200
    assert client.get(f"/api/v1/articles/{ids['coast-1']}/annotations/7").status_code == 404


def test_what_is_found_by_id_is_what_was_listed(client: TestClient) -> None:
    for kind in ("actors", "places", "stories", "articles", "events"):
        listed = client.get(f"/api/v1/{kind}").json()["items"][0]
        whole = client.get(f"/api/v1/{kind}/{listed['id']}").json()
        shared = set(listed) & set(whole) - {"events"}
        assert {k: whole[k] for k in shared} == {k: listed[k] for k in shared}, kind


def test_without_signing_in_a_program_gets_a_problem(visit) -> None:  # type: ignore[no-untyped-def]
    answer = visit(token="a-token-of-twenty-odd-letters").get("/api/v1/events")
    assert answer.status_code == 401 and answer.headers["content-type"] == "application/problem+json"


def test_every_operation_is_on_the_page_for_people(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    page = client.get("/api").text
    assert len(paths) > 12 and not [p for p in paths if f"<code>{p}</code>" not in page]


def test_the_feed_has_the_filters_events(client: TestClient, ids: Ids) -> None:
    answer = client.get("/feed.atom?type=ASSAULT")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ET.fromstring(answer.content)
    entries = feed.findall(f"{ATOM}entry")
    assert [e.findtext(f"{ATOM}id") for e in entries] == [f"urn:dateline:{ids['attack']}"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", feed.findtext(f"{ATOM}updated") or "")
    assert entries[0].find(f"{ATOM}link").get("href") == f"http://localhost/events/{ids['attack']}"  # type: ignore[union-attr]


def test_the_record_is_the_records_json(client: TestClient, ids: Ids) -> None:
    whole = client.get(f"/api/v1/articles/{ids['coast-1']}").json()
    assert whole["record"]["article"]["text"] == whole["text"]
    assert json.dumps(whole["record"]["events"]).count('"ASSAULT"') >= 1
