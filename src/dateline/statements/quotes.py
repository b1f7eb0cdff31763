"""Quotation marks as news pages print them: curly, straight, single, guillemets, corner brackets; broken, nested, or never closed.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.record import Span, Spans

PAIRS = {"“": "”", "«": "»", "„": "“”", "「": "」", "『": "』", "‹": "›"}
_MARKS = re.compile(r"[“”„«»「」『』\"]|` ?`|''|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
BETWEEN = 2  # words between two quotations that one telling word introduces: "and", "and that"
_SENTENCE = re.compile(r"[.!?…][”\"’)]*\s+(?=[A-ZÀ-Þ“])")
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
    apart = _openers_apart(text, start, end)
    for m in _MARKS.finditer(text, start, end):
        mark = _turned(text, m, start, end)
        if opened is None:
            if mark in PAIRS or (mark in "\"'‘" and _opens(text, m, start)) or mark == "``" or m.start() in apart:
                opened = m.end(), mark
            elif mark == "”" or (mark == '"' and not out and text[m.end() : m.end() + 1] in ("", " ", ",", "\n")):
                lost = _without_opening(text, out[-1].end + 1 if out else start, m.start())
                out += [lost] if lost else []
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


def _openers_apart(text: str, start: int, end: int) -> frozenset[int]:
    """Where quotations open in a paragraph whose straight marks stand apart from the words (said " we stay " and left): every other one."""
    marks = [m.start() for m in re.finditer('"', text[start:end])]
    words = f" {text[start:end]} "
    apart = [start + i for i in marks if words[i].isspace() and words[i + 2].isspace()]
    return frozenset(apart[::2]) if len(apart) > 1 and len(apart) == len(marks) and len(marks) % 2 == 0 else frozenset()


def _turned(text: str, m: re.Match[str], start: int, end: int) -> str:
    """The mark as it is meant: pages of some languages print the pair the wrong way round (”We stay,“ he said)."""
    mark = m[0].replace(" ", "")
    if mark not in "“”":
        return mark
    before = text[m.start() - 1] if m.start() > start else " "
    after = text[m.end()] if m.end() < end else " "
    if mark == "”" and (before.isspace() or before == "(") and after.isalnum():
        return "“"
    return "”" if mark == "“" and not before.isspace() and before not in "(„—–-[‘'" and not after.isalnum() else mark


def _without_opening(text: str, start: int, end: int) -> Quotation | None:
    """The quotation that a lone closing mark ends: its sentence, or all of the paragraph before it where no quotation has been yet."""
    words = text[start:end]
    if start and text[start - 1] in '”»"':
        breaks = list(_SENTENCE.finditer(words.rstrip(".!?…, ")))
        start += breaks[-1].end() if breaks else len(words)
        return Quotation(start, end, False) if words.rstrip()[-1:] in tuple(".!?…,") and len(text[start:end].split()) > 2 else None
    return Quotation(start, end, False) if end - start > 20 else None  # the opening mark was lost with the line before


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


def split_at_marks(text: str, span: Span, quoted: Sequence[Quotation]) -> Spans:
    """`span` cut where it runs from one quotation into the next with hardly a word between them ("…,” and “…")."""
    inside = sorted((q for q in quoted if q.start < span[1] and span[0] < q.end), key=lambda q: q.start)
    out: list[Span] = []
    start = span[0]
    for one, other in pairwise(inside):
        if len(re.findall(r"\w+", text[one.end : other.start])) <= BETWEEN and start < one.end:
            out.append((start, one.end))
            start = other.start
    return (*out, (start, span[1]))


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
