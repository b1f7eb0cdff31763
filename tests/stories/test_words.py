"""The words of an article as weights."""

import pytest

from dateline.stories.words import cosine, rarity, stem, vector


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [("Attacks", "attack"), ("attacked", "attack"), ("stories", "story"), ("police", "police"), ("press", "press"), ("bus", "bus")],
)
def test_a_stem_loses_the_commonest_endings(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


def test_a_word_of_every_day_is_less_rare_than_a_town() -> None:
    assert rarity("the") < rarity("police") < rarity("mangochar")


def test_a_vector_has_length_one_and_no_small_words() -> None:
    words = vector("The bomb went off in Mangochar.")
    assert "the" not in words
    assert sum(x * x for x in words.values()) == pytest.approx(1)


def test_the_same_words_are_alike_and_others_are_not() -> None:
    a, b = vector("A bomb killed five in Mastung"), vector("Farmers marched through Mumias")
    assert cosine(a, a) == pytest.approx(1)
    assert cosine(a, b) == 0


def test_a_text_without_words_has_no_vector() -> None:
    assert vector("... !") == {}
