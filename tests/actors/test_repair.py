"""Spans of names made whole."""

import pytest

from dateline.actors.repair import repair_name, repair_role
from dateline.actors.scene import make_scene
from dateline.reader.reading import Found


def test_two_persons_names_with_a_hyphen_are_no_name() -> None:
    text = "The Okello-Brandt talks began on Monday. Bartel Okello met Brandt in the port. Anna Weber-Brandt stayed away."
    names = ((4, "Okello-Brandt"), (41, "Bartel Okello"), (59, "Brandt"), (79, "Anna Weber-Brandt"))
    found = [Found(text.index(n, at), text.index(n, at) + len(n), "person", "name") for at, n in names]
    scene = make_scene(text, found, [], {}, None, (), None, "")
    kept = [text[slice(*s)] for m in found if (s := repair_name(scene, (m.start, m.end), "person"))]
    assert kept == ["Bartel Okello", "Brandt", "Anna Weber-Brandt"]


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("Police said Bartel Okello was seen in the port on Monday.", "Bartel", "Bartel Okello"),
        ("Bartel Okello Feb. 1 was seen.", "Bartel Okello Feb. 1", "Bartel Okello"),
        ("Bartel Okello 18 was seen.", "Bartel Okello 18", "Bartel Okello"),
        ("Bartel Okello Featured In New Recruitment Video\nA clip of Bartel Okello was shown.", "Bartel Okello", "Bartel Okello"),
        ("Okello Calls On Brandt To Leave Office\nHe was calling for change.", "Okello", "Okello"),
    ],
)
def test_a_persons_name_goes_on_over_capitals_but_in_headlines(text: str, name: str, whole: str) -> None:
    start = text.index(name)
    scene = make_scene(text, [Found(start, start + len(name), "person", "name")], [], {}, None, (), None, "")
    span = repair_name(scene, (start, start + len(name)), "person")
    assert span and text[slice(*span)] == whole


@pytest.mark.parametrize("name", ["Labour Party", "National Union", "Democratic Party"])
def test_bodies_named_in_words_of_titles_are_names(name: str) -> None:
    text = f"The {name} was founded in Tamsk."
    scene = make_scene(text, [], [], {}, None, (), None, "")
    span = (4, 4 + len(name))
    assert repair_name(scene, span, "organization") == span


@pytest.mark.parametrize("title", ["Former President", "Prime Minister"])
def test_a_title_alone_is_no_body(title: str) -> None:
    text = f"The {title} was seen in Tamsk."
    assert repair_name(make_scene(text, [], [], {}, None, (), None, ""), (4, 4 + len(title)), "organization") is None


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("It sent out massive police forces to the port.", "massive", "massive police forces"),
        ("On Monday three opposition MPs left.", "three opposition", "three opposition MPs"),
        ("The mayor and opposition leaders met.", "The mayor and", "The mayor and opposition leaders"),
    ],
)
def test_a_role_goes_on_to_its_head(text: str, cut: str, whole: str) -> None:
    start = text.index(cut)
    span = repair_role(make_scene(text, [], [], {}, None, (), None, ""), (start, start + len(cut)))
    assert span and text[slice(*span)] == whole
