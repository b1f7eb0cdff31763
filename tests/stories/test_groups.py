"""Grouping by average likeness, one by one."""

import random

from dateline.stories.groups import Groups
from stories.test_linkage import ALIKE


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


def test_a_weak_member_ties_no_groups_together() -> None:
    groups = Groups(0.5, weak=lambda k: k.startswith("~"), borne=0.5)
    groups.add("a", {})
    groups.add("b", {})
    groups.add("~w", {"a": 0.95, "b": 0.9})
    assert [groups.group(k) for k in ("a", "b", "~w")] == ["a", "b", "a"]
