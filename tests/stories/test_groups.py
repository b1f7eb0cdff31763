"""Grouping by average likeness, one by one."""

import random

from dateline.stories.groups import Groups
from dateline.stories.linkage import Bounds, attach, average_link
from dateline.stories.shelf import Kept, Memory
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


def weak(key: str) -> bool:
    return key.startswith("~")


class Open(Memory):
    """A shelf that shows what is kept."""

    def __init__(self) -> None:
        self.drawers: dict[str, Kept] = {}

    def kept(self, name: str, **_: object) -> Kept:
        return self.drawers.setdefault(name, {})


def test_a_weak_member_makes_no_neighbourhood_larger() -> None:
    shelf = Open()
    groups = Groups(0.5, weak=weak, borne=0.5, shelf=shelf)
    groups.add("a", {})
    groups.add("b", {})
    groups.add("~w", {"a": 0.95, "b": 0.9})
    groups.add("c", {"b": 0.8, "~w": 0.9})
    groups.moved()
    assert sorted(map(sorted, shelf.drawers["groups.neighbourhoods"].values())) == [["a"], ["b", "c"]]


def test_a_weak_member_follows_those_that_it_is_most_like() -> None:
    groups = Groups(0.5, weak=weak, borne=0.5)
    groups.add("b", {})
    groups.add("~w", {"b": 0.9})
    assert groups.group("b") == groups.group("~w") == "b"
    groups.moved()
    groups.add("d", {"~w": 0.95})
    groups.add("e", {"d": 0.9, "~w": 0.95})
    assert set(groups.moved()) == {"d", "e", "~w"}
    assert groups.members("b") == ["b"]
    assert groups.members(groups.group("~w")) == ["d", "e", "~w"]


def test_with_weak_members_one_by_one_gives_what_all_at_once_gives() -> None:
    for seed in range(40):
        chance = random.Random(seed)
        keys = [f"{'~' * (chance.random() < 0.4)}{i:02}" for i in range(24)]
        likeness: dict[str, dict[str, float]] = {k: {} for k in keys}
        for i, a in enumerate(keys):
            for b in keys[:i]:
                if not (weak(a) and weak(b)) and chance.random() < 0.25:
                    likeness[a][b] = likeness[b][a] = chance.random()
        strong = sorted(k for k in keys if not weak(k))
        wanted = average_link(strong, likeness, Bounds(0.3, bond=0.6))
        homes = {w: attach(w, wanted, likeness[w], 0.5) for w in keys if weak(w)}
        whole = [sorted([*g, *(w for w in homes if homes[w] == i)]) for i, g in enumerate(wanted)]
        whole += [[w] for w in homes if homes[w] is None]
        groups = Groups(0.3, bond=0.6, weak=weak, borne=0.5)
        asked = random.Random(seed + 100)
        for i, k in enumerate(keys):
            groups.add(k, {o: x for o, x in likeness[k].items() if o in keys[:i]})
            if asked.random() < 0.3:
                groups.group(asked.choice(keys[: i + 1]))
            if asked.random() < 0.2:
                groups.moved()
        assert sorted({tuple(groups.members(groups.group(k))) for k in keys}) == sorted(map(tuple, whole))
