"""Grouping by average likeness, at once and one by one."""

import random

from dateline.stories.linkage import MANY, Groups, attach, average_link

ALIKE = {
    "a": {"b": 0.9, "c": 0.8, "d": 0.3},
    "b": {"a": 0.9, "c": 0.7},
    "c": {"a": 0.8, "b": 0.7},
    "d": {"a": 0.3, "e": 0.6},
    "e": {"d": 0.6},
}


def test_groups_are_those_whose_mean_likeness_reaches_the_threshold() -> None:
    assert average_link("abcde", ALIKE, 0.5) == [["a", "b", "c"], ["d", "e"]]


def test_one_likeness_does_not_chain_two_groups() -> None:
    alike = {"a": {"b": 0.9}, "b": {"a": 0.9, "c": 0.6}, "c": {"b": 0.6, "d": 0.9}, "d": {"c": 0.9}}
    assert average_link("abcd", alike, 0.5) == [["a", "b"], ["c", "d"]]


def test_one_by_one_gives_what_all_at_once_gives_in_any_order() -> None:
    for seed in range(6):
        order = list("abcde")
        random.Random(seed).shuffle(order)
        groups = Groups(0.5)
        for i, k in enumerate(order):
            groups.add(k, {o: x for o, x in ALIKE[k].items() if o in order[:i]})
            groups.group(k)  # asked for in between
        assert [groups.group(k) for k in "abcde"] == ["a", "a", "a", "d", "d"]


def test_members_of_a_group_are_sorted() -> None:
    groups = Groups(0.5)
    groups.add("z", {})
    groups.add("a", {"z": 0.9})
    assert groups.members(groups.group("z")) == ["a", "z"]


def test_a_newcomer_to_a_crowd_joins_the_group_it_is_most_like() -> None:
    groups = Groups(0.5, largest=3)
    groups.add("b", {})
    groups.add("c", {"b": 0.9})
    groups.add("d", {"b": 0.9, "c": 0.9})
    groups.add("a", {"b": 0.8, "c": 0.8, "d": 0.8})
    groups.add("e", {"a": 0.6})
    assert groups.group("a") == "b"
    assert groups.group("e") == "e"
    assert list(groups.members("b")) == ["b", "c", "d", "a"]


def test_a_weak_member_joins_the_group_whose_best_members_it_is_like() -> None:
    groups = [["a", "b", "c", "d"], ["e"]]
    assert attach("w", groups, {"a": 0.9, "b": 0.8, "c": 0.7, "e": 0.6}, 0.6) == 0
    assert attach("w", groups, {"a": 0.9, "e": 0.6}, 0.6) == 1
    assert attach("w", groups, {"a": 0.9, "e": 0.6}, 0.7) is None


def test_a_weak_member_joins_no_large_group_that_it_is_apart_from() -> None:
    few, many = [f"a{i}" for i in range(5)], [f"b{i}" for i in range(MANY)]
    alike = dict.fromkeys((*few, *many), 0.8) | dict.fromkeys(many, 0.9)
    assert attach("w", [few, many], alike, 0.6) == 1
    assert attach("w", [few, many], alike, 0.6, lambda *_: True) == 0


def test_a_weak_member_ties_no_groups_together() -> None:
    groups = Groups(0.5, weak=lambda k: k.startswith("~"), borne=0.6)
    groups.add("a", {})
    groups.add("b", {})
    groups.add("~w", {"a": 0.9, "b": 0.8})
    assert [groups.group(k) for k in ("a", "b", "~w")] == ["a", "b", "a"]
