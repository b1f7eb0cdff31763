from __future__ import annotations

from collections import Counter

import pytest

from dateline.actors.geography import countries_in, country_in, lookup, main_country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("the US", "USA"),
        ("Iranians", "IRN"),
        ("Tehran", "IRN"),
        ("Côte d’Ivoire", "CIV"),
        ("us", None),
        ("Harbour", None),
        ("the U.S.", "USA"),
    ],
)
def test_lookup(text: str, country: str | None) -> None:
    found = lookup(text)
    assert (found.country if found else None) == country


def test_the_longest_name_wins() -> None:
    assert [w.country for _, w in countries_in("South Sudan and Sudan and South American leaders")] == ["SSD", "SDN"]


def test_a_bound_word_counts() -> None:
    assert country_in("the Israel-based firm") == "ISR"


def test_the_main_country_needs_a_lead() -> None:
    assert main_country("Kenya and Uganda", home=None, places=Counter())[0] is None
    assert main_country("Kenya and Uganda", home=None, places=Counter({"KEN": 1}))[0] == "KEN"


def test_a_newspaper_writes_of_its_own_country_first() -> None:
    text = "Sudan, Sudan and Sudan's army; Kenya"
    assert main_country(text, home=None, places=Counter())[0] == "SDN"
    assert main_country(text, home="KEN", places=Counter())[0] == "KEN"
    assert main_country(text, home="UGA", places=Counter())[0] == "SDN"
