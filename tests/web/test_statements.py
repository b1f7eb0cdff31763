"""Who said what, and claims against each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.desk import open_desk
from dateline.desk.filter import Filter
from dateline.web.address import Address
from dateline.web.quarrels import quarrels
from dateline.web.voice_facets import counts
from dateline.web.voices import said
from web.conftest import token_of


def words(folder: Path, query: str = "", **own: str) -> list[str]:
    with open_desk(folder) as desk:
        return [s.content for s in said(desk.db, Address("/statements", Filter.from_query(query), own))[0]]


def test_every_statement_is_listed_the_latest_report_first(folder: Path) -> None:
    with open_desk(folder) as desk:
        total, everything, counted = counts(desk.db, Address("/statements", Filter()))
        (n,) = desk.db.execute("SELECT count(*) FROM statements").fetchone()
        rows, more = said(desk.db, Address("/statements", Filter(size=1000)))
    assert total == n == len(rows) == sum(counted["kind"].values()) and everything and not more
    days = [s.published for s in rows]
    assert days == sorted(days, reverse=True)


def test_a_speaker_is_found_in_any_spelling(folder: Path) -> None:
    assert any("We will find those" in w for w in words(folder, "actor=Mousa+Bello"))
    assert not any("wages" in w for w in words(folder, "actor=Mousa+Bello"))


@pytest.mark.parametrize(
    ("query", "own", "there", "missing"),
    [
        ("", {"kind": "direct"}, "We demand our wages", "Eight people were killed"),
        ("", {"said": "WAGES"}, "We demand our wages", "We will find"),
        ("source=coast.example", {}, "We will find", "We demand our wages"),
        ("published_since=2022-04-18&published_until=2022-04-18", {}, "We demand our wages", "We will find"),
        ("type=PROTEST", {}, "We demand our wages", "We will find"),
        ("since=2022-04-15", {}, "We demand our wages", "Eight people were killed"),
        ("text=union", {}, "We demand our wages", "We will find"),
    ],
)
def test_what_narrows(folder: Path, query: str, own: dict[str, str], there: str, missing: str) -> None:
    found = words(folder, query, **own)
    assert any(there in w for w in found) and not any(missing in w for w in found)


def test_words_must_be_the_statements_own(folder: Path) -> None:
    assert any("Gunmen attacked a market" in w for w in words(folder, said="market traders"))
    assert words(folder, said="commissioner") == []  # a word of the report, said by nobody


def test_the_pages(client: TestClient) -> None:
    page = client.get("/statements").text
    assert "We demand our wages" in page and "in their own words" in page and "Speaker" in page
    assert client.get("/statements?kind=nonsense&channel=x&said=%22%22&page=3").status_code == 200
    assert "Nobody said so" in client.get("/statements?said=zzyzx").text


def test_a_statement_is_rejected_and_that_undone(client: TestClient, folder: Path) -> None:
    with open_desk(folder) as desk:
        (i,) = desk.db.execute("SELECT id FROM statements WHERE content LIKE 'We demand%'").fetchone()
    answer = client.post(
        "/decide",
        data={"csrf": token_of(client), "act": "reject", "target": i, "to": "/statements"},
        headers={"accept": "application/json"},
    )
    assert not any("We demand" in w for w in words(folder))
    assert any("We demand" in w for w in words(folder, "status=rejected"))
    client.post(
        "/decide",
        data={"csrf": token_of(client), "act": "undo", "target": answer.json()["decision"]},
        headers={"accept": "application/json"},
    )
    assert any("We demand" in w for w in words(folder))


def test_claims_to_one_office_stand_side_by_side(client: TestClient, folder: Path) -> None:
    with open_desk(folder) as desk:
        found, _ = quarrels(desk.db, Address("/statements", Filter(), {"view": "claims"}))
    first = found[0]
    assert first.contested and [c.claimant for c in first.claims] == ["Sekou Toure Dia", "Lamine Kaba"]
    assert all("president of Nimbara" in c.words for c in first.claims)
    page = client.get("/statements?view=claims").text
    assert "against" in page and "I am the only president of Nimbara" in page and "Two men claim the chair" in page


def test_another_reports_claim_to_the_same_is_named(folder: Path, ids: dict[str, str]) -> None:
    with open_desk(folder) as desk:
        (key,) = desk.db.execute("SELECT key FROM names WHERE name = 'Amina Yusuf'").fetchone()
        desk.db.execute(
            "INSERT INTO claims (id, article, local, kind, claimant, claimant_key, object, contests, made_by)"
            " VALUES (?, ?, 'c9', 'office', 'Amina Yusuf', ?, 'President of Nimbara', '[]', 'x')",
            (f"{ids['coast-1']}#c9", ids["coast-1"], key),
        )
        found, _ = quarrels(desk.db, Address("/statements", Filter(contested=True), {"view": "claims"}))
    assert [c.claimant for c in found[0].elsewhere] == ["Amina Yusuf"]


def test_claims_are_narrowed_and_rejected(client: TestClient, folder: Path) -> None:
    assert "president of Nimbara" not in client.get("/statements?view=claims&kind=toll").text
    assert "Eight people killed" not in client.get("/statements?view=claims&contested=1").text
    with open_desk(folder) as desk:
        (i,) = desk.db.execute("SELECT id FROM claims WHERE claimant = 'Lamine Kaba'").fetchone()
        desk.decide("reject", i, who="anna", why="he was ousted")
    page = client.get("/statements?view=claims&kind=office").text
    assert "1 standing claim" in page and "rejected" in page  # its rival still shows what it stands against
