"""The words shown beside an event: the sentence around its telling word. Offsets are half-open code point offsets."""

from __future__ import annotations

import re

from dateline.record import Span

LONGEST = 400
"""Characters of a sentence that are shown."""
FARTHEST = 2_000
"""Characters before the telling word in which its sentence is thought to begin."""

_EDGE = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z“\"‘'(])|\n+")
_GAP = re.compile(r"\s+")


def sentence_of(text: str, span: Span) -> str:
    """The sentence around some words, on one line, not longer than LONGEST characters: a longer one is cut between words, with a mark."""
    low = max(0, span[0] - FARTHEST)
    edges = [m.end() for m in _EDGE.finditer(text, low, span[0])]
    start = edges[-1] if edges else low
    stop = _EDGE.search(text, span[1])
    end = stop.end() if stop else len(text)
    first, last = start, end
    if end - start > LONGEST:
        start = max(start, span[0] - LONGEST // 2)
        end = min(end, start + LONGEST)
    if start > first or (start == low > 0):
        start = next((m.end() for m in _GAP.finditer(text, start, span[0])), start)
    if end < last:
        end = max((m.start() for m in _GAP.finditer(text, span[1], end)), default=end)
    words = " ".join(text[start:end].split())
    return f"{'… ' if start > first else ''}{words}{' …' if end < last else ''}"
