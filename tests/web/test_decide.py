"""A decision is made on a page, seen there, and undone there."""

from __future__ import annotations

import re

from starlette.testclient import TestClient

Ids = dict[str, str]


def decide(client: TestClient, token: str, **fields: str) -> str:
    """Posts a decision and follows to the page that shows it."""
    answer = client.post("/decide", data={"csrf": token, **fields})
    assert answer.status_code == 303, answer.text
    return client.get(answer.headers["location"]).text


def test_rejecting_and_undoing(client: TestClient, token: str, ids: Ids) -> None:
    here = f"/events/{ids['attack']}"
    page = decide(client, token, act="reject", target=ids["attack"], to=here)
    assert "Decision 1: rejected" in page and "mark rejected" in page
    assert ids["attack"] not in client.get("/events").text
    page = decide(client, token, act="undo", target="1", to=here)
    assert "mark rejected" not in page and "undone" in page
    assert ids["attack"] in client.get("/events").text


def test_correcting_a_field(client: TestClient, token: str, ids: Ids) -> None:
    page = decide(
        client, token, act="correct", target=ids["attack"], field="killed", value="7", why="hospital list", to=f"/events/{ids['attack']}"
    )
    assert "hospital list" in page
    assert re.search(r"<dt>killed</dt>\s*<dd>\s*<div class=\"value\"[^>]*>\s*<bdi>7</bdi>", page)


def test_what_cannot_be_decided_is_said_with_what_could_be(client: TestClient, token: str, ids: Ids) -> None:
    answer = client.post("/decide", data={"csrf": token, "act": "correct", "target": ids["attack"], "field": "day", "value": "soon"})
    assert answer.status_code == 400 and "write 2021-08-17" in answer.text


def test_splitting_a_telling_leads_on_to_what_stands_there(client: TestClient, token: str, ids: Ids) -> None:
    told = client.get(f"/api/v1/events/{ids['attack']}").json()["told"]
    telling = next(t["id"] for t in told if t["values"].get("killed") == "8")
    assert f'name="rest" value="{telling}"' in client.get(f"/events/{ids['attack']}").text
    page = decide(client, token, act="split", target=ids["attack"], rest=telling, to=f"/events/{ids['attack']}")
    assert "split" in page and "5–8" not in page


def test_a_script_gets_the_number(client: TestClient, token: str, ids: Ids) -> None:
    answer = client.post(
        "/decide", data={"act": "accept", "target": ids["attack"]}, headers={"x-csrf-token": token, "accept": "application/json"}
    )
    assert answer.json()["decision"] == 1


def test_a_decision_is_signed_by_who_is_there(client: TestClient, token: str, ids: Ids) -> None:
    page = decide(client, token, act="accept", target=ids["attack"], to=f"/events/{ids['attack']}", who="somebody else")
    assert "somebody else" not in page and "<bdi>analyst</bdi>" in page


def test_going_back_never_leads_elsewhere(client: TestClient, token: str, ids: Ids) -> None:
    for to in ("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"):
        answer = client.post("/decide", data={"csrf": token, "act": "accept", "target": ids["attack"], "to": to})
        assert answer.headers["location"] == "/"


def test_a_correction_that_changes_nothing_is_no_decision(client: TestClient, token: str, ids: Ids) -> None:
    here = f"/events/{ids['attack']}"
    form = re.search(r'name="field" value="killed"><input type="hidden" name="was" value="([^"]*)">', client.get(here).text)
    assert form
    page = decide(client, token, act="correct", target=ids["attack"], field="killed", value=form[1], was=form[1], to=here)
    assert "Nothing was decided" in page and "Nobody has decided anything" in page
    page = decide(client, token, act="correct", target=ids["attack"], field="killed", value="9", was=form[1], to=here)
    assert "Decision 1" in page
