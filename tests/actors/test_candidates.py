"""Which known actors a new one may be: proposals with reasons, at a cost that grows with the actors and not with their pairs."""

from __future__ import annotations

import random

import pytest

from dateline.actors.candidates import COMPARED, Candidates
from dateline.record import Actor


def person(name: str, *aliases: str, country: str | None = None, known_as: dict[str, str] | None = None) -> Actor:
    return Actor("a1", name, "person", aliases, country, known_as=known_as or {})


def test_a_spelling_of_a_known_name_is_proposed_with_its_reason() -> None:
    index = Candidates()
    assert index.add("p1", person("Muammar Gaddafi", country="LBY")) == ()
    (found,) = index.add("p2", person("Moammar Kadhafi", country="LBY"))
    assert (found.key, found.answer) == ("p1", "yes")
    assert "both of LBY" in found.because


def test_nobody_is_merged_and_strangers_are_not_proposed() -> None:
    index = Candidates()
    index.add("p1", person("Anna Weber"))
    assert index.add("p2", person("Otto Lindqvist")) == ()
    assert len(index) == 2


def test_a_surname_alone_is_never_more_than_maybe() -> None:
    index = Candidates()
    index.add("p1", person("Anna Weber", country="DEU"))
    assert {c.answer for c in index.of(person("Weber", country="DEU"))} <= {"maybe"}


def test_two_countries_speak_against_one_name() -> None:
    index = Candidates()
    index.add("p1", person("Ali Hassan", country="SOM"))
    (same_country,) = index.of(person("Ali Hassan", country="SOM"))
    (other_country,) = index.of(person("Ali Hassan", country="IDN"))
    assert same_country.score > other_country.score
    assert other_country.answer == "maybe"


def test_an_acronym_finds_its_body() -> None:
    index = Candidates()
    index.add("o1", Actor("a1", "Harbour Relief Foundation", "organization"))
    assert [c.key for c in index.of(Actor("a2", "HRF", "organization"))] == ["o1"]


def test_a_shared_link_settles_it_and_two_links_forbid_it() -> None:
    index = Candidates()
    index.add("p1", person("Anna Weber", known_as={"ours": "7"}))
    assert index.of(person("A. Weber", "Anna Weber", known_as={"ours": "7"}))[0].score == 1.0
    assert index.of(person("Anna Weber", known_as={"ours": "8"})) == ()


def test_a_key_is_taken_once() -> None:
    index = Candidates()
    index.add("p1", person("Anna Weber"))
    with pytest.raises(KeyError, match="p1"):
        index.add("p1", person("Otto Lindqvist"))


def test_states_and_crowds_have_no_candidates() -> None:
    index = Candidates()
    assert index.add("s1", Actor("a1", "France", "state")) == ()
    assert index.add("s2", Actor("a1", "France", "state")) == ()


def made_up(rng: random.Random) -> str:
    syllables = ("ka", "mo", "ri", "ta", "su", "len", "dar", "vo", "shi", "ber", "nu", "gal", "pe", "zor", "mi", "han")
    return " ".join("".join(rng.choice(syllables) for _ in range(rng.randint(2, 3))).title() for _ in range(2))


def test_twenty_thousand_names_cost_near_linear_comparisons() -> None:
    rng = random.Random(7)
    names = [made_up(rng) for _ in range(20_000)]
    index = Candidates()
    counts = []
    for i, name in enumerate(names):
        index.add(f"p{i}", person(name))
        if i + 1 in (5_000, 10_000, 20_000):
            counts.append(index.compared)
    assert index.compared <= COMPARED * len(names)
    # comparing all with all would grow fourfold with every doubling
    assert counts[1] / counts[0] < 3
    assert counts[2] / counts[1] < 3
