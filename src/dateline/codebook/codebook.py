"""A codebook: event types with their modes, quad classes, intensities and examples. PLOVER is one; a user's own is another of the same form."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dateline.record import Span

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
DEFAULT = "PLOVER"


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the telling words of one type marked; `place` is "file:line". `marks` are half-open offsets into `text`; none: it tells nothing."""

    text: str
    marks: tuple[Span, ...]
    place: str
    type: str | None = None
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class Mode:
    name: str
    intensity: float
    definition: str = ""


@dataclass(frozen=True, slots=True)
class EventType:
    """`intensity` runs from -10 (conflict) to +10 (cooperation)."""

    name: str
    definition: str
    quad: str
    intensity: float
    modes: dict[str, Mode] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Codebook:
    """What its types mean. Unknown types raise KeyError naming the valid ones.

    In a record the types of PLOVER stand bare; those of any other book carry its name, "acled-like:battle", so that nobody takes one for the other.
    """

    name: str
    types: dict[str, EventType]
    examples: tuple[Example, ...] = ()
    contexts: tuple[tuple[str, re.Pattern[str]], ...] = ()

    def __getitem__(self, name: str) -> EventType:
        plain = name.removeprefix(f"{self.name}:")
        if plain not in self.types:
            raise KeyError(f"unknown event type {name!r}; one of {', '.join(self.types)}")
        return self.types[plain]

    def called(self, plain: str) -> str:
        """The name that a type of this book has in a record."""
        return plain if self.name == DEFAULT else f"{self.name}:{plain}"

    def quad(self, name: str) -> str:
        """One of QUADS."""
        return self[name].quad

    def mode(self, name: str, proposed: str | None) -> str | None:
        """`proposed` if the type has such a mode."""
        return proposed if proposed in self[name].modes else None

    def intensity(self, name: str, mode: str | None) -> float:
        """By mode where there is one."""
        t = self[name]
        return t.modes[mode].intensity if mode in t.modes else t.intensity

    def contexts_of(self, words: str) -> tuple[str, ...]:
        """The contexts whose vocabulary occurs in `words`, in the codebook's order."""
        return tuple(name for name, pattern in self.contexts if pattern.search(words))
