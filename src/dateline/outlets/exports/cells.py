"""Cells of tables, and words that any reader can decode: RFC 4180 for commas, one line to a row for tabs, no formulas, no broken characters."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

Cell = str | int | float | None

# What a spreadsheet takes for a formula at the start of a cell (OWASP's list); also after spaces, and in the wide forms that Japanese Excel reads.
_FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def sound(words: str) -> str:
    """`words` of the same length with each half of a broken character as U+FFFD, so that UTF-8 can hold them."""
    return _SURROGATE.sub("\ufffd", words)


def guarded(words: str) -> str:
    """`words` for a spreadsheet: control characters are dropped; what would be run as a formula gets an apostrophe before it."""
    words = _CONTROL.sub("", sound(words))
    return f"'{words}" if _FORMULA.match(words) else words


def listed(words: Sequence[str | None], apart: str = "; ") -> str:
    """Several values in one cell. What would part them within a value becomes a comma."""
    mark = apart.strip()
    return apart.join((w or "").replace(mark, ",") for w in words)


def number(value: float | None) -> str:
    """A number as short as it goes: 3.0 is 3, None is empty. Never an exponent."""
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else f"{round(value, 6) + 0.0:.6f}".rstrip("0").rstrip(".")


def csv_row(cells: Sequence[Cell]) -> str:
    """One row of RFC 4180: commas, CRLF, quotes only where they are needed. Numbers stand as they are: only words can be formulas."""
    return ",".join(_quoted(guarded(c)) if isinstance(c, str) else number(c) for c in cells) + "\r\n"


def tsv_row(cells: Sequence[Cell]) -> str:
    """One row of tab-separated cells, no quoting: white space within a cell is one space."""
    return "\t".join(_plain(c) if isinstance(c, str) else number(c) for c in cells) + "\n"


def _plain(words: str) -> str:
    """Quotes that open a cell and never close swallow the rows after it in readers that know quoting: they become apostrophes."""
    return guarded(" ".join(words.split()).replace('"', "'"))


def _quoted(words: str) -> str:
    if any(c in words for c in ',"\r\n') or words != words.strip():
        return '"' + words.replace('"', '""') + '"'
    return words


def json_line(value: Any) -> str:
    return sound(json.dumps(value, ensure_ascii=False)) + "\n"


def xml_words(words: str) -> str:
    """`words` within XML 1.0: escaped, and without the characters that no XML may hold."""
    words = _XML.sub("", sound(words))
    return (
        words.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("\n", "&#10;")
        .replace("\t", "&#9;")
    )
