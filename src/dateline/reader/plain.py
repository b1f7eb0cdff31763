"""A text without what stands between its words and a reader: invisible marks, entities left over from HTML, letters decoded twice, Markdown, broken words,
quotation marks the wrong way round.

What reads, reads the plain text; `Plain.where` leads from any stretch of it to the characters it stands for, so that nothing is quoted but the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from dateline.record import Span

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8}[0-9]{0,2});")
_TWICE = re.compile("[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2,}")
_EMPHASIS = re.compile(
    r"(?<![\w*_])(\*{1,3}|_{1,3})(?=[^\s*_])[^\n]{1,200}?(?<=[^\s*_])(\1)(?=$|\s|['’]s\b|[.,;:!?)\]”\"’'—–-]+(?:\s|$))", re.M
)
_HEADING = re.compile(r"^#{1,6}[ \t]+", re.M)
_HASHTAG = re.compile(r"(?<![\w&#/])#(?=[^\W\d_])(?!\w*[a-z][A-Z])")  # "#UpperTamsk" stays: its capitals part its words (places/surface.py)
_BROKEN = re.compile(r"([^\W\d_]{2,})([-\u2010][ \t]*(?:\r\n|\n|\r)[ \t]*)([a-zà-ÿ]{2,})")
_LINK = re.compile(r"!?(\[)[^\[\]\n]{1,200}(\]\((?:https?://|/|#|mailto:)[^()\s]{0,400}\))")

_MARK = re.compile("[“”]")
TURNED = 2  # quotations that open with a closing mark, on a page where none opens with an opening one


@dataclass(frozen=True, slots=True)
class Plain:
    """A text to be read. `starts` and `ends` tell for each of its letters what it stands for on the page; both empty where the page is plain itself."""

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def where(self, span: Span) -> Span:
        """The stretch of the page that a stretch of the plain text stands for."""
        if not self.starts:
            return span
        start, end = span
        if start >= len(self.starts):
            return (self.ends[-1], self.ends[-1])
        return self.starts[start], self.ends[end - 1] if end > start else self.starts[start]

    def within(self, stretches: Sequence[Span]) -> list[Span]:
        """Stretches of the page as stretches of the plain text."""
        if not self.starts:
            return list(stretches)
        out, at = [], 0
        for start, end in stretches:
            while at < len(self.starts) and self.starts[at] < start:
                at += 1
            first = at
            while at < len(self.starts) and self.ends[at] <= end:
                at += 1
            if first < at:
                out.append((first, at))
        return out


def plain(text: str, stretches: Sequence[Span]) -> Plain:
    """`text` as it is read within its stretches (in order, none overlapping)."""
    turned = _turned(text)
    edits = [e for a, b in stretches for e in _edits(text, a, b, turned=turned)]
    if not edits:
        return Plain(text)
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def keep(start: int, end: int) -> None:
        letters.append(text[start:end])
        starts.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))

    at = 0
    for start, end, new in edits:
        keep(at, start)
        letters.append(new)
        starts += [start] * len(new)
        ends += [end] * len(new)
        at = end
    keep(at, len(text))
    return Plain("".join(letters), tuple(starts), tuple(ends))


def _turned(text: str) -> bool:
    """Does the page open its quotations with the closing mark and close them with the opening one (”so“)?"""
    opened, closed = (len(re.findall(rf"(?<!\S){mark}(?=\w)", text)) for mark in "“”")
    return closed >= TURNED and not opened and "“" in text


def _edits(text: str, start: int, end: int, *, turned: bool = False) -> list[tuple[int, int, str]]:
    """What is replaced by what, in order, the first and longest where two overlap; `turned` when quotation marks are to be turned round."""
    out: list[tuple[int, int, str]] = []
    found = [
        *_found(text, start, end),
        *((m.start(), m.end(), "“" if m[0] == "”" else "”") for m in _MARK.finditer(text, start, end) if turned),
    ]
    for a, b, new in sorted(found, key=lambda e: (e[0], -e[1])):
        if not out or a >= out[-1][1]:
            out.append((a, b, new))
    return out


def _found(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for m in _INVISIBLE.finditer(text, start, end):
        yield m.start(), m.end(), ""
    for m in _ENTITY.finditer(text, start, end):
        new = unescape(m[0])
        if new != m[0] and len(new) <= 2:
            yield m.start(), m.end(), new
    for m in _TWICE.finditer(text, start, end):
        for a, b, new in _decoded_twice(m[0]):
            yield m.start() + a, m.start() + b, new
    for m in _BROKEN.finditer(text, start, end):
        yield *m.span(2), _hyphen(m[1], m[3])
    for pattern in (_EMPHASIS, _LINK):
        for m in pattern.finditer(text, start, end):
            yield *m.span(1), ""
            yield *m.span(2), ""
    for pattern in (_HEADING, _HASHTAG):
        for m in pattern.finditer(text, start, end):
            yield m.start(), m.end(), ""


def _hyphen(before: str, after: str) -> str:
    """What stands between the halves of a word that was broken at a line's end: nothing, or the hyphen it has ("long-term")."""
    from dateline.reader.model import model

    whole, *halves = (len(pieces) == 1 for pieces in model().pieces.of((before + after, before, after)))
    return "-" if all(halves) and not whole else ""


def _decoded_twice(letters: str) -> Iterator[tuple[int, int, str]]:
    """The stretches that are the bytes of one letter in UTF-8, taken for letters of Windows-1252 ("â€™" for an apostrophe)."""
    at = 0
    while at < len(letters):
        for size in (4, 3, 2):
            data = _bytes(letters[at : at + size])
            if len(data) != size or data[0] < 0xC2:
                continue
            try:
                new = data.decode("utf-8")
            except UnicodeDecodeError:
                continue
            if len(new) == 1:
                yield at, at + size, new
                at += size - 1
                break
        at += 1


def _bytes(letters: str) -> bytes:
    """The bytes of letters in Windows-1252; the five that it leaves open stand for themselves."""
    out = bytearray()
    for c in letters:
        try:
            out += c.encode("cp1252")
        except UnicodeEncodeError:
            if ord(c) > 0xFF:
                return b""
            out.append(ord(c))
    return bytes(out)
