"""Deeds of more than a day."""

import pytest

from dateline.stories.lasting import ends, lasted, starts


def at(text: str, word: str) -> tuple[int, int]:
    start = text.index(word)
    return start, start + len(word)


@pytest.mark.parametrize(
    ("text", "word", "days"),
    [
        ("Two days of talks in the port brought nothing.", "talks", 2),
        ("They signed a deal to end an eleven-day strike.", "strike", 11),
        ("The talks ended on Wednesday after nine days.", "talks", 9),
        ("The siege lasted three weeks.", "siege", 21),
        ("Two days after the raid the shops opened.", "raid", 1),
        ("The strike began on Monday.", "strike", 1),
    ],
)
def test_how_long_it_lasted(text: str, word: str, days: int) -> None:
    assert lasted(text, at(text, word), (0, len(text))) == days


@pytest.mark.parametrize(
    ("text", "word", "over"),
    [
        ("They signed a deal to end the long strike.", "strike", True),
        ("The strike of nurses ended at midnight.", "strike", True),
        ("The march ended in clashes.", "march", False),
        ("The largest march since the factory closed its doors.", "march", False),
    ],
)
def test_whether_the_sentence_tells_of_its_end(text: str, word: str, over: bool) -> None:
    assert ends(text, at(text, word), (0, len(text))) is over


def test_a_date_behind_since_is_the_first_day() -> None:
    assert starts("Nurses have been on strike since Monday.", (0, 40))
    assert not starts("Nurses struck on Monday.", (0, 24))
