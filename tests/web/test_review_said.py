"""Statements and claims wait for a person as events do: shown with their words, judged by one key, given back."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.web.connections import reading
from web.test_review import hidden

QUEUES = ("statements", "claims")


def order(folder: Path, queue: str) -> list[str]:
    sql = {
        "statements": "SELECT id FROM statements WHERE status IS NULL ORDER BY confidence, id",
        "claims": "SELECT id FROM claims WHERE status IS NULL ORDER BY contests = '[]', id",
    }[queue]
    with reading(folder) as db:
        return [i for (i,) in db.execute(sql)]


def judge(client: TestClient, queue: str, page: str, act: str) -> str:
    fields = {n: hidden(page, n) for n in ("csrf", "target", "to", "cursor")}
    answer = client.post(f"/review/{queue}", data={**fields, "act": act})
    assert answer.status_code == 303, answer.text
    return client.get(answer.headers["location"]).text


@pytest.mark.parametrize("queue", QUEUES)
def test_the_first_stands_there_with_its_words(client: TestClient, folder: Path, queue: str) -> None:
    page = client.get(f"/review/{queue}").text
    assert hidden(page, "target") == order(folder, queue)[0]
    assert ('class="h h-said"' if queue == "statements" else "h-claim") in page
    assert "h-actor" in page


@pytest.mark.parametrize("queue", QUEUES)
def test_each_verdict_leads_to_the_next_and_undo_brings_back(client: TestClient, folder: Path, queue: str) -> None:
    waiting = order(folder, queue)
    page = judge(client, queue, client.get(f"/review/{queue}").text, "reject")
    assert hidden(page, "target") == waiting[1] and "0 right, 1 wrong" in page
    assert waiting[0] not in order(folder, queue)
    data = {"csrf": hidden(page, "csrf"), "act": "undo", "to": hidden(page, "to"), "number": hidden(page, "number")}
    back = client.get(client.post(f"/review/{queue}", data=data).headers["location"]).text
    assert hidden(back, "target") == waiting[0] and order(folder, queue) == waiting


def test_the_queue_ends(client: TestClient, folder: Path) -> None:
    page = client.get("/review/claims").text
    n = len(order(folder, "claims"))
    for _ in range(n):
        page = judge(client, "claims", page, "accept")
    assert "Nothing waits any more" in page and f"You decided {n} claim" in page


def test_the_queue_keeps_the_filter(client: TestClient, folder: Path) -> None:
    page = client.get("/review/statements?source=coast.example").text
    with reading(folder) as db:
        sql = "SELECT a.outlet FROM statements s JOIN articles a ON a.id = s.article WHERE s.id = ?"
        assert db.execute(sql, (hidden(page, "target"),)).fetchone() == ("coast.example",)
    assert "Nothing waits for you" in client.get("/review/statements?source=nobody.example").text


def test_an_event_is_not_decided_here(client: TestClient, ids: dict[str, str]) -> None:
    page = client.get("/review/statements").text
    data = {n: hidden(page, n) for n in ("csrf", "to", "cursor")} | {"act": "reject", "target": ids["attack"]}
    assert client.post("/review/statements", data=data).status_code == 400
    assert client.get("/review/statements?item=nothing").status_code == 404
