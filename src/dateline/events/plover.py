"""The codebook as data: types, modes, quad classes, intensities and contexts (`plover.yaml`, `contexts.yaml`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Codebook:
    """PLOVER: what the types mean. Unknown types raise KeyError naming the valid ones."""

    types: dict[str, dict[str, Any]]
    contexts: tuple[tuple[str, re.Pattern[str]], ...]

    def _type(self, name: str) -> dict[str, Any]:
        if name not in self.types:
            raise KeyError(f"unknown event type {name!r}; one of {', '.join(self.types)}")
        return self.types[name]

    def quad(self, name: str) -> str:
        """One of "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"."""
        return str(self._type(name)["quad"])

    def mode(self, name: str, proposed: str | None) -> str | None:
        """`proposed` if the type has such a mode."""
        return proposed if proposed in self._type(name).get("modes", {}) else None

    def intensity(self, name: str, mode: str | None) -> float:
        """From -10 (conflict) to +10 (cooperation); by mode where there is one."""
        t = self._type(name)
        return float(t.get("modes", {}).get(mode, t["intensity"]))

    def contexts_of(self, words: str) -> tuple[str, ...]:
        """The contexts whose vocabulary occurs in `words`, in the codebook's order."""
        return tuple(name for name, pattern in self.contexts if pattern.search(words))


@cache
def plover() -> Codebook:
    """The default codebook, read once."""
    here = files("dateline.events")
    types = yaml.safe_load(here.joinpath("plover.yaml").read_text(encoding="utf-8"))
    contexts = yaml.safe_load(here.joinpath("contexts.yaml").read_text(encoding="utf-8"))
    return Codebook(types, tuple((k, re.compile(v, re.IGNORECASE)) for k, v in contexts.items()))
