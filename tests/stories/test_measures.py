"""How far two tellings are alike in one thing."""

from dateline.record import Count
from dateline.stories.measures import counts_apart, shared


def test_counts_agree_when_their_ranges_meet() -> None:
    assert counts_apart(Count(5, None, 0, 0), Count(7, 7, 0, 0)) == 0.0
    assert counts_apart(Count(5, 5, 0, 0), Count(50, 50, 0, 0)) > 1


def test_the_share_of_names_is_of_all_or_of_the_first_ones() -> None:
    a, b = {"kano": 6.0, "nigeria": 2.0}, {"kano": 6.0, "yobe": 4.0}
    assert shared(a, b) == 6.0 / 12.0
    assert shared(a, b, False) == 6.0 / 8.0
    assert shared({}, {}) == 0.0
