"""Short names that are read as others."""

import pytest

from dateline import read
from dateline.reader import with_stand_ins

TOLD = "Iraqi forces retook the town from IS in March. IS militants had held it."


def test_a_short_name_is_read_as_another_where_the_text_tells_of_it() -> None:
    assert with_stand_ins(TOLD) == TOLD.replace("IS", "EI")


@pytest.mark.parametrize("text", ["What IS it?", "The Islamic State left, but WHO IS WHO?", "ISIS left. THE WAR IS OVER."])
def test_a_verb_in_capitals_stays(text: str) -> None:
    assert with_stand_ins(text) == text


def test_the_record_keeps_to_the_pages_letters() -> None:
    record = read(TOLD)
    group = next(a for a in record.actors if a.sector == "UAF")
    assert group.name == "IS"
    assert any(group.id in (*e.actors, *e.recipients) for e in record.events)
