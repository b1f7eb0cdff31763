"""Columns: widths as a terminal counts them."""

from __future__ import annotations

import pytest

from dateline.outlets.columns import hanging, laid, width_of, widths, wrapped


@pytest.mark.parametrize(("words", "width"), [("abc", 3), ("漢字", 4), ("e\u0301", 1), ("", 0)])
def test_width(words: str, width: int) -> None:
    assert width_of(words) == width


def test_words_are_wrapped_and_long_ones_broken() -> None:
    assert wrapped("one two three", 7) == ["one two", "three"]
    assert wrapped("abcdefgh", 3) == ["abc", "def", "gh"]


def test_the_last_line_allowed_ends_in_dots() -> None:
    assert hanging("k", "one two three four", indent=2, width=9, most=2) == ["k one two", "  three…"]


def test_what_one_column_leaves_over_goes_to_another() -> None:
    assert widths([("a", "b" * 20)], (10, 10), width=30) == [1, 20]


def test_cells_are_laid_side_by_side() -> None:
    assert laid(("one two", "x"), (3, 1)) == ["one  x", "two"]
