"""How many, where one person stands alone."""

from __future__ import annotations

import pytest

from dateline.events.toll import number_of, one_of
from dateline.record import Actor, Count
from statements.telling import deed, spot

MAN, BODY = Actor("a1", "Aru Tan", "person"), Actor("a2", "the council", "organization")


@pytest.mark.parametrize(
    ("text", "word", "type", "mode", "what"),
    [
        ("Gunmen assassinated Aru Tan.", "assassinated", "ASSAULT", "targeted", "killed"),
        ("Aru Tan was arrested.", "arrested", "COERCE", "arrest", "arrested"),
        ("Gunmen attacked Aru Tan.", "attacked", "ASSAULT", None, None),
        ("A plot to kill Aru Tan.", "kill", "ASSAULT", None, None),
        ("Aru Tan was remanded.", "remanded", "COERCE", "arrest", None),
    ],
)
def test_what_befalls_one_person_counts_one(text: str, word: str, type: str, mode: str | None, what: str | None) -> None:
    at = spot(text, "Aru Tan")
    assert one_of(text, deed(text, word, type, mode=mode), "asserted", [MAN], at) == ((what, Count(1, 1, *at)) if what else None)


def test_nobody_counts_one_where_it_may_not_have_happened_or_befell_others() -> None:
    text = "Gunmen killed Aru Tan."
    f, at = deed(text, "killed", "ASSAULT"), spot(text, "Aru Tan")
    assert one_of(text, f, "hypothetical", [MAN], at) is None
    assert one_of(text, f, "asserted", [MAN, BODY], at) is None
    assert one_of(text, f, "asserted", [BODY], at) is None


def test_a_number_belongs_to_a_deed_that_has_such_numbers() -> None:
    text = "Police killed nine men and the council condemned it."
    killed = number_of(text, deed(text, "killed", "ASSAULT"), "killed", (0, len(text)))
    assert killed and killed.low == 9
    assert number_of(text, deed(text, "condemned", "ACCUSE"), "killed", (0, len(text))) is None


def test_the_wounded_are_no_dead() -> None:
    text = "They gunned people down, wounding 22 others."
    f = deed(text, "gunned people down", "ASSAULT", killed="22", injured="22")
    assert number_of(text, f, "killed", (0, len(text))) is None
    assert (number_of(text, f, "injured", (0, len(text))) or Count(0, 0, 0, 0)).low == 22
