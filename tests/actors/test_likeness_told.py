"""What is seen of a description and somebody else, one feature at a time."""

from __future__ import annotations

import pytest

from dateline.actors.cast import Cast
from dateline.actors.drafts import Draft
from dateline.actors.likeness_told import Told, content, likeness_told, of_nobody
from dateline.actors.scene import Scene, make_scene
from dateline.reader.reading import DEED, Frame, Role


def scene_of(text: str, frames: tuple[Frame, ...] = ()) -> Scene:
    return make_scene(text, (), frames, {}, None, (), None, "")


def drawn(text: str, kind: str, words: str, *, name: str | None = None, noun: str | None = None) -> Draft:
    draft = Draft(kind, noun=noun, name_texts=[name] if name else [])
    start = text.index(words)
    draft.mention(text, (start, start + len(words)))
    return draft


def features(text: str, one: Draft, other: Draft, frames: tuple[Frame, ...] = ()) -> list[str]:
    scene = scene_of(text, frames)
    return likeness_told(Told(scene, Cast([one, other]), one), other)


def test_a_name_within_a_description_is_seen_with_what_leads_to_it() -> None:
    text = "A patrol of Harbour Guard left."
    one = drawn(text, "group", "A patrol of Harbour Guard", noun="patrol")
    other = drawn(text, "organization", "Harbour Guard", name="Harbour Guard")
    assert "its name within, after “of”: “patrol”" in features(text, one, other)


def test_two_sides_of_a_deed_are_seen() -> None:
    text = "Anna Weber struck the clerk."
    one, other = drawn(text, "person", "the clerk", noun="clerk"), drawn(text, "person", "Anna Weber", name="Anna Weber")
    deed = Frame(DEED, (11, 17), (Role("actor", 0, 10), Role("recipient", 18, 27)), type="ASSAULT")
    assert "on two sides of a deed" in features(text, one, other, (deed,))
    assert "on two sides of a deed" not in features(text, one, other)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Anna Weber and the clerk left.", "told in the sentence"),
        ("Anna Weber left. The clerk stayed.", "told one sentence before"),
        ("The clerk stayed. Anna Weber left.", "told only later, near"),
    ],
)
def test_how_far_away_the_other_is_told(text: str, step: str) -> None:
    words = "the clerk" if "the clerk" in text else "The clerk"
    one, other = drawn(text, "person", words, noun="clerk"), drawn(text, "person", "Anna Weber", name="Anna Weber")
    assert step in features(text, one, other)


def test_nobody_is_told_by_the_determiner() -> None:
    text = "Police held two gunmen."
    told = Told(scene_of(text), Cast([]), drawn(text, "population", "two gunmen", noun="gunmen"))
    assert "nobody: number" in of_nobody(told)
    assert "nobody: numbered" in of_nobody(told)


def test_words_that_mean_something() -> None:
    assert content(("the riot police", "Anna's officers")) == {"riot", "police", "anna", "officer"}
