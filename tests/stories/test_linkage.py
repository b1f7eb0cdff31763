"""Grouping by average likeness, all at once."""

from dateline.stories.linkage import MANY, Bounds, attach, average_link

ALIKE = {
    "a": {"b": 0.9, "c": 0.8, "d": 0.3},
    "b": {"a": 0.9, "c": 0.7},
    "c": {"a": 0.8, "b": 0.7},
    "d": {"a": 0.3, "e": 0.6},
    "e": {"d": 0.6},
}


def test_groups_are_those_whose_mean_likeness_reaches_the_threshold() -> None:
    assert average_link("abcde", ALIKE, Bounds(0.5)) == [["a", "b", "c"], ["d", "e"]]


def test_one_likeness_does_not_chain_two_groups() -> None:
    alike = {"a": {"b": 0.9}, "b": {"a": 0.9, "c": 0.6}, "c": {"b": 0.6, "d": 0.9}, "d": {"c": 0.9}}
    assert average_link("abcd", alike, Bounds(0.5)) == [["a", "b"], ["c", "d"]]


def test_a_weak_member_joins_the_group_whose_best_members_it_is_like() -> None:
    groups = [["a", "b", "c", "d"], ["e"]]
    assert attach("w", groups, {"a": 0.9, "b": 0.8, "c": 0.7, "e": 0.6}, 0.6) == 0
    assert attach("w", groups, {"a": 0.9, "e": 0.9}, 0.5) == 1
    assert attach("w", groups, {"a": 0.9, "e": 0.6}, 0.7) is None


def test_a_group_of_one_needs_more_likeness_than_a_group_of_many() -> None:
    groups = [["a", "b", "c"], ["e"]]
    assert attach("w", groups, {"a": 0.6, "b": 0.6, "c": 0.6, "e": 0.7}, 0.5) == 0
    assert attach("w", groups, {"e": 0.7}, 0.5) is None


def test_a_weak_member_joins_no_large_group_that_it_is_apart_from() -> None:
    few, many = [f"a{i}" for i in range(5)], [f"b{i}" for i in range(MANY)]
    alike = dict.fromkeys((*few, *many), 0.8) | dict.fromkeys(many, 0.9)
    assert attach("w", [few, many], alike, 0.6) == 1
    assert attach("w", [few, many], alike, 0.6, lambda *_: True) == 0


def test_groups_are_joined_only_where_two_of_their_members_are_alike_enough() -> None:
    alike = {"a": {"b": 0.45}, "b": {"a": 0.45}, "c": {"d": 0.9, "e": 0.3}, "d": {"c": 0.9, "e": 0.6}, "e": {"c": 0.3, "d": 0.6}}
    assert average_link("abcde", alike, Bounds(0.4)) == [["a", "b"], ["c", "d", "e"]]
    assert average_link("abcde", alike, Bounds(0.4, bond=0.5)) == [["a"], ["b"], ["c", "d", "e"]]
