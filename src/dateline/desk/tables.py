"""Rows as a table for a terminal: one line each, the columns that matter, cut to the width."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from dateline.desk.finding import ActorRow, ArticleRow, EventRow, StatementRow
from dateline.desk.phrases import people, spoken_count
from dateline.desk.timeline import day_of

Columns = tuple[tuple[str, int], ...]
_EVENT: Columns = (("DAY", 10), ("WHAT", 18), ("WHO", 24), ("TO WHOM", 24), ("WHERE", 18), ("KILLED", 8), ("REPORTS", 7), ("ID", 22))
_ARTICLE: Columns = (("PUBLISHED", 10), ("OUTLET", 20), ("HEADLINE", 60), ("EVENTS", 6), ("ID", 16))
_STATEMENT: Columns = (("PUBLISHED", 10), ("SPEAKER", 24), ("WORDS", 70), ("ID", 30))
_ACTOR: Columns = (("NAME", 30), ("KIND", 12), ("COUNTRY", 7), ("SECTOR", 6), ("ARTICLES", 8), ("SPELLINGS", 40), ("ID", 22))


def table(rows: Sequence[Any]) -> Iterator[str]:
    """The rows with a head. Nothing for no rows."""
    if not rows:
        return
    columns = {EventRow: _EVENT, ArticleRow: _ARTICLE, StatementRow: _STATEMENT, ActorRow: _ACTOR}[type(rows[0])]
    widths = _fitted(columns, shutil.get_terminal_size((160, 24)).columns)
    yield _line([c for c, _ in columns], widths)
    for row in rows:
        yield _line(_cells(row), widths)
        if isinstance(row, ArticleRow) and row.snippet:
            yield f"    {row.snippet}"


def _fitted(columns: Columns, width: int) -> list[int]:
    """The widths; ids stay whole, the widest of the others give way."""
    out = [w for _, w in columns]
    while sum(out) + 2 * len(out) > max(width, 90):
        widest = max(range(len(out) - 1), key=lambda i: out[i])
        out[widest] -= 1
    return out


def _cells(row: Any) -> list[str]:
    if isinstance(row, EventRow):
        killed = spoken_count(row.killed_low, row.killed_high, "").strip()
        what = row.type + (f" {row.mode}" if row.mode else "") + ("" if row.modality == "asserted" else f" ({row.modality})")
        where = row.place_name or row.country or ""
        who = people(row.actors) if row.actors else ""
        whom = people(row.recipients) if row.recipients else ""
        return [day_of(row) or "", what, who, whom, where, killed, str(row.articles), row.id]
    if isinstance(row, ArticleRow):
        return [row.published or "", row.outlet or "", row.headline, str(row.events), row.id]
    if isinstance(row, StatementRow):
        return [row.published or "", row.speaker or "", row.content, row.id]
    others = ", ".join(s for s in row.spellings if s != row.name)
    return [row.name, row.kind, row.country or "", row.sector or "", str(row.articles), others, row.id]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(_cell(c, w) for c, w in zip(cells, widths, strict=True)).rstrip()


def _cell(text: str, width: int) -> str:
    """Cut or filled to a width; wide letters (Chinese, Japanese, Korean) count two."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    out, used = "", 0
    for c in line:
        w = 0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        if used + w > width - (1 if _wide(line) > width else 0):
            out, used = out + "…", used + 1
            break
        out, used = out + c, used + w
    return out + " " * (width - used)


def _wide(line: str) -> int:
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
