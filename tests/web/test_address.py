from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.desk.errors import FilterError
from dateline.desk.filter import Filter
from dateline.web.address import Address, read


def test_the_filter_goes_along_to_another_screen() -> None:
    at = Address("/events", Filter(type=("ASSAULT",), country=("MLI", "NER"), page=3, sort="killed"), {"view": "x"})
    assert at.on("/map") == "/map?type=ASSAULT&country=MLI%2CNER"


def test_a_value_goes_in_and_out_of_a_list() -> None:
    at = Address("/events", Filter(type=("ASSAULT",), page=4))
    assert at.toggled("type", "PROTEST") == "/events?type=ASSAULT%2CPROTEST"
    assert at.toggled("type", "ASSAULT") == "/events"


def test_what_the_screen_asks_itself_stays_apart() -> None:
    f, own = read("type=ASSAULT&by=actor&days=7", ("by", "days"))
    assert f == Filter(type=("ASSAULT",)) and own == {"by": "actor", "days": "7"}
    assert Address("/trends", f, own).with_(by="place", since="2022-01") == "/trends?type=ASSAULT&since=2022-01&by=place&days=7"
    assert Address("/trends", f, own).with_(by=None, type=None) == "/trends?days=7"


def test_countries_are_kept_by_their_codes_and_what_is_none_as_it_is() -> None:
    assert read("country=Burma,mli,Atlantis")[0].country == ("MMR", "MLI", "Atlantis")


def test_a_form_keeps_what_it_does_not_set() -> None:
    at = Address("/events", Filter(type=("ASSAULT",), since="2022-04", page=2))
    assert at.hidden("since") == [("type", "ASSAULT")]


def test_every_chip_takes_its_own_value_away() -> None:
    at = Address("/events", Filter(type=("ASSAULT", "PROTEST"), since="2022-04", contested=True, box=(1.0, 2.0, 3.0, 4.0)))
    assert ("type", "ASSAULT", "/events?type=PROTEST&box=1%2C2%2C3%2C4&since=2022-04&contested=1") in at.chips()
    assert ("box", "1, 2, 3, 4", "/events?type=ASSAULT%2CPROTEST&since=2022-04&contested=1") in at.chips()
    assert len(at.chips()) == 5


@given(st.text(max_size=200))
def test_any_address_is_understood_or_refused_with_a_reason(query: str) -> None:
    try:
        f, _ = read(query)
    except FilterError as e:
        assert e.message
    else:
        assert read(f.to_query())[0] == f


@pytest.mark.parametrize("query", ["text=" + "x" * 3000, "text=a%00b", "&".join(f"type={i}" for i in range(300))])
def test_what_is_too_much_is_refused(query: str) -> None:
    with pytest.raises(FilterError):
        read(query)
