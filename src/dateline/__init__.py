"""Dateline reads news reports of political conflict into a record that can be traced: who did what to whom, where, when, and who says so.

    import dateline
    record = dateline.read(text, published="2021-08-20")
    for event in record.events:
        print(event.type, record.quote(event.trigger))

Importing this package loads neither the language model nor numpy; the first `read` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.errors import DatelineError, SkipDocument, StopRun
from dateline.record import (
    Actor,
    Article,
    Block,
    Byline,
    Claim,
    Count,
    Date,
    Event,
    Mention,
    Picture,
    Place,
    Record,
    RoleTitle,
    Span,
    Statement,
)

if TYPE_CHECKING:
    from dateline.desk.desk import Desk, open_desk
    from dateline.desk.filter import Filter

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "Article",
    "Block",
    "Byline",
    "Claim",
    "Count",
    "Date",
    "DatelineError",
    "Desk",
    "Event",
    "Filter",
    "Mention",
    "Picture",
    "Place",
    "Record",
    "RoleTitle",
    "SkipDocument",
    "Span",
    "Statement",
    "StopRun",
    "open_desk",
    "read",
]


def read(
    page: str | bytes,
    *,
    kind: str = "auto",
    published: str | None = None,
    url: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    id: str | None = None,
    language: str | None = None,
) -> Record:
    """The record of one news report, given as text or HTML (`kind` "auto", "text" or "html").

    `published` is an ISO date (`2021-08-20`); without it, dates that need an anchor have no value. Plain text comes back unchanged as
    `record.article.text`. Raises DatelineError naming what is wrong and the remedy.
    """
    from dateline.pipeline import read_source
    from dateline.sources import source_of

    return read_source(source_of(page, declared=kind, published=published, url=url, title=title, outlet=outlet, id=id, language=language))


def __getattr__(name: str) -> Any:
    """The desk is loaded when it is first asked for: whoever only reads needs no SQLite."""
    if name in ("Desk", "Filter", "open_desk"):
        from dateline import desk

        return getattr(desk, name)
    raise AttributeError(f"dateline has no {name!r}")
