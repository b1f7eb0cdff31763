"""The stored record: what arrived, what was read from it, how it was folded, what a person decided, and how it is found and told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.desk.desk import Desk, open_desk
    from dateline.desk.filter import Filter

_HOME = {"Desk": "desk", "open_desk": "desk", "Filter": "filter"}


def __getattr__(name: str) -> Any:
    """Loads a name's module when it is first asked for: the command line hooks `desk.command` without opening SQLite."""
    from importlib import import_module

    if name not in _HOME:
        raise AttributeError(f"dateline.desk has no {name!r}; it has {', '.join(sorted(_HOME))}")
    return getattr(import_module(f"dateline.desk.{_HOME[name]}"), name)


__all__ = ["Desk", "Filter", "open_desk"]
