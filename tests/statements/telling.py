"""Small readings built by hand from strings: `spot(text, words)` finds the span of words, `reading(text, ...)` makes its sentences."""

from __future__ import annotations

import re

from dateline.reader.reading import DEED, SAYING, Frame, Reading, Role
from dateline.record import Span


def spot(text: str, words: str, nth: int = 1) -> Span:
    """The span of the `nth` occurrence of `words`."""
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return at, at + len(words)


def saying(text: str, cue: str | None, *, score: float = 0.9, negated: bool = False, nth: int = 1, **roles: str | list[str]) -> Frame:
    """A frame of saying; roles are strings of the text."""
    return Frame(SAYING, spot(text, cue, nth) if cue else None, _roles(text, roles), negated=negated, score=score)


def deed(
    text: str, trigger: str, type: str, *, mode: str | None = None, modality: str = "asserted", nth: int = 1, **roles: str | list[str]
) -> Frame:
    """A frame of a deed; roles are strings of the text, and the words of the parties lean that way, as the reader's do."""
    filled = _roles(text, roles)
    leanings = tuple(Role(r.name, r.start, r.end, 0.95) for r in filled if r.name in ("actor", "recipient"))
    return Frame(DEED, spot(text, trigger, nth), filled, type, mode, modality, leanings=leanings)


def _roles(text: str, roles: dict[str, str | list[str]]) -> tuple[Role, ...]:
    return tuple(Role(name, *spot(text, w)) for name, words in roles.items() for w in ([words] if isinstance(words, str) else words))


def reading(text: str, *frames: Frame) -> Reading:
    """Sentences end at full stops before a space and at line ends."""
    sentences = tuple(m.span() for m in re.finditer(r"[^\n]+?(?:[.!?][”\"’]?(?=\s|$)|(?=\n|$))", text))
    return Reading(sentences, (), frames)
