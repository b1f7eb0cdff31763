"""Quotation marks as news pages print them: curly, straight, single, guillemets, corner brackets; broken, nested, or never closed.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.record import Span, Spans

PAIRS = {"“": "”", "«": "»", "„": "“”", "「": "」", "『": "』", "‹": "›"}
_MARKS = re.compile(r"[“”„«»「」『』\"]|``|''|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between quotation marks (`start`, `end`), and whether the page printed both marks."""

    start: int
    end: int
    closed: bool


def quotations(text: str, stretches: Iterable[Span] | None = None) -> list[Quotation]:
    """The outermost quotations of each paragraph, in order. A mark that is never closed runs to the end of its paragraph.

    An opening mark inside an open quotation of the same kind means that the first was never closed: it ends where its paragraph's text
    before the new one ends.
    """
    out: list[Quotation] = []
    for a, b in stretches if stretches is not None else [(0, len(text))]:
        for m in _PARAGRAPH.finditer(text, a, b):
            out += _paragraph(text, *m.span())
    return out


def _paragraph(text: str, start: int, end: int) -> list[Quotation]:
    out: list[Quotation] = []
    opened: tuple[int, str] | None = None  # where the quoted words begin, and the mark that opened them
    for m in _MARKS.finditer(text, start, end):
        mark = m[0]
        if opened is None:
            if mark in PAIRS or (mark in "\"'‘" and _opens(text, m, start)) or mark == "``":
                opened = m.end(), mark
            elif mark in ("”", '"') and not out and m.start() - start > 20 and text[m.end() : m.end() + 1] in ("", " ", ",", "\n"):
                out.append(Quotation(start, m.start(), False))  # the opening mark was lost with the line before
            continue
        at, by = opened
        if (
            mark in PAIRS.get(by, "")
            or (by == '"' and mark in ('"', "”"))
            or (by == "‘" and mark == "’")
            or (by == "'" and mark == "'")
            or (by == "``" and mark in ("''", '"'))
            or (by == "“" and mark == '"')
        ):
            if by in "'‘" and not _closes(text, m, end):
                continue
            out.append(Quotation(at, m.start(), True))
            opened = None
        elif mark == by and mark in PAIRS:
            out.append(Quotation(at, m.start(), False))
            opened = m.end(), mark
    if opened is not None:
        at, by = opened
        if by not in "'‘":  # a lone apostrophe opens nothing
            out.append(Quotation(at, end, False))
    return [q for q in (_trimmed(text, q) for q in out) if q.start < q.end]


def _opens(text: str, m: re.Match[str], start: int) -> bool:
    before = text[m.start() - 1] if m.start() > start else " "
    return not before.isalnum() and m.end() < len(text) and not text[m.end()].isspace()


def _closes(text: str, m: re.Match[str], end: int) -> bool:
    """Whether a single mark ends a quotation rather than being an apostrophe ("the generals’ son")."""
    return m.end() >= end or not text[m.end()].isalnum()


def _trimmed(text: str, q: Quotation) -> Quotation:
    a, b = q.start, q.end
    while a < b and text[a].isspace():
        a += 1
    while b > a and text[b - 1].isspace():
        b -= 1
    return Quotation(a, b, q.closed)


def going_on(text: str, quoted: Sequence[Quotation]) -> list[tuple[Quotation, ...]]:
    """Quotations grouped by speech: a quotation left open at its paragraph's end goes on where the next paragraph opens one."""
    out: list[tuple[Quotation, ...]] = []
    for q in quoted:
        if out and not (last := out[-1][-1]).closed and re.fullmatch(r"[^\w\n]*\n\s*[“\"«„‘'「]", text[last.end : q.start]):
            out[-1] = (*out[-1], q)
        else:
            out.append((q,))
    return out


def covered(spans: Spans, quoted: Iterable[Quotation], text: str) -> float:
    """The share of the letters of `spans` that stand between quotation marks."""
    regions = [(q.start, q.end) for q in quoted]
    total = inside = 0
    for s, e in spans:
        for i in range(s, e):
            if text[i].isalnum():
                total += 1
                inside += any(a <= i < b for a, b in regions)
    return inside / total if total else 0.0
