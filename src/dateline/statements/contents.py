"""Which words belong to which telling word: gaps closed, stray spans dropped, and a span claimed by two frames given to the nearer.

The reader marks each telling word's content on its own; here the frames of a text are held against each other. Offsets are half-open code
point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.reader.reading import Frame
from dateline.record import Span, Spans

STRAY_WORDS = 2  # a shorter span that touches nothing is a slip of the tagger


def contents(text: str, frames: Sequence[Frame], sentences: Sequence[Span]) -> list[Spans]:
    """The content spans of each frame of saying, in the order of `frames`; empty where another frame has the better claim to all of them."""
    own = [_closed(text, f, sentences) for f in frames]
    out: list[Spans] = []
    for i, f in enumerate(frames):
        kept = []
        for c in own[i]:
            rivals = [
                j for j in range(len(frames)) if j != i and any(_claims(c, d) for d in own[j]) and not _nested(f, frames[j], own[i], own[j])
            ]
            if all((_distance(text, f, c), -f.score, i) < (_distance(text, frames[j], c), -frames[j].score, j) for j in rivals):
                kept.append(c)
        out.append(_without_strays(text, f, tuple(kept)))
    return out


def _closed(text: str, f: Frame, sentences: Sequence[Span]) -> list[Span]:
    """Spans of one sentence with only a few unmarked words between them, none of them the telling word's or the speaker's, are one span."""
    marked = [f.trigger, *f.spans("speaker")] if f.trigger else list(f.spans("speaker"))
    out: list[Span] = []
    for a, b in f.spans("content"):
        if out:
            gap = (out[-1][1], a)
            same = any(s <= out[-1][1] - 1 and a < e for s, e in sentences)
            words = re.findall(r"\w+", text[gap[0] : gap[1]])
            if same and len(words) <= 6 and not any(s < gap[1] and gap[0] < e for s, e in marked):
                out[-1] = (out[-1][0], b)
                continue
        out.append((a, b))
    return out


def _claims(a: Span, b: Span) -> bool:
    """Whether two spans are mostly the same words."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared > 0.5 * min(a[1] - a[0], b[1] - b[0])


def _nested(a: Frame, b: Frame, of_a: Sequence[Span], of_b: Sequence[Span]) -> bool:
    """Whether one tells that the other told: its telling word stands inside the other's content."""
    return any(b.trigger and s <= b.trigger[0] < e for s, e in of_a) or any(a.trigger and s <= a.trigger[0] < e for s, e in of_b)


def _distance(text: str, f: Frame, c: Span) -> int:
    """Words between a span and its telling word or speaker, a sentence's end counting five and a paragraph's twenty."""
    edges = [s for s in (f.trigger, *f.spans("speaker")) if s]
    gaps = [text[e : c[0]] if e <= c[0] else text[c[1] : s] if c[1] <= s else "" for s, e in edges]
    return min((len(re.findall(r"\w+", g)) + 5 * len(re.findall(r"[.!?](?=\s)", g)) + 20 * g.count("\n") for g in gaps), default=99)


def _without_strays(text: str, f: Frame, spans: Spans) -> Spans:
    size = {c: len(re.findall(r"\w+", text[c[0] : c[1]])) for c in spans}
    longest = max(size.values(), default=0)
    return tuple(
        c
        for c in spans
        if size[c] and (size[c] > STRAY_WORDS or longest <= STRAY_WORDS or (_distance(text, f, c) == 0 and size[c] == longest))
    )
