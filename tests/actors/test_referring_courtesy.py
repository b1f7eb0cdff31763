"""Who is called by a courtesy alone."""

from __future__ import annotations

from telling import at, does, every, named

from dateline.actors import find_actors


def test_the_sheikh_is_the_one_called_so() -> None:
    text = "Sheikh Omran Veln came with Karim Haddad. The sheikh was released."
    found = find_actors(text, every(text, "person", "Omran Veln", "Karim Haddad"), [does(text, None, "The sheikh")])
    assert found.refers[at(text, "The sheikh")] == named(found, "Omran Veln").id


def test_of_two_sheikhs_of_one_sentence_neither_is_meant() -> None:
    text = "Sheikh Omran Veln met Sheikh Karim Haddad. The sheikh was released."
    found = find_actors(text, every(text, "person", "Omran Veln", "Karim Haddad"), [does(text, None, "The sheikh")])
    assert found.refers.get(at(text, "The sheikh")) not in {named(found, n).id for n in ("Omran Veln", "Karim Haddad")}
