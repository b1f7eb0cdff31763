"""The article as the room's parts see it: text, sentences, what may be skipped, where somebody speaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dateline.actors.whole_names import whole_names
from dateline.reader.headlines import headlines
from dateline.reader.reading import SAYING, Found, Frame
from dateline.record import Place, Span

_SENTENCE = re.compile(r"[.!?][”\"’)]*\s+(?=[A-Z“\"‘(])|\n+")
SUBJECT_ROLES = ("speaker", "actor")


def overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def split_sentences(text: str) -> tuple[Span, ...]:
    """A plain split, for callers without the reader's sentences."""
    ends = [m.end() for m in _SENTENCE.finditer(text)] + [len(text)]
    return tuple((s, e) for s, e in zip([0, *ends], ends, strict=False) if text[s:e].strip())


@dataclass(frozen=True)
class Scene:
    text: str
    mentions: tuple[Found, ...]
    frames: tuple[Frame, ...]
    places: Mapping[Span, Place]
    sentences: tuple[Span, ...]
    skip: tuple[Span, ...]
    country: str | None
    country_because: str
    subjects: frozenset[Span] = field(default_factory=frozenset)

    def words(self, span: Span) -> str:
        return self.text[span[0] : span[1]]

    def sentence(self, at: int) -> int:
        """The number of the sentence that holds offset `at`."""
        return max(0, bisect_right(self.starts, at) - 1)

    @cached_property
    def starts(self) -> list[int]:
        return [s for s, _ in self.sentences]

    def bounds(self, at: int) -> Span:
        return self.sentences[self.sentence(at)] if self.sentences else (0, len(self.text))

    @cached_property
    def fills(self) -> dict[Span, list[tuple[int, str]]]:
        """By span: the roles it fills, as numbers of frames and names of roles."""
        out: dict[Span, list[tuple[int, str]]] = {}
        for number, f in enumerate(self.frames):
            for r in f.roles:
                out.setdefault((r.start, r.end), []).append((number, r.name))
        return out

    @cached_property
    def telling(self) -> frozenset[int]:
        """Where telling words start."""
        return frozenset(f.trigger[0] for f in self.frames if f.kind == SAYING and f.trigger)

    @cached_property
    def headlines(self) -> tuple[Span, ...]:
        """The lines in which nearly every word has a capital: there a capital tells nothing."""
        return tuple(headlines(self.text))

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of the persons' names."""
        return frozenset(self.text[m.start : m.end].split()[-1] for m in self.mentions if m.form == "name" and m.label == "person")

    def skipped(self, span: Span) -> bool:
        return any(overlap(span, s) for s in self.skip)

    def quotes(self) -> tuple[tuple[Span, Frame], ...]:
        """Content spans of saying frames with their frame."""
        return tuple((span, f) for f in self.frames if f.kind == SAYING for span in f.spans("content"))


def make_scene(
    text: str,
    mentions: Sequence[Found],
    frames: Sequence[Frame],
    places: Mapping[Span, Place],
    sentences: Sequence[Span] | None,
    skip: Sequence[Span],
    country: str | None,
    why: str,
) -> Scene:
    kept = tuple(
        sorted(
            (m for m in whole_names(text, mentions) if not any(overlap((m.start, m.end), s) for s in skip)),
            key=lambda m: (m.start, -m.end, m.label),
        )
    )
    told = tuple(f for f in frames if not (f.trigger and any(overlap(f.trigger, s) for s in skip)))
    subjects = frozenset(span for f in told for role in SUBJECT_ROLES for span in f.spans(role))
    return Scene(
        text,
        kept,
        told,
        places,
        tuple(sentences) if sentences else split_sentences(text),
        tuple(skip),
        country,
        why,
        subjects,
    )
