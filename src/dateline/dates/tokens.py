"""Words, numbers and marks of a text, with the classes of `lexicon.yaml` or, for numbers, those of their shape."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.record import Span

_TOKEN = re.compile(
    r"""(?P<url>(?:https?://|www\.)\S+)
      | (?P<iso>(?<![\d-])\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))
      | (?P<slashed>(?<![\d/.])(?:\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{1,2}/\d{2}|\d{1,2}\.\d{1,2}\.\d{4})(?![\d/]))
      | (?P<grouped>\d{1,3}(?:,\d{3})+(?:\.\d+)?)
      | (?P<clock>(?<!\d)[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?!\d))
      | (?P<decade>(?:\b[12]\d\d0[ '’]?|['’‘`]?\b[1-9]0['’]?)s\b)
      | (?P<ordnum>\d{1,3}(?:st|nd|rd|th)\b)
      | (?P<decimal>\d{1,15}\.\d{1,15})
      | (?P<figures>\d+)
      | (?P<meridiem>(?<![^\W\d_])[ap](?:\.\s?m\b\.?|m\b))
      | (?P<era>\b(?:a\.d|b\.c|a\.h|b\.e|c\.e|b\.c\.e)\b\.?)
      | (?P<oclock>o['’]clock\b)
      | (?P<possessive>['’]s\b)
      | (?P<word>[^\W\d_]+)
      | (?P<newline>\n[^\S\n]*(?:\n\s*)?)
      | (?P<mark>[^\w\s])""",
    re.VERBOSE | re.IGNORECASE,
)
_MARKS = {
    ",": "COMMA",
    "(": "OPEN",
    "[": "OPEN",
    ")": "CLOSE",
    "]": "CLOSE",
    "/": "SLASH",
    ".": "DOT",
    ":": "COLON",
    "½": "HALFSIGN",
    "%": "PERCENT",
    "$": "MONEY",
    "£": "MONEY",
    "€": "MONEY",
    "¥": "MONEY",
    "#": "MONEY",
    "'": "APOSTROPHE",
    "’": "APOSTROPHE",
    "‘": "APOSTROPHE",
}
_DASHES = "-–—‑‐"
PROSE_LINE = (45, 110)  # a line break after a line of such length is only wrapping; after any other it ends a heading or paragraph


@dataclass(slots=True)
class Token:
    """A word in small letters, its place in the text and how it was written: with a capital, or all in capitals."""

    word: str
    start: int
    end: int
    kind: str
    capital: bool = False
    shouted: bool = False
    means: Any = None


def shape_classes(kind: str, figures: str = "") -> frozenset[str]:
    """The classes of a token that is not a word."""
    if kind != "figures":
        return frozenset({kind.upper()})
    number, digits = int(figures) if len(figures) < 9 else 10**9, len(figures)
    classes = {"INT"}
    if digits <= 2:
        classes |= {"DAY"} if 1 <= number <= 31 else set()
        classes |= {"HOUR"} if number <= 24 else set()
        classes |= {"TWO"} if digits == 2 else set()
        classes |= {"MONTHNUM"} if 1 <= number <= 12 else set()
    if digits == 4:
        classes |= {"MILITARY"} if number % 100 < 60 and number < 2400 else set()
        classes |= {"YEAR"} if 1000 <= number <= 2100 else set()
    return frozenset(classes)


SHAPES = sorted(
    {shape_classes("figures", str(n)) for n in (*range(32), 45, 99, 100)} | {shape_classes("figures", f"{n:04d}") for n in range(10000)},
    key=sorted,
)


def tokens(text: str, skip: Sequence[Span] = ()) -> list[Token]:
    """The tokens of `text` outside `skip`, in order; blanks and addresses of web pages are none."""
    found: list[Token] = []
    line = 0
    spans = iter(sorted(skip))
    until = next(spans, None)
    for match in _TOKEN.finditer(text):
        kind, start, end = match.lastgroup or "mark", match.start(), match.end()
        while until and start >= until[1]:
            until = next(spans, None)
        if until and start >= until[0]:
            kind = "newline" if "\n" in match.group() else "url"
        if kind == "newline":
            length = start - line
            line = end
            if match.group().count("\n") > 1 or not PROSE_LINE[0] <= length <= PROSE_LINE[1]:
                found.append(Token("\n", start, end, "break"))
            continue
        raw = match.group()
        if kind == "mark":
            if raw in _DASHES:
                joined = start > 0 and not text[start - 1].isspace() and end < len(text) and not text[end].isspace() and raw != "—"
                found.append(Token("-", start, end, "HYPHEN" if joined else "DASH"))
            else:
                found.append(Token(raw, start, end, _MARKS.get(raw, "other")))
        elif kind == "word":
            found.append(Token(raw.lower(), start, end, "word", raw[0].isupper(), len(raw) > 1 and raw.isupper()))
        else:
            found.append(Token(raw.lower(), start, end, kind, means=raw if kind in ("iso", "slashed") else None))
    return found
