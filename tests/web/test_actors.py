"""Everybody, and one: found, shown, merged and split with a preview that keeps its word."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.desk import open_desk
from dateline.web.biography import Role, spans
from dateline.web.joining import clash, keys_of, side
from web.conftest import Visit, token_of


@pytest.fixture
def people(folder: Path) -> dict[str, str]:
    """Actors' ids by name."""
    with open_desk(folder) as desk:
        return {name: i for i, name in desk.db.execute("SELECT id, name FROM actors")}


def decide(client: TestClient, act: str, target: str, *rest: str) -> int:
    """A decision as the forms make it; its number."""
    data = {"csrf": token_of(client), "act": act, "target": target, "rest": list(rest), "why": "the same man", "to": f"/actors/{target}"}
    answer = client.post("/decide", data=data, headers={"accept": "application/json"})
    assert answer.status_code == 200, answer.text
    return int(answer.json()["decision"])


def test_the_list_is_found_by_any_spelling(client: TestClient) -> None:
    assert "Musa Bello" in client.get("/actors").text
    found = client.get("/actors?actor=Mousa+Belo").text
    assert "Musa Bello" in found and "Amina Yusuf" not in found
    assert "Musa Bello" in client.get("/actors?actor=mus").text
    assert "Nobody fits" in client.get("/actors?actor=Zzyzx").text


def test_facets_narrow_and_keep_their_own_other_values(client: TestClient) -> None:
    page = client.get("/actors?kind=person").text
    assert "Musa Bello" in page and "Soldiers" not in page
    assert "kind=person%2Cpopulation" in page or "kind=person%2Cgroup" in page or "kind=person%2Corganization" in page
    assert client.get("/actors?kind=person&sector=unknown&of=NGA&order=name&page=2").status_code == 200


def test_the_filter_of_events_narrows_who_is_listed(client: TestClient) -> None:
    page = client.get("/actors?type=PROTEST").text
    assert "eachers" in page and "Lamine Kaba" not in page


def test_an_actor_is_shown_with_names_roles_events_and_words(client: TestClient, people: dict[str, str]) -> None:
    page = client.get(f"/actors/{people['Musa Bello']}").text
    assert "2 reports" in page and "a name of several words" in page
    assert "We will find those who did this" in page
    assert "two suspects" in page and f"/events?actor={people['Musa Bello']}&amp;role=actor" in page
    assert "ommissioner" in page.partition('id="roles"')[2]


def test_the_filter_narrows_an_actors_events(client: TestClient, people: dict[str, str]) -> None:
    page = client.get(f"/actors/{people['Musa Bello']}?type=PROTEST").text
    assert "Nothing is told of what it does." in page and 'class="chip"' in page


def test_nobody_is_404(client: TestClient) -> None:
    for path in ("/actors/actor-ffffffffffffffff", "/actors/x' OR 1=1", "/actors/actor-ffffffffffffffff/merge", "/actors/nobody/split"):
        assert client.get(path).status_code == 404, path


def test_a_merge_does_what_its_preview_says_and_is_undone(client: TestClient, folder: Path, people: dict[str, str]) -> None:
    musa, kaba = people["Musa Bello"], people["Lamine Kaba"]
    page = client.get(f"/actors/{musa}/merge?other={kaba}").text
    assert "What would change" in page and "goes; links to it lead to" in page
    with open_desk(folder) as desk:
        promised = side(desk.db, keys_of(desk.db, [musa, kaba]))
    number = decide(client, "merge", musa, kaba)
    with open_desk(folder) as desk:
        row = desk.db.execute("SELECT name, kind, country, sector, articles, spellings FROM actors WHERE id = ?", (musa,)).fetchone()
        roles = dict(desk.db.execute("SELECT role, count(*) FROM event_actors WHERE actor = ? GROUP BY role", (musa,)).fetchall())
    assert row == (promised.name, promised.kind, promised.country, promised.sector, promised.articles, len(promised.spellings))
    assert (roles.get("actor", 0), roles.get("recipient", 0)) == (promised.acts, promised.acted)
    assert client.get(f"/actors/{kaba}").headers["location"] == f"/actors/{musa}"
    merged = client.get(f"/actors/{musa}").text
    assert "joined by a person" in merged and "merged" in merged and "the same man" in merged
    decide(client, "undo", str(number))
    assert client.get(f"/actors/{kaba}").status_code == 200
    assert "joined by a person" not in client.get(f"/actors/{musa}").text


