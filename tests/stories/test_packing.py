"""Weights as bytes and back."""

import pytest

from dateline.stories.packing import pack_dated, pack_pairs, pack_weights, unpack_dated, unpack_pairs, unpack_weights


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
