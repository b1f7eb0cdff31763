"""Well-known names that the tagger cut."""

from __future__ import annotations

import pytest
from telling import at, every

from dateline.actors.whole_names import whole_names
from dateline.reader.reading import Found


def _names(text: str, *names: str) -> list[str]:
    return [text[m.start : m.end] for m in whole_names(text, every(text, "organization", *names)) if m.form == "name"]


@pytest.mark.parametrize(
    ("text", "parts", "whole"),
    [
        ("Fighters of Al-Qaeda in the Islamic Maghreb fled.", ("Al-Qaeda", "Islamic Maghreb"), ["Al-Qaeda in the Islamic Maghreb"]),
        ("The Lord's Resistance Army fled.", ("Resistance Army",), ["Lord's Resistance Army"]),
        ("The FMLN guerrillas fled.", ("FMLN",), ["FMLN"]),
        ("The Islamic State's men fled.", ("Islamic State",), ["Islamic State"]),
        ("The Harbour Front of Tamsk fled.", ("Harbour Front",), ["Harbour Front"]),
    ],
)
def test_a_name_is_as_long_as_it_is_well_known(text: str, parts: tuple[str, ...], whole: list[str]) -> None:
    assert _names(text, *parts) == whole


def test_a_description_that_begins_inside_the_name_begins_with_it() -> None:
    text = "Islamic State of Iraq and the Levant terrorists fled."
    crowd = Found(*at(text, "the Levant terrorists"), "person", "nominal")
    found = whole_names(text, [*every(text, "organization", "Islamic State of Iraq", "Levant"), crowd])
    assert sorted(text[m.start : m.end] for m in found) == [
        "Islamic State of Iraq and the Levant",
        "Islamic State of Iraq and the Levant terrorists",
    ]
