"""A place's page: how it is written, how surely it is known, what happened in it; and the list of places."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.desk.filter import Filter
from dateline.web.connections import reading
from dateline.web.siting import acting, holds, site, spellings, within
from web.madeup_story import story_desk

MOMBASA, MALI, KENYA = "place-g186301", "place-g2453866", "place-g192950"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return story_desk(tmp_path_factory.getbasetemp())


def test_the_list_has_every_place_of_an_event(client: TestClient) -> None:
    page = client.get("/places").text
    assert all(name in page for name in ("Mombasa", "Nairobi", "Mali", "North Kivu"))


def test_the_list_by_name(client: TestClient) -> None:
    page = client.get("/places?named=momb").text
    assert "Mombasa" in page and "Nairobi" not in page


def test_the_list_by_filter(client: TestClient) -> None:
    page = client.get("/places?country=MLI").text
    assert f"/places/{MALI}" in page and f"/places/{MOMBASA}" not in page


def test_a_town(client: TestClient) -> None:
    page = client.get(f"/places/{MOMBASA}").text
    assert "known to the town" in page and "4.0547° S, 39.6636° E" in page and "GeoNames 186301" in page
    assert 'class="map"' in page and 'class="spot' in page and f'href="/places/{KENYA}"' in page


def test_a_province_is_a_ring_and_says_so(client: TestClient, made: Path) -> None:
    with reading(made) as db:
        (kivu,) = db.execute("SELECT id FROM places WHERE name = 'North Kivu'").fetchone()
    page = client.get(f"/places/{kivu}").text
    assert 'class="ring' in page and 'class="spot ' not in page and "stands for the whole area" in page


def test_what_is_not_on_the_desk(client: TestClient) -> None:
    assert client.get("/places/place-nope").status_code == 404


def test_a_country_holds_the_towns_in_it(made: Path) -> None:
    with reading(made) as db:
        kenya = site(db, KENYA)
        assert kenya
        assert [(name, precision) for _, name, precision, _ in holds(db, kenya, Filter())] == [("Mombasa", "city"), ("Nairobi", "city")]
        assert within(db, kenya) == []


def test_spellings_with_their_reports_and_reasons(made: Path) -> None:
    with reading(made) as db:
        written, reports = spellings(db, MOMBASA)
    assert reports == 6 and written[0].name == "Mombasa" and written[0].reports == 6 and written[0].because


def test_who_acted(made: Path) -> None:
    with reading(made) as db:
        mombasa = site(db, MOMBASA)
        assert mombasa
        police = next(a for a in acting(db, mombasa, Filter()) if a.name == "Police")
    assert police.did > 0


def test_a_hostile_name_is_shown_harmlessly(client: TestClient) -> None:
    assert "<script>alert" not in client.get("/places?named=<script>alert(1)</script>").text
