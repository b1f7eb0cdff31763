"""States told in other words: "the Kingdom", "both countries"."""

from __future__ import annotations

from telling import at, does, named, says

from dateline.actors import find_actors


def test_the_kingdom_is_the_one_kingdom_of_the_article() -> None:
    text = "Jordan and Jordanians wait. Donors help the Kingdom, and Jordan thanked them."
    found = find_actors(text, [], [does(text, "Donors", "the Kingdom"), says(text, "Jordan", 2)])
    assert found.refers[at(text, "the Kingdom")] == named(found, "Jordan").id


def test_a_republic_is_no_kingdom() -> None:
    text = "Iraq and Iraqis wait. Donors help the Kingdom, and Iraq thanked them."
    found = find_actors(text, [], [does(text, "Donors", "the Kingdom"), says(text, "Iraq", 0)])
    assert found.refers[at(text, "the Kingdom")] != named(found, "Iraq").id


def test_both_countries_are_the_two_told_of_side_by_side() -> None:
    text = "Chile and Bolivia met. Chile said no, Bolivia said yes. Both countries attacked the plan."
    found = find_actors(text, [], [says(text, "Chile", 1), says(text, "Bolivia", 1), does(text, "Both countries")])
    assert found.of(at(text, "Both countries")) == (named(found, "Chile").id, named(found, "Bolivia").id)
    assert len(found.actors) == 2


def test_both_countries_stay_a_party_where_two_pairs_are_told_of() -> None:
    text = "Chile and Bolivia met. Both countries left. Peru and Brazil met. Both countries stayed, said Chile, Bolivia, Peru and Brazil."
    frames = [does(text, "Both countries"), does(text, "Both countries", actor_nth=1), *(says(text, c) for c in ("Chile", "Bolivia"))]
    found = find_actors(text, [], frames)
    assert "Both countries" in {a.name for a in found.actors}