def test_a_split_does_what_its_preview_says_and_is_undone(client: TestClient, folder: Path, people: dict[str, str]) -> None:
    musa, kaba = people["Musa Bello"], people["Lamine Kaba"]
    with open_desk(folder) as desk:
        (key,) = keys_of(desk.db, [kaba])
    decide(client, "merge", musa, kaba)
    page = client.get(f"/actors/{musa}/split", params={"name": key}).text
    assert "What would change" in page and "gets a page and an id of its own" in page
    with open_desk(folder) as desk:
        promised = side(desk.db, [key])
    number = decide(client, "split", musa, key)
    with open_desk(folder) as desk:
        (new,) = desk.db.execute("SELECT actor FROM names WHERE key = ?", (key,)).fetchone()
        row = desk.db.execute("SELECT name, articles FROM actors WHERE id = ?", (new,)).fetchone()
    assert new not in (musa, kaba) and row == (promised.name, promised.articles)
    assert client.get(f"/actors/{new}").status_code == 200
    decide(client, "undo", str(number))
    assert client.get(f"/actors/{new}").headers["location"] == f"/actors/{musa}"


def test_all_names_cannot_be_split_off(client: TestClient, folder: Path, people: dict[str, str]) -> None:
    musa = people["Musa Bello"]
    with open_desk(folder) as desk:
        (key,) = keys_of(desk.db, [musa])
    assert "Nothing would be left" in client.get(f"/actors/{musa}/split", params={"name": key}).text
    assert client.get(f"/actors/{musa}/split", params={"name": "person|nobody"}).status_code == 400


def test_who_acts_on_another_is_warned_of(folder: Path, client: TestClient) -> None:
    with open_desk(folder) as desk:
        actor, recipient = desk.db.execute(
            "SELECT actor, recipient FROM who_to_whom WHERE actor <> recipient ORDER BY event, actor, recipient"
        ).fetchone()
        assert clash(desk.db, actor, [recipient]).against >= 1
    assert "it would act on itself" in client.get(f"/actors/{actor}/merge?other={recipient}").text


def test_a_reader_sees_but_does_not_decide(visit: Visit, people: dict[str, str]) -> None:
    client = visit()
    page = client.get(f"/actors/{people['Musa Bello']}/merge?other={people['Lamine Kaba']}").text
    assert 'name="csrf"' in page
    assert client.post("/decide", data={"act": "merge", "target": people["Musa Bello"], "rest": people["Lamine Kaba"]}).status_code == 403


def test_hostile_names_are_shown_harmlessly(client: TestClient, folder: Path) -> None:
    evil = '<script>alert(1)</script>"\u202egnp'
    with open_desk(folder) as desk:
        (i,) = desk.db.execute("SELECT actor FROM who_to_whom WHERE actor <> recipient ORDER BY 1").fetchone()
        desk.db.execute("UPDATE actors SET name = ? WHERE id = ?", (evil, i))
        desk.db.execute("UPDATE event_actors SET name = ? WHERE actor = ?", (evil, i))
    for path in (
        "/actors",
        f"/actors/{i}",
        f"/actors/{i}/merge",
        f"/actors/{i}/split",
        "/network",
        "/statements",
        "/statements?view=claims",
    ):
        page = client.get(path)
        assert page.status_code == 200
        assert "<script>alert" not in page.text and "\u202e" not in page.text.replace("\\u202e", ""), path


def test_roles_lie_within_the_time_of_them_all() -> None:
    held = [
        Role("minister", 2, "2020-01-01", "2021-01-01", "a"),
        Role("president", 1, "2021-06-01", "2022-01-01", "b"),
        Role("captain", 1, None, None, "c"),
    ]
    first, second, third = spans(held)
    assert first is not None and second is not None and third is None
    assert first[0] == 0 and first[1] < second[0] and second[0] + second[1] == pytest.approx(100, abs=2.1)
    assert spans(held[2:]) == [None]
