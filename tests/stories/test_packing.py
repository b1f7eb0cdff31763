"""Weights as bytes and back."""

import pytest

from dateline.stories.packing import (
    pack_dated,
    pack_keys,
    pack_pairs,
    pack_weights,
    single,
    unpack_dated,
    unpack_keys,
    unpack_pairs,
    unpack_weights,
)


@pytest.mark.parametrize("weights", [{}, {"strike": 0.1}, {"zebra": 1 / 3, "ärger": 5e-324, "\ud800": 0.0}])
def test_weights_come_back_in_their_order_to_the_last_digit(weights: dict[str, float]) -> None:
    assert list(unpack_weights(pack_weights(weights)).items()) == list(weights.items())


def test_a_key_may_come_again() -> None:
    pairs = [("a", 0.5), ("b", 0.25), ("a", 0.125)]
    assert unpack_pairs(pack_pairs(pairs)) == pairs
    assert unpack_pairs(pack_pairs([])) == []


def test_no_day_stays_no_day() -> None:
    assert unpack_dated(pack_dated((None, {"a": 0.5}))) == (None, {"a": 0.5})
    assert unpack_dated(pack_dated((738_000, {}))) == (738_000, {})


@pytest.mark.parametrize("x", [0.1, 1 / 3, 0.0, 1.0])
def test_what_is_remembered_is_what_is_read_back(x: float) -> None:
    kept = {"strike": single(x)}
    assert unpack_dated(pack_dated((None, kept)))[1] == kept
    assert unpack_pairs(pack_pairs([("a", single(x))])) == [("a", single(x))]
    assert single(single(x)) == single(x) == pytest.approx(x)


@pytest.mark.parametrize(
    "keys",
    [
        ["0123456789abcdef", "ffffffffffffffff"],
        ["0123456789ABCDEF"],
        ["0123456789abcde", "0123456789abcdeff"],
        ["0123456789abcd f"],
        ["0123456789abcdef@0123456789abcdef"],
        ["ärger", "\ud800"],
        ["zzzzzzzzzzzzzzzz", "0123456789abcdef"],
    ],
)
def test_keys_come_back_whatever_they_are(keys: list[str]) -> None:
    assert unpack_keys(pack_keys(keys)) == keys


def test_digits_take_half_the_room() -> None:
    keys = [f"{i:016x}" for i in range(300)]
    assert len(pack_keys(keys)) == 8 * len(keys) + 1
