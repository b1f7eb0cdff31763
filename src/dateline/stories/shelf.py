"""Where the folding keeps what it knows: in memory for a stream, in a file for a desk. A changed value is put back, never only changed in place."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, MutableMapping
from typing import Any, Protocol

Kept = MutableMapping[str, Any]


SMALL = 200
"""Bytes that are kept as they are: to pack a short key took longer than to write it."""

_PACKED = b"x"  # what zlib begins with, and no JSON does


def as_json(value: Any) -> bytes:
    """A value as JSON, packed unless it is short; floats come back as they were."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return data if len(data) < SMALL else zlib.compress(data, 1)


def from_json(data: bytes) -> Any:
    """What `as_json` made."""
    return json.loads((zlib.decompress(data) if data[:1] == _PACKED else data).decode("utf-8", "surrogatepass"))


class Shelf(Protocol):
    """Named mappings from keys to values. `pack` and `unpack` turn a value into bytes and back, where bytes are what is kept."""

    def kept(self, name: str, *, pack: Callable[[Any], bytes] = as_json, unpack: Callable[[bytes], Any] = from_json) -> Kept: ...


class Memory:
    """The shelf of one run: plain dictionaries."""

    def kept(self, name: str, *, pack: Callable[[Any], bytes] = as_json, unpack: Callable[[bytes], Any] = from_json) -> Kept:  # noqa: ARG002
        return {}


def fetch(drawer: Kept, keys: Iterable[str]) -> None:
    """Says that these keys are asked for next, so that a drawer in a file reads them in one go."""
    together = getattr(drawer, "fetch", None)
    if together is not None:
        together(keys)


def put(drawer: Kept, key: str, value: Any, *, most: int) -> None:
    """One value more under a key; the latest `most` stay."""
    values = drawer.get(key)
    if values is None:
        values = []
    values.append(value)
    if len(values) > most:
        del values[:-most]
    drawer[key] = values
