from __future__ import annotations

import pytest

from dateline.dates.tense import FUTURE, PAST, tense
from dateline.dates.tokens import tokens


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rebels attacked the town on Friday", PAST),
        ("Rebels will attack the town on Friday", FUTURE),
        ("The summit will be hosted by Egypt on Friday", FUTURE),
        ("It had been due to expire on Friday", PAST),
        ("The vote is scheduled for Friday", FUTURE),
        ("He is to speak on Friday", FUTURE),
        ("They should have left on Friday", PAST),
        ("The town on Friday", None),
        ("He left. On Friday", None),
    ],
)
def test_the_nearest_telling_word_decides(text: str, told: str | None) -> None:
    words = tokens(text)
    assert tense(words, len(words) - 1, len(words)) == told
