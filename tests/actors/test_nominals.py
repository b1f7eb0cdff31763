from __future__ import annotations

import pytest

from dateline.actors.nominals import read_phrase


@pytest.mark.parametrize(
    ("words", "kind", "sector", "plural"),
    [
        ("two gunmen", "people", "UAF", True),
        ("the protesters", "people", "ACT", True),
        ("dozens of NGOs", "people", "NGO", True),
        ("the government", "body", "GOV", False),
        ("a police officer", "person", "COP", False),
        ("members of a terror outfit", "people", "UAF", True),
        ("the prosecutor’s office", "body", "JUD", False),
        ("the assailant", "person", "UAF", False),
        ("the real estate mogul", "person", "BUS", False),
        ("the Democratic front-runner", "person", None, False),
    ],
)
def test_what_a_phrase_speaks_of(words: str, kind: str, sector: str | None, plural: bool) -> None:
    phrase = read_phrase(words)
    assert phrase and (phrase.kind, phrase.sector, phrase.plural) == (kind, sector, plural)


def test_definite_and_complement() -> None:
    phrase = read_phrase("the minister of tourism")
    assert phrase and phrase.definite and phrase.complement == "tourism"


def test_a_number_with_a_comma_is_part_of_the_phrase() -> None:
    phrase = read_phrase("about 4,000 people")
    assert phrase is not None
    assert (phrase.noun, phrase.kind) == ("people", "people")


@pytest.mark.parametrize(
    ("words", "noun", "kind"),
    [
        ("the 43-year-old", "43-year-old", "person"),
        ("a federal judge whose parents came by ship", "judge", "person"),
        ("a prominent activist within the dockers' movement", "activist", "person"),
        ("a person who claimed to have been there", "person", "person"),
        ("two 15-year-olds", "15-year-olds", "people"),
    ],
)
def test_the_head_stands_before_what_hangs_on_it(words: str, noun: str, kind: str) -> None:
    phrase = read_phrase(words)
    assert phrase is not None
    assert (phrase.noun, phrase.kind) == (noun, kind)
