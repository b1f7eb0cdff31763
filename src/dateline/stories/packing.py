"""Weights by words or keys as bytes: the numbers as they are (eight bytes each), then the words. As JSON they took three times as long to read back."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_COUNT = 4  # bytes that say how many there are
_NUMBER = 8


def pack_weights(weights: Mapping[str, float]) -> bytes:
    """A vector. Its words have no line breaks."""
    return _packed(weights.keys(), weights.values(), len(weights))


def unpack_weights(data: bytes) -> dict[str, float]:
    """What `pack_weights` packed, in its order."""
    return dict(zip(*_parts(data), strict=True))


def pack_pairs(pairs: Sequence[tuple[str, float]]) -> bytes:
    """Keys with a number each; a key may come again."""
    return _packed((k for k, _ in pairs), (x for _, x in pairs), len(pairs))


def unpack_pairs(data: bytes) -> list[tuple[str, float]]:
    """What `pack_pairs` packed."""
    return list(zip(*_parts(data), strict=True))


def pack_dated(value: tuple[int | None, Mapping[str, float]]) -> bytes:
    """A day and a vector."""
    day, weights = value
    return (day or 0).to_bytes(_COUNT, "big") + pack_weights(weights)


def unpack_dated(data: bytes) -> tuple[int | None, dict[str, float]]:
    """What `pack_dated` packed."""
    return int.from_bytes(data[:_COUNT], "big") or None, unpack_weights(data[_COUNT:])


def _packed(keys: Iterable[str], numbers: Iterable[float], count: int) -> bytes:
    return count.to_bytes(_COUNT, "big") + array("d", numbers).tobytes() + "\n".join(keys).encode("utf-8", "surrogatepass")


def _parts(data: bytes) -> tuple[list[str], Any]:
    count = int.from_bytes(data[:_COUNT], "big")
    end = _COUNT + _NUMBER * count
    numbers = array("d")
    numbers.frombytes(data[_COUNT:end])
    return (data[end:].decode("utf-8", "surrogatepass").split("\n") if count else []), numbers
