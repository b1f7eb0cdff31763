from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dateline.actors import same
from dateline.actors.matching import YES

NAMES = Path(__file__).parents[3] / "shared" / "data" / "names_a.csv"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kyiv", "Kiev"),
        ("Gaddafi", "Kadhafi"),
        ("Panjshir", "Pajisir"),
        ("Moammar Qaddafi", "Muammar Gaddafi"),
        ("Володимир Зеленський", "Volodymyr Zelensky"),
        ("Abd al-Rahman Haddad", "Abdulrahman Haddad"),
        ("Smith, John", "John Smith"),
        ("Dr. Nadia Brahimi", "Nadia Brahimi"),
        ("Ted Kowalski", "Theodore Kowalski"),
        ("Osama bin Ladin", "Usama ibn Laden"),
    ],
)
def test_spellings_of_one_name(a: str, b: str) -> None:
    assert same(a, b).answer == "yes"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Khamenei", "Khomeini"),
        ("Niger", "Nigeria"),
        ("Austria", "Australia"),
        ("Ahmad Massoud", "Ahmad Shah Massoud"),
        ("Massoud Jr.", "Ahmad Shah Massoud"),
        ("Boris Petrov", "Viktor Petrov"),
        ("Yusuf Ahmed al-Hakim", "Yusuf Yahya al-Hakim"),
    ],
)
def test_names_that_look_alike_and_are_two(a: str, b: str) -> None:
    assert same(a, b).answer == "no"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Norddeutsche Werke AG", "Norddeutsche Werke Aktiengesellschaft"),
        ("The Harbour Trust", "Harbour Trust Ltd"),
        ("IMF", "International Monetary Fund"),
        ("National Board of Elections", "NBE"),
        ("Brigade Forty 4", "Brigade 44"),
    ],
)
def test_organizations_by_legal_form_acronym_and_number(a: str, b: str) -> None:
    assert same(a, b, kind="organization").answer == "yes"


def test_a_bare_surname_stays_open() -> None:
    assert same("Saleh", "Amrullah Saleh").answer == "maybe"


def test_order_of_arguments_does_not_matter() -> None:
    for a, b in (("Kyiv", "Kiev"), ("Saleh", "Amrullah Saleh"), ("Deutsche Bank AG", "Deutsche Bank")):
        assert same(a, b).score == same(b, a).score


def test_every_verdict_tells_why() -> None:
    assert "look alike" in same("Mali", "Malawi").because
    assert "acronym" in same("NBE", "National Board of Elections", kind="organization").because


def test_names_without_a_letter() -> None:
    assert same("", "Anna").answer == "no"


@pytest.mark.shared
@pytest.mark.skipif(not NAMES.exists(), reason="the gold sets of ../shared are not here")
@pytest.mark.parametrize(("kind", "floor"), [("person", 89.0), ("organization", 91.0)])
def test_f1_on_name_bench_does_not_fall(kind: str, floor: float) -> None:
    with NAMES.open(encoding="utf-8") as f:
        rows = [r for r in csv.DictReader(f) if (r["schema"] == "Person") == (kind == "person")]
    told = [(same(r["name1"], r["name2"], kind=kind).score >= YES[kind], r["is_match"] == "true") for r in rows]
    right, wrong, missed = sum(a and b for a, b in told), sum(a and not b for a, b in told), sum(b and not a for a, b in told)
    assert 200 * right / (2 * right + wrong + missed) >= floor
