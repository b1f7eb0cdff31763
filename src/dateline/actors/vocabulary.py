"""The word lists of this room: YAML files of its `data` folder, read once and kept."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any


@cache
def read(name: str) -> Any:
    """The parsed file `data/NAME.yaml`."""
    import yaml  # imported here: `import dateline` must not pay for it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (Path(__file__).with_name("data") / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=loader)  # both loaders are the safe ones


def parts(text: str, *, by: str = "/") -> tuple[str, ...]:
    """The alternatives of one entry; entries wrap over lines, so runs of white space are one space."""
    return tuple(" ".join(part.split()) for part in text.split(by) if part.strip())


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The words under one key of a file whose values are "a/b/c"."""
    return frozenset(parts(read(name)[key]))


def listed(key: str) -> frozenset[str]:
    """One short list of `data/lists.yaml`."""
    return words("lists", key)
