"""Where the folding keeps what it knows: in memory for a stream, in a file for a desk. A changed value is put back, never only changed in place."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, MutableMapping
from typing import Any, Protocol

Kept = MutableMapping[str, Any]


def as_json(value: Any) -> bytes:
    """A value as packed JSON; floats come back as they were."""
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"), 1)


def from_json(data: bytes) -> Any:
    """What `as_json` packed."""
    return json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))


class Shelf(Protocol):
    """Named mappings from keys to values. `pack` and `unpack` turn a value into bytes and back, where bytes are what is kept."""

    def kept(self, name: str, *, pack: Callable[[Any], bytes] = as_json, unpack: Callable[[bytes], Any] = from_json) -> Kept: ...


class Memory:
    """The shelf of one run: plain dictionaries."""

    def kept(self, name: str, *, pack: Callable[[Any], bytes] = as_json, unpack: Callable[[bytes], Any] = from_json) -> Kept:  # noqa: ARG002
        return {}


def put(drawer: Kept, key: str, value: Any, *, most: int) -> None:
    """One value more under a key; the latest `most` stay."""
    values = drawer.get(key)
    if values is None:
        values = []
    values.append(value)
    if len(values) > most:
        del values[:-most]
    drawer[key] = values
