"""Spans of names made whole."""

import pytest

from dateline.actors.repair import repair_name
from dateline.actors.scene import make_scene
from dateline.reader.reading import Found


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("Police said Bartel Okello was seen in the port on Monday.", "Bartel", "Bartel Okello"),
        ("Bartel Okello Featured In New Recruitment Video\nA clip of Bartel Okello was shown.", "Bartel Okello", "Bartel Okello"),
        ("Okello Calls On Brandt To Leave Office\nHe was calling for change.", "Okello", "Okello"),
    ],
)
def test_a_persons_name_goes_on_over_capitals_but_in_headlines(text: str, name: str, whole: str) -> None:
    start = text.index(name)
    scene = make_scene(text, [Found(start, start + len(name), "person", "name")], [], {}, None, (), None, "")
    span = repair_name(scene, (start, start + len(name)), "person")
    assert span and text[slice(*span)] == whole
