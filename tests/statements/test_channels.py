"""The channel of a statement, and the nouns that are no channel."""

from __future__ import annotations

import pytest

from dateline.statements.channels import channel_of


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("the minister tweeted on Monday", "tweet"),
        ("she wrote on X", "tweet"),
        ("Ana Pell (@anapell) June 15, 2022:", "tweet"),
        ("In an article for the Lisbon Gazette he wrote", "op-ed"),
        ("in an open letter to the king", "letter"),
        ("the bishop’s letter said", "letter"),
        ("he said in a video message", "video"),
        ("in a televised address she said", "speech"),
        ("addressing a crowd of supporters he said", "speech"),
        ("he told reporters", "press-conference"),
        ("she told a daily briefing", "press-conference"),
        ("he said in an interview with the weekly", "interview"),
        ("she told Reuters", "interview"),
        ("he told the Harbour Times", "interview"),
        ("he said on state television", "broadcast"),
        ("the army said in a statement", "document"),
        ("the ministry’s press statement indicated", "document"),
        ("he wrote on his Facebook page", "document"),
        ("he told the court", "court"),
        ("he said", None),
    ],
)
def test_channel(words: str, want: str | None) -> None:
    assert channel_of(words) == want


@pytest.mark.parametrize(
    "words",
    [
        "media report that the ruling party said",
        "he left his post as minister and said",
        "the man at the address said",
        "as part of its contribution to peace it said",
        "the x on the ballot he said",
        "the minister said a letter of intent was near",
        "the resolution of the crisis was near he said",
        "she said the nuclear agency was told",
        "he noted the verdict",
    ],
)
def test_a_noun_alone_is_no_channel(words: str) -> None:
    assert channel_of(words) is None
