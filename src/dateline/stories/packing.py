"""Weights by words or keys as bytes: the numbers as they are, then the words. As JSON they took three times as long to read back.

What is looked through by the hundred is kept small: numbers of four bytes (`single` says what is left of one, so that what is remembered and what is
read back are the same), and of eight bytes for keys that are 16 hex digits, as a desk's articles have. A row of 300 articles takes 3.6 kB, not 7.5.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence

_COUNT = 4  # bytes that say how many there are
_DIGITS = 16  # of a key that is kept as a number
_AS_TEXT, _AS_NUMBERS = b"\0", b"\1"


def single(x: float) -> float:
    """What four bytes hold of a number."""
    return array("f", (x,))[0]


def pack_weights(weights: Mapping[str, float]) -> bytes:
    """A vector. Its words have no line breaks."""
    return _packed(array("d", weights.values()), weights.keys())


def unpack_weights(data: bytes) -> dict[str, float]:
    """What `pack_weights` packed, in its order."""
    return dict(zip(*_parts("d", data), strict=True))


def pack_pairs(pairs: Sequence[tuple[str, float]]) -> bytes:
    """Keys of articles with a number of four bytes each; a key may come again."""
    numbers = array("f", [x for _, x in pairs])
    return len(pairs).to_bytes(_COUNT, "big") + numbers.tobytes() + pack_keys([k for k, _ in pairs])


def unpack_pairs(data: bytes) -> list[tuple[str, float]]:
    """What `pack_pairs` packed."""
    numbers, end = _numbers("f", data)
    return list(zip(unpack_keys(data[end:]), numbers, strict=True))


def pack_dated(value: tuple[int | None, Mapping[str, float]]) -> bytes:
    """A day and a vector, its numbers of four bytes."""
    day, weights = value
    return (day or 0).to_bytes(_COUNT, "big") + _packed(array("f", weights.values()), weights.keys())


def unpack_dated(data: bytes) -> tuple[int | None, dict[str, float]]:
    """What `pack_dated` packed."""
    return int.from_bytes(data[:_COUNT], "big") or None, dict(zip(*_parts("f", data[_COUNT:]), strict=True))


def pack_keys(keys: Sequence[str]) -> bytes:
    """Keys of articles: none has a line break."""
    joined = "".join(keys)
    if all(len(k) == _DIGITS for k in keys):
        try:
            numbers = bytes.fromhex(joined)
        except ValueError:
            numbers = b""
        if numbers.hex() == joined:
            return _AS_NUMBERS + numbers
    return _AS_TEXT + "\n".join(keys).encode("utf-8", "surrogatepass")


def unpack_keys(data: bytes) -> list[str]:
    """What `pack_keys` packed."""
    if data[:1] == _AS_NUMBERS:
        digits = data[1:].hex()
        return [digits[i : i + _DIGITS] for i in range(0, len(digits), _DIGITS)]
    return data[1:].decode("utf-8", "surrogatepass").split("\n")


def _packed(numbers: array[float], words: Iterable[str]) -> bytes:
    return len(numbers).to_bytes(_COUNT, "big") + numbers.tobytes() + "\n".join(words).encode("utf-8", "surrogatepass")


def _parts(kind: str, data: bytes) -> tuple[list[str], array[float]]:
    numbers, end = _numbers(kind, data)
    return (data[end:].decode("utf-8", "surrogatepass").split("\n") if numbers else []), numbers


def _numbers(kind: str, data: bytes) -> tuple[array[float], int]:
    """The numbers that the data begin with, and where they end."""
    numbers: array[float] = array(kind)
    end = _COUNT + numbers.itemsize * int.from_bytes(data[:_COUNT], "big")
    numbers.frombytes(data[_COUNT:end])
    return numbers, end
