"""Text in columns for a terminal: widths counted as a terminal counts them, lines broken between words, nothing past the edge."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from dateline.outlets.words import one_line

GAP = 2


def width_of(words: str) -> int:
    """Columns that `words` take: two for an East Asian wide character, none for a combining mark."""
    if words.isascii():
        return len(words)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words)


def wrapped(words: str, width: int) -> list[str]:
    """`words` in lines of at most `width` columns; a word longer than a line is broken. At least one line."""
    lines, line, used = [], "", 0
    for word in one_line(words).split(" "):
        long = width_of(word)
        if line and used + 1 + long > width:
            lines.append(line)
            line, used = "", 0
        if long > width:
            *full, word = _broken(word, width)
            lines += full
            long = width_of(word)
        line, used = (f"{line} {word}", used + 1 + long) if line else (word, long)
    return [*lines, line]


def _broken(word: str, width: int) -> list[str]:
    pieces, piece, used = [], "", 0
    for c in word:
        wide = width_of(c)
        if used + wide > width:
            pieces.append(piece)
            piece, used = "", 0
        piece, used = piece + c, used + wide
    return [*pieces, piece]


def hanging(first: str, words: str, *, indent: int, width: int, most: int | None = None) -> list[str]:
    """`first` and then `words`, wrapped below each other from column `indent`; at most `most` lines, the last then ends in three dots."""
    lead = first.ljust(indent + len(first) - width_of(first))
    room = width - indent
    if width_of(first.rstrip()) >= indent > 0:
        margin = len(first) - len(first.lstrip(" "))
        alone = [" " * margin + line for line in wrapped(first, width - margin)]
        return [*alone, *hanging("", words, indent=indent, width=width, most=most)]
    lines = wrapped(words, room)
    if most is not None and len(lines) > most:
        lines = [*lines[: most - 1], _shortened(lines[most - 1], room)]
    return [(lead if i == 0 else " " * indent) + line for i, line in enumerate(lines)]


def _shortened(line: str, width: int) -> str:
    while width_of(line) > width - 1:
        line = line.rsplit(" ", 1)[0] if " " in line else line[:-1]
    return line + "…"


def widths(rows: Sequence[Sequence[str]], limits: Sequence[int], *, width: int) -> list[int]:
    """Widths of columns: no wider than their widest cell; each gets its limit, and what some leave over is shared by those that need more."""
    needs = [max((width_of(row[i]) for row in rows), default=0) for i in range(len(limits))]
    out = [min(need, limit) for need, limit in zip(needs, limits, strict=True)]
    spare = width - sum(out) - GAP * (len(out) - 1)
    while spare > 0 and out != needs:
        for i, need in enumerate(needs):
            if out[i] < need and spare > 0:
                out[i] += 1
                spare -= 1
    return out


def laid(cells: Sequence[str], columns: Sequence[int]) -> list[str]:
    """One row: each cell wrapped within its column, lines side by side."""
    stacks = [wrapped(cell, max(1, wide)) for cell, wide in zip(cells, columns, strict=True)]
    lines = []
    for i in range(max(len(s) for s in stacks)):
        parts = [s[i] if i < len(s) else "" for s in stacks]
        padded = [p + " " * (wide - width_of(p)) for p, wide in zip(parts, columns, strict=True)]
        lines.append((" " * GAP).join(padded).rstrip())
    return lines
