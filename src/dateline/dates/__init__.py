"""When: finds the time expressions of an English text and resolves them to TIMEX3 values, each with bounds, anchor and reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.dates.finding import find_dates
    from dateline.dates.value import bounds, precision

_HOME = {"find_dates": "finding", "bounds": "value", "precision": "value"}


def __getattr__(name: str) -> Any:
    """Loads a name's module when it is first asked for: the command line hooks `dates.command` without reading the grammar."""
    from importlib import import_module

    if name not in _HOME:
        raise AttributeError(f"dateline.dates has no {name!r}; it has {', '.join(sorted(_HOME))}")
    return getattr(import_module(f"dateline.dates.{_HOME[name]}"), name)


__all__ = ["bounds", "find_dates", "precision"]
