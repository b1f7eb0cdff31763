"""One filter everywhere: from options, from an address and back, refusing what it cannot understand."""

from __future__ import annotations

import argparse
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.desk.errors import FilterError
from dateline.desk.filter import SORTS, STATUSES, Filter, add_options
from dateline.desk.words import match

WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=20).filter(lambda s: s.strip())
NAMES = st.lists(st.text("abcDE-é ", min_size=1, max_size=8).map(str.strip).filter(bool), max_size=3, unique=True).map(tuple)
DAYS = st.dates(date(1700, 1, 1), date(2099, 12, 31)).map(lambda d: d.isoformat())


@given(
    text=st.none() | WORDS, actor=st.none() | WORDS, country=NAMES, source=NAMES, since=st.none() | DAYS, killed=st.none() | st.integers(0, 10**6),
    contested=st.booleans(), sort=st.sampled_from(SORTS), status=st.sampled_from(STATUSES), page=st.integers(1, 99),
    box=st.none() | st.tuples(st.integers(-90, 0), st.integers(-180, 180), st.integers(0, 90), st.integers(-180, 180)),
)  # fmt: skip
def test_an_address_gives_the_same_filter_again(**values: object) -> None:
    f = Filter.of(values)
    assert Filter.from_query(f.to_query()) == f


def test_what_is_usual_is_not_in_the_address() -> None:
    assert Filter().to_query() == ""
    assert Filter(type=("ASSAULT", "PROTEST"), contested=True).to_query() == "type=ASSAULT%2CPROTEST&contested=1"


def test_a_name_twice_is_two_alternatives() -> None:
    assert Filter.from_query("?type=assault&type=PROTEST&since=2021-08").type == ("ASSAULT", "PROTEST")


def test_options_give_the_same_filter_as_an_address() -> None:
    p = argparse.ArgumentParser()
    add_options(p)
    options = p.parse_args(
        [
            "--type",
            "assault,protest",
            "--country",
            "MLI",
            "--box=10,-5,20,8",
            "--published-since",
            "2021",
            "--contested",
            "--sort",
            "killed",
            "--size",
            "5",
        ]
    )
    assert Filter.from_options(options) == Filter.from_query(
        "type=ASSAULT,PROTEST&country=MLI&box=10,-5,20,8&published_since=2021&contested=1&sort=killed&size=5"
    )


@pytest.mark.parametrize(
    "query",
    [
        "colour=red",
        "since=soon",
        "box=1,2,3",
        "box=50,0,10,0",
        "killed=-1",
        "killed=²",
        "sure=2",
        "sort=best",
        "size=100000",
        "page=0",
        "status=maybe",
        "role=x",
    ],
)
def test_what_cannot_be_understood_is_refused(query: str) -> None:
    with pytest.raises(FilterError) as e:
        Filter.from_query(query)
    assert e.value.remedy


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("harbour strike", '"harbour" AND "strike"'),
        ('"general strike" -Kano', '("general strike") NOT "Kano"'),
        ("strik* OR lockout", '("strik" * OR "lockout")'),
        ("al-Shabaab's", '"al Shabaab s"'),
        ("N'Djamena", '"N Djamena"'),
    ],
)
def test_words_as_they_are_typed(typed: str, query: str) -> None:
    assert match(typed) == query


@given(st.text(max_size=60))
def test_nothing_typed_breaks_the_search(typed: str) -> None:
    import sqlite3

    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE s USING fts5 (text)")
    try:
        query = match(typed)
    except FilterError:
        return
    db.execute("SELECT count(*) FROM s WHERE s MATCH ?", (query,)).fetchone()
