"""Finding by words, actors, types, places, boxes, countries, dates and sources; sorted and in pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.desk import Desk, Filter
from dateline.desk.errors import FilterError
from desk.conftest import Fill
from desk.madeup import reports
from desk.test_decisions import ROWS


@pytest.fixture
def small(fill: Fill) -> Desk:
    return fill(ROWS, name="small")


def types(desk: Desk, query: str) -> list[str]:
    return [e.type for e in desk.find(Filter.from_query(query)).rows]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["PROTEST", "ASSAULT", "SUPPORT", "CONSULT"]),
        ("sort=day", ["CONSULT", "SUPPORT", "ASSAULT", "PROTEST"]),
        ("text=attacked", ["ASSAULT"]),
        ("text=killing -Kidal", []),
        ("actor=Qaddafi", ["SUPPORT", "CONSULT"]),
        ("actor=Qaddafi&role=actor", ["CONSULT"]),
        ("actor=Moamar Gadhafi&role=recipient", ["SUPPORT"]),
        ("actor=Nobody Here", []),
        ("type=ASSAULT,PROTEST&sort=killed", ["ASSAULT", "PROTEST"]),
        ("quad=material conflict", ["PROTEST", "ASSAULT"]),
        ("place=kidal", ["ASSAULT"]),
        ("country=KEN", ["PROTEST"]),
        ("country=kenyan", ["PROTEST"]),
        ("country=ken", ["PROTEST"]),
        ("country=Atlantis", []),
        ("country=KEN,MLI", ["PROTEST", "ASSAULT"]),
        ("box=10,-5,20,8", ["ASSAULT"]),
        ("box=-5,170,5,60", ["PROTEST"]),
        ("since=2022-04&until=2022-04", ["ASSAULT"]),
        ("until=2022-03-01", ["CONSULT"]),
        ("published_since=2022-05", ["PROTEST"]),
        ("source=River Times", ["ASSAULT"]),
        ("killed=6", ["ASSAULT"]),
        ("reports=2", ["ASSAULT"]),
        ("contested=1", ["ASSAULT"]),
        ("sure=0.9", []),
        ("status=accepted", []),
        ("decided_by=person", []),
    ],
)
def test_each_field(small: Desk, query: str, expected: list[str]) -> None:
    assert types(small, query) == expected
    assert small.count(Filter.from_query(query)) == len(expected)


def test_pages_join_to_the_whole(desk: Desk) -> None:
    whole = [e.id for e in desk.events()]
    pages = []
    f = Filter(size=2)
    while True:
        page = desk.find(f)
        pages += [e.id for e in page.rows]
        if not page.more:
            break
        f = f.on_page(f.page + 1)
    assert pages == whole
    assert len(whole) > 4


def test_articles_by_words_with_the_words_shown(small: Desk) -> None:
    (a,) = small.find(Filter(text="marched"), "articles").rows
    assert (a.outlet, a.events, a.snippet) == ("Hill Post", 1, "farmers [marched] in Mumias on 2022-05-02.")


def test_articles_by_words_and_fields(small: Desk) -> None:
    found = small.find(Filter(text="gunmen", source=("River Times",)), "articles").rows
    assert [a.outlet for a in found] == ["River Times"]
    assert [a.published for a in small.find(Filter(text="gunmen OR Diallo", sort="day"), "articles").rows] == [
        "2022-03-02",
        "2022-03-21",
        "2022-04-13",
        "2022-04-13",
    ]


def test_accents_and_case_do_not_matter(fill: Fill) -> None:
    desk = fill([{"text": "farmers marched in Médine."}])
    assert desk.find(Filter(text="MEDINE"), "articles").rows


def test_statements_by_speaker(desk: Desk) -> None:
    found = desk.find(Filter(actor="Amina Dialo"), "statements").rows
    assert found
    assert {s.content for s in found} == {"We will not leave this valley to them"}


def test_the_same_filter_counts_and_lists(desk: Desk) -> None:
    for f in (Filter(type=("ASSAULT",)), Filter(country=("MLI",)), Filter(text="harbour"), Filter(contested=True)):
        assert len(list(desk.events(f))) == desk.count(f) == len(desk.find(replace(f, size=1000)).rows)


def test_an_unknown_listing_names_those_there_are(desk: Desk) -> None:
    with pytest.raises(FilterError) as e:
        desk.find(Filter(), "pictures")
    assert "articles" in str(e.value)


def test_the_timeline_holds_every_event_once(fill: Fill) -> None:
    desk = fill([*reports(20), {"text": "farmers marched in Mumias."}])
    days = list(desk.timeline())
    assert [d.day for d in days if d.day] == sorted(d.day for d in days if d.day)
    assert days[-1].day is None
    assert sum(len(d.events) for d in days) == desk.count()
