"""Words of a page made fit to be shown: on one line, cut short, and without what could write to a terminal or turn the reading direction."""

from __future__ import annotations

import re
import unicodedata

from dateline.record import Count, Record, Span

QUOTE = 110  # characters of a short quotation
HIDDEN = ("Cc", "Cf", "Cs", "Co")  # control, format (direction overrides, zero width), lone surrogates, private use
JOINERS = "\u200c\u200d"  # shape letters in Persian and the scripts of India; harmless
STACK = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{3})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+"
)


def harmless(line: str) -> str:
    """`line` with control, direction and hidden characters as dots, and at most three accents stacked on one letter."""
    if line.isascii() and line.isprintable():
        return line
    return STACK.sub(r"\1", "".join("·" if unicodedata.category(c) in HIDDEN and c not in JOINERS else c for c in line))


def one_line(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip()


def short(text: str, limit: int = QUOTE) -> str:
    """`text` on one line, cut at a word with three dots when it is longer than `limit` characters."""
    line = one_line(text[: limit * 20])  # 20: even text that is mostly spaces fills the line; a page without end costs nothing
    if len(line) <= limit:
        return line
    cut = line[: limit - 1].rsplit(" ", 1)[0]
    return (cut if len(cut) > limit // 2 else line[: limit - 1]) + "…"


def around(record: Record, span: Span, limit: int = QUOTE) -> tuple[str, str, str]:
    """The words before `span`, its own and those after it, within its line: about `limit` characters, cut at words with three dots."""
    text = record.article.text
    start, end = max(0, span[0]), min(len(text), span[1])
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    high = len(text) if high < 0 else high
    own = short(text[start:end], limit)
    room = max(20, limit - len(own))
    before, after = text[max(low, start - room * 2) : start], text[end : min(high, end + room * 2)]
    before, after = re.sub(r"\s+", " ", before).lstrip(), re.sub(r"\s+", " ", after).rstrip()
    keep_before = min(len(before), max(room // 2, room - len(after)))
    keep_after = min(len(after), room - keep_before)
    if keep_before < len(before):
        tail = before[len(before) - keep_before :]
        before = "…" + (tail.split(" ", 1)[1] if " " in tail.rstrip() else tail)
    if keep_after < len(after):
        head = after[:keep_after]
        after = (head.rsplit(" ", 1)[0] if " " in head.lstrip() else head) + "…"
    return before, own, after


def counted(c: Count | None, what: str) -> str:
    """ "at least 4 killed", "30-40 injured"; empty for none."""
    if c is None:
        return ""
    if c.low is not None and c.high is not None:
        return f"{c.low} {what}" if c.low == c.high else f"{c.low}-{c.high} {what}"
    return f"at least {c.low} {what}" if c.low is not None else f"at most {c.high} {what}" if c.high is not None else ""


def quoted(words: str) -> str:
    """`words` between quotation marks, unless they bring marks of their own: nested, nobody could tell which are the page's."""
    return words if any(c in words for c in '“”"') else f"“{words}”"
