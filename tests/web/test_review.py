"""The queue shows the least sure event first, takes one key's word, and gives it back."""

from __future__ import annotations

import re
from html import unescape

from starlette.testclient import TestClient

from dateline.web.completion import actors, places
from dateline.web.connections import reading

Ids = dict[str, str]


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return unescape(found[1])


def judge(client: TestClient, page: str, act: str, **more: str) -> str:
    """Presses one key on a page of the queue; the page that follows."""
    fields = {n: hidden(page, n) for n in ("csrf", "target", "to", "cursor")}
    answer = client.post("/review", data={**fields, "act": act, **more})
    assert answer.status_code == 303, answer.text
    return client.get(answer.headers["location"]).text


def take_back(client: TestClient, page: str) -> str:
    numbers = re.findall(r'name="number" value="(\d+)"', page)
    answer = client.post("/review", data={"csrf": hidden(page, "csrf"), "act": "undo", "to": hidden(page, "to"), "number": numbers})
    return client.get(answer.headers["location"]).text


def fixed(page: str, **changed: str) -> dict[str, str]:
    """The fields of the form that puts right, with some changed."""
    was = {n: unescape(v) for n, v in re.findall(r'name="was-(\w+)" value="([^"]*)"', page)}
    return {**{f"was-{n}": v for n, v in was.items()}, **was, **changed}


def order(folder: object) -> list[str]:
    with reading(folder) as db:  # type: ignore[arg-type]
        return [i for (i,) in db.execute("SELECT id FROM events WHERE status IS NULL ORDER BY confidence, id")]


def test_the_least_sure_event_comes_first_with_its_words(client: TestClient, folder: object) -> None:
    page = client.get("/review").text
    assert hidden(page, "target") == order(folder)[0]
    assert 'class="h h-event"' in page


def test_a_verdict_leads_to_the_next_and_counts(client: TestClient, folder: object) -> None:
    waiting = order(folder)
    page = judge(client, client.get("/review").text, "accept")
    assert hidden(page, "target") == waiting[1]
    page = judge(client, page, "reject")
    assert "1 right, 1 wrong, 0 put right" in page and f"<b>{len(waiting) - 2}</b> left" in page


def test_undo_brings_the_event_back(client: TestClient, folder: object) -> None:
    first = order(folder)[0]
    page = take_back(client, judge(client, client.get("/review").text, "reject"))
    assert f'name="target" value="{first}"' in page and "<b>0</b> decided now" in page
    assert order(folder)[0] == first


def test_a_skipped_event_waits_until_the_queue_is_begun_anew(client: TestClient, folder: object) -> None:
    waiting = order(folder)
    page = client.get("/review").text
    skip = re.search(r'href="([^"]*)" data-key="s"', page)
    assert skip
    page = client.get(unescape(skip[1])).text
    assert hidden(page, "target") == waiting[1] and "1 skipped" in page
    for _ in waiting[1:]:
        page = judge(client, page, "accept")
    assert "The end of the queue" in page and "1 event you skipped waits" in page


def test_putting_right_writes_each_changed_field_and_accepts(client: TestClient, ids: Ids) -> None:
    page = client.get(f"/review?item={ids['attack']}").text
    answer = client.post(
        "/review",
        data={
            "csrf": hidden(page, "csrf"),
            "act": "fix",
            "target": ids["attack"],
            "to": hidden(page, "to"),
            **fixed(page, killed="7", place="Kaduna", why="list"),
        },
    )
    after = client.get(answer.headers["location"]).text
    assert "Put right (place, killed)" in after and "0 right, 0 wrong, 1 put right" in after
    event = client.get(f"/events/{ids['attack']}").text
    assert "<bdi>7</bdi>" in event and "Kaduna" in event and "mark accepted" in event and "list" in event
    take_back(client, after)
    assert "mark accepted" not in client.get(f"/events/{ids['attack']}").text


def test_a_fix_that_cannot_be_understood_changes_nothing_and_keeps_what_was_typed(client: TestClient, ids: Ids) -> None:
    page = client.get(f"/review?item={ids['attack']}").text
    data = {
        "csrf": hidden(page, "csrf"),
        "act": "fix",
        "target": ids["attack"],
        "to": hidden(page, "to"),
        **fixed(page, killed="7", day="soon"),
    }
    answer = client.post("/review", data=data)
    assert answer.status_code == 400
    assert "write 2021-08-17" in answer.text and 'name="killed" value="7"' in answer.text
    assert "corrected" not in client.get(f"/events/{ids['attack']}").text


def test_an_unchanged_party_stays_who_it_was(client: TestClient, ids: Ids, folder: object) -> None:
    def parties() -> dict[str, str]:
        with reading(folder) as db:  # type: ignore[arg-type]
            return dict(db.execute("SELECT name, actor FROM event_actors WHERE event = ? AND role = 'actor'", (ids["attack"],)))

    before = parties()
    page = client.get(f"/review?item={ids['attack']}").text
    actor = hidden(page, "was-actor")
    client.post(
        "/review",
        data={
            "csrf": hidden(page, "csrf"),
            "act": "fix",
            "target": ids["attack"],
            "to": hidden(page, "to"),
            **fixed(page, actor=f"{actor}; Rebels of Bako"),
        },
    )
    after = parties()
    assert "Rebels of Bako" in after
    assert all(after[name] == actor_id for name, actor_id in before.items())


def test_the_queue_keeps_the_filter(client: TestClient, folder: object) -> None:
    page = client.get("/review?type=PROTEST").text
    with reading(folder) as db:  # type: ignore[arg-type]
        (kind,) = db.execute("SELECT type FROM events WHERE id = ?", (hidden(page, "target"),)).fetchone()
    assert kind == "PROTEST"
    assert "type=PROTEST" in hidden(page, "to")


def test_another_persons_word_is_not_taken_back(client: TestClient, folder: object, ids: Ids) -> None:
    from dateline.desk import open_desk

    with open_desk(folder) as desk:  # type: ignore[arg-type]
        number = desk.decide("accept", ids["attack"], who="somebody else", why="")
    page = client.get(f"/review?last={number}").text
    assert "somebody else" not in page and 'name="number"' not in page
    client.post("/review", data={"csrf": hidden(page, "csrf"), "act": "undo", "number": str(number), "to": "/review"})
    with reading(folder) as db:  # type: ignore[arg-type]
        assert db.execute("SELECT count(*) FROM standing_decisions").fetchone() == (1,)


def test_a_broken_address_is_said(client: TestClient) -> None:
    assert client.get("/review?after=soon").status_code == 400
    assert client.get("/review?item=event-nobody").status_code == 404


def test_completion_knows_other_spellings_and_beginnings(client: TestClient, folder: object) -> None:
    with reading(folder) as db:  # type: ignore[arg-type]
        assert [c.value for c in places(db, "kan")] == ["Kano"]
        assert "Musa Bello" in [c.value for c in actors(db, "musa be")]
        assert "Musa Bello" in [c.value for c in actors(db, "Moussa Bello")]
        assert actors(db, "") == [] and places(db, "%") == []
    assert {"value", "label"} == set(client.get("/review/complete?field=actor&q=musa").json()[0])
