"""Copies by shingles and sketches."""

import random

from dateline.stories.copies import BINS, Copies, shingles, sketch

TEXT = "the mayor of a river town asked on Monday for boats because rain had cut the road and the bridge was closed to lorries while families waited on roofs for bread"
WORDS = TEXT.split()


def made(seed: int, length: int = 120) -> str:
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) + (str(chance.randrange(50)) if chance.random() < 0.3 else "") for _ in range(length))


def test_the_same_text_is_a_copy() -> None:
    copies = Copies()
    assert copies.add("one", made(1)) == ()
    (found,) = copies.add("two", made(1))
    assert (found.of, found.shared, found.within) == ("one", 1.0, 1.0)


def test_a_light_edit_is_a_copy_and_another_text_is_not() -> None:
    copies = Copies()
    copies.add("one", made(1))
    copies.add("other", made(2))
    found = copies.add("edited", made(1).replace("mayor", "governor", 1) + " It was reported by our staff.")
    assert [c.of for c in found] == ["one"]
    assert "runs of five words" in found[0].because


def test_a_text_shorter_than_a_shingle_is_one_shingle() -> None:
    assert len(shingles("Two words")) == 1


def test_a_sketch_has_its_length_whatever_the_text() -> None:
    assert len(sketch(frozenset())) == len(sketch(shingles("one two"))) == BINS


def test_what_is_compared_does_not_grow_with_the_index() -> None:
    copies = Copies()
    for i in range(200):
        copies.add(str(i), made(i))
    assert copies.add("new", made(999)) == ()
