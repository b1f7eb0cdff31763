"""Members that fit another group better than their own."""

from collections.abc import Mapping

from dateline.stories.linkage import Bounds
from dateline.stories.settling import settle


def alike(*pairs: tuple[str, str, float]) -> Mapping[str, Mapping[str, float]]:
    """A symmetric likeness."""
    out: dict[str, dict[str, float]] = {}
    for a, b, x in pairs:
        out.setdefault(a, {})[b] = out.setdefault(b, {})[a] = x
    return out


LIKE = alike(("a", "b", 0.9), ("a", "m", 0.6), ("b", "m", 0.6), ("m", "x", 0.4), ("x", "y", 0.9))


def test_a_member_moves_to_the_group_that_it_is_more_like() -> None:
    assert settle([["a", "b"], ["m", "x", "y"]], LIKE, Bounds(0.2)) == [["a", "b", "m"], ["x", "y"]]


def test_the_order_of_groups_and_members_changes_nothing() -> None:
    assert settle([["y", "m", "x"], ["b", "a"]], LIKE, Bounds(0.2)) == [["a", "b", "m"], ["x", "y"]]


def test_a_member_less_like_its_group_than_the_threshold_stands_alone() -> None:
    assert settle([["a", "b", "y"], ["x"]], alike(("a", "b", 0.9), ("b", "y", 0.3)), Bounds(0.2)) == [["a", "b"], ["x"], ["y"]]


def test_a_member_joins_only_what_holds_one_as_like_as_the_bond() -> None:
    assert settle([["a", "b"], ["m", "x", "y"]], LIKE, Bounds(0.2, bond=0.7)) == [["a", "b"], ["m", "x", "y"]]


def test_a_member_joins_nothing_that_it_is_apart_from() -> None:
    assert settle([["a", "b"], ["m", "x", "y"]], LIKE, Bounds(0.2, apart=lambda *_: True)) == [["a", "b"], ["m", "x", "y"]]
