"""Across reports: copies, articles of one story, and the same event told by many (rows), each with a score and a reason.

`Newsroom` takes records one by one; `fold_records` answers a whole stream.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.stories.copies import Copies, Copy
    from dateline.stories.details import Detail, Told
    from dateline.stories.newsroom import EventLine, Line, Newsroom, fold_records
    from dateline.stories.rows import Fold, Rows
    from dateline.stories.story import Stories
    from dateline.stories.telling import Telling, tellings_of

_HOME = {
    "Copies": "copies", "Copy": "copies", "Detail": "details", "Told": "details", "EventLine": "newsroom", "Line": "newsroom", "Newsroom": "newsroom",
    "fold_records": "newsroom", "Fold": "rows", "Rows": "rows", "Stories": "story", "Telling": "telling", "tellings_of": "telling",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Loads a name's module when it is first asked for: the command line hooks `stories.command` without reading the gazetteer's rooms."""
    from importlib import import_module

    if name not in _HOME:
        raise AttributeError(f"dateline.stories has no {name!r}; it has {', '.join(sorted(_HOME))}")
    return getattr(import_module(f"dateline.stories.{_HOME[name]}"), name)


__all__ = [
    "Copies",
    "Copy",
    "Detail",
    "EventLine",
    "Fold",
    "Line",
    "Newsroom",
    "Rows",
    "Stories",
    "Telling",
    "Told",
    "fold_records",
    "tellings_of",
]
