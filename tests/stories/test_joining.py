"""Weak members among groups of others."""

from dateline.stories.joining import Joined


def joined() -> Joined:
    group = {"a": "a", "b": "a", "~w": "a", "c": "c", "~x": "~x"}
    members = {"a": ["a", "b", "~w"], "c": ["c"], "~x": ["~x"]}
    return Joined(group, members, lambda k: k.startswith("~"))


def test_a_group_that_was_not_grouped_anew_keeps_its_weak_members() -> None:
    j = joined()
    assert j.of("b") == ("a", "b")
    j.put("~x", j.of("a"))
    assert j.groups() == [["a", "b", "~w", "~x"]]


def test_a_weak_member_that_goes_leaves_its_group_behind() -> None:
    j = joined()
    j.leave("~w")
    j.put("~w", j.of("c"))
    assert j.groups() == [["a", "b"], ["c", "~w"]]


def test_a_group_that_was_grouped_anew_starts_without_weak_members() -> None:
    j = joined()
    j.stand(("a",), ())
    j.stand(("b",), ())
    j.leave("~w")
    j.put("~w", None)
    assert j.groups() == [["a"], ["b"], ["~w"]]
