"""Whom the opening of a report keeps back."""

from __future__ import annotations

import pytest
from telling import at, does, every, named, says

from dateline.actors import find_actors

LEAD = "A fugitive trader was arrested in Basra. Karim Haddad was arrested on Friday near the port. "


def test_who_is_named_next_and_suffers_the_same_is_the_one_kept_back() -> None:
    found = find_actors(
        LEAD, every(LEAD, "person", "Karim Haddad"), [does(LEAD, None, "A fugitive trader"), does(LEAD, None, "Karim Haddad")]
    )
    assert found.refers[at(LEAD, "A fugitive trader")] == named(found, "Karim Haddad").id


def test_two_who_fit_leave_it_open() -> None:
    text = LEAD + "Omar Salim was arrested too."
    text = text.replace("near the port. ", "near the port; ")
    frames = [does(text, None, "A fugitive trader"), does(text, None, "Karim Haddad"), does(text, None, "Omar Salim")]
    found = find_actors(text, every(text, "person", "Karim Haddad", "Omar Salim"), frames)
    assert found.refers[at(text, "A fugitive trader")] not in {named(found, n).id for n in ("Karim Haddad", "Omar Salim")}


def test_the_country_told_stands_before_the_articles_own() -> None:
    text = "A French historian says Iraq and Iraqis lose by it. Karim Haddad also says Iraq has time, in Iraq."
    found = find_actors(text, every(text, "person", "Karim Haddad"), [says(text, "A French historian"), says(text, "Karim Haddad")])
    assert named(found, "Karim Haddad").country == "FRA"


@pytest.mark.parametrize("who", ["The fugitive trader", "Two traders"])
def test_only_one_told_as_anyone_is_kept_back(who: str) -> None:
    text = LEAD.replace("A fugitive trader", who).replace("Karim Haddad was arrested", "Karim Haddad was seen")
    found = find_actors(text, every(text, "person", "Karim Haddad"), [does(text, None, who), does(text, "Karim Haddad")])
    assert found.refers.get(at(text, who)) != named(found, "Karim Haddad").id
