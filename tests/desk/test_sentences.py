"""The words beside an event."""

from __future__ import annotations

import pytest

from dateline.desk.sentences import LONGEST, sentence_of

LONG = "of those who came " * 60


def around(text: str, word: str) -> str:
    at = text.index(word)
    return sentence_of(text, (at, at + len(word)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain fell. Gunmen attacked a market. Nobody spoke.", "Gunmen attacked a market."),
        ("A headline\nGunmen attacked\ta  market.\nMore", "Gunmen attacked a market."),
        ("Gunmen attacked", "Gunmen attacked"),
    ],
)
def test_the_sentence_on_one_line(text: str, expected: str) -> None:
    assert around(text, "attacked") == expected


@pytest.mark.parametrize("before", [LONG, LONG * 3, "", "rain " * 4])
@pytest.mark.parametrize("behind", [LONG, ""])
def test_a_long_one_is_cut_between_words_and_says_so(before: str, behind: str) -> None:
    text = f"{before}attacked {behind}"
    found = around(text, "attacked")
    words = found.removeprefix("… ").removesuffix(" …")
    assert "attacked" in words and len(words) <= LONGEST and words in text
    start = text.index(words)
    assert start == 0 or text[start - 1] == " "
    assert text[start + len(words) :][:1] in (" ", "")
    assert found.startswith("… ") == (start > 0)
    assert found.endswith(" …") == (text[start + len(words) :].strip() != "")


def test_one_word_without_end_is_cut_where_it_must_be() -> None:
    text = "x" * 1000 + "attacked" + "x" * 1000
    assert len(around(text, "attacked")) <= LONGEST + 4
