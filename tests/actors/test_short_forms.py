"""Short forms in brackets, and what they are short for."""

from __future__ import annotations

from telling import at, every, named, says

from dateline.actors import find_actors


def test_the_short_form_of_a_dam_is_no_organization() -> None:
    text = "They met on the Grand Basra Dam (GBD). The GBD talks failed."
    found = find_actors(text, [*every(text, "facility", "Grand Basra Dam"), *every(text, "organization", "GBD")], [])
    assert found.actors == ()


def test_the_short_form_of_a_post_is_who_holds_it() -> None:
    text = "Chief Election Commissioner Karim Haddad spoke. Later the chief election commissioner (CEC) left. The CEC said no."
    mentions = [*every(text, "person", "Karim Haddad"), *every(text, "organization", "CEC")]
    found = find_actors(text, mentions, [says(text, "The CEC")])
    assert found.refers[at(text, "The CEC")] == named(found, "Karim Haddad").id
    assert [a.kind for a in found.actors] == ["person"]


def test_a_short_form_behind_or_is_the_same_body() -> None:
    text = "The Basra Salvation Front, or FSB, won. The FSB left."
    found = find_actors(text, every(text, "organization", "Basra Salvation Front", "FSB"), [])
    assert len(found.actors) == 1
    assert "FSB" in found.actors[0].aliases
