"""Words, their letter shapes and their word pieces: what the encoder sees. Training and run time share this module, so both see the same.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from dateline.reader.wordpiece import WordPiece
from dateline.record import Span

WORD = re.compile(r"\w+|[^\w\s]")

# The encoder is uncased; the shape of a word tells it what the lost capitals would have.
SHAPES = ("none", "lower", "title", "upper", "mixed", "initial", "digits", "alphanumeric", "punctuation", "uncased")
NONE = 0


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words of a stretch of text: runs of letters and digits, and every other visible character alone."""
    return [m.span() for m in WORD.finditer(text, start, len(text) if end is None else end)]


def shape(word: str) -> int:
    """The letter shape of a word, an index into SHAPES."""
    if not (word[0].isalnum() or word[0] == "_"):
        return 8
    if word.isdigit():
        return 6
    if any(c.isdigit() for c in word):
        return 7
    if word.islower():
        return 1
    if word.isupper():
        return 5 if len(word) == 1 else 3
    if word[0].isupper() and word[1:].islower():
        return 2
    return 4 if word.lower() != word.upper() else 9


class Pieces:
    """Word pieces by word, remembered: a word is cut once however often the news repeats it."""

    def __init__(self, cutter: WordPiece, limit: int = 200_000) -> None:
        self._cutter = cutter
        self._known: dict[str, tuple[int, ...]] = {}
        self._limit = limit
        self.cls, self.sep, self.paragraph = cutter.cls, cutter.sep, cutter.paragraph

    def of(self, found: Sequence[str]) -> list[tuple[int, ...]]:
        """The ids of the pieces of each word."""
        if len(self._known) > self._limit:
            self._known.clear()
        for word in found:
            if word not in self._known:
                self._known[word] = self._cutter.cut(word)
        return [self._known[w] for w in found]


def distances(length: int, first: int, last: int) -> list[int]:
    """The bucketed distance of each of `length` pieces to a telling word that stands from piece `first` to piece `last`."""
    return [distance_bucket(i - first if i < first else i - last if i > last else 0) for i in range(length)]


def distance_bucket(d: int, buckets: int = 32) -> int:
    """The signed distance `d` (in pieces) to a telling word as one of `buckets` logarithmic steps; the middle one is the word itself."""
    half = buckets // 2
    if d == 0:
        return half
    step = min(half - 1, int(2.5 * math.log2(abs(d))) // 2 + 1)
    return half + step if d > 0 else half - step
