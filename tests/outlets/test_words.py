"""Words fit to be shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.outlets.words import around, counted, harmless, short
from dateline.record import Article, Count, Record


def test_what_hides_or_turns_becomes_a_dot() -> None:
    assert harmless("a\u202eb\x1bc\u200bd") == "a·b·c·d"
    assert harmless("می‌روم") == "می‌روم"


def test_accents_do_not_pile_up() -> None:
    assert harmless("a" + "\u0301" * 50) == "a" + "\u0301" * 3


def test_a_cut_falls_between_words() -> None:
    assert short("one two three four", 10) == "one two…"


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 40))
def test_a_quotation_keeps_its_own_words_and_stays_short(text: str, start: int, long: int) -> None:
    start = min(start, len(text))
    end = min(len(text), start + long)
    before, own, after = around(Record(Article("x", text)), (start, end), 60)
    assert len(before + own + after) <= 60 + 25
    assert own == short(text[start:end], 60)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(4, None, 0, 1), "at least 4 killed"),
        (Count(3, 5, 0, 1), "3-5 killed"),
        (Count(2, 2, 0, 1), "2 killed"),
        (Count(None, 9, 0, 1), "at most 9 killed"),
        (None, ""),
    ],
)
def test_numbers_as_told(count: Count | None, words: str) -> None:
    assert counted(count, "killed") == words
