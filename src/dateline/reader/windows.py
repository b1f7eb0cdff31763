"""Cut a text into the windows that the encoder reads: whole paragraphs where they fit, sentences where they do not.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.reader.words import NONE, Pieces, shape, words
from dateline.record import Span

LONGEST = 160  # pieces a window, [CLS] and [SEP] aside: four to six news sentences


@dataclass(frozen=True, slots=True)
class Window:
    """`pieces`, `shapes` as the encoder takes them; `spans` are the words, `first` the index of each word's first piece."""

    pieces: tuple[int, ...]
    shapes: tuple[int, ...]
    spans: tuple[Span, ...]
    first: tuple[int, ...]


def windows(text: str, stretches: Sequence[Span], pieces: Pieces, longest: int = LONGEST) -> list[Window]:
    """Windows over `stretches` (sentences, in order): as many consecutive ones as fit, preferring to cut where a line ends.

    A stretch longer than `longest` is cut into pieces of its own, each a window.
    """
    units: list[tuple[list[Span], list[tuple[int, ...]]]] = []
    for a, b in stretches:
        spans = words(text, a, b)
        cut = pieces.of([text[s:e] for s, e in spans])
        while sum(map(len, cut)) > longest:
            n, total = 0, 0
            while total + len(cut[n]) <= longest:
                total += len(cut[n])
                n += 1
            units.append((spans[:n], cut[:n]))
            spans, cut = spans[n:], cut[n:]
        if spans:
            units.append((spans, cut))
    out: list[Window] = []
    held: list[tuple[list[Span], list[tuple[int, ...]]]] = []
    size = 0
    for unit in units:
        n = sum(map(len, unit[1])) + 1
        if held and size + n > longest:
            keep = _last_line_end(text, held)
            out.append(_window(text, held[:keep], pieces))
            held = held[keep:]
            size = sum(sum(map(len, c)) + 1 for _, c in held)
            if held and size + n > longest:
                out.append(_window(text, held, pieces))
                held, size = [], 0
        held.append(unit)
        size += n
    if held:
        out.append(_window(text, held, pieces))
    return out


def _last_line_end(text: str, held: list[tuple[list[Span], list[tuple[int, ...]]]]) -> int:
    """How many of the held sentences to close off: up to the last paragraph's beginning, when that leaves at least half."""
    for k in range(len(held) - 1, len(held) // 2, -1):
        if "\n" in text[held[k - 1][0][-1][1] : held[k][0][0][0]]:
            return k
    return len(held)


def _window(text: str, units: list[tuple[list[Span], list[tuple[int, ...]]]], pieces: Pieces) -> Window:
    ids, shapes, spans, first = [pieces.cls], [NONE], [], []
    end = None
    for held, cut in units:
        for span, bits in zip(held, cut, strict=True):
            if end is not None and "\n" in text[end : span[0]]:
                ids.append(pieces.paragraph)
                shapes.append(NONE)
            first.append(len(ids))
            ids.extend(bits)
            shapes.extend([shape(text[span[0] : span[1]])] * len(bits))
            spans.append(span)
            end = span[1]
    ids.append(pieces.sep)
    shapes.append(NONE)
    return Window(tuple(ids), tuple(shapes), tuple(spans), tuple(first))
