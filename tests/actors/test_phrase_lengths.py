"""The lengths at which a party without a name is called."""

from __future__ import annotations

import pytest
from telling import does, every

from dateline.actors import find_actors
from dateline.record import Place


@pytest.mark.parametrize(
    ("text", "words", "name", "aliases"),
    [
        (
            "Officials who spoke to the paper met farmers.",
            "Officials who spoke to the paper",
            "Officials",
            ("Officials who spoke to the paper",),
        ),
        (
            "The officials who spoke to the paper met farmers.",
            "The officials who spoke to the paper",
            "The officials who spoke to the paper",
            ("The officials",),
        ),
        ("Students at a school in the port marched.", "Students at a school", "Students at a school", ("Students",)),
    ],
)
def test_what_hangs_on_a_crowd_is_cut_or_kept(text: str, words: str, name: str, aliases: tuple[str, ...]) -> None:
    (actor,) = find_actors(text, [], [does(text, words)]).actors
    assert (actor.name, actor.aliases) == (name, aliases)


def test_people_of_a_place_are_called_by_it() -> None:
    text = "People in Tamsk marched. Farmers in Tamsk did not."
    spot = text.index("Tamsk")
    places = {(spot, spot + 5): Place("p1", "Tamsk", country="KEN")}
    found = find_actors(text, every(text, "location", "Tamsk"), [does(text, "People")], places=places)
    assert [(a.name, a.aliases) for a in found.actors] == [("People in Tamsk", ("People",))]


def test_two_parties_do_not_share_what_they_are_called() -> None:
    text = "Students at a school marched. Students at a college did not."
    found = find_actors(text, [], [does(text, "Students at a school"), does(text, "Students at a college")])
    assert all("Students" not in a.aliases for a in found.actors) or len(found.actors) == 1
