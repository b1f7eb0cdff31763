"""Sentences end where an editor would say they end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reader.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The army fired. Nobody was hurt.", 2),
        ("Gen. Okello met Mr. Tan on Jan. 5 in St. Louis.", 1),
        ("The U.S. Senate voted. It passed.", 2),
        ("He lives in the U.S. The law is clear.", 2),
        ("“Leave now!” he shouted. They left.", 2),
        ("Why? he asked.", 1),
        ("It cost No. 5 dearly. So what?", 2),
        ("Headline without a stop\nBody text follows.", 2),
        ("Prices rose 3.5 percent. Wages did not.", 2),
        ("She said, “We will go.” The crowd cheered.", 2),
        ("J. K. Mensah spoke. Others listened…", 2),
    ],
)
def test_count(text: str, count: int) -> None:
    assert len(cut(text)) == count, cut(text)


@given(st.text(alphabet="Ab. !?”“\n\tÉ中。", max_size=80))
def test_sentences_are_in_order_and_lose_no_visible_character(text: str) -> None:
    found = sentences(text)
    assert all(a < b for a, b in found)
    assert all(x[1] <= y[0] for x, y in zip(found, found[1:], strict=False))
    inside = {i for a, b in found for i in range(a, b)}
    assert all(i in inside for i, c in enumerate(text) if not c.isspace())
